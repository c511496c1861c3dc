/** From a question to its answer: plans for the chosen cities, their sum, and what the world makes of it. No thread, no DOM. */
import {
  applyChoice,
  EMISSION_SPECIES,
  NETWORK_GASES,
  openThousand,
  parisGap,
  rollUp,
  selectCities,
  thousandYears,
  worldDifference,
  type CarbonBudgetSet,
  type GapClosed,
  type GwpSet,
  type NetworkClimate,
  type NetworkResponse,
  type NetworkRollUp,
  type ParisGap,
  type ResponseCase,
  type ThousandData,
  type WarmingPercentiles,
  type WorldEmissions,
} from '@thousand-cities/model';
import type {
  Band,
  ClaimAnswer,
  ClaimBudget,
  ClaimCase,
  ClaimClimate,
  ClaimTonnes,
  ClaimWorld,
  Range,
} from './answer.ts';
import type { ClaimChoice } from './state.ts';

/** What is known once the climate has come. */
export interface ClimateFacts {
  readonly climate: NetworkClimate;
  /** Warming of the reference world before the first year that `climate` reports. */
  readonly past: WarmingPercentiles;
  readonly budgets: CarbonBudgetSet;
  readonly gwp: GwpSet;
}

export interface ClaimEngine {
  /** @throws {DomainError} as `selectCities` for a place that has none of the thousand */
  answer(choice: ClaimChoice): ClaimAnswer;
  /** Answer with temperatures from now on. */
  know(facts: ClimateFacts): void;
}

/** Paris' goal, and even odds of keeping it: the budget that is named. */
const BUDGET = { limit: '1.5', probability: '0.5' } as const;

export function createClaimEngine(data: ThousandData): ClaimEngine {
  const thousand = openThousand(data);
  const place = new Map(data.cities.id.map((id, i) => [id, i]));
  let facts: ClimateFacts | undefined;
  return {
    know(known) {
      facts = known;
    },
    answer(choice) {
      const all = applyChoice(thousand, choice);
      const chosen = selectCities(data, choice.selection).map((i) => all[i]!);
      if (!facts) {
        const sum = rollUp(chosen, { world: STILL_WORLD, toYear: thousandYears(data).lastYear });
        return { tonnes: tonnesOf(sum, choice, place) };
      }
      const sum = rollUp(chosen, { world: facts.climate.reference });
      return { tonnes: tonnesOf(sum, choice, place), ...worldOf(sum, choice, facts) };
    },
  };
}

/** A world in which nothing changes: until the climate is there sums end where the cities' own figures do, and ask it nothing. */
const STILL_WORLD: WorldEmissions = (() => {
  const lastYear = 2100;
  const values = new Float64Array(EMISSION_SPECIES.length * (lastYear - 1750 + 1)).fill(1);
  return { name: 'still', firstYear: 1750, lastYear, values };
})();

function tonnesOf(sum: NetworkRollUp, { gridShare }: ClaimChoice, place: ReadonlyMap<string, number>): ClaimTonnes {
  const { total, counts, firstYear } = sum;
  const until = (year: number) => {
    let gases = 0;
    let grid = 0;
    for (let y = 0; y <= year - firstYear; y++) {
      for (const gas of NETWORK_GASES) gases -= total.difference[gas][y]! * sum.weights[gas];
      if (gridShare) grid -= total.gridShare[y]!;
    }
    return { all: gases + grid, grid };
  };
  const by2050 = until(2050);
  const { reportedShare } = total.quality.reference;
  return {
    cities: counts.cities,
    withPlan: total.withPlan,
    setAside: counts.plansSetAside,
    ...(reportedShare !== undefined && { reportedShare }),
    by2030: until(2030).all,
    by2050: by2050.all,
    gridBy2050: by2050.grid,
    byCity: byCity(sum, gridShare, place),
  };
}

/** Tonnes CO2e each city avoids by 2050, in the order of the roster. */
function byCity(sum: NetworkRollUp, gridShare: boolean, place: ReadonlyMap<string, number>): Float64Array {
  const avoided = new Float64Array(place.size).fill(NaN);
  sum.cities.forEach((city, i) => {
    const block = sum.ledger.blocks[i];
    const years = city.lastYear - city.firstYear + 1;
    let tonnes = 0;
    if (block) {
      NETWORK_GASES.forEach((gas, g) => {
        for (let y = 0; y < years && city.firstYear + y <= 2050; y++)
          tonnes -= block[g * years + y]! * sum.weights[gas];
      });
    }
    const grid = gridShare ? sum.ledger.gridShare[i] : undefined;
    for (let y = 0; grid && sum.firstYear + y <= 2050; y++) tonnes -= grid[y]!;
    avoided[place.get(city.id)!] = tonnes;
  });
  return avoided;
}

function worldOf(sum: NetworkRollUp, { gridShare }: ClaimChoice, facts: ClimateFacts) {
  const { climate, budgets, gwp } = facts;
  const difference = worldDifference(sum.total, climate.reference, { gridShare, firstYear: sum.firstYear });
  const response = climate.respond(difference);
  const { reference, ambitious } = climate;
  const paris = parisGap(sum, { budgets, ...BUDGET, gwp, reference, ambitious, gridShare });
  return {
    world: sharesOf(sum, paris),
    budget: budgetOf(paris),
    climate: climateOf(response, facts.past),
  };
}

/** Year in which the cities' own part of the world is told: near enough to be today's world, far enough to be the same for all. */
const SHARE_YEAR = 2030;
const GIGATONNE = 1e9;

function sharesOf(sum: NetworkRollUp, paris: ParisGap): ClaimWorld {
  const at2050 = gapOf(paris, 'emissions', 2050);
  const cumulative = paris.gaps.find(({ measure, year }) => measure === 'cumulative-co2' && year === 2050);
  const avoided = at2050.reference - at2050.withPlans;
  const others = at2050.reference - citiesIn(sum, 2050);
  return {
    citiesShare: citiesIn(sum, SHARE_YEAR) / gapOf(paris, 'emissions', SHARE_YEAR).reference,
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
function citiesIn({ total, weights, firstYear }: NetworkRollUp, year: number): number {
  const y = year - firstYear;
  return NETWORK_GASES.reduce((sum, gas) => sum + total.reference[gas][y]! * weights[gas], 0) / GIGATONNE;
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
  const after = (warming: WarmingPercentiles): Band => joinBands(before, bandOf(warming));
  return {
    years: [...past.years, ...response.reference.warming.years],
    reference: after(response.reference.warming),
    ghgOnly: caseOf(response.ghgOnly, after),
    withCoEmitted: caseOf(response.withCoEmitted, after),
  };
}

const bandOf = ({ p05, p50, p95 }: WarmingPercentiles): Band => ({ low: p05, middle: p50, high: p95 });

function joinBands(before: Band, after: Band): Band {
  return {
    low: [...before.low, ...after.low],
    middle: [...before.middle, ...after.middle],
    high: [...before.high, ...after.high],
  };
}

function caseOf({ warming, difference }: ResponseCase, after: (warming: WarmingPercentiles) => Band): ClaimCase {
  return {
    warming: after(warming),
    avoided2050: avoidedIn(difference, 2050),
    avoided2100: avoidedIn(difference, 2100),
  };
}

/** K avoided in a year: the difference with its sign turned, so that the ends of the range change places. */
function avoidedIn({ years, p05, p50, p95 }: WarmingPercentiles, year: number): Range {
  const i = years.indexOf(year);
  return { low: -p95[i]!, middle: -p50[i]!, high: -p05[i]! };
}
