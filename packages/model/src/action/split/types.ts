/** What the split of an inventory into cells needs to be told: default shares, factors and habits, as tables. */
import type { GasMasses, GwpSet } from '../../gas.ts';
import type { DriverId } from '../../pathway/types.ts';
import type { Provenance } from '../../source.ts';
import type { ActivityUnit, Carrier, EndUse } from '../types.ts';

export const CLIMATE_ZONES = ['hot', 'temperate', 'cold'] as const;
/** Where heating and cooling needs put a place; see `climateZoneOf`. */
export type ClimateZone = (typeof CLIMATE_ZONES)[number];

export const INCOME_GROUPS = ['low', 'lower-middle', 'upper-middle', 'high'] as const;
/** World Bank income groups, without `unknown`. */
export type IncomeGroup = (typeof INCOME_GROUPS)[number];

/** For whom a default row speaks. An absent field means everyone; the row that says most about a city is taken. */
export interface DefaultScope {
  /** ISO 3166-1 alpha-3 codes. */
  readonly countries?: readonly string[];
  readonly zones?: readonly ClimateZone[];
  readonly incomes?: readonly IncomeGroup[];
}

interface ShareRow {
  /** GPC references or dotted prefixes the row speaks of. */
  readonly refs: readonly string[];
  readonly scope: DefaultScope;
  /** Weight within its group; groups are normalised to 1. */
  readonly share: number;
  /** 95th percentile of the share relative to its median, lognormal. */
  readonly factor95: number;
  readonly provenance: Provenance;
  readonly source: string;
}

/** How much of a reference's energy (or, for process references, of its CO2e) each carrier holds. */
export interface CarrierShare extends ShareRow {
  readonly carrier: Carrier;
}

/** What a carrier is used for within a reference. */
export interface UseShare extends ShareRow {
  readonly carriers: readonly Carrier[];
  readonly use: EndUse;
}

/** Emissions per unit of activity that is not fuel: waste, herds, fields, processes. `co2e` = the activity is CO2e itself, carried by `species`. */
export interface ProcessFactor {
  readonly use: EndUse;
  readonly carrier: Carrier;
  readonly unit: ActivityUnit;
  readonly species: string;
  /** Tonnes of the species per unit; ignored where the unit is `t CO2e`, there it is 1 / GWP. */
  readonly tonnesPerUnit: number;
  readonly factor95: number;
  readonly provenance: Provenance;
  readonly source: string;
}

/** How long the stock behind a use lasts, and how slowly its emissions respond. */
export interface StockHabit {
  readonly use: EndUse;
  readonly carriers?: readonly Carrier[];
  readonly lifetimeYears?: number;
  readonly responseYears?: Readonly<Record<ClimateZone, number>>;
  readonly provenance: Provenance;
  readonly source: string;
}

/** A cell of nothing yet, where actions may shift activity to: added wherever a cell of `whenUses` exists in the sub-sector. */
export interface Landing {
  readonly whenRefs: readonly string[];
  readonly whenUses: readonly EndUse[];
  readonly whenCarriers?: readonly Carrier[];
  /** A reference, `*.2` for that scope of the same sub-sector, or `=` for the reference it comes from. */
  readonly toRef: string;
  /** Absent = the use it comes from. */
  readonly toUse?: EndUse;
  readonly toCarrier: Carrier;
}

/** All default tables of the split. `packages/reference` reads them from text. */
export interface SplitShares {
  readonly carriers: readonly CarrierShare[];
  readonly uses: readonly UseShare[];
  readonly processes: readonly ProcessFactor[];
  readonly stocks: readonly StockHabit[];
  readonly landings: readonly Landing[];
}

/** Who burns it: the row of the combustion table a factor is taken from. */
export type CombustionSector =
  | 'energy-industries'
  | 'manufacturing'
  | 'commercial'
  | 'residential-agriculture'
  | 'road'
  | 'off-road'
  | 'rail'
  | 'waterborne'
  | 'aviation';

/** Combustion factors by carrier: tonnes per MWh of net calorific value. Throws `unknown-carrier` where a carrier is not burned on the spot. */
export interface CarrierFactorLookup {
  carrierFactors(carrier: Carrier, sector: CombustionSector): GasMasses;
}

/** Names the drivers that move a cell's activity and intensity. */
export type DriverChoice = (
  use: EndUse,
  carrier: Carrier,
) => { readonly activity: readonly DriverId[]; readonly intensity: readonly DriverId[] };

export interface SplitOptions {
  /** The inventory's GWP set: what its CO2e is weighed with. */
  readonly gwpSet: GwpSet;
  /** Degree days of the city where known (heating base 15.5 °C, cooling base 23 °C); the country's are taken otherwise. */
  readonly heatingDegreeDays?: number;
  readonly coolingDegreeDays?: number;
  /** City's own grid factor, t CO2 per MWh; the country's is taken otherwise. */
  readonly gridTonnesPerMwh?: number;
  /** Absent: cells carry no drivers. */
  readonly drivers?: DriverChoice;
  /** Price keys that exist; a cell whose key is not among them takes the nearest that is, or none. Absent: every key is taken to exist. */
  readonly priceKeys?: ReadonlySet<string>;
}
