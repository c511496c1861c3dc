/** Put the optimiser's answer into a plan: choose its actions, sizes and start years. */
import {
  optimise,
  portfolioProblemOf,
  quickPlan,
  type MilpSolver,
  type OptimiseOptions,
  type PortfolioConstraints,
  type PortfolioProblem,
  type PortfolioResult,
  type ProblemOptions,
  type ScheduledAction,
} from '../portfolio/index.ts';
import type { Reference } from '../reference.ts';
import { createPlanEvaluator, type PlanEvaluator } from './evaluate.ts';
import type { Plan } from './types.ts';

export interface PlanProblem {
  readonly problem: PortfolioProblem;
  readonly evaluator: PlanEvaluator;
}

/** The optimisation problem of a plan against its main target. Throws as `evaluate` and `portfolioProblemOf` do. */
export function planProblem(
  plan: Plan,
  reference: Reference,
  constraints: PortfolioConstraints = {},
  options: ProblemOptions = {},
): PlanProblem {
  const evaluator = createPlanEvaluator(plan, reference);
  const target = evaluator.mainTarget(plan);
  return {
    problem: portfolioProblemOf(evaluator.compiled, plan.actions, plan.finance, target, constraints, options),
    evaluator,
  };
}

/** The plan with this schedule: actions that are not in it get size 0 and keep their start year. */
export function withSchedule(plan: Plan, schedule: readonly ScheduledAction[]): Plan {
  const chosen = new Map(schedule.map((entry) => [entry.id, entry]));
  const actions = plan.actions.map((action) => {
    const entry = chosen.get(action.id);
    const { startYear, size } = entry ?? { startYear: action.schedule.startYear, size: 0 };
    return { ...action, schedule: { startYear, size } };
  });
  return { ...plan, actions };
}

/** Find the least costly plan that meets the main target, or the closest; see `optimise`. */
export async function optimisePlan(
  plan: Plan,
  reference: Reference,
  solver: MilpSolver,
  {
    constraints,
    choices,
    ...options
  }: OptimiseOptions & { readonly constraints?: PortfolioConstraints; readonly choices?: ProblemOptions } = {},
): Promise<{ readonly plan: Plan; readonly result: PortfolioResult }> {
  const { problem } = planProblem(plan, reference, constraints, choices);
  const result = await optimise(problem, solver, options);
  return { plan: withSchedule(plan, result.schedule), result };
}

/** A good plan at once, without proof; see `quickPlan`. */
export function quickPlanOf(
  plan: Plan,
  reference: Reference,
  constraints?: PortfolioConstraints,
): { readonly plan: Plan; readonly result: PortfolioResult } {
  const { problem } = planProblem(plan, reference, constraints);
  const result = quickPlan(problem);
  return { plan: withSchedule(plan, result.schedule), result };
}
