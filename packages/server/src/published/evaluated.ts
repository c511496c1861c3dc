/** A published plan and what it comes to: worked out once a version, beside the event loop. */
import type { Outcome, Plan } from '@thousand-cities/model';
import type { CutNode } from '../evaluation/cut.ts';
import type { Evaluator, StoredPlan } from '../evaluation/evaluator.ts';
import { LEVELS, MOST_CHILDREN } from './figure-page.ts';

/** Enough for a chance in whole per cent; twice as many take twice as long and say the same. */
const DRAWS = 512;

export interface Evaluated {
  readonly plan: Plan;
  readonly outcome: Outcome;
  /** Where a figure of the outcome comes from, by its path, as far as a page shows it. @throws {DomainError} `unknown-path` and the like */
  explain(path: string): CutNode | Promise<CutNode>;
}

/**
 * Evaluate a plan with its uncertainty.
 *
 * @throws {DomainError} as the model's `evaluate` @throws {Refused} as the evaluator
 */
export async function evaluatePublished(
  { plan, text, sha256 }: StoredPlan & { readonly plan: Plan },
  evaluator: Evaluator,
): Promise<Evaluated> {
  const stored = { text, sha256 };
  const outcome = await evaluator.outcome(stored, DRAWS);
  const tree = { draws: DRAWS, depth: LEVELS, most: MOST_CHILDREN };
  return { plan, outcome, explain: (path) => evaluator.explain(stored, path, tree) };
}
