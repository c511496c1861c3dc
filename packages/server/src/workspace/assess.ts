/** Evaluate a plan before it is published: what it comes to is told with it, and one that cannot be trusted stays unpublished. */
import { DomainError } from '@thousand-cities/model';
import type { Assessment } from '@thousand-cities/store';
import type { Evaluator, StoredPlan } from '../evaluation/evaluator.ts';
import type { OutcomeSummary } from '../evaluation/summary.ts';
import { Refused } from '../refused.ts';

/**
 * What evaluating a plan says of it. One that misses its own target may be published, with that said.
 *
 * @throws {Refused} 422 `plan-not-publishable`, with the findings: it has errors, or cannot be worked out at all
 */
export async function assessPlan(plan: StoredPlan, evaluator: Evaluator): Promise<Assessment> {
  const { status, target, findings } = await outcomeOf(plan, evaluator);
  if (status === 'degraded' || status === 'failed') {
    const error = findings.find(({ severity }) => severity === 'error');
    throw refuse(error?.message ?? 'it cannot be relied on', { outcome: status, findings });
  }
  return { status, target: target.id, meetsTarget: target.met, findings };
}

async function outcomeOf(plan: StoredPlan, evaluator: Evaluator): Promise<OutcomeSummary> {
  try {
    return await evaluator.summary(plan);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw refuse(error.message, { outcome: 'failed', cause: error.code, place: error.at, findings: [] });
  }
}

const refuse = (why: string, members: Readonly<Record<string, unknown>>): Refused =>
  new Refused(422, 'plan-not-publishable', `the plan was not published: ${why}`, { members });
