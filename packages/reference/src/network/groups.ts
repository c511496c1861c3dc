/** Regions and networks in which cities of the thousand can be taken together. */
import type { ThousandGroup } from '@thousand-cities/model';
import type { Country } from '../places/countries.ts';
import { parseTable } from '../table.ts';

/** Where a grouping comes from, by its word in the table. */
const SOURCES: Readonly<Record<string, string>> = {
  'un-m49': 'United Nations Statistics Division, Standard country or area codes for statistical use (M49)',
  'eu-members': 'Member states of the European Union, 2026',
};

/** A group by its countries. The `region` groups hold every country once. */
export type CountryGroup = ThousandGroup & { readonly countries: readonly string[] };

/**
 * Read `network/groups.csv`. `m49` lists regions or subregions as `countries.csv` has them, `countries` lists ISO3 codes.
 *
 * @throws {TableError} for an unknown source, region or country
 */
export function parseGroups(text: string, countries: readonly Country[]): readonly CountryGroup[] {
  return parseTable('network/groups', text).rows.map((row) => {
    const source = SOURCES[row.text('source')] ?? row.fail('source', 'is not known');
    const areas = listOf(row.optionalText('m49'));
    const named = listOf(row.optionalText('countries'));
    const unknown = named.find((iso3) => !countries.some((country) => country.iso3 === iso3));
    if (unknown !== undefined) row.fail('countries', `"${unknown}" is no country`);
    const members = countries.filter(
      ({ iso3, region, subregion }) => named.includes(iso3) || areas.includes(region) || areas.includes(subregion),
    );
    if (members.length === 0) row.fail('m49', 'holds no country');
    return {
      id: row.text('id'),
      kind: row.oneOf('kind', ['region', 'network'] as const),
      name: row.text('name'),
      countries: members.map(({ iso3 }) => iso3),
      source,
    };
  });
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(';');
}

/** The region group a country is in. @throws when the table leaves the country out, which is a fault of ours */
export function regionOf(groups: readonly CountryGroup[], iso3: string): string {
  const region = groups.find(({ kind, countries }) => kind === 'region' && countries.includes(iso3));
  if (!region) throw new Error(`${iso3} is in no region of network/groups.csv`);
  return region.id;
}
