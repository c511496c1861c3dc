/** How far the network is from Paris: carbon budget, and the gap between the reference world and a 1.5 °C one. */
import type { EmissionDelta, WarmingPercentiles, WorldEmissions } from '../climate/types.ts';
import { DomainError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import type { GwpSet } from '../gas.ts';
import type { CarbonBudgetSet } from '../reference.ts';
import { RESPONSE_CASES } from './response-types.ts';
import type { BudgetUse, GapClosed, NetworkResponse, ParisGap } from './response-types.ts';
import type { NetworkTotals } from './result.ts';
import type { GasPaths } from './types.ts';
import { co2eWeights, worldCo2, worldCo2e } from './world-co2e.ts';
import { worldDifference } from './world.ts';

export interface ParisOptions {
  readonly budgets: CarbonBudgetSet;
  /** °C and probability as the set spells them; 1.5 and 0.5 when absent. */
  readonly limit?: string;
  readonly probability?: string;
  /** Makes CO2e of world emissions. */
  readonly gwp: GwpSet;
  readonly reference: WorldEmissions;
  readonly ambitious: WorldEmissions;
  readonly gridShare: boolean;
  /** For the gap in warming; left out when absent. Medians, with and without co-emitted pollutants. */
  readonly warming?: { readonly response: NetworkResponse; readonly ambitious: WarmingPercentiles };
}

/** Years in which the gap is told, where the roll-up reaches them. */
export const GAP_YEARS = { emissions: [2030, 2050], warming: [2050, 2100] } as const;
const MIDDLE = 2050;
const TONNES_PER_GIGATONNE = 1e9;

/**
 * Hold the network against the remaining carbon budget, and tell what part of the world's gap to the ambitious scenario it closes: in
 * emissions of a year (CO2e of CO2, CH4, N2O and the F-gases of the GWP set), in cumulative CO2, and in warming.
 *
 * The budget is the world's, for all CO2 from fossil fuel and land from its first year on. The cities' own sum beside it shows how
 * much of it they alone would use; it is not a fair share.
 *
 * @throws {DomainError} `missing-figure` when the set has no such limit or probability, `year-outside-plan` when a scenario is too short
 */
export function parisGap(rollUp: NetworkTotals, options: ParisOptions): ParisGap {
  const { budgets, gwp, reference, ambitious, gridShare } = options;
  const { firstYear, lastYear, total } = rollUp;
  const budget = budgetOf(options);
  if (ambitious.lastYear < lastYear) {
    throw new DomainError('year-outside-plan', `${ambitious.name} ends in ${ambitious.lastYear}, before ${lastYear}`);
  }
  const change = worldDifference(total, reference, { gridShare, firstYear }).ghgOnly;
  const use = (yearly: (year: number) => number, from: number): BudgetUse =>
    useOf(yearly, Math.max(from, budget.fromYear), lastYear, budget.gigatonnes);
  const world = (emissions: WorldEmissions, deltas: readonly EmissionDelta[] = []) => worldCo2(emissions, deltas);
  const own = (paths: readonly GasPaths[]) => (year: number) => networkCo2(rollUp, paths, year);
  return {
    budget,
    network: {
      reference: use(own([total.reference]), firstYear),
      plan: use(own([total.reference, total.difference]), firstYear),
    },
    world: {
      reference: use(world(reference), budget.fromYear),
      withPlans: use(world(reference, change), budget.fromYear),
      ambitious: use(world(ambitious), budget.fromYear),
    },
    gwpSet: gwp.id,
    ambitiousName: ambitious.name,
    gaps: [
      ...emissionGaps(rollUp, options, change),
      ...cumulativeGaps(budgets.fromYear, lastYear, [world(reference), world(ambitious), world(reference, change)]),
      ...warmingGaps(options.warming),
    ],
    findings: firstYear > budgets.fromYear ? [lateFinding(firstYear, budgets.fromYear)] : [],
  };
}

function budgetOf({ budgets, limit = '1.5', probability = '0.5' }: ParisOptions): ParisGap['budget'] {
  const gigatonnes = budgets.gtCo2[limit]?.[probability];
  if (gigatonnes === undefined) {
    throw new DomainError('missing-figure', `budget set ${budgets.id} has none for ${limit} °C at ${probability}`, [
      'budgets',
      limit,
      probability,
    ]);
  }
  const { id: set, source, fromYear } = budgets;
  return { set, source, fromYear, limit, probability, gigatonnes };
}

/** The cities' CO2 of a year inside their boundaries, fossil and land, Gt. The grid share is of plants elsewhere, and no part of it. */
function networkCo2({ firstYear }: NetworkTotals, paths: readonly GasPaths[], year: number): number {
  const y = year - firstYear;
  return paths.reduce((sum, { co2, co2Land }) => sum + co2[y]! + co2Land[y]!, 0) / TONNES_PER_GIGATONNE;
}

function useOf(yearly: (year: number) => number, from: number, to: number, budget: number): BudgetUse {
  let sum = 0;
  let to2050 = 0;
  let spentIn: number | undefined;
  for (let year = from; year <= to; year++) {
    sum += yearly(year);
    if (year <= MIDDLE) to2050 = sum;
    if (sum > budget) spentIn ??= year;
  }
  return { to2050, toEnd: sum, ...(spentIn !== undefined && { spentIn }) };
}

function emissionGaps(
  { firstYear, lastYear }: NetworkTotals,
  { gwp, reference, ambitious }: ParisOptions,
  change: readonly EmissionDelta[],
): readonly GapClosed[] {
  const weights = co2eWeights(gwp);
  const years = GAP_YEARS.emissions.filter((year) => year >= firstYear && year <= lastYear);
  return years.map((year) => {
    const without = worldCo2e(reference, [], weights, year);
    const withPlans = worldCo2e(reference, change, weights, year);
    return gapOf('emissions', year, 'Gt CO2e/yr', [without, worldCo2e(ambitious, [], weights, year), withPlans]);
  });
}

function cumulativeGaps(
  fromYear: number,
  lastYear: number,
  worlds: readonly [reference: YearlyCo2, ambitious: YearlyCo2, withPlans: YearlyCo2],
): readonly GapClosed[] {
  const ends = [...new Set([Math.min(MIDDLE, lastYear), lastYear])].filter((year) => year >= fromYear);
  return ends.map((end) => {
    const [reference, ambitious, withPlans] = worlds.map((yearly) => useOf(yearly, fromYear, end, Infinity).toEnd);
    return gapOf('cumulative-co2', end, 'Gt CO2', [reference!, ambitious!, withPlans!]);
  });
}

type YearlyCo2 = (year: number) => number;

function warmingGaps(warming: ParisOptions['warming']): readonly GapClosed[] {
  if (!warming) return [];
  const { response, ambitious } = warming;
  const median = ({ years, p50 }: WarmingPercentiles, year: number): number => p50[years.indexOf(year)]!;
  const years = GAP_YEARS.warming.filter(
    (year) => ambitious.years.includes(year) && response.reference.warming.years.includes(year),
  );
  return years.flatMap((year) =>
    RESPONSE_CASES.map((name) => ({
      ...gapOf('warming', year, 'K', [
        median(response.reference.warming, year),
        median(ambitious, year),
        median(response[name].warming, year),
      ]),
      case: name,
    })),
  );
}

function gapOf(
  measure: GapClosed['measure'],
  year: number,
  unit: GapClosed['unit'],
  [reference, ambitious, withPlans]: readonly [number, number, number],
): GapClosed {
  const gap = reference - ambitious;
  return {
    measure,
    year,
    unit,
    reference,
    ambitious,
    withPlans,
    ...(gap > 0 && { share: (reference - withPlans) / gap }),
  };
}

function lateFinding(firstYear: number, fromYear: number): Finding {
  return {
    code: 'network-begins-after-budget',
    severity: 'note',
    path: ['budget', 'fromYear'],
    message: `The budget counts from ${fromYear}, the cities' figures begin in ${firstYear}: their CO2 before that is not in their sum.`,
    remedy: 'Read the sum of the cities as from their own first year; the world’s sums are complete.',
    values: { fromYear, firstYear },
  };
}
