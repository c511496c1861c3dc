/** One run of one job: signs of life while it works, and whatever it comes to handed in. */
import { DomainError } from '@thousand-cities/model';
import { SYSTEM, type ClaimedJob, type Database, type JobProblem, type Viewer } from '@thousand-cities/store';
import { backOff, TryAgain, type AnyJobKind, type JobDone } from './kind.ts';
import type { JobQueue } from './queue.ts';

/** Why a run stops before its end. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped';
  readonly why: 'cancelled' | 'lost' | 'process-ends';

  constructor(why: JobStopped['why']) {
    super(`the job was stopped: ${why}`);
    this.why = why;
  }
}

export interface RunDeps {
  readonly queue: JobQueue;
  readonly db: Database;
  /** Aborted when this process ends. */
  readonly ending: AbortSignal;
  /** Told of faults, not of refusals. */
  readonly onFault: (error: unknown) => void;
}

/** Reports of the same step are written this far apart, ms. */
const REPORT_EVERY_MS = 500;
const FAULT = 'the server met a fault while working on it';

/** Run a job. Never throws: what goes wrong is handed in, or noticed by whoever finds the lease over. */
export async function runJob(job: ClaimedJob, kind: AnyJobKind, deps: RunDeps): Promise<void> {
  const { queue, db, ending } = deps;
  const stopping = new AbortController();
  const stop = (why: JobStopped['why']): void => stopping.abort(new JobStopped(why));
  const onEnding = (): void => stop('process-ends');
  ending.addEventListener('abort', onEnding);
  const life = signsOfLife(job, queue, db, stop);
  const { signal } = stopping;
  try {
    const payload = kind.payload.parse(job.payload) as never;
    const report = reporter(life.tell, signal);
    const done = await kind.run({ job, payload, viewer: viewerOf(job), db, signal, report });
    signal.throwIfAborted();
    await handIn(job, done, queue);
  } catch (error) {
    await settle(job, kind, signal.aborted ? signal.reason : error, deps).catch(deps.onFault);
  } finally {
    life.end();
    ending.removeEventListener('abort', onEnding);
  }
}

async function handIn(job: ClaimedJob, done: JobDone, queue: JobQueue): Promise<void> {
  if (!(await queue.finish(job, done))) throw new JobStopped('lost');
}

function viewerOf({ createdBy, owner }: ClaimedJob): Viewer {
  if (createdBy === null) return SYSTEM;
  return { kind: 'person', userId: createdBy, ...('cityId' in owner && { city: owner.cityId }) };
}

interface Life {
  tell(news: { readonly progress?: number; readonly step?: string }): Promise<void>;
  end(): void;
}

/**
 * Renew the lease three times as often as needed. On a server, whoever could not renew it for its whole length stops: somebody
 * else may have the job by now. The embedded database has this process alone.
 */
function signsOfLife(job: ClaimedJob, queue: JobQueue, db: Database, stop: (why: JobStopped['why']) => void): Life {
  const { leaseMs } = queue;
  let renewedAt = performance.now();
  const tell: Life['tell'] = async (news) => {
    const asked = performance.now();
    const answer = await queue.renew(job, news);
    if (answer === 'go-on') renewedAt = asked;
    else stop(answer === 'cancel' ? 'cancelled' : 'lost');
  };
  const beat = setInterval(() => {
    if (db.source.kind === 'server' && performance.now() - renewedAt > leaseMs) stop('lost');
    // A failure is met again at the next beat, and in the end by the line above.
    else void tell({}).catch(() => undefined);
  }, leaseMs / 3);
  return { tell, end: () => clearInterval(beat) };
}

function reporter(tell: Life['tell'], signal: AbortSignal) {
  let last: { readonly step: string; readonly at: number } | undefined;
  return async (progress: number, step: string): Promise<void> => {
    signal.throwIfAborted();
    const at = performance.now();
    if (last?.step === step && at - last.at < REPORT_EVERY_MS) return;
    last = { step, at };
    await tell({ progress, step });
    signal.throwIfAborted();
  };
}

async function settle(job: ClaimedJob, kind: AnyJobKind, error: unknown, { queue, onFault }: RunDeps): Promise<void> {
  if (error instanceof JobStopped) {
    if (error.why === 'cancelled') await queue.end(job);
    else if (error.why === 'process-ends') await queue.giveBack(job);
    return;
  }
  const again = (kind.again ?? backOff)(job.tries);
  await queue.fail(job, problemOf(error, again, onFault));
}

/** A refusal is final, unless it is the store's; a fault is tried again, and tells nothing of its inside. */
function problemOf(error: unknown, again: number, onFault: RunDeps['onFault']): JobProblem {
  if (error instanceof TryAgain) return { code: error.code, message: error.message, again };
  if (error instanceof DomainError && error.code !== 'store-unavailable') {
    return { code: error.code, message: error.message };
  }
  onFault(error);
  return { code: 'fault', message: FAULT, again };
}
