/** National emissions per head by sector and gas, and national CO2. */
import { figure, readCsv, readSheet, type Row } from './inputs.ts';
import { collect, type NameLookup, type Series } from './names.ts';
import { significant, span, writeTable, writeYears } from './tables.ts';

const EDGAR = 'national/edgar_national/EDGARv7.0_GHG_AR4_AR5.xlsx';
const SHEET = 'Total GHG by sector country AR5';
const YEARS = [1990, 1995, 2000, 2005, ...span(2008, 2021)];

/** EDGAR's five sectors under our keys. */
const SECTORS: Readonly<Record<string, string>> = {
  'Power Industry': 'power-industry',
  'Other industrial combustion': 'manufacturing-fuel',
  Buildings: 'residential-and-other-fuel',
  Transport: 'transport',
  'Other sectors': 'processes-agriculture-waste',
};

/** EDGAR reports Serbia, Montenegro and Kosovo as one; each gets the same figure per head. */
const SHARED: Readonly<Record<string, readonly string[]>> = { SCG: ['SRB', 'MNE', 'XKX'] };

type Keyed = Map<string, Map<string, Map<number, number>>>;

function put(target: Keyed, iso3: string, key: string, year: number, value: number): void {
  let keys = target.get(iso3);
  if (!keys) target.set(iso3, (keys = new Map()));
  let years = keys.get(key);
  if (!years) keys.set(key, (years = new Map()));
  years.set(year, value);
}

/** Mt CO2e by EDGAR code, key and year. */
function edgar(dir: string): Keyed {
  const rows = readSheet(dir, EDGAR, SHEET);
  const start = rows.findIndex((row) => row[0] === 'Sector');
  const header = rows[start]!;
  const result: Keyed = new Map();
  for (const row of rows.slice(start + 1)) {
    const key = SECTORS[row[0]?.trim() ?? ''];
    if (key === undefined) continue;
    header.forEach((year, i) => {
      const value = figure(row[i]);
      if (/^\d{4}$/.test(year) && value !== undefined) put(result, row[1]!, key, Number(year), value);
    });
  }
  return result;
}

const heads = (population: Series, iso3: string, year: number) => population.get(iso3)?.get(year);

function perHeadOfEdgar(megatonnes: Keyed, population: Series, result: Keyed): void {
  for (const [code, keys] of megatonnes) {
    const members = SHARED[code] ?? [code];
    for (const [key, years] of keys)
      for (const [year, value] of years) {
        const people = members.map((iso3) => heads(population, iso3, year));
        if (!YEARS.includes(year) || people.some((count) => count === undefined)) continue;
        const total = people.reduce<number>((sum, count) => sum + count!, 0);
        for (const iso3 of members) put(result, iso3, `${key}/CO2e`, year, (value * 1e6) / total);
      }
  }
}

/** Non-energy sectors of Climate Watch by gas: column, our key, GWP100 (AR4) that the publisher weighed it with. */
const CLIMATE_WATCH = 'national/owid/';
const AR4_CH4 = 25;
const AR4_N2O = 298;
const BY_GAS: readonly { file: string; gas: string; gwp: number; columns: Readonly<Record<string, string>> }[] = [
  {
    file: 'Methane_emissions_by_sector_(CAIT_2021).csv',
    gas: 'CH4',
    gwp: AR4_CH4,
    columns: { Agriculture: 'agriculture', Waste: 'waste', 'Fugitive emissions': 'fugitive' },
  },
  {
    file: 'Nitrous_oxide_emissions_by_sector_(CAIT_2021).csv',
    gas: 'N2O',
    gwp: AR4_N2O,
    columns: { Agriculture: 'agriculture', Waste: 'waste', Industry: 'industrial-processes' },
  },
  {
    file: 'CO2_emissions_by_sector_(CAIT_2021).csv',
    gas: 'CO2',
    gwp: 1,
    columns: { Industry: 'industrial-processes' },
  },
];

const WATCH_YEARS = [1990, 2000, 2005, ...span(2010, 2018)];

function perHeadOfClimateWatch(dir: string, lookup: NameLookup, population: Series, result: Keyed): void {
  for (const { file, gas, gwp, columns } of BY_GAS)
    for (const row of readCsv(dir, CLIMATE_WATCH + file)) {
      const iso3 = lookup(row['Entity']!);
      const year = Number(row['Year']);
      const people = iso3 === undefined ? undefined : heads(population, iso3, year);
      if (iso3 === undefined || people === undefined || !WATCH_YEARS.includes(year)) continue;
      for (const [column, sector] of Object.entries(columns)) {
        const value = figure(row[column]);
        if (value !== undefined) put(result, iso3, `${sector}/${gas}`, year, (value * 1e6) / gwp / people);
      }
    }
}

/** CO2 by country: CDIAC to 2014 (t C × 44/12 × 1000), then moved with EDGAR's four combustion sectors. */
function nationalCo2(dir: string, lookup: (name: string) => string | undefined, megatonnes: Keyed): Series {
  const thousandTonnesCarbon = (row: Row) => {
    const value = figure(row['Total']);
    return value === undefined ? undefined : (value * 1000 * 44) / 12;
  };
  const file = 'national/datahub_core/fossil-fuel-co2-emissions-by-nation.csv';
  const series = collect(readCsv(dir, file), (row) => lookup(row['Country']!), 'Year', thousandTonnesCarbon);
  for (const [iso3, years] of series) {
    const keys = megatonnes.get(iso3);
    const last = years.get(2014);
    if (!keys || last === undefined) continue;
    const combustion = (year: number) =>
      ['power-industry', 'manufacturing-fuel', 'residential-and-other-fuel', 'transport'].reduce(
        (sum, key) => sum + (keys.get(key)?.get(year) ?? 0),
        0,
      );
    for (const year of span(2015, 2021)) years.set(year, (last * combustion(year)) / combustion(2014));
  }
  return series;
}

/** World CO2 in t: Global Carbon Project 2024, fossil, without the carbonation sink (the file is in Gt CO2). */
function worldCo2(dir: string): Map<number, number> {
  const rows = readCsv(dir, 'global/gcp_v2024_co2_1750-2023_prelim_2024.csv');
  return new Map(rows.map((row) => [Number(row['Year']), Number(row['fossil emissions excluding carbonation']) * 1e9]));
}

/** Write `emissions-per-head.csv` and `co2.csv`. */
export function buildEmissions(
  dir: string,
  lookup: NameLookup,
  population: Series,
  cdiac: (name: string) => string | undefined,
): void {
  const megatonnes = edgar(dir);
  const result: Keyed = new Map();
  perHeadOfEdgar(megatonnes, population, result);
  perHeadOfClimateWatch(dir, lookup, population, result);
  const years = YEARS;
  const rows = [...result]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([iso3, keys]) =>
      [...keys]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, values]) => [iso3, key, ...years.map((y) => significant(values.get(y), 4))]),
    );
  writeTable('emissions-per-head', ['iso3', 'key', ...years.map(String)], rows);
  const co2 = nationalCo2(dir, cdiac, megatonnes).set('WLD', worldCo2(dir));
  writeYears('co2', co2, span(1990, 2024), (v) => significant(v, 5)!);
}
