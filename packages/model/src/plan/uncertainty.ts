/** Draws of a plan in the shape of an outcome. */
import type { CompiledPlan, PlanInputs } from '../action/index.ts';
import type { TargetPath } from '../pathway/index.ts';
import type { EvaluateOptions, Outcome, Plan } from './types.ts';

export interface PlanUncertainty {
  readonly fan: NonNullable<Outcome['fan']>;
  readonly meetsTarget: readonly number[];
  readonly drivesUncertainty: NonNullable<Outcome['drivesUncertainty']>;
}

/** Undefined when no draws are asked for. */
export function uncertaintyOf(
  _run: {
    readonly plan: Plan;
    readonly inputs: PlanInputs;
    readonly compiled: CompiledPlan;
    readonly target: TargetPath;
  },
  options: EvaluateOptions,
): PlanUncertainty | undefined {
  if (options.draws === undefined || options.draws === 0) return undefined;
  return undefined;
}
