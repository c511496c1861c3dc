/** Drivers that move business-as-usual, and targets as yearly paths. */
import type { Channel } from '../gas.ts';
import type { Provenance, Spread } from '../source.ts';

export type DriverId = string;

/**
 * What moves activity or intensity over years. The index is relative to the base year (index 1 there).
 * Between given years the index is interpolated linearly; after the last it is held.
 */
export interface Driver {
  readonly id: DriverId;
  /** English label; catalogues may translate by id. */
  readonly label: string;
  readonly moves: 'activity' | 'intensity';
  /** For intensity: which channels; all when absent. */
  readonly channels?: readonly Channel[];
  /** Index points, ascending years; the base year's point is 1. */
  readonly points: readonly { readonly year: number; readonly index: number }[];
  /** How uncertain the change since the base year is: the index at the last point is multiplied by a draw of this, tapering linearly to 1 at the base year. */
  readonly spread?: Spread;
  readonly provenance: Provenance;
  readonly sources: readonly string[];
  readonly note?: string;
}

export const TARGET_KINDS = [
  'opcc',
  'race-to-zero',
  'deadline-2020',
  'carbon-budget',
  'pathway-to-paris',
  'carbon-free-2030',
  'custom',
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** A target as the plan file states it: a kind and the parameters its formula takes. */
export interface TargetSpec {
  readonly id: string;
  readonly kind: TargetKind;
  /** Named inputs of the formula; absent ones take the documented default. */
  readonly parameters?: Readonly<Record<string, number | string | boolean>>;
}

/** A target worked out for a city: a ceiling for every year. */
export interface TargetPath {
  readonly id: string;
  readonly kind: TargetKind;
  readonly years: readonly number[];
  /** Ceiling per year: t CO2e, or t CO2 for a carbon budget. */
  readonly emissions: readonly number[];
  /** What the ceiling counts: a CO2 budget is never held against CO2e. */
  readonly counts: 'co2e' | 'co2';
  /** Σ of the ceilings from the first year after the base year to the last, tonnes. */
  readonly cumulativeBudget: number;
  /**
   * Years the target itself names (2030, 2050). The plan is held to the ceiling in these and in every year after the last;
   * between them the line only shows the way. Empty where a budget is what counts.
   */
  readonly milestones: readonly number[];
  /** Where the sum is what counts: tonnes from the first of `fromYear` on. */
  readonly budget?: { readonly fromYear: number; readonly tonnes: number };
  /** Year from which the ceiling is zero, when it ever is. */
  readonly netZeroYear?: number;
  /** Inputs of the formula, as used, each with unit and source: what `explain` shows. */
  readonly inputs: readonly {
    readonly name: string;
    readonly value: number | string;
    readonly unit?: string;
    readonly source?: string;
    readonly provenance: Provenance;
  }[];
  /** The formula in one line, symbols as in docs/methods. */
  readonly formula: string;
  readonly sources: readonly string[];
  /** One plain paragraph in English; doors translate by kind from `inputs`. */
  readonly explanation: string;
}
