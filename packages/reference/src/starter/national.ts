/** National series of the starter inventory, from the place tables and the electricity demand table. */
import type { StarterNational } from '@thousand-cities/model';
import { parseYears, type YearTable } from '../places/years.ts';
import { parseTable } from '../table.ts';
import { starterRegion } from './regions.ts';

type ReadTable = (name: string) => string;

/** Read the national figures of every country. @throws {TableError} */
export function readStarterNational(read: ReadTable): ReadonlyMap<string, StarterNational> {
  const years = (name: string): YearTable => parseYears(name, read(name));
  const emissions = years('places/emissions-per-head');
  const demand = years('starter/electricity-demand-per-head');
  const intensity = years('places/grid-intensity');
  const gdp = years('places/gdp-per-head');
  const national = new Map<string, StarterNational>();
  for (const row of parseTable('places/countries', read('places/countries')).rows) {
    const iso3 = row.text('iso3');
    const emitted = (key: string) => emissions.get(`${iso3}|${key}/CO2e`);
    const series = {
      buildings: emitted('residential-and-other-fuel'),
      manufacturing: emitted('manufacturing-fuel'),
      transport: emitted('transport'),
      electricity: demand.get(iso3),
      gridIntensity: intensity.get(iso3),
      gdp: gdp.get(iso3),
    };
    const known = Object.fromEntries(
      Object.entries(series).filter((entry) => entry[1] !== undefined && entry[1].length > 0),
    );
    national.set(iso3, { iso3, region: starterRegion(row.text('subregion')), ...known });
  }
  return national;
}
