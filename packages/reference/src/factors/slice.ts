/** The factors that may apply in one country, as plain JSON for a browser. */
import {
  DEFAULT_TABLES,
  factorRegions,
  packFactors,
  type CountryPlace,
  type CountryProfile,
  type DefaultTable,
  type FactorSlice,
  type SliceTable,
  type Source,
} from '@thousand-cities/model';
import type { ReferenceIdentity } from '../reference.ts';
import { parseFactors, type FactorTableName } from './factor-table.ts';
import { parseBlends } from './gwp.ts';

/** What a slice is made of besides the factor tables. */
export interface SliceInputs {
  readonly identity: ReferenceIdentity;
  readonly place: CountryPlace;
  readonly incomeGroup: CountryProfile['incomeGroup'];
  readonly sources: readonly Source[];
}

/**
 * Cut the factor tables down to a country: rows for the world, and for the regions that hold it.
 *
 * @param read text of a table by name, e.g. `factors/ippu`
 */
export function factorSliceOf(read: (name: string) => string, inputs: SliceInputs): FactorSlice {
  const { identity, place, incomeGroup, sources } = inputs;
  const regions = new Set(['world', ...factorRegions(place, incomeGroup)]);
  const cut = (table: FactorTableName): SliceTable =>
    packFactors(parseFactors(table, read(`factors/${table}`)).filter(({ region }) => regions.has(region)));
  const stationary = cut('stationary-combustion');
  const mobile = cut('mobile');
  const defaults = Object.fromEntries(DEFAULT_TABLES.map((table) => [table, cut(table)])) as Record<
    DefaultTable,
    SliceTable
  >;
  const named = new Set(
    [stationary, mobile, ...Object.values(defaults)].flatMap(({ rows }) => rows.map((row) => row[5])),
  );
  return {
    ...identity,
    place: { iso3: place.iso3, region: place.region, subregion: place.subregion },
    stationary,
    mobile,
    defaults,
    blends: parseBlends(read('factors/gwp-blends')),
    sources: sources.filter(({ id }) => named.has(id)),
  };
}
