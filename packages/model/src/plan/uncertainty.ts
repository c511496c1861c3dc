/** Draws of a plan in the shape of an outcome. */
import type { CompiledPlan, PlanInputs } from '../action/index.ts';
import { heldYears, type TargetPath } from '../pathway/index.ts';
import { drawPlan, type DrawnPlan } from '../uncertainty/index.ts';
import type { Spread } from '../source.ts';
import type { EvaluateOptions, Fan, Outcome, Plan } from './types.ts';

export interface PlanUncertainty {
  readonly fan: NonNullable<Outcome['fan']>;
  readonly meetsTarget: readonly number[] | null;
  readonly drivesUncertainty: NonNullable<Outcome['drivesUncertainty']>;
}

interface Uncertain {
  readonly plan: Plan;
  readonly inputs: PlanInputs;
  readonly compiled: CompiledPlan;
  readonly target: TargetPath;
}

/**
 * Draw the plan as `options` say; undefined when no draws are asked for. Sensitivity is about the first year that the
 * target names.
 *
 * @throws {DomainError} `out-of-range`
 */
export function uncertaintyOf(
  { plan, inputs, compiled, target }: Uncertain,
  options: EvaluateOptions,
): PlanUncertainty | undefined {
  const { draws = 0, seed = 1, onDraw } = options;
  if (draws === 0) return undefined;
  const focusYear = heldYears(target)[0] ?? target.years.at(-1)!;
  const baseTotal = totalSpread(plan);
  const drawn = drawPlan(
    { ...inputs, actions: plan.actions, finance: plan.finance },
    {
      draws,
      seed,
      focusYear,
      target: { ceiling: target.emissions, counts: target.counts },
      ...(baseTotal && { baseTotal }),
      ...(onDraw && { onDraw }),
    },
    compiled,
  );
  return {
    fan: { bau: fanOf(drawn.bau), plan: fanOf(drawn.plan) },
    meetsTarget: drawn.probability.meetsTarget,
    drivesUncertainty: drawn.matters.emissions.map(({ input, share }) => ({ input, share })),
  };
}

/** How well the base-year total is known, where the inventory says so: half the width of its interval on the log scale. */
function totalSpread({ inventories, baseline }: Plan): Spread | undefined {
  const inventory = inventories.find(({ year }) => year === baseline.baseYear);
  const interval = inventory?.totalIntervals?.[baseline.boundary];
  return interval && interval.low > 0 ? { factor95: Math.sqrt(interval.high / interval.low) } : undefined;
}

function fanOf({ p05, p25, p50, p75, p95 }: DrawnPlan['plan']): Fan {
  return { p05, p25, p50, p75, p95 };
}
