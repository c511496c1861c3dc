/** What the network's document holds of one city: paths at the knots, ceilings, and what the action library reaches. */
import {
  CHANNELS,
  cityPathsOf,
  createEvaluator,
  createPlanEvaluator,
  NETWORK_GASES,
  optimise,
  PER_MILLE,
  portfolioProblemOf,
  scheduleOf,
  withSchedule,
  type MilpSolver,
  type NetworkGas,
  type Plan,
  type Range,
  type TargetKind,
  type TargetPath,
} from '@thousand-cities/model';
import { draftFor, type ReferenceSet } from '@thousand-cities/reference';
import { draftKit } from '@thousand-cities/reference/node';

/** Years the document has figures for. The first is the base year of a draft. */
export const KNOTS = [2021, 2025, 2030, 2035, 2040, 2045, 2050] as const;

/** The target whose ceilings the library's plan answers to; where it cannot be worked out, the draft's own. */
export const LIBRARY_TARGET: TargetKind = 'race-to-zero';

/** Branch-and-bound nodes of a city's optimum: no clock, so that every machine finds the same plan. */
const NODE_LIMIT = 40;

type City = ReferenceSet['gazetteer']['thousand'][number];

/** Whole tonnes at the knots; ratios and ceilings in whole thousandths. */
export interface CityFigures {
  readonly inventoryYear: number;
  readonly population: number;
  readonly interval: Range;
  readonly weights: Readonly<Record<NetworkGas, number>>;
  readonly paths: Readonly<Record<NetworkGas, readonly number[]>>;
  readonly grid: readonly number[];
  readonly generation: readonly number[];
  readonly counted: { readonly co2e: readonly number[]; readonly co2: readonly number[] };
  readonly targets: readonly {
    readonly kind: TargetKind;
    readonly counts: 'co2e' | 'co2';
    readonly milestones: readonly number[];
    readonly ceilings: readonly number[];
  }[];
  readonly library: {
    readonly ratios: Readonly<Record<NetworkGas, readonly number[]>>;
    readonly grid: readonly number[];
    readonly generation: readonly number[];
    readonly counted: readonly number[];
  };
}

/** Work one city out. @throws {DomainError} as `draftFor` */
export async function figuresOf(city: City, reference: ReferenceSet, solver: MilpSolver): Promise<CityFigures> {
  const { plan: draft } = draftFor(city, reference, draftKit());
  const target = draft.targets.find(({ kind }) => kind === LIBRARY_TARGET);
  const evaluator = createPlanEvaluator(draft, reference);
  const isKnown = evaluator.targets.some((result) => 'path' in result && result.path.id === target?.id);
  const plan: Plan = isKnown ? { ...draft, mainTarget: target!.id } : draft;
  const problem = portfolioProblemOf(evaluator.compiled, plan.actions, plan.finance, evaluator.mainTarget(plan), {});
  const { schedule } = await optimise(problem, solver, { nodeLimit: NODE_LIMIT, solveLimit: Infinity });
  const done = withSchedule(plan, schedule);
  const paths = cityPathsOf(done, reference, { skipActions: true });
  const totals = createEvaluator(evaluator.compiled);
  const { total, byChannel } = totals.bau;
  const co2 = CHANNELS.indexOf('co2') * total.length;
  const counted = { reference: total.slice(), plan: totals.run(scheduleOf(evaluator.compiled, done.actions)).total };
  const targets = evaluator.targets.flatMap((result) => ('path' in result ? [result.path] : []));
  const [inventory] = plan.inventories;
  const interval = inventory?.totalIntervals?.territorial;
  if (!inventory || !interval) throw new Error(`${city.name} has no interval; this is a bug, please report it`);
  return {
    inventoryYear: inventory.year,
    population: Math.round(plan.city.population!),
    interval,
    weights: byGas((gas) => Math.round(paths.weights[gas] * 100) / 100),
    paths: byGas((gas) => tonnes(paths.reference[gas])),
    grid: tonnes(paths.grid?.reference),
    generation: tonnes(paths.generation?.reference),
    counted: { co2e: tonnes(counted.reference), co2: tonnes(byChannel.subarray(co2, co2 + total.length)) },
    targets: targets.map(ceilingsOf),
    library: {
      ratios: byGas((gas) => ratios({ reference: paths.reference[gas], plan: paths.plan![gas] })),
      grid: ratios(paths.grid),
      generation: ratios(paths.generation),
      counted: ratios(counted),
    },
  };
}

/** Ceilings over the first year's: the first is the emissions of the base year. */
function ceilingsOf({ kind, counts, milestones, emissions }: TargetPath): CityFigures['targets'][number] {
  const base = emissions[0]!;
  return { kind, counts, milestones, ceilings: atKnots(emissions).map((value) => (base > 0 ? perMille(value / base) : 0)) }; // prettier-ignore
}

/** A series of the document's years at its knots. */
function atKnots(series: ArrayLike<number>): readonly number[] {
  return KNOTS.map((year) => series[year - KNOTS[0]]!);
}

/** Whole tonnes at the knots; nothing at all where the city has no such path. */
function tonnes(series: ArrayLike<number> | undefined): readonly number[] {
  return series ? atKnots(series).map((value) => Math.round(value)) : KNOTS.map(() => 0);
}

/** Plan over reference at the knots. Where there is nothing to cut, or the reference is a sink, the plan is the reference. */
function ratios(
  paths: { readonly reference: Float64Array; readonly plan?: Float64Array } | undefined,
): readonly number[] {
  if (!paths?.plan) return KNOTS.map(() => PER_MILLE);
  const planned = atKnots(paths.plan);
  return atKnots(paths.reference).map((value, k) =>
    value > 0 ? Math.max(0, perMille(planned[k]! / value)) : PER_MILLE,
  );
}

const perMille = (ratio: number): number => Math.round(ratio * PER_MILLE);

function byGas<T>(of: (gas: NetworkGas) => T): Record<NetworkGas, T> {
  return Object.fromEntries(NETWORK_GASES.map((gas) => [gas, of(gas)])) as Record<NetworkGas, T>;
}
