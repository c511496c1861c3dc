/** All checks over the reference set, as values: the command prints them, a test asserts that there are none. */
import type { Source } from '@thousand-cities/model';
import { parseSources } from '../sources.ts';
import { checkFactorTable, factorTableNames, type TableReport } from './check-factors.ts';

/** Run every check. `read` gives the text of a table by its name below `tables/`. */
export function checkReference(read: (name: string) => string): readonly TableReport[] {
  const list = parseSources(read('sources'));
  const sources: ReadonlyMap<string, Source> = new Map(list.map((source) => [source.id, source]));
  return [
    { table: 'sources', rows: list.length, faults: [] },
    ...factorTableNames.map((name) => checkFactorTable(name, read(`factors/${name}`), sources)),
  ];
}
