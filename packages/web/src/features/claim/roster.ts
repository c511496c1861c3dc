/** Who the thousand are: what controls, map and table need of them. Small enough to cross a thread at once. */
import type { ThousandCountry, ThousandData } from '@thousand-cities/model';
import type { Place } from './state.ts';

/** One entry per city in each column, largest first. */
export interface Roster {
  readonly id: readonly string[];
  readonly name: readonly string[];
  /** ISO 3166-1 alpha-3. */
  readonly iso3: readonly string[];
  /** Degrees. */
  readonly lat: readonly number[];
  readonly lon: readonly number[];
  readonly kind: readonly ('reported' | 'starter')[];
  readonly inventoryYear: readonly number[];
  readonly countries: readonly ThousandCountry[];
  readonly places: readonly RosterPlace[];
  /** Cities with a pledge that says how much by when. */
  readonly pledged: number;
  readonly reference: string;
  readonly gwpSet: string;
}

/** A part of the world that cities can be taken from. */
export interface RosterPlace extends Place {
  readonly kind: 'region' | 'network' | 'country';
  /** English; catalogues and browsers know others. */
  readonly name: string;
  readonly iso2?: string;
  readonly cities: number;
  /** Where they are in the columns. */
  readonly members: readonly number[];
}

/** Gather the roster of a document. */
export function rosterOf(data: ThousandData): Roster {
  const { cities, countries } = data;
  return {
    id: cities.id,
    name: cities.name,
    iso3: cities.iso3,
    lat: cities.lat,
    lon: cities.lon,
    kind: cities.inventoryKind,
    inventoryYear: cities.inventoryYear,
    countries,
    places: placesOf(data),
    pledged: data.pledges.stated.filter(({ steps }) => steps.length > 0).length,
    reference: data.reference.id,
    gwpSet: data.gwpSet,
  };
}

function placesOf({ cities, countries, groups }: ThousandData): readonly RosterPlace[] {
  const all = cities.iso3.map((iso3, at) => ({ iso3, at }));
  const within = (isMember: (city: { readonly iso3: string; readonly at: number }) => boolean) => {
    const members = all.filter(isMember).map(({ at }) => at);
    return { members, cities: members.length };
  };
  const ofGroups = groups.map(({ id, kind, name, countries: lands, cities: listed }) => {
    const [byCountry, byName] = [new Set(lands), new Set(listed)];
    return { group: id, kind, name, ...within(({ iso3, at }) => byCountry.has(iso3) || byName.has(at)) };
  });
  const ofCountries = countries.map(({ iso3, iso2, name }) => {
    return { country: iso3, kind: 'country' as const, name, iso2, ...within((city) => city.iso3 === iso3) };
  });
  return [...ofGroups, ...ofCountries].filter((place) => place.cities > 0);
}

/** The place a choice names; `undefined` is the world; `'unknown'` is a place that has none of the thousand. */
export function findPlace({ places }: Roster, { group, country }: Place): RosterPlace | 'unknown' | undefined {
  if (group === undefined && country === undefined) return undefined;
  return places.find((place) => place.group === group && place.country === country) ?? 'unknown';
}
