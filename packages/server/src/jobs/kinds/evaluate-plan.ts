/** Evaluate a version of a plan with its uncertainty: the chance of meeting the target, and fans of the paths. */
import { z } from '@hono/zod-openapi';
import type { CityServices } from '../../services.ts';
import { jobKind, type AnyJobKind } from '../kind.ts';
import { ofPlanVersion, PlanVersion } from './plan-version.ts';

/** More draws move no percentile that anyone could see. */
export const MOST_DRAWS = 50_000;

export const EvaluatePlan = PlanVersion.extend({
  draws: z.int().min(2).max(MOST_DRAWS).default(4096),
  seed: z.int().min(0).max(999_999_999).default(1),
});

export function evaluatePlan(services: Pick<CityServices, 'referenceSlice'>): AnyJobKind {
  return jobKind({
    kind: 'evaluate-plan',
    about: 'city',
    needs: 'plan.read',
    payload: EvaluatePlan,
    lane: 'work',
    mostTries: 3,
    run: (context) =>
      ofPlanVersion(services, context, 'drawing', async (compute, plan, how) => {
        const { draws, seed } = context.payload;
        return { outcome: await compute.ask({ kind: 'evaluate', plan, draws, seed }, how) };
      }),
  });
}
