/** Who belongs to what: countries, regions and networks of the thousand, and what the cities have stated. */
import type { ThousandData } from '@thousand-cities/model';
import {
  citationOf,
  parseGroups,
  parsePledges,
  parseSources,
  PLEDGES_DAY,
  PLEDGES_SOURCE,
  pledgeOf,
  regionOf,
  type ReferenceSet,
} from '@thousand-cities/reference';
import { readNetworkTable } from '@thousand-cities/reference/node';
import { KNOTS } from './figures.ts';

type City = ReferenceSet['gazetteer']['thousand'][number];

export interface Members {
  /** Country and region of each city. */
  readonly iso3: readonly string[];
  readonly region: readonly string[];
  /** Parts of the document that no city's figures are in. */
  readonly document: Pick<ThousandData, 'sources' | 'countries' | 'groups' | 'pledges'>;
}

/** Work the memberships of cities out, in the order of the document. */
export function membersOf(cities: readonly City[], reference: ReferenceSet): Members {
  const { countries } = reference.places;
  const codes = new Map(countries.map((country) => [country.iso2, country.iso3]));
  const iso3 = cities.map(({ iso2 }) => codes.get(iso2)!);
  const present = new Set(iso3);
  const sources = parseSources(readNetworkTable('sources'));
  const groups = parseGroups(readNetworkTable('groups'), countries, sources);
  const list = citationOf(sources.find(({ id }) => id === PLEDGES_SOURCE)!);
  const { tracked, stated, raceToZero } = listed(cities, reference);
  return {
    iso3,
    region: iso3.map((code) => regionOf(groups, code)),
    document: {
      sources: ['Thousand Cities reference set, which names the source of every figure', ...sources.map(citationOf)],
      countries: countries
        .filter((country) => present.has(country.iso3))
        .map((country) => ({ iso3: country.iso3, iso2: country.iso2, name: country.name })),
      groups: [
        ...groups
          .map((group) => ({ ...group, countries: group.countries.filter((code) => present.has(code)) }))
          .filter((group) => group.countries.length > 0),
        { id: 'race-to-zero', kind: 'network', name: 'Race to Zero', cities: raceToZero, source: list },
      ],
      pledges: { source: list, asOf: PLEDGES_DAY, tracked, stated },
    },
  };
}

/** What the list of stated targets says of the cities, by their places. */
function listed(
  cities: readonly City[],
  reference: ReferenceSet,
): Pick<ThousandData['pledges'], 'tracked' | 'stated'> & { readonly raceToZero: readonly number[] } {
  const places = new Map(cities.map(({ id }, i) => [id, i]));
  const found = parsePledges(readNetworkTable('pledges')).flatMap((each) => {
    const place = places.get(each.city);
    return place === undefined ? [] : [{ ...each, place }];
  });
  return {
    tracked: found.map(({ place }) => place),
    stated: found.flatMap(({ place, iso3, target }) =>
      target ? [pledgeOf(place, target, reference.country(iso3).co2Tonnes, KNOTS[0])] : [],
    ),
    raceToZero: found.filter(({ isRaceToZero }) => isRaceToZero).map(({ place }) => place),
  };
}
