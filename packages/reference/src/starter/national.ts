/** National series of the starter inventory, from the place tables and the electricity demand table. */
import type { StarterNational, StarterSeries } from '@thousand-cities/model';
import { parseYears, type YearTable } from '../places/years.ts';
import { parseTable } from '../table.ts';
import { starterRegion } from './regions.ts';

type ReadTable = (name: string) => string;

/** Read the national figures of every country. @throws {TableError} */
export function readStarterNational(read: ReadTable): ReadonlyMap<string, StarterNational> {
  const years = (name: string): YearTable => parseYears(name, read(name));
  const emissions = years('places/emissions-per-head');
  const demand = years('starter/electricity-demand-per-head');
  const generation = years('places/electricity-per-head');
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
      electricity: demand.get(iso3) ?? generation.get(iso3),
      gridIntensity: intensity.get(iso3),
      gdp: gdp.get(iso3),
    };
    const known = Object.fromEntries(
      Object.entries(series).filter((entry) => entry[1] !== undefined && entry[1].length > 0),
    );
    national.set(iso3, { iso3, region: starterRegion(row.text('subregion')), ...known });
  }
  fillGaps(national, read);
  return national;
}

const FIGURES = ['buildings', 'manufacturing', 'transport', 'electricity', 'gridIntensity', 'gdp'] as const;

/**
 * Amend what a country lacks by `national-gaps.csv`: a value of its own, or the series of a country like it.
 * A figure that is named takes the place of what is known (it is named because that is wrong); `all` only fills what is missing.
 */
function fillGaps(national: Map<string, StarterNational>, read: ReadTable): void {
  for (const row of parseTable('starter/national-gaps', read('starter/national-gaps')).rows) {
    const iso3 = row.text('iso3');
    const own = national.get(iso3) ?? row.fail('iso3', `no country "${iso3}"`);
    const like = row.optionalText('like');
    const donor = like === undefined ? undefined : (national.get(like) ?? row.fail('like', `no country "${like}"`));
    const wanted = row.oneOf('figure', [...FIGURES, 'all']);
    const filled: Partial<Record<(typeof FIGURES)[number], StarterSeries>> = {};
    for (const figure of wanted === 'all' ? FIGURES : [wanted]) {
      if (wanted === 'all' && own[figure] !== undefined) continue;
      const series = donor === undefined ? [{ year: row.number('year'), value: row.number('value') }] : donor[figure];
      if (series !== undefined) filled[figure] = series;
    }
    national.set(iso3, { ...own, ...filled });
  }
}
