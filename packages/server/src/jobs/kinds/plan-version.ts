/** Jobs that work something out of one version of a plan, in a thread of their own. */
import { z } from '@hono/zod-openapi';
import { DomainError } from '@thousand-cities/model';
import { findVersion } from '@thousand-cities/store';
import type { CityServices } from '../../services.ts';
import { Id, VersionNumber } from '../../workspace/schemas.ts';
import type { JobContext, JobDone } from '../kind.ts';
import { createCompute, type Compute } from '../thread/thread.ts';

/** Which version is asked about; the payload of a kind extends it. */
export const PlanVersion = z.object({
  planId: Id,
  /** The newest that I may see, when absent. */
  version: VersionNumber.optional(),
});

/** What is worked out: by the thread, of the text of a plan. `how` stops it and tells how far it is. */
type Work = (compute: Compute, plan: string, how: Parameters<Compute['ask']>[1]) => Promise<object>;

/**
 * Read the version as whoever asked may, work it out, and say which version it was.
 *
 * @param step what is being done meanwhile, in a word
 * @throws {DomainError} `not-found`; what the work throws
 */
export async function ofPlanVersion(
  services: Pick<CityServices, 'referenceSlice'>,
  { job, payload: { planId, version }, viewer, db, signal, report }: JobContext<z.output<typeof PlanVersion>>,
  step: string,
  work: Work,
): Promise<JobDone> {
  await report(0, 'reading');
  const cityId = 'cityId' in job.owner ? job.owner.cityId : '';
  const found = await db.snapshot(viewer, (tx) => findVersion(tx, 'plan', { cityId, id: planId }, version));
  if (!found) throw new DomainError('not-found', 'there is no such plan, or it is not shown to you', [planId]);
  const compute = createCompute((iso3) => services.referenceSlice(iso3));
  try {
    // What stops it is the signal; here it is only told.
    const onProgress = (share: number) => void report(share, step).catch(() => undefined);
    const done = await work(compute, found.text, { signal, onProgress });
    return { result: { planId, version: found.version, sha256: found.sha256, ...done } };
  } finally {
    await compute.end();
  }
}
