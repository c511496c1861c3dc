/** What the world makes of the claim's sum: shares, the gap to Paris, the budget, the temperature. */
import type { WarmingPercentiles } from '../climate/types.ts';
import type { GwpSet } from '../gas.ts';
import type { CarbonBudgetSet } from '../reference.ts';
import type {
  ClaimAnswer,
  ClaimBand,
  ClaimBudget,
  ClaimCase,
  ClaimClimate,
  ClaimRange,
  ClaimWorld,
} from './claim-answer.ts';
import { parisGap } from './paris.ts';
import type { NetworkClimate } from './response.ts';
import type { GapClosed, NetworkResponse, ParisGap, ResponseCase } from './response-types.ts';
import type { NetworkTotals } from './result.ts';
import { NETWORK_GASES, type CityPaths } from './types.ts';
import { worldDifference } from './world.ts';

/** What is known once the climate has come. */
export interface WorldFacts {
  readonly climate: NetworkClimate;
  /** Warming of the reference world before the first year that `climate` reports. */
  readonly past: WarmingPercentiles;
  readonly budgets: CarbonBudgetSet;
  readonly gwp: GwpSet;
}

/** Paris' goal, and even odds of keeping it: the budget that is named. */
const BUDGET = { limit: '1.5', probability: '0.5' } as const;

/** World, budget and temperature of a sum. */
export function claimWorldOf(
  sum: NetworkTotals,
  chosen: readonly CityPaths[],
  { gridShare }: { readonly gridShare: boolean },
  facts: WorldFacts,
): Required<Pick<ClaimAnswer, 'world' | 'budget' | 'climate'>> {
  const { climate, budgets, gwp } = facts;
  const difference = worldDifference(sum.total, climate.reference, { gridShare, firstYear: sum.firstYear });
  const response = climate.respond(difference);
  const { reference, ambitious } = climate;
  const paris = parisGap(sum, { budgets, ...BUDGET, gwp, reference, ambitious, gridShare });
  return {
    world: sharesOf(sum, chosen, paris),
    budget: budgetOf(paris),
    climate: climateOf(response, facts.past),
  };
}

/** Year in which the cities' own part of the world is told: near enough to be today's world, far enough to be the same for all. */
const SHARE_YEAR = 2030;
const GIGATONNE = 1e9;

function sharesOf(sum: NetworkTotals, chosen: readonly CityPaths[], paris: ParisGap): ClaimWorld {
  const at2050 = gapOf(paris, 'emissions', 2050);
  const cumulative = paris.gaps.find(({ measure, year }) => measure === 'cumulative-co2' && year === 2050);
  const avoided = at2050.reference - at2050.withPlans;
  const others = at2050.reference - citiesIn(sum, 2050);
  const world = gapOf(paris, 'emissions', SHARE_YEAR).reference;
  return {
    citiesShare: citiesIn(sum, SHARE_YEAR) / world,
    gridShare: gridIn(chosen, SHARE_YEAR) / world,
    citiesShareYear: SHARE_YEAR,
    avoidedShare2050: avoided / at2050.reference,
    gapShare2050: avoided / (at2050.reference - at2050.ambitious),
    ...(cumulative?.share !== undefined && { gapShareCumulative: cumulative.share }),
    restCut2050: (at2050.reference - at2050.ambitious - avoided) / others,
  };
}

function gapOf({ gaps }: ParisGap, measure: GapClosed['measure'], year: number): GapClosed {
  const found = gaps.find((gap) => gap.measure === measure && gap.year === year);
  if (!found) throw new Error(`the gap to Paris has no ${measure} of ${year}; this is a bug, please report it`);
  return found;
}

/** Gt CO2e that the chosen cities emit inside their boundaries in a year, without plans. */
function citiesIn({ total, weights, firstYear }: NetworkTotals, year: number): number {
  const y = year - firstYear;
  return NETWORK_GASES.reduce((sum, gas) => sum + total.reference[gas][y]! * weights[gas], 0) / GIGATONNE;
}

/** Gt CO2e of grid electricity that the chosen cities use in a year, without plans, beyond what their own plants emit. */
function gridIn(chosen: readonly CityPaths[], year: number): number {
  const tonnes = chosen.reduce((sum, { firstYear, grid, generation }) => {
    const [used, made] = [grid, generation].map((pair) => pair?.reference[year - firstYear]);
    return used === undefined ? sum : sum + Math.max(0, made === undefined ? used : used - made);
  }, 0);
  return tonnes / GIGATONNE;
}

function budgetOf({ budget, world }: ParisGap): ClaimBudget {
  return {
    set: budget.set,
    fromYear: budget.fromYear,
    limit: budget.limit,
    probability: Number(budget.probability),
    gigatonnes: budget.gigatonnes,
    ...(world.reference.spentIn !== undefined && { spentReference: world.reference.spentIn }),
    ...(world.withPlans.spentIn !== undefined && { spentWithPlans: world.withPlans.spentIn }),
  };
}

function climateOf(response: NetworkResponse, past: WarmingPercentiles): ClaimClimate {
  const before = bandOf(past);
  const after = (warming: WarmingPercentiles): ClaimBand => joinBands(before, bandOf(warming));
  return {
    years: [...past.years, ...response.reference.warming.years],
    reference: after(response.reference.warming),
    ghgOnly: caseOf(response.ghgOnly, after),
    withCoEmitted: caseOf(response.withCoEmitted, after),
  };
}

const bandOf = ({ p05, p50, p95 }: WarmingPercentiles): ClaimBand => ({ low: p05, middle: p50, high: p95 });

function joinBands(before: ClaimBand, after: ClaimBand): ClaimBand {
  return {
    low: [...before.low, ...after.low],
    middle: [...before.middle, ...after.middle],
    high: [...before.high, ...after.high],
  };
}

function caseOf({ warming, difference }: ResponseCase, after: (warming: WarmingPercentiles) => ClaimBand): ClaimCase {
  return {
    warming: after(warming),
    avoided2050: avoidedIn(difference, 2050),
    avoided2100: avoidedIn(difference, 2100),
  };
}

/** K avoided in a year: the difference with its sign turned, so that the ends of the range change places. */
function avoidedIn({ years, p05, p50, p95 }: WarmingPercentiles, year: number): ClaimRange {
  const i = years.indexOf(year);
  return { low: -p95[i]!, middle: -p50[i]!, high: -p05[i]! };
}
