/** Whoever works in this process: takes what is due, lane by lane, until the process ends. */
import type { Database } from '@thousand-cities/store';
import { Rest, type Bell } from './bell.ts';
import { spread, type AnyJobKind, type Lane } from './kind.ts';
import type { JobQueue } from './queue.ts';
import { runJob, type RunDeps } from './run-job.ts';

export interface WorkerOptions {
  readonly db: Database;
  readonly queue: JobQueue;
  readonly kinds: readonly AnyJobKind[];
  /** Rung in this process when something may have become due. */
  readonly bell: Bell;
  readonly onFault: (error: unknown) => void;
  /** How long nobody looks while nothing is due, ms. */
  readonly idleMs: number;
}

export interface JobWorker {
  /** Take nothing more; what is being worked on is stopped and given back. */
  stop(): Promise<void>;
}

/**
 * One job that computes at a time, so that the pages stay quick. Sums over many cities beside it, since nobody waits for them; several that
 * send, since they wait for others.
 */
const AT_ONCE: Readonly<Record<Lane, number>> = { work: 1, sums: 1, sending: 4 };

/** Looks are this far apart at least, ms, however often the bell rings. */
const SHORTEST_REST_MS = 100;

/** Start working. */
export function startWorker(options: WorkerOptions): JobWorker {
  const ending = new AbortController();
  const lanes = (['work', 'sums', 'sending'] as const).map((lane) => startLane(lane, options, ending.signal));
  const deaf = options.bell.listen(() => lanes.forEach(({ rest }) => rest.ring()));
  return {
    stop: async () => {
      deaf();
      ending.abort();
      lanes.forEach(({ rest }) => rest.ring());
      await Promise.all(lanes.map(({ ended }) => ended));
    },
  };
}

function startLane(lane: Lane, options: WorkerOptions, ending: AbortSignal): { rest: Rest; ended: Promise<void> } {
  const rest = new Rest();
  return { rest, ended: workLane(lane, rest, options, ending) };
}

async function workLane(lane: Lane, rest: Rest, options: WorkerOptions, ending: AbortSignal): Promise<void> {
  const { db, queue, onFault } = options;
  const kinds = new Map(options.kinds.filter((kind) => kind.lane === lane).map((kind) => [kind.kind, kind]));
  if (kinds.size === 0) return;
  const names = [...kinds.keys()];
  const deps: RunDeps = { queue, db, ending, onFault };
  const running = new Set<Promise<void>>();
  while (!ending.aborted) {
    const full = running.size >= AT_ONCE[lane];
    const taken = full ? undefined : await look(queue, names, options);
    if (taken && 'job' in taken) {
      const run = runJob(taken.job, kinds.get(taken.job.kind)!, deps).finally(() => {
        running.delete(run);
        rest.ring();
      });
      running.add(run);
    } else {
      await rest.sleep(taken && pause(taken.dueMs, options.idleMs));
      // Many writes ring often; one look answers them all.
      if (!full && !ending.aborted) await new Promise((resolve) => setTimeout(resolve, SHORTEST_REST_MS));
    }
  }
  await Promise.all(running);
}

/** A store that cannot be asked is asked again later, by whoever has not ended. */
async function look(queue: JobQueue, names: readonly string[], { onFault, idleMs }: WorkerOptions) {
  try {
    return await queue.take(names);
  } catch (error) {
    if (!isUnavailable(error)) onFault(error);
    return { dueMs: idleMs };
  }
}

const isUnavailable = (error: unknown): boolean => (error as { code?: unknown }).code === 'store-unavailable';

/** Processes do not look in step. */
function pause(dueMs: number | undefined, idleMs: number): number {
  return Math.max(SHORTEST_REST_MS, Math.min(dueMs ?? Infinity, spread(idleMs)));
}
