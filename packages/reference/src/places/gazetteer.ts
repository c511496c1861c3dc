/** The cities of a reference set with search, lookup and the thousand, each prepared when first asked for. */
import { DomainError } from '@thousand-cities/model';
import { parseCities, parseCityAliases, parseStates, parseThousand, type City } from './cities.ts';
import { parseCountryAliases, type Country } from './countries.ts';
import { findCity } from './find.ts';
import { lazy } from './lazy.ts';
import { createNameIndex } from './name-index.ts';
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
  const cities = lazy(() => [...parseCities(read('places/cities')), ...parseCities(read('places/municipalities'))]);
  const byId = lazy(() => new Map(cities().map((city) => [city.id, city])));
  const aliases = lazy(() => parseCityAliases(read('places/city-aliases')));
  const search = lazy(() => createCitySearch(cities(), aliases()));
  const names = lazy(() => createNameIndex(cities(), aliases()));
  const countryAliases = lazy(() => parseCountryAliases(read('places/country-aliases')));
  const states = lazy(() => parseStates(read('places/states')));
  const finder = {
    get names() {
      return names();
    },
    get search() {
      return search();
    },
    get countries() {
      return countries();
    },
    get countryAliases() {
      return countryAliases();
    },
    get states() {
      return states();
    },
  };
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
    find: (name, country) => findCity(finder, cities(), name, country),
  };
}
