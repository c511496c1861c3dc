/** What workers need of a queue, and the queue that is a table of the store. */
import {
  claimJob,
  endCancelled,
  failJob,
  finishJob,
  giveBackJob,
  nextDue,
  renewJob,
  SYSTEM,
  type ClaimedJob,
  type Database,
  type JobProblem,
  type JobRun,
} from '@thousand-cities/store';
import type { JobDone } from './kind.ts';

/** A queue as one worker sees it. */
export interface JobQueue {
  /** How long a job is held without a sign of life, ms. */
  readonly leaseMs: number;
  /** Take a job that is due; else the milliseconds until one is, where any waits. */
  take(kinds: readonly string[]): Promise<{ readonly job: ClaimedJob } | { readonly dueMs: number | undefined }>;
  /** Keep hold of a job and say how far it is. */
  renew(
    run: JobRun,
    news: { readonly progress?: number; readonly step?: string },
  ): Promise<'go-on' | 'cancel' | 'lost'>;
  /** Hand in what it came to. False: somebody else has it, and nothing was written. */
  finish(run: JobRun, done: JobDone): Promise<boolean>;
  fail(run: JobRun, problem: JobProblem): Promise<void>;
  /** It was called off. */
  end(run: JobRun): Promise<void>;
  /** This process ends; somebody else may take it at once. */
  giveBack(run: JobRun): Promise<void>;
}

/** The table of jobs as a queue. `worker` names this process to people who look into the table. */
export function tableQueue(db: Database, options: { readonly worker: string; readonly leaseMs: number }): JobQueue {
  const { leaseMs } = options;
  return {
    leaseMs,
    take: (kinds) =>
      db.as(SYSTEM, async (tx) => {
        const job = await claimJob(tx, { ...options, kinds });
        return job ? { job } : { dueMs: await nextDue(tx, kinds) };
      }),
    renew: (run, news) => db.as(SYSTEM, (tx) => renewJob(tx, run, { ...news, leaseMs })),
    finish: (run, done) =>
      db.as(SYSTEM, async (tx) => {
        if (!(await finishJob(tx, run, done))) return false;
        await done.keep?.(tx);
        return true;
      }),
    fail: (run, problem) => db.as(SYSTEM, (tx) => failJob(tx, run, problem)),
    end: (run) => db.as(SYSTEM, (tx) => endCancelled(tx, run)),
    giveBack: (run) => db.as(SYSTEM, (tx) => giveBackJob(tx, run)),
  };
}
