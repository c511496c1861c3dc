/** What is known of a country, put together from the place tables in the model's shape. */
import {
  DomainError,
  type CountryProfile,
  type Fact,
  type FactSeries,
  type WorldFigures,
} from '@thousand-cities/model';
import { parseTable, type TableRow } from '../table.ts';
import { columnLookup, parseColumns, type ColumnLookup } from './columns.ts';
import { parseCountries, type Country } from './countries.ts';
import { outlookOf, parseGridOutlook, projectGridIntensity, type GridOutlook } from './grid-outlook.ts';
import {
  nearestPlaces,
  parseEnergyPrices,
  parseGridLosses,
  parseGridProxies,
  pricesOf,
  type EnergyPrices,
  type GridProxy,
} from './local-facts.ts';
import { lazy } from './lazy.ts';
import { parseYears, seriesOf, type YearTable, type YearValue } from './years.ts';

/** Text of a table by its name below `tables/` without the ending, e.g. `places/countries`. */
export type ReadTable = (name: string) => string;

/** Countries and what is known of them. */
export interface Places {
  readonly countries: readonly Country[];
  /** @throws {DomainError} `unknown-country` */
  country(iso3: string): Country;
  /** @throws {DomainError} `unknown-country` */
  profile(iso3: string): CountryProfile;
  readonly world: WorldFigures;
}

interface Tables {
  readonly column: ColumnLookup;
  years(name: string): YearTable;
  readonly countries: ReadonlyMap<string, Country>;
  readonly byEmissionKey: ReadonlyMap<string, ReadonlyMap<string, readonly YearValue[]>>;
  readonly degreeDays: ReadonlyMap<string, TableRow>;
  readonly outlook: ReadonlyMap<string, GridOutlook>;
  readonly proxies: ReadonlyMap<string, GridProxy>;
  readonly losses: ReadonlyMap<string, Fact>;
  readonly prices: EnergyPrices;
}

function groupByCountry(table: YearTable): Map<string, Map<string, readonly YearValue[]>> {
  const groups = new Map<string, Map<string, readonly YearValue[]>>();
  for (const [id, values] of table) {
    const [iso3, key] = id.split('|') as [string, string];
    let own = groups.get(iso3);
    if (!own) groups.set(iso3, (own = new Map()));
    own.set(key, values);
  }
  return groups;
}

/** Each table is read and parsed when first asked for. */
function openTables(read: ReadTable): Tables {
  const text = (name: string) => read(`places/${name}`);
  const years = new Map<string, YearTable>();
  const yearTable = (name: string): YearTable => {
    let table = years.get(name);
    if (!table) years.set(name, (table = parseYears(`places/${name}`, text(name))));
    return table;
  };
  const column = lazy(() => columnLookup(parseColumns(text('columns'))));
  const countries = lazy(() => new Map(parseCountries(text('countries')).map((country) => [country.iso3, country])));
  const byEmissionKey = lazy(() => groupByCountry(yearTable('emissions-per-head')));
  const degreeDays = lazy(
    () => new Map(parseTable('places/degree-days', text('degree-days')).rows.map((row) => [row.text('iso2'), row])),
  );
  const outlook = lazy(() => parseGridOutlook(text('grid-outlook')));
  const proxies = lazy(() => parseGridProxies(text('grid-proxies')));
  const losses = lazy(() => parseGridLosses(text('grid-losses')));
  const prices = lazy(() => parseEnergyPrices(text('energy-prices')));
  return {
    column: (table, name) => column()(table, name),
    years: yearTable,
    get countries() {
      return countries();
    },
    get byEmissionKey() {
      return byEmissionKey();
    },
    get degreeDays() {
      return degreeDays();
    },
    get outlook() {
      return outlook();
    },
    get proxies() {
      return proxies();
    },
    get losses() {
      return losses();
    },
    get prices() {
      return prices();
    },
  };
}

function series(tables: Tables, name: string, iso3: string): FactSeries | undefined {
  return seriesOf(tables.years(name).get(iso3), tables.column(name));
}

function gridSeries(tables: Tables, country: Country): FactSeries | undefined {
  const meaning = tables.column('grid-intensity');
  const own = tables.years('grid-intensity').get(country.iso3);
  const proxy = own === undefined ? tables.proxies.get(country.iso3) : undefined;
  const history =
    own ??
    (proxy === undefined
      ? undefined
      : 'like' in proxy
        ? tables.years('grid-intensity').get(proxy.like)
        : [{ year: proxy.fact.year!, value: proxy.fact.value }]);
  if (history === undefined || history.length === 0) return undefined;
  const ahead = projectGridIntensity(history, outlookOf(tables.outlook, country.region, country.incomeGroup));
  const stand =
    proxy === undefined
      ? ''
      : `; ASSUMPTION: ${'like' in proxy ? `the grid of ${proxy.like} stands in` : 'no published figure'}`;
  return {
    unit: meaning.unit,
    source: proxy !== undefined && 'fact' in proxy ? proxy.fact.source : meaning.source,
    points: [...history, ...ahead],
    projectedFrom: history.at(-1)!.year + 1,
    note: `${meaning.note ?? ''}; from ${history.at(-1)!.year + 1} a stated decline by region and income group, an assumption${stand}`,
  };
}

