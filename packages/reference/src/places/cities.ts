/** Cities of 15,000 inhabitants and more: position, population, and what is known of area and climate. */
import { TableError, parseTable } from '../table.ts';

/**
 * Where a city's degree days come from: `nangini-2019` and `kona-2021` are published figures, `assumption` is a rounded normal
 * of ours, `modelled` the mean of the most similar places with figures. See docs/methods/places.md.
 */
export type ClimateBasis = 'nangini-2019' | 'kona-2021' | 'assumption' | 'modelled';

export interface City {
  /** GeoNames id. */
  readonly id: string;
  readonly name: string;
  readonly iso2: string;
  readonly lat: number;
  readonly lon: number;
  /** Population as GeoNames gives it, about 2015-2020; the boundary is the publisher's and is not stated. */
  readonly population: number;
  /** A part of another city (GeoNames PPLX and the like): found by search, never one of the thousand unless listed. */
  readonly section: boolean;
  /** UN/LOCODE without the space, where a Wikidata match is beyond doubt. */
  readonly locode?: string;
  readonly areaKm2?: number;
  /** Heating degree days per year, base 15.5 °C. */
  readonly heatingDegreeDays: number;
  /** Cooling degree days per year, base 23 °C. */
  readonly coolingDegreeDays: number;
  readonly climateBasis: ClimateBasis;
  /** Letters of the state (`states.csv`): the USA, Canada, Australia and Brazil. */
  readonly state?: string;
}

const BASES: Readonly<Record<string, ClimateBasis>> = {
  n: 'nangini-2019',
  k: 'kona-2021',
  a: 'assumption',
  m: 'modelled',
};

const HEADER = 'id,name,iso2,lat,lon,population,section,locode,area_km2,hdd,cdd,climate,state';

/** Fields of a line in which only the name may be quoted. */
function fieldsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const match = /^(\d+),"((?:[^"]|"")*)",(.*)$/.exec(line);
  return match ? [match[1]!, match[2]!.replaceAll('""', '"'), ...match[3]!.split(',')] : [];
}

/**
 * Read `cities.csv`. It is the largest table (24,000 lines), so it has a reader of its own.
 *
 * @throws {TableError}
 */
export function parseCities(text: string): readonly City[] {
  const lines = text.split(/\r?\n/);
  if (lines[0] !== HEADER) throw new TableError('places/cities', 1, '', `the header is not "${HEADER}"`);
  const cities: City[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (line !== '') cities.push(cityOf(i + 1, fieldsOf(line)));
  }
  return cities;
}

function cityOf(line: number, fields: readonly string[]): City {
  if (fields.length !== 13)
    throw new TableError('places/cities', line, '', `has ${fields.length} fields, the header 13`);
  const number = (index: number, column: string): number => {
    const value = Number(fields[index]);
    if (fields[index] === '' || !Number.isFinite(value)) {
      throw new TableError('places/cities', line, column, `"${fields[index] ?? ''}" is not a number`);
    }
    return value;
  };
  const climateBasis = BASES[fields[11]!];
  if (!climateBasis)
    throw new TableError('places/cities', line, 'climate', `"${fields[11] ?? ''}" is none of n, k, a, m`);
  return {
    id: fields[0]!,
    name: fields[1]!,
    iso2: fields[2]!,
    lat: number(3, 'lat'),
    lon: number(4, 'lon'),
    population: number(5, 'population'),
    section: fields[6] === 'x',
    ...(fields[7] === '' ? {} : { locode: fields[7]! }),
    ...(fields[8] === '' ? {} : { areaKm2: number(8, 'area_km2') }),
    heatingDegreeDays: number(9, 'hdd'),
    coolingDegreeDays: number(10, 'cdd'),
    climateBasis,
    ...(fields[12] === '' ? {} : { state: fields[12]! }),
  };
}

/** Another name of a city: an exonym, a former or a local name. */
export interface CityAlias {
  readonly alias: string;
  readonly id: string;
}

/** Read `city-aliases.csv`. @throws {TableError} */
export function parseCityAliases(text: string): readonly CityAlias[] {
  return parseTable('places/city-aliases', text).rows.map((row) => ({ alias: row.text('alias'), id: row.text('id') }));
}

/** A state or province by its letters. */
export interface State {
  readonly iso2: string;
  readonly code: string;
  readonly name: string;
}

/** Read `states.csv`. @throws {TableError} */
export function parseStates(text: string): readonly State[] {
  return parseTable('places/states', text).rows.map((row) => ({
    iso2: row.text('iso2'),
    code: row.text('code'),
    name: row.text('name'),
  }));
}

/** Read `thousand.csv`: ids of the thousand cities, largest first. @throws {TableError} */
export function parseThousand(text: string): readonly string[] {
  return parseTable('places/thousand', text).rows.map((row) => row.text('id'));
}
