/** From a question about the claim to its answer: plans for the chosen cities, their sum, and what the world makes of it. */
import { EMISSION_SPECIES } from '../climate/species.ts';
import type { ClimateModel, WorldEmissions } from '../climate/types.ts';
import { warmingPercentiles } from '../climate/percentiles.ts';
import type { GwpSet } from '../gas.ts';
import type { CarbonBudgetSet } from '../reference.ts';
import { applyChoice, checkChoice, DEFAULT_CHOICE, selectCities, type NetworkChoice } from './ambition.ts';
import type { ClaimAnswer, ClaimTonnes } from './claim-answer.ts';
import { claimWorldOf, type WorldFacts } from './claim-world.ts';
import { createNetworkClimate } from './response.ts';
import type { NetworkRollUp, NetworkTotals } from './result.ts';
import { rollUp } from './roll-up.ts';
import type { ThousandData } from './thousand-data.ts';
import { gasPaths, openThousand, type Thousand } from './thousand.ts';
import { NETWORK_GASES, type CityPaths } from './types.ts';
import { thousandYears } from './yearly-reader.ts';

/** What is asked: the network's choice, and whether cleaner grid electricity counts for the cities. */
export interface ClaimChoice extends NetworkChoice {
  /** Credit the cities' share of the grid, once. Rule: docs/methods/network.md. */
  readonly gridShare: boolean;
}

/** The initiative's own claim: see `DEFAULT_CHOICE`. */
export const DEFAULT_CLAIM: ClaimChoice = { ...DEFAULT_CHOICE, gridShare: true };

/** The world without plans, and the one that keeps 1.5 °C. */
export const CLAIM_WORLDS = { reference: 'ssp245', ambitious: 'ssp119' } as const;
/** No plan makes a difference before. */
const FROM_YEAR = 2025;
/** What is told begins here: long enough to see where the world comes from. */
const PAST_YEAR = 1980;

export interface ClaimEngine {
  /** @throws {DomainError} as `selectCities` for a place that has none of the thousand */
  answer(choice: ClaimChoice): ClaimAnswer;
  /** Answer with temperatures from now on. */
  know(facts: WorldFacts): void;
}

/** Run what is the same for every question. */
export function claimFactsOf(model: ClimateModel, budgets: CarbonBudgetSet, gwp: GwpSet): WorldFacts {
  const past = model.run(model.scenario(CLAIM_WORLDS.reference), { fromYear: PAST_YEAR, toYear: FROM_YEAR });
  return {
    climate: createNetworkClimate(model, { ...CLAIM_WORLDS, fromYear: FROM_YEAR }),
    past: warmingPercentiles(past, PAST_YEAR, FROM_YEAR - 1),
    budgets,
    gwp,
  };
}

/** An engine over the document of the thousand. It answers in tonnes at once, and in degrees once it knows the climate. */
export function createClaimEngine(data: ThousandData): ClaimEngine {
  const thousand = openThousand(data);
  const promised = lastPromised(thousand);
  const place = new Map(data.cities.id.map((id, i) => [id, i]));
  let facts: WorldFacts | undefined;
  return {
    know(known) {
      facts = known;
    },
    answer(choice) {
      const { chosen, sum } = promised(choice, facts?.climate.reference);
      const totals = deliveredTotals(sum, choice.delivery);
      const tonnes = { ...tonnesOf(totals, choice), byCity: byCity(sum, choice, place) };
      return facts ? { tonnes, ...claimWorldOf(totals, chosen, choice, facts) } : { tonnes };
    },
  };
}

/** What was promised, and its sum at full delivery. */
interface Promised {
  readonly chosen: readonly CityPaths[];
  readonly sum: NetworkRollUp;
}

/** Sums promises, and keeps the last sum: a slider over the delivery moves in it without summing a thousand cities anew. */
function lastPromised(thousand: Thousand): (choice: ClaimChoice, world: WorldEmissions | undefined) => Promised {
  const { data } = thousand;
  let last:
    { readonly key: string; readonly world: WorldEmissions | undefined; readonly promised: Promised } | undefined;
  return ({ selection, ambition, startYear, delivery }, world) => {
    checkChoice({ selection, ambition, startYear, delivery });
    const key = JSON.stringify([selection, ambition, startYear]);
    if (last?.key === key && last.world === world) return last.promised;
    const all = applyChoice(thousand, { selection, ambition, startYear, delivery: 1 });
    const chosen = selectCities(data, selection).map((i) => all[i]!);
    const sum = rollUp(chosen, world ? { world } : { world: STILL_WORLD, toYear: thousandYears(data).lastYear });
    last = { key, world, promised: { chosen, sum } };
    return last.promised;
  };
}

/**
 * The totals when a share of what was promised is delivered: all that plans change is in proportion to it, the credit of the grid and
 * the years after the plans included.
 */
function deliveredTotals(sum: NetworkRollUp, delivery: number): NetworkTotals {
  const { firstYear, lastYear, weights, counts, total } = sum;
  const part = (series: Float64Array): Float64Array => series.map((tonnes) => delivery * tonnes);
  return {
    firstYear,
    lastYear,
    weights,
    counts,
    total: {
      ...total,
      difference: gasPaths((gas) => part(total.difference[gas])),
      gridShare: part(total.gridShare),
      hfc134a: part(total.hfc134a),
    },
  };
}

/** A world in which nothing changes: until the climate is there sums end where the cities' own figures do, and ask it nothing. */
const STILL_WORLD: WorldEmissions = (() => {
  const lastYear = 2100;
  const values = new Float64Array(EMISSION_SPECIES.length * (lastYear - 1750 + 1)).fill(1);
  return { name: 'still', firstYear: 1750, lastYear, values };
})();

function tonnesOf(
  { total, counts, firstYear, weights }: NetworkTotals,
  { gridShare }: ClaimChoice,
): Omit<ClaimTonnes, 'byCity'> {
  const until = (year: number) => {
    let gases = 0;
    let grid = 0;
    for (let y = 0; y <= year - firstYear; y++) {
      for (const gas of NETWORK_GASES) gases -= total.difference[gas][y]! * weights[gas];
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
  };
}

/** Tonnes CO2e each city avoids by 2050, in the order of the roster. `sum` is at full delivery. */
function byCity(
  sum: NetworkRollUp,
  { gridShare, delivery }: ClaimChoice,
  place: ReadonlyMap<string, number>,
): Float64Array {
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
    avoided[place.get(city.id)!] = delivery * tonnes;
  });
  return avoided;
}
