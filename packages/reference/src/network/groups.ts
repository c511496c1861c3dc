/** Regions and networks in which cities of the thousand can be taken together. */
import type { Source, ThousandGroup } from '@thousand-cities/model';
import type { Country } from '../places/countries.ts';
import { parseTable } from '../table.ts';

/** A group by its countries. The `region` groups hold every country once. */
export type CountryGroup = ThousandGroup & { readonly countries: readonly string[] };

/**
 * Read `network/groups.csv`. `m49` lists regions or subregions as `countries.csv` has them, `countries` lists ISO3 codes.
 *
 * @throws {TableError} for an unknown source, region or country
 */
export function parseGroups(
  text: string,
  countries: readonly Country[],
  sources: readonly Source[],
): readonly CountryGroup[] {
  return parseTable('network/groups', text).rows.map((row) => {
    const source = sources.find(({ id }) => id === row.text('source')) ?? row.fail('source', 'is not in sources.csv');
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
      source: citationOf(source),
    };
  });
}

/** A source in one line. */
export function citationOf({ title, publisher, year, licence }: Source): string {
  return `${title}. ${publisher}, ${year} (${licence})`;
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
