/** Population, urban share, GDP per head and HDI by country. */
import type { CountrySeed } from './countries.ts';
import { figure, readCsv, readSheet, type Row } from './inputs.ts';
import { collect, type NameLookup, type Series } from './names.ts';
import { rounded, significant, span, writeYears } from './tables.ts';

const FIRST = 1990;
/** Last year for which the UN estimate is history (World Population Prospects 2022). */
const LAST_ESTIMATE = 2022;
const HORIZON = 2060;

function unHistory(dir: string, iso3Of: ReadonlyMap<string, string>): Series {
  return collect(
    readCsv(dir, 'national/un_wpp2022/Population.csv'),
    (row) => iso3Of.get(row['actor_id']!),
    'year',
    (row) => figure(row['population']),
  );
}

function bankHistory(dir: string, codes: ReadonlySet<string>): Series {
  return collect(
    readCsv(dir, 'national/datahub_core/population.csv'),
    (row) => (codes.has(row['Country Code']!) ? row['Country Code'] : undefined),
    'Year',
    (row) => figure(row['Value']),
  );
}

/** Population compiled by OWID: history and the medium variant of the UN 2017 revision. Entities that are regions have no code and drop out. */
function projection(dir: string, lookup: NameLookup): Series {
  const column = 'Population by country, historic and projections (Gapminder & UN)';
  return collect(
    readCsv(dir, 'national/owid/Population_by_country_1800_2100.csv'),
    (row) => lookup(row['Entity']!),
    'Year',
    (row) => figure(row[column]),
  );
}

/** The summed projection of a place's M49 subregion: what small territories are moved with that the UN series leaves out. */
function subregionGrowth(ahead: Series, seeds: readonly CountrySeed[], iso3: string): Map<number, number> {
  const own = seeds.find((seed) => seed.iso3 === iso3)!;
  const members = seeds
    .filter((seed) => seed.subregion === own.subregion)
    .flatMap((seed) => ahead.get(seed.iso3) ?? []);
  const total = (year: number) => members.reduce((sum, years) => sum + (years.get(year) ?? 0), 0);
  return new Map(span(LAST_ESTIMATE, HORIZON).map((year) => [year, total(year)]));
}

/** UN history to 2022 (World Bank where the UN series has no such place), then the growth of the UN 2017 medium variant from that level. */
export function population(dir: string, lookup: NameLookup, seeds: readonly CountrySeed[]): Series {
  const codes = new Set(seeds.map((seed) => seed.iso3));
  const un = unHistory(dir, new Map(seeds.map((seed) => [seed.iso2, seed.iso3])));
  const bank = bankHistory(dir, codes);
  const ahead = projection(dir, lookup);
  const result: Series = new Map();
  for (const iso3 of new Set([...un.keys(), ...bank.keys()])) {
    const past = un.get(iso3)?.has(LAST_ESTIMATE) ? un.get(iso3)! : bank.get(iso3);
    const base = past?.get(LAST_ESTIMATE);
    if (!past || base === undefined) continue;
    const years = new Map([...past].filter(([year]) => year >= FIRST && year <= LAST_ESTIMATE));
    const growth = ahead.has(iso3) ? ahead.get(iso3) : subregionGrowth(ahead, seeds, iso3);
    const growthBase = growth?.get(LAST_ESTIMATE);
    for (const year of span(LAST_ESTIMATE + 1, HORIZON)) {
      const then = growth?.get(year);
      if (then !== undefined && growthBase !== undefined) years.set(year, (base * then) / growthBase);
    }
    result.set(iso3, years);
  }
  const total = (year: number) => [...result.values()].reduce((sum, years) => sum + (years.get(year) ?? 0), 0);
  return result.set('WLD', new Map(span(FIRST, HORIZON).map((year) => [year, total(year)])));
}

