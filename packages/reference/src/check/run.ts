/** All checks over the reference set, as values: the command prints them, a test asserts that there are none. */
import type { Source } from '@thousand-cities/model';
import { parseSources } from '../sources.ts';
import { parseTable } from '../table.ts';
import { checkFactorTable, factorTableNames, type TableReport } from './check-factors.ts';
import { checkTable } from './check-tables.ts';

/** Every list of sources in the set: the common one, and those that rooms keep for themselves. */
function allSources(read: (name: string) => string, names: readonly string[]): ReadonlyMap<string, Source> {
  const lists = names.filter((name) => name === 'sources' || name.endsWith('/sources'));
  return new Map(lists.flatMap((name) => parseSources(read(name))).map((source) => [source.id, source]));
}

/**
 * Run every check.
 *
 * @param read text of a table by its name below `tables/`
 * @param names every table there is; a factor table that is missing from it is a fault
 */
export function checkReference(read: (name: string) => string, names: readonly string[]): readonly TableReport[] {
  const sources = allSources(read, names);
  const ids: ReadonlySet<string> = new Set(sources.keys());
  const columns = names.includes('places/columns') ? parseTable('places/columns', read('places/columns')).rows : [];
  const described = new Set(columns.map((row) => `places/${row.text('table')}`));
  const factors = new Set(factorTableNames.map((name) => `factors/${name}`));
  const strangers = names.filter((name) => name.startsWith('factors/') && !factors.has(name));
  return [
    ...factorTableNames.map((name) => checkFactorTable(name, read(`factors/${name}`), sources)),
    ...strangers.map((table) => ({ table, rows: 0, faults: ['no such factor table is known to the code'] })),
    ...names.filter((name) => !name.startsWith('factors/')).map((name) => checkTable(name, read(name), ids, described)),
  ];
}
