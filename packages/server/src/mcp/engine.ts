/** The model behind the assistant's tools: in this process, for the door of one person. */
import {
  createExplainer,
  evaluate,
  optimisePlan,
  quickPlanOf,
  type MilpSolver,
  type Outcome,
  type Plan,
  type PortfolioResult,
  type Reference,
} from '@thousand-cities/model';
import { cut, type CutNode } from '../evaluation/cut.ts';
import { summaryOf, type OutcomeSummary } from '../evaluation/summary.ts';

export interface OptimiseChoices {
  /** Most capital in any year, in the currency of the plan. */
  readonly capitalPerYear?: number | undefined;
  /** Stop after so long; else after as much work as everywhere. */
  readonly seconds?: number | undefined;
}

export interface Optimised {
  readonly plan: Plan;
  readonly result: PortfolioResult;
}

/** What the tools ask of the model. */
export interface PlanEngine {
  evaluate(plan: Plan): Promise<OutcomeSummary>;
  /** The tree of a figure; what can be explained for an empty path. @throws {DomainError} `unknown-path` */
  explain(plan: Plan, path: string, depth: number): Promise<CutNode>;
  /** Absent where the time belongs to others. */
  optimise?(plan: Plan, choices: OptimiseChoices): Promise<Optimised>;
}

export interface LocalEngineOptions {
  readonly reference: () => Reference;
  /** Loads the solver; without it plans are quick ones. */
  readonly solver?: () => Promise<MilpSolver>;
}

/** An engine that works here and now, and keeps the last outcome: an assistant asks several figures of one plan. */
export function localEngine({ reference, solver }: LocalEngineOptions): PlanEngine {
  let last: { readonly plan: Plan; readonly outcome: Outcome } | undefined;
  const outcomeOf = (plan: Plan): Outcome => {
    if (last?.plan !== plan) last = { plan, outcome: evaluate(plan, reference()) };
    return last.outcome;
  };
  return {
    evaluate: async (plan) => summaryOf(plan, outcomeOf(plan)),
    explain: async (plan, path, depth) => cut(createExplainer(plan, reference(), outcomeOf(plan))(path), depth),
    optimise: async (plan, { capitalPerYear, seconds }) => {
      const constraints = capitalPerYear === undefined ? {} : { capitalPerYear };
      if (!solver) return quickPlanOf(plan, reference(), constraints);
      return optimisePlan(plan, reference(), await solver(), {
        constraints,
        ...(seconds !== undefined && { timeLimitSeconds: seconds, clock: () => performance.now() / 1000 }),
      });
    },
  };
}
