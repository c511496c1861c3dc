/** What is said to one question about the claim. Plain values only: they cross a thread. */

/** 5, 50 and 95 % of the ensemble's members. */
export interface ClaimRange {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** The same year by year. */
export interface ClaimBand {
  readonly low: readonly number[];
  readonly middle: readonly number[];
  readonly high: readonly number[];
}

/** What needs no climate: tonnes of the chosen cities, t CO2e, against their own reference. */
export interface ClaimTonnes {
  /** Chosen; of those with a plan that counts; of those left out since a larger body holds their plan. */
  readonly cities: number;
  readonly withPlan: number;
  readonly setAside: number;
  /** 0…1 of their emissions that stand on the cities' own inventories; absent where there are none to weigh. */
  readonly reportedShare?: number;
  /** Avoided from the start to the end of the year; negative where more is emitted. The grid share is in it. */
  readonly by2030: number;
  readonly by2050: number;
  /** The part of `by2050` that is cleaner grid electricity; 0 when it is not counted. */
  readonly gridBy2050: number;
  /** By 2050, in the order of the roster; NaN for a city that was not chosen. */
  readonly byCity: Float64Array;
}

/** Against the emissions of the world. */
export interface ClaimWorld {
  /** 0…1: emissions inside the boundaries of the chosen cities, without plans, over those of the world. */
  readonly citiesShare: number;
  /** The same of grid electricity they use beyond what their own plants make. An upper bound: plants of one city may serve another. */
  readonly gridShare: number;
  readonly citiesShareYear: number;
  /** 0…1: avoided in 2050 over what the world emits in 2050 on the reference path. */
  readonly avoidedShare2050: number;
  /** 0…1 of the gap in 2050 between the reference world and the 1.5 °C world. */
  readonly gapShare2050: number;
  /** The same for all CO2 from the budget's first year to 2050; absent where there is no gap. */
  readonly gapShareCumulative?: number;
  /** Share of its own 2050 emissions that everyone else has to cut as well for the 1.5 °C path; above 1: more than all. */
  readonly restCut2050: number;
}

/** The remaining budget of CO2, and when the world has spent it. */
export interface ClaimBudget {
  readonly set: string;
  readonly fromYear: number;
  /** °C. */
  readonly limit: string;
  /** 0…1. */
  readonly probability: number;
  readonly gigatonnes: number;
  readonly spentReference?: number;
  readonly spentWithPlans?: number;
}

/** Warming with plans, and how much less it is than without: member by member, so the range is of the difference. */
export interface ClaimCase {
  /** K above 1850–1900. */
  readonly warming: ClaimBand;
  /** K avoided: positive is cooler. */
  readonly avoided2050: ClaimRange;
  readonly avoided2100: ClaimRange;
}

export interface ClaimClimate {
  readonly years: readonly number[];
  readonly reference: ClaimBand;
  readonly ghgOnly: ClaimCase;
  readonly withCoEmitted: ClaimCase;
}

export interface ClaimAnswer {
  readonly tonnes: ClaimTonnes;
  /** Absent until the climate is there. */
  readonly world?: ClaimWorld;
  readonly budget?: ClaimBudget;
  readonly climate?: ClaimClimate;
}

/** A band in one year. */
export function bandInYear(years: readonly number[], band: ClaimBand, year: number): ClaimRange {
  const i = years.indexOf(year);
  return { low: band.low[i]!, middle: band.middle[i]!, high: band.high[i]! };
}
