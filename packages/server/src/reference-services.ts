/** City services answered from a reference set: search, the thousand, drafts, country slices. */
import { DomainError, type ActionWords } from '@thousand-cities/model';
import { draftFor, type City, type Gazetteer, type PlaceKit, type ReferenceSet } from '@thousand-cities/reference';
import type { NetworkServices } from './network-services.ts';
import type { CityHit, CityServices, MapCity } from './services.ts';

/** Countries whose factors are kept in memory. */
const KEPT_FACTORS = 32;
/** Drafts kept in memory: the page asks for a plan right after the server has shown its first figures. */
const KEPT_DRAFTS = 64;

/** Keep the answers of a function for the latest `size` keys. */
export function remember<T>(size: number, make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    kept.delete(key);
    kept.set(key, value);
    const oldest = kept.keys().next();
    if (kept.size > size && !oldest.done) kept.delete(oldest.value);
    return value;
  };
}

/** Services over a reference set. Nothing is read from disk before it is asked for. */
export function referenceServices(reference: ReferenceSet, kit: PlaceKit, network: NetworkServices): CityServices {
  const { gazetteer, places } = reference;
  let byIso2: ReadonlyMap<string, (typeof places.countries)[number]> | undefined;
  const country = (iso2: string) => {
    byIso2 ??= new Map(places.countries.map((each) => [each.iso2, each]));
    const found = byIso2.get(iso2);
    if (!found) throw new DomainError('unknown-country', `no country has the code ${iso2}`, ['city', 'country']);
    return found;
  };
  const hit = (city: City): CityHit => {
    const { id, name, iso2, population, lat, lon } = city;
    const { iso3, name: countryName } = country(iso2);
    return { id, name, iso2, iso3, country: countryName, population, lat, lon };
  };
  // Facts change with a release: the list that every front page shows is made once.
  let thousand: readonly MapCity[] | undefined;
  const draft = remember(KEPT_DRAFTS, (id) => draftFor(gazetteer.city(id), reference, kit).plan);
  return {
    search: (query, { country: iso3, limit }) => {
      const within = iso3 === undefined ? undefined : places.countries.find((each) => each.iso3 === iso3);
      if (iso3 !== undefined && !within) {
        throw new DomainError('unknown-country', `no country has the code "${iso3}"`, ['country']);
      }
      return gazetteer.search
        .search(query, { limit, ...(within && { iso2: within.iso2 }) })
        .map(({ city }) => hit(city));
    },
    thousand: () => (thousand ??= gazetteer.thousand.map((city) => mapCity(city, country(city.iso2).iso3))),
    city: (id) => {
      const city = cityOf(gazetteer, id);
      return city && hit(city);
    },
    makePlan: draft,
    draftOn: (id, inventory, options) => draftFor(gazetteer.city(id), reference, kit, { inventory, ...options }).plan,
    referenceSlice: (iso3) => reference.countrySlice(iso3),
    factorSlice: remember(KEPT_FACTORS, (iso3) => reference.factorSlice(iso3)),
    actionNames: (locale) => actionNames(kit, locale),
    country: (iso3) => places.countries.find((each) => each.iso3 === iso3),
    countries: () => places.countries.map(({ iso3, iso2, name }) => ({ iso3, iso2, name })),
    network,
  };
}

function cityOf(gazetteer: Gazetteer, id: string): City | undefined {
  try {
    return gazetteer.city(id);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'unknown-city') return undefined;
    throw error;
  }
}

/** Name and description of every library action in a language; undefined where the library does not speak it. */
function actionNames({ library }: PlaceKit, locale: string): Readonly<Record<string, ActionWords>> | undefined {
  const named = library.templates.flatMap(({ id, words }) => (words[locale] ? [[id, words[locale]] as const] : []));
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}

function mapCity({ id, name, lat, lon, population }: City, iso3: string): MapCity {
  return { id, name, iso3, lat, lon, pop: population };
}