function emissionSeries(tables: Tables, iso3: string): Record<string, FactSeries> | undefined {
  const keys = tables.byEmissionKey.get(iso3);
  if (!keys) return undefined;
  const all: Record<string, FactSeries> = {};
  for (const [key, values] of keys) {
    const found = seriesOf(values, tables.column('emissions-per-head', key));
    if (found) all[key] = found;
  }
  return all;
}

function degreeDays(tables: Tables, country: Country, column: 'hdd_15_5' | 'cdd_23'): Fact | undefined {
  const row = tables.degreeDays.get(country.iso2);
  if (!row) return undefined;
  const { unit, source, provenance, year } = tables.column('degree-days', column);
  return { value: row.number(column), unit, source, provenance, ...(year === undefined ? {} : { year }) };
}

function latest(all: Readonly<Record<string, FactSeries>>): Record<string, Fact> {
  return Object.fromEntries(
    Object.entries(all).map(([key, { unit, source, points }]) => {
      const { year, value } = points.at(-1)!;
      return [key, { value, unit, year, source, provenance: 'default' as const }];
    }),
  );
}

/** Drop what is not known, so that absent stays absent under `exactOptionalPropertyTypes`. */
function known<T extends object>(record: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

function profileOf(tables: Tables, country: Country): CountryProfile {
  const { iso3, name, region, incomeGroup } = country;
  const emissions = emissionSeries(tables, iso3);
  return known<CountryProfile>({
    iso3,
    name,
    region,
    incomeGroup,
    population: series(tables, 'population', iso3),
    urbanShare: series(tables, 'urban-share', iso3),
    gdpPerHead: series(tables, 'gdp-per-head', iso3),
    hdi: series(tables, 'hdi', iso3),
    gridIntensity: gridSeries(tables, country),
    gridLosses: nearestPlaces(country)
      .map((place) => tables.losses.get(place))
      .find((fact) => fact !== undefined),
    emissionsPerHead: emissions === undefined ? undefined : latest(emissions),
    emissionsPerHeadByYear: emissions,
    electricityPerHead: series(tables, 'electricity-per-head', iso3),
    renewableShare: series(tables, 'renewable-share', iso3),
    heatingDegreeDays: degreeDays(tables, country, 'hdd_15_5'),
    coolingDegreeDays: degreeDays(tables, country, 'cdd_23'),
    co2Tonnes: series(tables, 'co2', iso3),
    energyPrices: pricesOf(tables.prices, country),
  } as { [K in keyof CountryProfile]: CountryProfile[K] | undefined });
}

/** The code under which the year tables hold world figures. */
const WORLD = 'WLD';

function worldOf(tables: Tables): WorldFigures {
  const need = (name: string): FactSeries => {
    const found = series(tables, name, WORLD);
    if (!found) throw new Error(`places/${name}.csv has no line ${WORLD}`);
    return found;
  };
  const { note: _note, projectedFrom: _from, ...co2 } = need('co2');
  return {
    hdi: need('hdi'),
    population: need('population'),
    gdpPerHead: need('gdp-per-head'),
    co2Tonnes: {
      ...co2,
      source: 'gcp-2024',
      note: 'fossil and cement, before the carbonation sink; without land-use change',
    },
  };
}

/** Open the place tables; each is parsed on first use, each profile built once. */
export function openPlaces(read: ReadTable): Places {
  const tables = openTables(read);
  const profiles = new Map<string, CountryProfile>();
  const world = lazy(() => worldOf(tables));
  const country = (iso3: string): Country => {
    const found = tables.countries.get(iso3);
    if (!found)
      throw new DomainError('unknown-country', `no country "${iso3}"; codes are ISO 3166-1 alpha-3`, ['country']);
    return found;
  };
  return {
    get countries() {
      return [...tables.countries.values()];
    },
    country,
    profile: (iso3) => {
      let profile = profiles.get(iso3);
      if (!profile) profiles.set(iso3, (profile = profileOf(tables, country(iso3))));
      return profile;
    },
    get world() {
      return world();
    },
  };
}
