/** Every city of a network, from a folder of plans, one plan or one table; what cannot be read is kept aside with its reason. */
import { statSync } from 'node:fs';
import type { CityPaths, Finding } from '@thousand-cities/model';
import { loadReference } from '@thousand-cities/reference/node';
import { Refusal } from '../failure.ts';
import { opensAsJson } from '../files.ts';
import type { Io } from '../io.ts';
import { progressOn } from '../progress.ts';
import { gatherPlans } from './from-folder.ts';
import { gatherTable } from './from-table.ts';
import type { CityRefusal } from './refusal.ts';
import { filesUnder } from './walk.ts';

/** @throws {DomainError | Refusal} where the city cannot be taken */
export type TakeCity = (city: CityPaths) => void;

export interface Gathered {
  readonly kind: 'folder' | 'plan' | 'table';
  /** Files that were opened. */
  files: number;
  /** In the order of the files. */
  readonly refusals: CityRefusal[];
  readonly passedOver: { readonly file: string; readonly reason: string }[];
  /** Of the table as a whole; those of a city go with the city. */
  readonly findings: Finding[];
}

/**
 * Give every city to `take`, one at a time; nothing of it is kept here.
 *
 * @throws {FormatError | DomainError} where a table cannot be read from its first row on
 */
export async function gather(path: string, take: TakeCity, io: Io): Promise<Gathered> {
  const once = takeOnce(take);
  const reference = loadReference();
  if (statSync(path).isDirectory()) {
    return gatherPlans('folder', filesUnder(path), reference, once, progressOn(io, 'plans read'));
  }
  if (opensAsJson(path)) {
    return gatherPlans('plan', [{ kind: 'plan', file: path }], reference, once, progressOn(io, 'plans read'));
  }
  return gatherTable(path, reference, once, io);
}

/** Each city is taken the first time its id comes. */
function takeOnce(take: TakeCity): TakeCity {
  const origins = new Map<string, string>();
  return (city) => {
    const before = origins.get(city.id);
    if (before !== undefined) {
      throw new Refusal(`${city.name} (${city.id}) is taken from ${before} already\n  remedy: keep one of the two; give two bodies of one name an id each`); // prettier-ignore
    }
    take(city);
    origins.set(city.id, city.origin ?? city.name);
  };
}
