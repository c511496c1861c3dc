/** A published plan and what it comes to: worked out once a version. */
import {
  createExplainer,
  createPlanEvaluator,
  referenceOf,
  type ExplainNode,
  type Outcome,
  type Plan,
  type ReferenceSlice,
} from '@thousand-cities/model';

/** Enough for a chance in whole per cent; twice as many take twice as long and say the same. */
const DRAWS = 512;

export interface Evaluated {
  readonly plan: Plan;
  readonly outcome: Outcome;
  /** Where a figure of the outcome comes from, by its path. @throws {DomainError} `unknown-path` and the like */
  explain(path: string): ExplainNode;
}

/**
 * Evaluate a plan with its uncertainty.
 *
 * @throws {DomainError} as the model's `evaluate`
 */
export function evaluatePublished(plan: Plan, sliceOf: (iso3: string) => ReferenceSlice): Evaluated {
  const reference = referenceOf(sliceOf(plan.city.country));
  const outcome = createPlanEvaluator(plan, reference).evaluate(plan, { draws: DRAWS });
  let explainer: ((path: string) => ExplainNode) | undefined;
  return {
    plan,
    outcome,
    explain: (path) => (explainer ??= createExplainer(plan, reference, outcome))(path),
  };
}
