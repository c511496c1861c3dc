/** From a name as typed to one city, or a refusal that helps. */
import { DomainError } from '@thousand-cities/model';
import type { City } from './cities.ts';
import type { Country } from './countries.ts';
import { normaliseName } from './name.ts';
import type { CitySearch } from './search.ts';

/** What finding a city needs. */
export interface CityFinder {
  readonly search: CitySearch;
  readonly countries: readonly Country[];
}

/** A city this much larger than the next of the same name is the one that is meant. */
const CLEARLY_LARGER = 5;

const describe = (city: City, countries: readonly Country[]): string => {
  const country = countries.find((candidate) => candidate.iso2 === city.iso2);
  return `${city.name} (${country?.name ?? city.iso2}, population ${city.population}, id ${city.id})`;
};

/**
 * A country by ISO 3166-1 alpha-3 or alpha-2 code or by English name.
 *
 * @throws {DomainError} `unknown-country`
 */
export function findCountry(countries: readonly Country[], wanted: string): Country {
  const text = normaliseName(wanted);
  const found = countries.find(
    ({ iso3, iso2, name }) =>
      iso3.toLowerCase() === text || iso2.toLowerCase() === text || normaliseName(name) === text,
  );
  if (!found) {
    throw new DomainError('unknown-country', `no country "${wanted}": give its English name or ISO 3166 code`, [
      'city',
      'country',
    ]);
  }
  return found;
}

/**
 * The one city of this name. Where several have it, the one at least five times as large as the next is meant; sections
 * of cities (Brooklyn, Wandsbek) give way to cities. A GeoNames id is taken as such.
 *
 * @param country alpha-3 or alpha-2 code, or English name
 * @throws {DomainError} `unknown-city` with suggestions, `ambiguous-city` with the candidates, `unknown-country`
 */
export function findCity(finder: CityFinder, cities: readonly City[], name: string, country?: string): City {
  const within = country === undefined ? undefined : findCountry(finder.countries, country);
  if (/^\d+$/.test(name.trim())) {
    const byId = cities.find((city) => city.id === name.trim());
    if (byId) return byId;
  }
  const matches = finder.search.search(name, { limit: 40, ...(within ? { iso2: within.iso2 } : {}) });
  const exact = matches.filter((match) => match.rank === 0).map((match) => match.city);
  const whole = exact.some((city) => !city.section) ? exact.filter((city) => !city.section) : exact;
  const [first, second] = whole;
  if (!first) {
    const near = matches.slice(0, 5).map((match) => describe(match.city, finder.countries));
    const hint = near.length === 0 ? 'nothing similar is known' : `did you mean ${near.join('; ')}?`;
    const where = within ? ` in ${within.name}` : '';
    throw new DomainError('unknown-city', `no city of 15,000 inhabitants or more named "${name}"${where}; ${hint}`, [
      'city',
      'name',
    ]);
  }
  if (second && first.population < CLEARLY_LARGER * second.population) {
    const list = whole.slice(0, 8).map((city) => describe(city, finder.countries));
    const remedy = within ? 'give the id' : 'name the country, or give the id';
    throw new DomainError('ambiguous-city', `"${name}" is ${whole.length} cities; ${remedy}: ${list.join('; ')}`, [
      'city',
      'name',
    ]);
  }
  return first;
}
