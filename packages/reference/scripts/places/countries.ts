/** Countries: codes and names (ISO 3166-1, CLDR), UN M49 regions, currency (ISO 4217), income group by rule. */
import { readFileSync } from 'node:fs';
import type { Series } from './names.ts';
import { writeTable } from './tables.ts';

export interface CountrySeed {
  readonly iso2: string;
  readonly iso3: string;
  readonly name: string;
  readonly region: string;
  readonly subregion: string;
  readonly currency: string;
}

const NAMES: Readonly<Record<string, string>> = {
  CD: 'DR Congo',
  CG: 'Congo',
  HK: 'Hong Kong',
  MM: 'Myanmar',
  MO: 'Macao',
  PS: 'Palestine',
};

/** Read the committed seed list of codes. */
export function readSeeds(): CountrySeed[] {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const text = readFileSync(new URL('countries-seed.txt', import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const [, region, subregion, list] = /^(.+) > (.+): (.+)$/.exec(line)!;
      return list!.split(' ').map((entry) => {
        const [, iso2, iso3, currency] = /^(..)=(...)\/(...)$/.exec(entry)!;
        const name = NAMES[iso2!] ?? names.of(iso2!)!.replace('’', "'").replace('St. ', 'Saint ');
        return { iso2: iso2!, iso3: iso3!, currency: currency!, name, region: region!, subregion: subregion! };
      });
    })
    .sort((a, b) => (a.iso3 < b.iso3 ? -1 : 1));
}

/** World Bank thresholds for the year to June 2025, US$ per head, which the Bank applies to 2023 GNI (Atlas method). */
const LOW = 1145;
const LOWER_MIDDLE = 4515;
const UPPER_MIDDLE = 14005;

function groupOf(gdpPerHead: number): string {
  if (gdpPerHead <= LOW) return 'low';
  if (gdpPerHead <= LOWER_MIDDLE) return 'lower-middle';
  return gdpPerHead <= UPPER_MIDDLE ? 'upper-middle' : 'high';
}

/** Places without usable GDP per head in the source (none, or older than 2015), grouped by hand. */
const LISTED: Readonly<Record<string, string>> = {
  AIA: 'high', // British overseas territory
  BES: 'high',
  COK: 'high',
  ERI: 'low',
  ESH: 'lower-middle',
  GGY: 'high',
  GIB: 'high',
  GLP: 'high',
  GUF: 'high',
  JEY: 'high',
  MTQ: 'high',
  MYT: 'upper-middle',
  PRK: 'low',
  REU: 'high',
  SSD: 'low',
  TWN: 'high',
  VEN: 'upper-middle',
  YEM: 'low',
};

/** The newest GDP per head from 2015 on. */
function newest(years: ReadonlyMap<number, number> | undefined): { year: number; value: number } | undefined {
  const year = Math.max(...(years?.keys() ?? []));
  return year >= 2015 ? { year, value: years!.get(year)! } : undefined;
}

/** Write `countries.csv`. */
export function buildCountries(seeds: readonly CountrySeed[], gdpPerHead: Series): void {
  const rows = seeds.map((seed) => {
    const gdp = newest(gdpPerHead.get(seed.iso3));
    const listed = LISTED[seed.iso3];
    const group = gdp ? groupOf(gdp.value) : (listed ?? 'unknown');
    const basis = gdp ? `gdp-${gdp.year}` : listed === undefined ? 'none' : 'judgement';
    return [seed.iso3, seed.iso2, seed.name, seed.region, seed.subregion, group, basis, seed.currency];
  });
  writeTable(
    'countries',
    ['iso3', 'iso2', 'name', 'region', 'subregion', 'income_group', 'income_basis', 'currency'],
    rows,
  );
}
