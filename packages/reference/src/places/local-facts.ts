/** Facts given for a country or, failing that, for its region: grid losses, proxies of grid intensity, energy prices. */
import type { Fact, Provenance } from '@thousand-cities/model';
import { parseTable, type TableRow } from '../table.ts';
import type { Country } from './countries.ts';

const PROVENANCES: readonly Provenance[] = ['default', 'assumption'];

/** Places a country's figure is looked for in, nearest first: itself, its M49 subregion, the price region, its region. */
export function nearestPlaces(country: Country): readonly string[] {
  const south = country.region === 'Africa' && country.subregion !== 'Northern Africa' ? ['Sub-Saharan Africa'] : [];
  return [country.iso3, country.subregion, ...south, country.region];
}

function factOf(row: TableRow, column: string, unit: string): Fact {
  return {
    value: row.number(column),
    unit,
    year: row.number('year'),
    source: row.text('source'),
    provenance: row.oneOf('provenance', PROVENANCES),
  };
}

/** Read `grid-losses.csv`: share of generation lost in transmission and distribution, by country or subregion. */
export function parseGridLosses(text: string): ReadonlyMap<string, Fact> {
  const rows = parseTable('places/grid-losses', text).rows;
  return new Map(rows.map((row) => [row.text('place'), factOf(row, 'share', 'share of generation')]));
}

/** Where a place has no grid figure of its own: that of another place, or an assumed one. */
export type GridProxy = { readonly like: string } | { readonly fact: Fact };

/** Read `grid-proxies.csv`. */
export function parseGridProxies(text: string): ReadonlyMap<string, GridProxy> {
  const rows = parseTable('places/grid-proxies', text).rows;
  return new Map(
    rows.map((row) => {
      const like = row.optionalText('like');
      return [
        row.text('iso3'),
        like === undefined ? { fact: factOf(row, 'g_per_kwh', 'g CO2 per kWh generated') } : { like },
      ];
    }),
  );
}

/** Prices by place and price key (`grid-electricity/residential`), EUR per MWh on net calorific value, taxes included. */
export type EnergyPrices = ReadonlyMap<string, Readonly<Record<string, Fact>>>;

/** Read `energy-prices.csv`. */
export function parseEnergyPrices(text: string): EnergyPrices {
  const prices = new Map<string, Record<string, Fact>>();
  for (const row of parseTable('places/energy-prices', text).rows) {
    const place = row.text('place');
    let own = prices.get(place);
    if (!own) prices.set(place, (own = {}));
    own[row.text('price_key')] = factOf(row, 'eur_per_mwh', 'EUR per MWh');
  }
  return prices;
}

/** The prices of a country: its own where given, its region's for the rest. */
export function pricesOf(prices: EnergyPrices, country: Country): Readonly<Record<string, Fact>> {
  return nearestPlaces(country).reduceRight<Record<string, Fact>>(
    (all, place) => ({ ...all, ...prices.get(place) }),
    {},
  );
}
