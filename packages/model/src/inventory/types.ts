/** What an inventory is: rows by GPC reference, each a figure or a notation key, with where it came from. */
import type { GasMasses, GwpSetId } from '../gas.ts';
import type { Provenance, Quality, Range } from '../source.ts';

/** GPC reference number, e.g. `I.1.1`. The closed list of 54 is in `gpc.ts`; readers validate against it. */
export type GpcRef = string;

/** GPC notation keys, and `unknown` for a cell nobody has filled. */
export type NotationKey = 'NO' | 'NE' | 'IE' | 'C' | 'unknown';

/** A figure that is not there, and why. Real inventories write lists (`NO; IE`) and name where it is included. */
export interface Missing {
  readonly keys: readonly NotationKey[];
  /** For `IE`: the reference that holds it. */
  readonly includedIn?: readonly GpcRef[];
  readonly explanation?: string;
}

/** A reported figure: a number, or a notation. Never null, never 0 for a gap. */
export type Reported = number | Missing;

export function isMissing(value: Reported): value is Missing {
  return typeof value !== 'number';
}

/** A city as the rest of the model knows it. `country` is ISO 3166-1 alpha-3. */
export interface City {
  /** GeoNames id as text where known. */
  readonly id?: string;
  readonly name: string;
  readonly country: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly population?: number;
  readonly locode?: string;
}

/** One line of activity data behind a row: how much of what, and the city's own factor where it gives one. */
export interface ActivityData {
  readonly activity: string;
  readonly carrier: string;
  /** Absent while it is not known: the row then says nothing by its activity. */
  readonly amount?: number;
  readonly unit: string;
  /** As the city writes it, such as `0.45 t/MWh, utility report 2021`; absent where a default is taken. */
  readonly factor?: string;
}

/** Activity data that emissions can be calculated from. */
export interface MeasuredActivity extends ActivityData {
  readonly amount: number;
}

export function isMeasured(activity: ActivityData): activity is MeasuredActivity {
  return activity.amount !== undefined;
}

/** One row of an inventory. Several rows may share a reference (one per fuel or process). */
export interface InventoryRow {
  /**
   * What the line is known by, whatever it is called: short, opaque, unique within the inventory. The same id in another inventory of
   * the city is the same line carried on. Absent in files of other tools and of before; no figure depends on it.
   */
  readonly id?: string;
  readonly ref: GpcRef;
  /** Tonnes CO2e by the inventory's GWP set, or a notation. */
  readonly co2eTonnes: Reported;
  /** Tonnes by species, where known; their CO2e equals `co2eTonnes`. */
  readonly gases?: GasMasses;
  /** Memo: biogenic CO2 in tonnes, never in totals. */
  readonly biogenicCo2Tonnes?: number;
  readonly activity?: ActivityData;
  /** Method that made the figure, by id (`stationary-combustion`, `first-order-decay`, …). */
  readonly method?: string;
  readonly provenance: Provenance;
  readonly quality?: { readonly activity?: Quality; readonly factor?: Quality };
  /** 90 % interval of `co2eTonnes`, in tonnes CO2e. */
  readonly interval?: Range;
  /** Source ids. */
  readonly sources: readonly string[];
  readonly note?: string;
}

/** A community-wide inventory of one year. */
export interface Inventory {
  readonly city: City;
  readonly year: number;
  /** Residents in the inventory year; unknown is absent. */
  readonly population?: number;
  readonly gwpSet: GwpSetId;
  readonly boundary?: string;
  readonly rows: readonly InventoryRow[];
  /** 90 % intervals of totals where they are known better than by adding up the rows' own, t CO2e. */
  readonly totalIntervals?: Readonly<Partial<Record<Boundary, Range>>>;
  /** Offset credits in tonnes CO2e: disclosed, never netted. */
  readonly credits?: { readonly sold?: number; readonly bought?: number };
}

/** Which references a total counts. Standards §1.1. */
export type Boundary = 'basic' | 'basicPlus' | 'basicPlusS3' | 'territorial';
