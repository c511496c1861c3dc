/** The factors of one country as plain JSON: what the server hands to a browser so that it calculates as the server would. */
import { DomainError } from '../../errors.ts';
import type { Source } from '../../source.ts';
import { makeCarrierFactors } from './carrier.ts';
import { defaultFactorsOf } from './defaults.ts';
import { mobileFactorsOf } from './mobile.ts';
import { stationaryFactorsOf } from './stationary.ts';
import type { Blends, DefaultTable, Factor, FactorLibrary } from './types.ts';

/** The part of a country that regions of factor tables are told by. Regions as the UN names them. */
export interface CountryPlace {
  readonly iso3: string;
  readonly region: string;
  readonly subregion: string;
}

/** Rows of one table, their key columns named once: `keys` then the other figures, in the order of `SliceRow`. */
export interface SliceTable {
  readonly keys: readonly string[];
  readonly rows: readonly SliceRow[];
}

/** Key values; value, unit, year, region, source, locator, quality; low and high where there are any. */
export type SliceRow = readonly [
  keys: readonly string[],
  value: number,
  unit: string,
  year: number,
  region: string,
  source: string,
  locator: string,
  quality: Factor['quality'],
  low?: number | null,
  high?: number | null,
];

/** Factors whose region may apply in a country. `hash` is that of the whole reference set, so that a copy can be kept by it. */
export interface FactorSlice {
  readonly id: string;
  readonly hash: string;
  readonly place: CountryPlace;
  readonly stationary: SliceTable;
  readonly mobile: SliceTable;
  readonly defaults: Readonly<Record<DefaultTable, SliceTable>>;
  readonly blends: Blends;
  /** Sources that the rows name. */
  readonly sources: readonly Source[];
}

/** Pack rows of one table. All must have the same key columns. */
export function packFactors(rows: readonly Factor[]): SliceTable {
  const keys = Object.keys(rows[0]?.keys ?? {});
  return { keys, rows: rows.map((row) => packed(row, keys)) };
}

function packed(row: Factor, keys: readonly string[]): SliceRow {
  const { value, unit, year, region, source, locator, quality, low, high } = row;
  const head = [keys.map((key) => row.keys[key]!), value, unit, year, region, source, locator, quality] as const;
  return low === undefined && high === undefined ? head : [...head, low ?? null, high ?? null];
}

/** The rows of a packed table. */
export function unpackFactors({ keys, rows }: SliceTable): readonly Factor[] {
  return rows.map(([values, value, unit, year, region, source, locator, quality, low, high]) => ({
    keys: Object.fromEntries(keys.map((key, at) => [key, values[at]!])),
    value,
    ...(typeof low === 'number' && { low }),
    ...(typeof high === 'number' && { high }),
    unit,
    year,
    region,
    source,
    locator,
    quality,
  }));
}

/**
 * The lookups over a slice: they answer as those of the whole reference set do for activity in its country.
 *
 * @throws {DomainError} from its lookups, as `FactorLibrary` says
 */
export function factorLibraryOf(slice: FactorSlice): FactorLibrary {
  const stationary = stationaryFactorsOf(unpackFactors(slice.stationary));
  const mobile = mobileFactorsOf(unpackFactors(slice.mobile), stationary);
  const { carrierFactor } = makeCarrierFactors(stationary, mobile);
  const tables = Object.entries(slice.defaults).map(([table, rows]) => [table, unpackFactors(rows)] as const);
  return { ...stationary, ...mobile, carrierFactor, ...defaultFactorsOf(tables), blends: slice.blends };
}

/** The place of a slice, for its own country only. @throws {DomainError} `unknown-country` */
export function placeIn({ place }: FactorSlice): (iso3: string) => CountryPlace {
  return (iso3) => {
    if (iso3 === place.iso3) return place;
    throw new DomainError('unknown-country', `these are the factors of ${place.iso3}, not of ${iso3}`, ['country']);
  };
}
