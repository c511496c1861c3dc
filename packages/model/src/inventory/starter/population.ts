/** How many people a starter inventory is for: the administrative population where it is known, brought to the year asked for. */
import type { CountryProfile, FactSeries } from '../../reference.ts';
import type { City } from '../types.ts';
import { valueAt } from './features.ts';
import type { StarterCoefficients } from './types.ts';

/** Year that gazetteer populations are taken to stand for; they state none. An assumption. */
const GAZETTEER_YEAR = 2015;

export interface StarterPopulation {
  readonly value: number;
  /** Year of the count it is scaled from. */
  readonly countedIn: number;
  /** Source id of the count; absent for a population that came with the city. */
  readonly source?: string;
}

/**
 * Residents of the city in a year.
 *
 * Gazetteers give a built-up place or a district as often as the municipality, so a count within the administrative boundary
 * takes precedence where one is known. Either is scaled by the growth of the country: N(year) = N(t) · P(year) / P(t).
 *
 * @returns `undefined` when neither is known
 */
export function starterPopulation(
  city: City,
  country: CountryProfile,
  coefficients: StarterCoefficients,
  year: number,
): StarterPopulation | undefined {
  const known = city.id === undefined ? undefined : coefficients.cities.get(city.id)?.population;
  const count = known ?? (city.population === undefined ? undefined : { value: city.population, year: GAZETTEER_YEAR });
  if (count === undefined) return undefined;
  return {
    value: Math.round(count.value * growth(country.population, count.year, year)),
    countedIn: count.year,
    ...('source' in count && { source: count.source }),
  };
}

/** P(to) / P(from); 1 where the country’s population is not known. */
function growth(population: FactSeries | undefined, from: number, to: number): number {
  if (population === undefined || population.points.length === 0) return 1;
  return valueAt(population.points, to) / valueAt(population.points, from);
}
