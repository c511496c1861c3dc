/** Find the least costly plan that meets the target of a version, or the closest: searched in a thread, for so long. */
import { z } from '@hono/zod-openapi';
import type { CityServices } from '../../services.ts';
import { jobKind, type AnyJobKind } from '../kind.ts';
import { ofPlanVersion, PlanVersion } from './plan-version.ts';

/** Others wait meanwhile. */
export const MOST_SEARCH_SECONDS = 120;

export const OptimisePlan = PlanVersion.extend({
  seconds: z.number().min(1).max(MOST_SEARCH_SECONDS).default(30),
  /** Most capital in any year, in the currency of the plan. */
  capitalPerYear: z.number().positive().max(1e15).optional(),
});

export function optimisePlanKind(services: Pick<CityServices, 'referenceSlice'>): AnyJobKind {
  return jobKind({
    kind: 'optimise-plan',
    about: 'city',
    needs: 'plan.read',
    payload: OptimisePlan,
    lane: 'work',
    mostTries: 3,
    run: (context) =>
      ofPlanVersion(services, context, 'searching', async (compute, plan, how) => {
        const { seconds, capitalPerYear } = context.payload;
        return { optimum: await compute.ask({ kind: 'optimise', plan, seconds, capitalPerYear }, how) };
      }),
  });
}
