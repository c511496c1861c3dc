/** Emission factors as the calculators ask for them: what burning a fuel emits, and defaults by item and parameter. */
import type { Carrier } from '../carriers.ts';
import type { Quality } from '../../source.ts';

/** One factor with its keys and where it comes from. */
export interface Factor {
  readonly keys: Readonly<Record<string, string>>;
  readonly value: number;
  /** 95 % range of the source where it gives one. */
  readonly low?: number;
  readonly high?: number;
  readonly unit: string;
  readonly year: number;
  /** Where it applies: `world`, an IPCC region, or ISO 3166-1 alpha-3. */
  readonly region: string;
  /** Source id. */
  readonly source: string;
  /** Table or equation in the source. */
  readonly locator: string;
  /** H: agrees with a public export of the named table; M: taken from a secondary text; L: our judgement or memory, to be confirmed. */
  readonly quality: Quality;
}

/** Tables of defaults outside combustion; all are keyed by item, parameter and condition. */
export const DEFAULT_TABLES = [
  'waste-solid',
  'waste-biological',
  'incineration',
  'wastewater',
  'ippu',
  'livestock',
  'soils',
  'land',
  'fugitive',
  'energy-use',
] as const;
export type DefaultTable = (typeof DEFAULT_TABLES)[number];

/** What is looked for. Absent condition and region mean `all` and `world`. */
export interface DefaultQuery {
  readonly table: DefaultTable;
  readonly item: string;
  readonly parameter: string;
  readonly condition?: string;
  /** Regions to try in order, nearest first (country, IPCC region); `world` is always tried last. */
  readonly regions?: readonly string[];
  /** Edition to take, by source id. By default the 2006 Guidelines, else the newest there is. */
  readonly edition?: 'ipcc-2006' | 'ipcc-2019' | 'gpc-v1.1';
}

/** Lookup over all tables of defaults. */
export interface DefaultFactors<F extends Factor = Factor> {
  /** The factor with its unit and source, or undefined when no row answers. */
  findDefault(query: DefaultQuery): F | undefined;
  /** @throws {DomainError} `missing-figure` naming what was looked for */
  defaultFactor(query: DefaultQuery): F;
}

export const STATIONARY_SECTORS = [
  'energy-industries',
  'manufacturing',
  'commercial',
  'residential-agriculture',
] as const;
export type StationarySector = (typeof STATIONARY_SECTORS)[number];

export const MOBILE_MODES = ['road', 'off-road', 'rail', 'waterborne', 'aviation'] as const;
export type MobileMode = (typeof MOBILE_MODES)[number];

export type CarrierSector = StationarySector | MobileMode;

/** What burning one TJ (net calorific value) of a fuel emits. */
export interface CombustionFactor {
  readonly fuel: string;
  readonly name: string;
  /** kg CO2 per TJ; for biogenic fuels a memo item, never in totals. */
  readonly co2KgPerTj: number;
  /** 95 % range of the CO2 factor, kg/TJ. */
  readonly co2Range?: readonly [number, number];
  readonly ch4KgPerTj: number;
  readonly n2oKgPerTj: number;
  /** TJ per Gg; absent where the source gives none (industrial wastes). */
  readonly ncvTjPerGg?: number;
  readonly biogenic: boolean;
  readonly source: string;
  readonly locator: string;
}

/** Lookups over stationary combustion: 54 fuels by four sectors. */
export interface StationaryFactors {
  readonly fuels: readonly string[];
  /** @throws {DomainError} `unknown-carrier` when the fuel is not one of the 54 */
  stationaryFactor(fuel: string, sector: StationarySector): CombustionFactor;
}

/** Lookups over mobile combustion. */
export interface MobileFactors {
  /**
   * @param technology as in the table; by default late petrol cars on the road, industrial machines off it
   * @throws {DomainError} `missing-figure` when the table has no factor for this fuel and mode
   */
  mobileFactor(mode: MobileMode, fuel: string, technology?: string): CombustionFactor;
}

/** Lookup of combustion factors by the carriers that inventories and plans share. */
export interface CarrierFactor {
  /**
   * The IPCC factor behind a carrier in a sector.
   *
   * @throws {DomainError} `unknown-carrier` for carriers that are not burned where they are used (grid electricity,
   *   district heat and cooling take the supplier's intensity; waste streams and `none` are not fuels).
   */
  carrierFactor(carrier: Carrier, sector: CarrierSector): CombustionFactor;
}

/** Mass shares by species of each blend, e.g. `R-410A` → 0.5 HFC-32, 0.5 HFC-125. What is not listed has no GWP here. */
export type Blends = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Everything the calculators look up: from the tables of the reference set on disk, or from a country's slice in a browser. */
export interface FactorLibrary extends StationaryFactors, MobileFactors, CarrierFactor, DefaultFactors {
  readonly blends: Blends;
}
