/**
 * The queue as workers see it, by the program itself: take what is due, keep the lease, hand in what came of it.
 *
 * A worker holds a job by a lease and the number of its run. Whoever lost the lease (a dead process, one that was stopped for
 * long) finds another run's number in its place, and nothing of what it still hands in is taken.
 */
import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import type { JobOwner } from './jobs.ts';

/** A job that somebody works on. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly owner: JobOwner;
  /** Whoever asked; null for the program itself. */
  readonly createdBy: string | null;
  readonly payload: unknown;
  readonly run: number;
  readonly tries: number;
  readonly mostTries: number;
}

/** Which run of which job: what a worker shows when it hands something in. */
export type JobRun = Pick<ClaimedJob, 'id' | 'run'>;

/** What was tried too often says this, when nobody was left to say why. */
const WORKER_LOST = 'the process that worked on it ended each time';

/**
 * Take the job of some kinds that has been due longest. Of several workers each gets another one. A job whose lease is over
 * is taken as well: its worker has died.
 *
 * @param leaseMs how long it is held without a sign of life
 */
export async function claimJob(
  tx: Transaction,
  { kinds, worker, leaseMs }: { readonly kinds: readonly string[]; readonly worker: string; readonly leaseMs: number },
): Promise<ClaimedJob | undefined> {
  await endLost(tx, kinds);
  const { rows } = await sql<{ id: string; kind: string; cityId: string | null; networkId: string | null; createdBy: string | null; payload: string; run: number; tries: number; mostTries: number }>`
    WITH next AS (
      SELECT id FROM jobs
      WHERE kind = ANY (${kinds}) AND ((state = 'waiting' AND due_at <= now()) OR (state = 'running' AND lease_until < now()))
      ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    UPDATE jobs SET state = 'running', run = run + 1, tries = tries + 1, worker = ${worker},
      lease_until = now() + make_interval(secs => ${leaseMs / 1000}), started_at = now(), problem_code = NULL, problem = NULL
    FROM next WHERE jobs.id = next.id
    RETURNING jobs.id, kind, city_id AS "cityId", network_id AS "networkId", created_by AS "createdBy", payload, run, tries,
      most_tries AS "mostTries"`.execute(tx); // prettier-ignore
  const [row] = rows;
  if (!row) return undefined;
  const { cityId, networkId, payload, ...job } = row;
  const owner = cityId === null ? { networkId: networkId! } : { cityId };
  return { ...job, owner, payload: JSON.parse(payload) as unknown };
}

/** End those whose worker died and that were called off, or have been tried often enough. */
async function endLost(tx: Transaction, kinds: readonly string[]): Promise<void> {
  await sql`
    WITH lost AS (
      SELECT id FROM jobs
      WHERE kind = ANY (${kinds}) AND state = 'running' AND lease_until < now()
        AND (cancel_asked_at IS NOT NULL OR tries >= most_tries)
      FOR UPDATE SKIP LOCKED)
    UPDATE jobs SET state = CASE WHEN cancel_asked_at IS NULL THEN 'failed' ELSE 'cancelled' END, run = run + 1,
      problem_code = CASE WHEN cancel_asked_at IS NULL THEN 'worker-lost' END,
      problem = CASE WHEN cancel_asked_at IS NULL THEN ${WORKER_LOST} END, lease_until = NULL, finished_at = now()
    FROM lost WHERE jobs.id = lost.id`.execute(tx);
}

/** Milliseconds until something of these kinds is due; undefined when nothing waits. */
export async function nextDue(tx: Transaction, kinds: readonly string[]): Promise<number | undefined> {
  const { rows } = await sql<{ ms: number | null }>`
    SELECT extract(epoch FROM min(CASE state WHEN 'waiting' THEN due_at ELSE lease_until END) - now())::float8 * 1000 AS ms
    FROM jobs WHERE kind = ANY (${kinds}) AND state IN ('waiting', 'running')`.execute(tx);
  const ms = rows[0]?.ms ?? undefined;
  return ms === undefined ? undefined : Math.max(0, ms);
}

/**
 * Say that one is still at it, and how far.
 *
 * @returns what the worker must know: go on, stop because it was called off, or stop because somebody else has the job
 */
export async function renewJob(
  tx: Transaction,
  { id, run }: JobRun,
  news: { readonly leaseMs: number; readonly progress?: number | undefined; readonly step?: string | undefined },
): Promise<'go-on' | 'cancel' | 'lost'> {
  const { leaseMs, progress, step } = news;
  const { rows } = await sql<{ cancelled: boolean }>`
    UPDATE jobs SET lease_until = now() + make_interval(secs => ${leaseMs / 1000}),
      progress = greatest(progress, ${progress ?? 0}), step = coalesce(${step ?? null}, step)
    WHERE id = ${id} AND run = ${run} AND state = 'running'
    RETURNING cancel_asked_at IS NOT NULL AS cancelled`.execute(tx);
  const [row] = rows;
  if (!row) return 'lost';
  return row.cancelled ? 'cancel' : 'go-on';
}

