/** Cities from one table: those with figures as they stand, those that are only named from public figures. */
import { withStatedTarget, type CityPaths } from '@thousand-cities/model';
import { countryCodes, FormatError, readNetworkTable, type NamedCity } from '@thousand-cities/formats';
import { starterPathsFor, type ReferenceSet } from '@thousand-cities/reference';
import { draftKit } from '@thousand-cities/reference/node';
import { findCity } from '../find-city.ts';
import type { Io } from '../io.ts';
import { progressOn } from '../progress.ts';
import { bytesOf } from '../read-bytes.ts';
import type { Gathered, TakeCity } from './gather.ts';
import { refusalOf } from './refusal.ts';

/**
 * Take the cities of a table. Where the file breaks off, what was read before stands, and the fault is a refusal.
 *
 * @throws {FormatError} where nothing was read before
 */
export async function gatherTable(file: string, reference: ReferenceSet, take: TakeCity, io: Io): Promise<Gathered> {
  const gathered: Gathered = { kind: 'table', files: 1, refusals: [], passedOver: [], findings: [] };
  const progress = progressOn(io, 'cities read');
  let seen = 0;
  const takeOne = (origin: string, name: string, city: () => CityPaths): void => {
    progress.show(++seen);
    try {
      take(city());
    } catch (error) {
      gathered.refusals.push(refusalOf(origin, error, name));
    }
  };
  const options = {
    file,
    countryCode: countryCodes(reference.places.countries),
    gwpSet: reference.gwpSet,
  };
  try {
    const { findings } = await readNetworkTable(bytesOf(file, io), options, (entry) => {
      if (entry.kind === 'paths') takeOne(entry.paths.origin!, entry.paths.name, () => entry.paths);
      else if (entry.kind === 'named') takeOne(entry.city.origin, entry.city.name, () => named(entry.city, reference));
      else gathered.refusals.push({ file: placeOf(entry.error), city: entry.name, reason: entry.error.problem, remedy: entry.error.remedy }); // prettier-ignore
    });
    gathered.findings.push(...findings);
  } catch (error) {
    if (!(error instanceof FormatError) || seen === 0) throw error;
    gathered.refusals.push({ file: placeOf(error), reason: `${error.problem} Nothing after it is read.`, remedy: error.remedy }); // prettier-ignore
  } finally {
    progress.end();
  }
  return gathered;
}

const placeOf = ({ place }: FormatError): string =>
  [place.file, place.row && `row ${place.row}`, place.column && `column ${place.column}`].filter(Boolean).join(', ');

/** What the table says of a city goes before what is public. @throws {DomainError | Refusal} for a city nobody knows */
function named({ id, name, country, population, said, target, origin }: NamedCity, reference: ReferenceSet): CityPaths {
  const city = findCity(reference, id ?? name, country);
  const options = { ...(population !== undefined && { residents: population }), origin };
  const paths = { ...starterPathsFor(city, reference, draftKit(), options), ...said };
  return target ? withStatedTarget(paths, target) : paths;
}
