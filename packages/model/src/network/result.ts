/** What a roll-up says: sums that never hold a tonne twice, where each city stands in them, and how good the figures are. */
import type { Finding } from '../finding.ts';
import type { TargetKind } from '../pathway/types.ts';
import type { GasPaths, HorizonRule, NetworkGas } from './types.ts';

/** How good the figures behind a total are, weighted by tonnes. */
export interface FigureQuality {
  /** What the shares are of: t CO2e. 0 when there is nothing to weigh, and then the shares are absent. */
  readonly tonnes: number;
  readonly reportedTonnes: number;
  readonly starterTonnes: number;
  /** 0…1 of `tonnes` that stand on a city's own inventory; the rest is estimated. */
  readonly reportedShare?: number;
  /** Mean inventory year and mean age in years at `asOf`. */
  readonly meanYear?: number;
  readonly meanAge?: number;
  /** By inventory year, ascending. */
  readonly byYear: readonly { readonly year: number; readonly cities: number; readonly tonnes: number }[];
}

/** A sum over bodies whose territories do not overlap. Series are over the years of the roll-up, tonnes per year. */
export interface NetworkSum {
  /** Bodies with a part in it, and how many of them bring a plan that counts. */
  readonly cities: number;
  readonly withPlan: number;
  /** Territorial emissions without plans. A city is in it from its first year on; see `covered`. */
  readonly reference: GasPaths;
  /** Σ (plan − reference), territorial: negative is saved. Reference + difference is the path with plans. */
  readonly difference: GasPaths;
  /** Saved grid electricity credited once, t CO2 per year, signed like `difference` and in none of its series. Rule: grid-share.ts. */
  readonly gridShare: Float64Array;
  /** `difference.fgas` as tonnes of HFC-134a, each city by the warming potential of its own set. */
  readonly hfc134a: Float64Array;
  /** Bodies in `reference` that have figures in that year (their own, or by the horizon rule). */
  readonly covered: Uint32Array;
  readonly quality: {
    /** Weighted by each body's reference emissions in its first year. */
    readonly reference: FigureQuality;
    /** Weighted by the size of each body's territorial difference summed over its own years. */
    readonly difference: FigureQuality;
  };
}

/** Where a city stands in the sums. */
export interface CityRow {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly region?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly population?: number;
  readonly inventory: { readonly kind: 'reported' | 'starter'; readonly year: number };
  readonly firstYear: number;
  readonly lastYear: number;
  readonly hasPlan: boolean;
  /** Its territory is in `reference` under its own name. False: inside that of a larger body. */
  readonly countsReference: boolean;
  /** Its plan is in `difference`. A city without a plan has none to count. */
  readonly countsPlan: boolean;
  readonly origin?: string;
}

/** Why two bodies are taken to share territory. */
export const OVERLAP_REASONS = ['contains', 'same-locode', 'same-name', 'population'] as const;
export type OverlapReason = (typeof OVERLAP_REASONS)[number];

/** Two bodies that share territory, and what counts of them. */
export interface Overlap {
  /** Ids. */
  readonly larger: string;
  readonly smaller: string;
  /** Every sign that was found; never empty. */
  readonly reasons: readonly OverlapReason[];
  /** Distance of the two places where both are known. */
  readonly kilometres?: number;
  /** Whose emissions are in `reference`: the larger's, or neither's under its own name when a third body holds both. */
  readonly reference: 'larger' | 'neither';
  /** Whose plan is in `difference`. `neither`: no plan, or a third body's plan stands for both. */
  readonly plan: 'larger' | 'smaller' | 'neither';
}

export interface NetworkCounts {
  readonly cities: number;
  readonly withPlan: number;
  readonly withoutPlan: number;
  readonly reported: number;
  readonly starter: number;
  /** Their emissions are inside those of a larger body. */
  readonly within: number;
  /** They have a plan that is not counted, since a larger body's plan covers the territory. */
  readonly plansSetAside: number;
  /** Added a second time under the same id, and left out. */
  readonly duplicates: number;
}

/** Paths of cities that hold the same kind of target, against the sum of their ceilings, each in the boundary its target is stated in. */
export interface TargetSum {
  readonly kind: TargetKind;
  readonly counts: 'co2e' | 'co2';
  readonly cities: number;
  /** Cities that have figures in the year; sums are over these. */
  readonly covered: Uint32Array;
  readonly ceiling: Float64Array;
  readonly planned: Float64Array;
  readonly reference: Float64Array;
  /** Territorial reference CO2e of these cities over that of the whole network in the same years, 0…1. */
  readonly shareOfNetwork: number;
}

/**
 * Every counted city's territorial difference, kept for attribution: `blocks[i]` is city i's [gas × own year] (plan − reference),
 * scaled by the delivery; absent where no plan counts. After the own years the horizon rule goes on. See `differenceOf`.
 */
export interface CityLedger {
  readonly blocks: readonly (Float64Array | undefined)[];
  /** [year of the roll-up] credited grid share, t CO2, signed like the difference; absent without one. */
  readonly gridShare: readonly (Float64Array | undefined)[];
  /** t CO2e per t HFC-134a by which the city's F-gases become HFC-134a. */
  readonly hfc134aGwp: Float64Array;
  readonly actions: readonly (CityActions | undefined)[];
}

/** The actions of one city: territorial tonnes they add (negative is saved), only for gases they touch. */
export interface CityActions {
  readonly names: readonly { readonly id: string; readonly name: string }[];
  /** What each row of the block is of: place in `names`, and gas. */
  readonly rows: readonly (readonly [action: number, gas: NetworkGas])[];
  /** [row × own year], tonnes. */
  readonly block: Float64Array;
}

export interface NetworkRollUp {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly horizon: HorizonRule;
  /** Share of the promised differences that is counted as delivered, 0…1. */
  readonly delivery: number;
  /** Year ages are counted at. */
  readonly asOf: number;
  /** t CO2e per tonne used for every CO2e of the roll-up. */
  readonly weights: Readonly<Record<NetworkGas, number>>;
  readonly total: NetworkSum;
  readonly byInventory: { readonly reported: NetworkSum; readonly starter: NetworkSum };
  readonly byRegion: ReadonlyMap<string, NetworkSum>;
  /** By ISO 3166-1 alpha-3. */
  readonly byCountry: ReadonlyMap<string, NetworkSum>;
  readonly targets: readonly TargetSum[];
  readonly counts: NetworkCounts;
  /** All cities in the order they were added, duplicates left out. */
  readonly cities: readonly CityRow[];
  readonly overlaps: readonly Overlap[];
  readonly ledger: CityLedger;
  readonly tails: HorizonTails;
  readonly findings: readonly Finding[];
}

/** The totals of a roll-up, without its cities and groups. */
export type NetworkTotals = Pick<NetworkRollUp, 'firstYear' | 'lastYear' | 'weights' | 'total' | 'counts'>;

/** How series go on after a city's last own year; `tailOf` in horizon.ts reads it. Plain data, so that it can go to a worker. */
export interface HorizonTails {
  readonly rule: HorizonRule;
  readonly firstYear: number;
  readonly lastYear: number;
  /** World reference scenario by gas over the years of the roll-up; only ratios of it are used. */
  readonly index: GasPaths;
  /** Years in which `fade-out` brings a difference to nothing. */
  readonly fadeYears: number;
}
