/** The cities of a reference set with search, lookup and the thousand, each prepared when first asked for. */
import { DomainError } from '@thousand-cities/model';
import { parseCities, parseCityAliases, parseThousand, type City } from './cities.ts';
import type { Country } from './countries.ts';
import { findCity } from './find.ts';
import { lazy } from './lazy.ts';
import type { ReadTable } from './profile.ts';
import { createCitySearch, type CitySearch } from './search.ts';

/** Every city and how to find it. */
export interface Gazetteer {
  readonly cities: readonly City[];
  readonly search: CitySearch;
  /** The thousand, largest first. */
  readonly thousand: readonly City[];
  /** @throws {DomainError} `unknown-city` */
  city(id: string): City;
  /** @throws {DomainError} `unknown-city`, `ambiguous-city`, `unknown-country`; see `findCity` */
  find(name: string, country?: string): City;
}

/** Open the city tables. */
export function openGazetteer(read: ReadTable, countries: () => readonly Country[]): Gazetteer {
  const cities = lazy(() => parseCities(read('places/cities')));
  const byId = lazy(() => new Map(cities().map((city) => [city.id, city])));
  const search = lazy(() => createCitySearch(cities(), parseCityAliases(read('places/city-aliases'))));
  const city = (id: string): City => {
    const found = byId().get(id);
    if (!found) throw new DomainError('unknown-city', `no city with GeoNames id ${id}`, ['city', 'id']);
    return found;
  };
  const thousand = lazy(() => parseThousand(read('places/thousand')).map(city));
  return {
    get cities() {
      return cities();
    },
    get search() {
      return search();
    },
    get thousand() {
      return thousand();
    },
    city,
    find: (name, country) => findCity({ search: search(), countries: countries() }, cities(), name, country),
  };
}