/** What a job came to. */
export interface JobOutcome {
  /** Plain JSON. */
  readonly result?: unknown;
  readonly file?: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };
}

/**
 * Hand in what a job came to. False when somebody else has the job by now: then whatever this transaction wrote must be undone.
 */
export async function finishJob(tx: Transaction, { id, run }: JobRun, { result, file }: JobOutcome): Promise<boolean> {
  const done = await sql`
    UPDATE jobs SET state = 'done', progress = 1, step = NULL, lease_until = NULL, finished_at = now(),
      result = ${result === undefined ? null : JSON.stringify(result)}
    WHERE id = ${id} AND run = ${run} AND state = 'running'`.execute(tx);
  if (done.numAffectedRows !== 1n) return false;
  if (file) {
    await tx.deleteFrom('job_files').where('job_id', '=', id).execute();
    const { name, mediaType: media_type, bytes } = file;
    await tx.insertInto('job_files').values({ job_id: id, name, media_type, bytes }).execute();
  }
  return true;
}

/** Why a job did not come to anything. */
export interface JobProblem {
  readonly code: string;
  readonly message: string;
  /** Try again after so many milliseconds; absent: it is of no use. */
  readonly again?: number | undefined;
}

/** Hand in that a job did not go well: it waits for its next try, or has failed. */
export async function failJob(
  tx: Transaction,
  { id, run }: JobRun,
  { code, message, again }: JobProblem,
): Promise<void> {
  const delay = again === undefined ? null : again / 1000;
  await sql`
    UPDATE jobs SET problem_code = ${code}, problem = ${message}, lease_until = NULL,
      state = CASE WHEN cancel_asked_at IS NOT NULL THEN 'cancelled'
                   WHEN ${delay}::float8 IS NOT NULL AND tries < most_tries THEN 'waiting' ELSE 'failed' END,
      finished_at = CASE WHEN cancel_asked_at IS NULL AND ${delay}::float8 IS NOT NULL AND tries < most_tries THEN NULL ELSE now() END,
      due_at = CASE WHEN ${delay}::float8 IS NULL THEN due_at ELSE now() + make_interval(secs => ${delay}::float8) END
    WHERE id = ${id} AND run = ${run} AND state = 'running'`.execute(tx);
}

/** Stop working on a job because it was called off. */
export async function endCancelled(tx: Transaction, { id, run }: JobRun): Promise<void> {
  await sql`
    UPDATE jobs SET state = 'cancelled', lease_until = NULL, finished_at = now()
    WHERE id = ${id} AND run = ${run} AND state = 'running'`.execute(tx);
}

/** Put a job back because this process ends: it is nobody's fault and no try. */
export async function giveBackJob(tx: Transaction, { id, run }: JobRun): Promise<void> {
  await sql`
    UPDATE jobs SET state = 'waiting', lease_until = NULL, due_at = now(), tries = tries - 1
    WHERE id = ${id} AND run = ${run} AND state = 'running'`.execute(tx);
}

/** How long what is over is kept, and the files that jobs made. */
const KEPT_DAYS = 30;
const KEPT_FILES_DAYS = 7;
/** Of each webhook, the newest deliveries that are kept beside those that wait. */
export const KEPT_DELIVERIES = 100;

/** Forget what has been over for a month, and the long tail of each webhook's log. */
export async function forgetOldJobs(tx: Transaction): Promise<void> {
  await sql`DELETE FROM job_files f USING jobs j
            WHERE j.id = f.job_id AND j.finished_at < now() - make_interval(days => ${KEPT_FILES_DAYS})`.execute(tx);
  await sql`DELETE FROM jobs WHERE finished_at < now() - make_interval(days => ${KEPT_DAYS})`.execute(tx);
  // Whoever should have sent it died each time, or met a fault.
  await sql`
    UPDATE webhook_deliveries d SET state = 'failed', problem = 'it could not be sent' FROM jobs j
    WHERE d.state = 'waiting' AND j.id = d.id AND j.state = 'failed'`.execute(tx);
  await sql`
    DELETE FROM webhook_deliveries d USING (
      SELECT city_id, id, row_number() OVER (PARTITION BY city_id, webhook_id ORDER BY created_at DESC, id) AS place
      FROM webhook_deliveries WHERE state <> 'waiting') AS old
    WHERE d.city_id = old.city_id AND d.id = old.id AND old.place > ${KEPT_DELIVERIES}`.execute(tx);
}