export function urbanShare(dir: string, lookup: NameLookup): Series {
  const file = 'national/owid/Urban_and_rural_population_1950-2050_-_UN_World_Urbanization_Prospects_2018.csv';
  const urban = 'Urban population 1950-2050 (UN World Urbanization Prospects 2018)';
  const rural = 'Rural population 1950-2050 (UN World Urbanization Prospects 2018)';
  const share = (row: Row) => {
    const town = figure(row[urban]);
    const country = figure(row[rural]);
    return town === undefined || country === undefined || town + country === 0 ? undefined : town / (town + country);
  };
  return collect(
    readCsv(dir, file),
    (row) => (row['Entity'] === 'World' ? 'WLD' : lookup(row['Entity']!)),
    'Year',
    share,
  );
}

/** GDP per head in current US$: World Bank GDP over World Bank population of the same year. */
export function gdpPerHead(dir: string, codes: ReadonlySet<string>): Series {
  const known = new Set([...codes, 'WLD']);
  const people = bankHistory(dir, known);
  return collect(
    readCsv(dir, 'national/datahub_core/gdp.csv'),
    (row) => (known.has(row['Country Code']!) ? row['Country Code'] : undefined),
    'Year',
    (row) => {
      const heads = people.get(row['Country Code']!)?.get(Number(row['Year']));
      const gdp = figure(row['Value']);
      return heads === undefined || gdp === undefined ? undefined : gdp / heads;
    },
  );
}

/** World HDI: Human Development Report 2018 (Table 2), 2019 (2018 value) and 2023/24 (2022 value). */
const WORLD_HDI: readonly (readonly [number, number])[] = [
  [1990, 0.598],
  [2000, 0.642],
  [2010, 0.698],
  [2012, 0.709],
  [2014, 0.718],
  [2015, 0.722],
  [2016, 0.726],
  [2017, 0.728],
  [2018, 0.731],
  [2022, 0.739],
];

/** HDI to 2017 (UNDP 2018 update) and 2022 (UNDP 2023/24, as compiled in INFORM Risk 2025). */
export function hdi(dir: string, lookup: NameLookup, codes: ReadonlySet<string>): Series {
  const series = collect(
    readCsv(dir, 'national/owid/Human_Development_Index_-_UNDP.csv'),
    (row) => lookup(row['Entity']!),
    'Year',
    (row) => figure(row['Human Development Index (UNDP)']),
  );
  const file = 'hazards/inform/inform_risk_2025_v070.xlsx';
  const column = 'Human Development Index';
  const data = readSheet(dir, file, 'Indicator Data');
  const dates = readSheet(dir, file, 'Indicator Date');
  const header = data.find((row) => row.includes(column))!;
  const at = header.indexOf(column);
  const dateHeader = dates.find((row) => row.includes(column))!;
  const dated = new Map(dates.map((row) => [row[1], row[dateHeader.indexOf(column)]]));
  for (const row of data) {
    const value = figure(row[at]);
    if (value === undefined || !codes.has(row[1]!)) continue;
    if (dated.get(row[1]) !== '2022') continue;
    const years = series.get(row[1]!) ?? new Map<number, number>();
    series.set(row[1]!, years.set(2022, value));
  }
  return series.set('WLD', new Map(WORLD_HDI));
}

export interface People {
  readonly population: Series;
  readonly gdpPerHead: Series;
}

/** Write the four tables. */
export function buildPeople(dir: string, lookup: NameLookup, seeds: readonly CountrySeed[]): People {
  const codes = new Set(seeds.map((seed) => seed.iso3));
  const heads = population(dir, lookup, seeds);
  const gdp = gdpPerHead(dir, codes);
  writeYears('population', heads, span(FIRST, HORIZON), (v) => Math.round(v));
  writeYears('urban-share', urbanShare(dir, lookup), span(2000, 2050), (v) => rounded(v, 4)!);
  writeYears('gdp-per-head', gdp, span(2000, 2023), (v) => significant(v, 5)!);
  writeYears('hdi', hdi(dir, lookup, codes), [...span(1990, 2018), 2022], (v) => rounded(v, 3)!);
  return { population: heads, gdpPerHead: gdp };
}
