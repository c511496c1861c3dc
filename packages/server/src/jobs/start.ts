/** The kinds of job there are, and a process that works on them. */
import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import type { CityServices } from '../services.ts';
import { PUBLIC_ONLY } from '../webhooks/permit.ts';
import type { OpenWorkspace } from '../workspace/store-handle.ts';
import type { AnyJobKind } from './kind.ts';
import { deliverWebhook, type DeliverOptions } from './kinds/deliver-webhook.ts';
import { evaluatePlan } from './kinds/evaluate-plan.ts';
import { exportCity } from './kinds/export-city.ts';
import { networkRollUp } from './kinds/network-roll-up.ts';
import { optimisePlanKind } from './kinds/optimise-plan.ts';
import { tableQueue } from './queue.ts';
import { startWorker, type JobWorker } from './worker.ts';

export interface JobOptions {
  readonly services: Pick<CityServices, 'referenceSlice' | 'network'>;
  /** How long a job is held without a sign of life, ms; twenty seconds when absent. */
  readonly leaseMs?: number;
  /** How long nobody looks while nothing is due, ms. */
  readonly idleMs?: number;
  readonly onFault?: (error: unknown) => void;
  /** Where webhooks may go; public addresses when absent. */
  readonly webhooks?: Omit<DeliverOptions, 'sealer'>;
  /** Instead of the kinds of the product, in tests. */
  readonly kinds?: readonly AnyJobKind[];
}

export const DEFAULT_LEASE_MS = 20_000;
/** Other processes put jobs into the table of a server. The embedded database has this one, which rings. */
const IDLE_MS = { server: 1_000, embedded: 30_000 } as const;

/** Work on jobs in this process until it is stopped. */
export function startJobs(
  { db, sealer, bell }: Pick<OpenWorkspace, 'db' | 'sealer' | 'bell'>,
  options: JobOptions,
): JobWorker {
  // prettier-ignore
  const { services, leaseMs = DEFAULT_LEASE_MS, idleMs = IDLE_MS[db.source.kind], onFault = console.error } = options;
  const worker = `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;
  const queue = tableQueue(db, { worker, leaseMs });
  const kinds = options.kinds ?? [
    evaluatePlan(services),
    optimisePlanKind(services),
    exportCity(),
    networkRollUp(services),
    deliverWebhook({ permit: PUBLIC_ONLY, ...options.webhooks, sealer }),
  ];
  return startWorker({ db, queue, kinds, bell, idleMs, onFault });
}
