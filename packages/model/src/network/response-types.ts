/** What the world makes of a roll-up: changes of world emissions, warming, the gap to Paris, and whose part is what. */
import type { CrossCheck } from '../climate/cross-check.ts';
import type { EmissionDelta, WarmingPercentiles } from '../climate/types.ts';
import type { Finding } from '../finding.ts';
import type { GasPaths } from './types.ts';

/** World emissions with plans less without, in the units of the climate engine. Both readings are always made. */
export interface WorldDifference {
  /** Greenhouse gases of the cities only: CO2 FFI, CO2 AFOLU, CH4, N2O, HFC-134a. */
  readonly ghgOnly: readonly EmissionDelta[];
  /** The same, and SO2, NOx, BC, OC, CO, VOC, NH3 in proportion to the change of world fossil CO2: an upper bound. */
  readonly withCoEmitted: readonly EmissionDelta[];
  readonly findings: readonly Finding[];
}

/** Warming of the world with plans, and how much less or more it is than without, same member by same member. */
export interface ResponseCase {
  /** K above 1850–1900. */
  readonly warming: WarmingPercentiles;
  /** K, with plans − without: percentiles over members of the difference, not differences of percentiles. */
  readonly difference: WarmingPercentiles;
  /** Mean of the difference over members per year, K: what attribution shares out. */
  readonly meanDifference: readonly number[];
}

export interface NetworkResponse {
  readonly calibration: string;
  readonly members: number;
  readonly reference: { readonly name: string; readonly warming: WarmingPercentiles };
  readonly ghgOnly: ResponseCase;
  readonly withCoEmitted: ResponseCase;
  /** `ghgOnly` against TCRE and GWP*, in the last year up to 2100. */
  readonly crossCheck: CrossCheck;
  /** Those of the difference, and a disagreement of the cross-check. */
  readonly findings: readonly Finding[];
}

/** Which reading of a roll-up: `ghgOnly` or with pollutants that fall along. */
export const RESPONSE_CASES = ['ghgOnly', 'withCoEmitted'] as const;
export type ResponseCaseName = (typeof RESPONSE_CASES)[number];

/** One measure of the gap between the reference world and the ambitious one, and what the network closes of it. */
export interface GapClosed {
  readonly measure: 'emissions' | 'cumulative-co2' | 'warming';
  /** The year, or the last year counted of a sum. */
  readonly year: number;
  /** For warming: which reading. */
  readonly case?: ResponseCaseName;
  readonly unit: 'Gt CO2e/yr' | 'Gt CO2' | 'K';
  readonly reference: number;
  readonly ambitious: number;
  /** Reference world with the network's plans. */
  readonly withPlans: number;
  /** (reference − withPlans) / (reference − ambitious); absent where there is no gap to close. */
  readonly share?: number;
}

/** CO2 from the budget's first year on, Gt, against the remaining carbon budget. */
export interface BudgetUse {
  /** Sum to 2050 and to the last year of the roll-up. */
  readonly to2050: number;
  readonly toEnd: number;
  /** First year at whose end the sum exceeds the budget; absent when it never does. */
  readonly spentIn?: number;
}

export interface ParisGap {
  readonly budget: {
    readonly set: string;
    readonly source: string;
    /** Emissions count from 1 January of this year. */
    readonly fromYear: number;
    /** °C and probability, as the set spells them. */
    readonly limit: string;
    readonly probability: string;
    readonly gigatonnes: number;
  };
  /** The cities' own CO2, fossil and land, inside their boundaries: without the grid share. */
  readonly network: { readonly reference: BudgetUse; readonly plan: BudgetUse };
  readonly world: { readonly reference: BudgetUse; readonly withPlans: BudgetUse; readonly ambitious: BudgetUse };
  /** GWP set that makes CO2e of world emissions. */
  readonly gwpSet: string;
  readonly ambitiousName: string;
  readonly gaps: readonly GapClosed[];
  readonly findings: readonly Finding[];
}

/** Mean warming per unit of one species emitted in one year: linear pulse responses of the reference world. Plain data. */
export interface PulseKernels {
  readonly calibration: string;
  readonly reference: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Years at which warming is told: 2050 and 2100. */
  readonly targetYears: readonly number[];
  /** By case and gas: [target year × emission year], K per tonne of the gas (fgas: per tonne of HFC-134a). */
  readonly kelvinPerTonne: Readonly<Record<ResponseCaseName, GasPaths>>;
}

/** Whose part of the warming avoided is what. Figures are K per target year, negative is avoided. */
export interface NetworkAttribution {
  readonly case: ResponseCaseName;
  readonly targetYears: readonly number[];
  /** [city × target year], in the order of the roll-up's cities; 0 where nothing of the city counts. */
  readonly cities: Float64Array;
  /** By action id over all counted cities; territorial. */
  readonly actions: readonly ActionPart[];
  /** Territorial difference of counted cities that no action accounts for. */
  readonly unassigned: readonly number[];
  /** Grid share, which belongs to no single action; 0 when it is switched off. */
  readonly gridShare: readonly number[];
  /** Sum over cities. */
  readonly sum: readonly number[];
  /** Mean difference of the full run, and what the parts miss of it: sum + residual = full. */
  readonly full: readonly number[];
  readonly residual: readonly number[];
  /** |residual / full|; absent where the full run shows no difference. */
  readonly residualShare: readonly (number | undefined)[];
  readonly findings: readonly Finding[];
}

export interface ActionPart {
  readonly id: string;
  readonly name: string;
  readonly cities: number;
  readonly kelvin: readonly number[];
  /** Cumulative territorial tonnes CO2e by each target year, negative is saved. */
  readonly tonnes: readonly number[];
}
