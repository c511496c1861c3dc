/** Find the least costly plan that meets the target of a version, or the closest: searched in a thread, for so long. */
import { z } from '@hono/zod-openapi';
import { DomainError } from '@thousand-cities/model';
import { findVersion } from '@thousand-cities/store';
import type { CityServices } from '../../services.ts';
import { Id, VersionNumber } from '../../workspace/schemas.ts';
import { jobKind, type AnyJobKind } from '../kind.ts';
import { createCompute } from '../thread/thread.ts';

/** Others wait meanwhile. */
export const MOST_SEARCH_SECONDS = 120;

export const OptimisePlan = z.object({
  planId: Id,
  /** The newest that I may see, when absent. */
  version: VersionNumber.optional(),
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
    run: async ({ job, payload, viewer, db, signal, report }) => {
      const { planId, version, seconds, capitalPerYear } = payload;
      await report(0, 'reading');
      const cityId = 'cityId' in job.owner ? job.owner.cityId : '';
      const found = await db.snapshot(viewer, (tx) => findVersion(tx, 'plan', { cityId, id: planId }, version));
      if (!found) throw new DomainError('not-found', 'there is no such plan, or it is not shown to you', [planId]);
      const compute = createCompute((iso3) => services.referenceSlice(iso3));
      try {
        const optimum = await compute.ask(
          { kind: 'optimise', plan: found.text, seconds, capitalPerYear },
          { signal, onProgress: (share) => void report(share, 'searching').catch(() => undefined) },
        );
        return { result: { planId, version: found.version, sha256: found.sha256, optimum } };
      } finally {
        await compute.end();
      }
    },
  });
}
