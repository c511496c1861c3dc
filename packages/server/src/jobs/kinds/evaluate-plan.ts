/** Evaluate a version of a plan with its uncertainty: the chance of meeting the target, and fans of the paths. */
import { z } from '@hono/zod-openapi';
import { DomainError } from '@thousand-cities/model';
import { findVersion } from '@thousand-cities/store';
import type { CityServices } from '../../services.ts';
import { Id, VersionNumber } from '../../workspace/schemas.ts';
import { jobKind, type AnyJobKind } from '../kind.ts';
import { createCompute } from '../thread/thread.ts';

/** More draws move no percentile that anyone could see. */
export const MOST_DRAWS = 50_000;

export const EvaluatePlan = z.object({
  planId: Id,
  /** The newest that I may see, when absent. */
  version: VersionNumber.optional(),
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
    run: async ({ job, payload, viewer, db, signal, report }) => {
      const { planId, version, draws, seed } = payload;
      await report(0, 'reading');
      const cityId = 'cityId' in job.owner ? job.owner.cityId : '';
      const found = await db.snapshot(viewer, (tx) => findVersion(tx, 'plan', { cityId, id: planId }, version));
      if (!found) throw new DomainError('not-found', 'there is no such plan, or it is not shown to you', [planId]);
      const compute = createCompute((iso3) => services.referenceSlice(iso3));
      try {
        const outcome = await compute.ask(
          { kind: 'evaluate', plan: found.text, draws, seed },
          // What stops it is the signal; here it is only told.
          { signal, onProgress: (share) => void report(share, 'drawing').catch(() => undefined) },
        );
        return { result: { planId, version: found.version, sha256: found.sha256, outcome } };
      } finally {
        await compute.end();
      }
    },
  });
}
