/** The evaluation inventories as samples: per-head figures by reference, with the place as the product would know it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { City, GpcRef } from '@thousand-cities/model';
import { parseTable } from '@thousand-cities/reference';

/** Folder of the evaluation data, or `undefined` where it is not there. */
export function evaluationData(): string | undefined {
  const fallback = fileURLToPath(new URL('../../../shared', import.meta.url));
  const root = process.env['THOUSAND_CITIES_SHARED'] ?? fallback;
  const folder = `${root}/data/c40`;
  return existsSync(`${folder}/totals.csv`) ? `${root}/data` : undefined;
}

/** One city-year. */
export interface Sample {
  readonly city: City;
  readonly year: number;
  readonly areaKm2?: number;
  /** Published totals, t CO2e. */
  readonly basic: number;
  readonly territorial: number;
  /** Figures by reference, t CO2e; references with a notation key are absent. */
  readonly refs: ReadonlyMap<GpcRef, number>;
}

/** Names under which GeoNames lists the cities, where they differ from the inventories'. */
const NAMES: Readonly<Record<string, string>> = {
  'Durban (eThekwini)': 'Durban',
  'Delhi NCT': 'Delhi',
  'Ciudad de México': 'Mexico City',
  'Washington, DC': 'Washington, D.C.',
  Ekurhuleni: 'Boksburg',
};

const COUNTRIES: Readonly<Record<string, string>> = {
  'Côte d’Ivoire': 'CIV',
  Argentina: 'ARG',
  Australia: 'AUS',
  Brazil: 'BRA',
  Canada: 'CAN',
  Chile: 'CHL',
  Colombia: 'COL',
  Denmark: 'DNK',
  France: 'FRA',
  Germany: 'DEU',
  Ghana: 'GHA',
  Greece: 'GRC',
  India: 'IND',
  Israel: 'ISR',
  Italy: 'ITA',
  Japan: 'JPN',
  Kenya: 'KEN',
  Mexico: 'MEX',
  Peru: 'PER',
  Philippines: 'PHL',
  Senegal: 'SEN',
  'South Africa': 'ZAF',
  'South Korea': 'KOR',
  Spain: 'ESP',
  Sweden: 'SWE',
  USA: 'USA',
  'United Kingdom': 'GBR',
  Vietnam: 'VNM',
};

/** A place of the gazetteer. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly iso3: string;
  readonly population: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** Read the gazetteer of the evaluation folder with ISO 3166-1 alpha-3 codes. */
export function readPlaces(data: string, iso3Of: ReadonlyMap<string, string>): readonly Place[] {
  const text = readFileSync(`${data}/cities/geonames/geonames_cities_pop15000.csv`, 'utf8');
  return parseTable('geonames', text).rows.flatMap((row) => {
    const iso3 = iso3Of.get(row.text('country'));
    if (iso3 === undefined) return [];
    return {
      id: row.text('geoname_id'),
      name: row.text('name'),
      iso3,
      population: row.number('population'),
      latitude: row.number('lat'),
      longitude: row.number('lon'),
    };
  });
}

/** Read the samples. @throws when a city is not in the gazetteer: the list of names above is then short of one */
export function readSamples(data: string, places: readonly Place[]): readonly Sample[] {
  const refs = readRefs(data);
  return parseTable('totals', readFileSync(`${data}/c40/totals.csv`, 'utf8')).rows.map((row) => {
    const name = row.text('City');
    const year = row.number('Year_calendar');
    const country = COUNTRIES[row.text('Country')];
    const place = placeOf(NAMES[name] ?? name, country, places);
    const areaKm2 = row.optionalNumber('Area');
    return {
      city: {
        id: place.id,
        name,
        country: place.iso3,
        latitude: place.latitude,
        longitude: place.longitude,
        population: row.number('Population'),
      },
      year,
      ...(areaKm2 !== undefined && { areaKm2 }),
      basic: row.number('BASIC'),
      territorial: row.number('Territorial'),
      refs: refs.get(`${name}|${year}`) ?? new Map(),
    };
  });
}

function placeOf(name: string, iso3: string | undefined, places: readonly Place[]): Place {
  const found = places
    .filter((place) => place.iso3 === iso3 && plain(place.name) === plain(name))
    .sort((a, b) => b.population - a.population)[0];
  if (found === undefined) throw new Error(`${name} (${iso3}) is not in the gazetteer`);
  return found;
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}

function readRefs(data: string): ReadonlyMap<string, ReadonlyMap<GpcRef, number>> {
  const held = new Map<string, Map<GpcRef, number>>();
  for (const row of parseTable('inventories', readFileSync(`${data}/c40/inventories.csv`, 'utf8')).rows) {
    const key = `${row.text('city')}|${row.text('year')}`;
    const tonnes = row.optionalNumber('co2e_tonnes');
    const refs = held.get(key) ?? new Map<GpcRef, number>();
    held.set(key, refs);
    if (tonnes !== undefined) refs.set(row.text('gpc_ref'), tonnes);
  }
  return held;
}
