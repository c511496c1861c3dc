/** Jobs as people see them: begin one, look, call it off, begin it again. Each sees their own, by row-level security. */
import { sql } from 'kysely';
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { isId, newId } from '../ids.ts';
import type { JobRight, JobState } from '../tables.ts';

/** What a job is about. */
export type JobOwner = { readonly cityId: string } | { readonly networkId: string };

export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly cityId: string | null;
  readonly networkId: string | null;
  readonly createdBy: string | null;
  readonly payload: unknown;
  readonly state: JobState;
  /** 0…1. */
  readonly progress: number;
  /** A word for what is being done. */
  readonly step: string | null;
  /** How often it was tried since it was begun, and how often it may be. */
  readonly tries: number;
  readonly mostTries: number;
  /** When it is tried next, or was due. */
  readonly dueAt: string;
  readonly cancelAskedAt: string | null;
  readonly problemCode: string | null;
  readonly problem: string | null;
  readonly result: unknown;
  /** A result that is a file: name, media type and size in bytes. */
  readonly file: { readonly name: string; readonly mediaType: string; readonly size: number } | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

export interface NewJob {
  readonly kind: string;
  readonly owner: JobOwner;
  /** The right by which whoever asks sees it. */
  readonly needs: JobRight;
  /** Plain JSON, which its kind has checked. */
  readonly payload: unknown;
  readonly mostTries: number;
}

/**
 * Begin a job in the viewer's name. It is worked on once the transaction is kept.
 *
 * @throws {DomainError} `not-allowed` without the right it needs
 */
export async function addJob(tx: Transaction, { kind, owner, needs, payload, mostTries }: NewJob): Promise<Job> {
  const id = newId();
  await tx
    .insertInto('jobs')
    .values({
      id,
      kind,
      city_id: 'cityId' in owner ? owner.cityId : null,
      network_id: 'networkId' in owner ? owner.networkId : null,
      created_by: sql<string>`me()`,
      needs,
      payload: JSON.stringify(payload),
      most_tries: mostTries,
    })
    .execute();
  return (await findJob(tx, id))!;
}

/** How many jobs of a kind of anybody the viewer sees are neither done, failed nor called off. */
export async function countOpenJobs(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    SELECT count(*)::integer AS open FROM jobs WHERE created_by = me() AND state IN ('waiting', 'running')`.execute(tx);
  return rows[0]!.open;
}

/** A job that the viewer sees. */
export async function findJob(tx: Transaction, id: string): Promise<Job | undefined> {
  if (!isId(id)) return undefined;
  return (await select(tx, sql`jobs.id = ${id}`, 1))[0];
}

export interface JobFilter {
  readonly cityId?: string | undefined;
  readonly networkId?: string | undefined;
  readonly state?: JobState | undefined;
  /** Only those before this one. */
  readonly before?: string | undefined;
}

/** Jobs of the viewer, newest first, without their results. */
export async function listJobs(tx: Transaction, filter: JobFilter = {}, limit = 50): Promise<Job[]> {
  const { cityId, networkId, state, before } = filter;
  const conditions = [
    sql`created_by = me()`,
    ...(cityId === undefined ? [] : [sql`city_id = ${cityId}`]),
    ...(networkId === undefined ? [] : [sql`network_id = ${networkId}`]),
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...(before === undefined ? [] : [sql`jobs.id < ${before}`]),
  ];
  const jobs = await select(tx, sql.join(conditions, sql` AND `), limit);
  return jobs.map((job) => ({ ...job, result: null }));
}

/** The file that a job made. */
export async function readJobFile(
  tx: Transaction,
  id: string,
): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } | undefined> {
  return tx
    .selectFrom('job_files')
    .select(['name', 'media_type as mediaType', 'bytes'])
    .where('job_id', '=', id)
    .executeTakeFirst();
}

/**
 * Call a job off. One that waits is off at once; one that is being worked on is told at its next report.
 *
 * @throws {DomainError} `not-found`; `out-of-range` when it is over
 */
export async function cancelJob(tx: Transaction, id: string): Promise<Job> {
  const moved = await sql`
    UPDATE jobs SET cancel_asked_at = coalesce(cancel_asked_at, now()),
      state = CASE state WHEN 'waiting' THEN 'cancelled' ELSE state END,
      finished_at = CASE state WHEN 'waiting' THEN now() END
    WHERE id = ${requireId(id)} AND created_by = me() AND state IN ('waiting', 'running')`.execute(tx);
  return moved.numAffectedRows === 1n ? (await findJob(tx, id))! : notMoved(tx, id, 'called off');
}

/**
 * Begin a job again that failed or was called off.
 *
 * @throws {DomainError} `not-found`; `out-of-range` when it is not over, or is done
 */
export async function retryJob(tx: Transaction, id: string): Promise<Job> {
  const moved = await sql`
    UPDATE jobs SET state = 'waiting', tries = 0, progress = 0, step = NULL, due_at = now(), cancel_asked_at = NULL,
      problem_code = NULL, problem = NULL, finished_at = NULL
    WHERE id = ${requireId(id)} AND created_by = me() AND state IN ('failed', 'cancelled')`.execute(tx);
  return moved.numAffectedRows === 1n ? (await findJob(tx, id))! : notMoved(tx, id, 'begun again');
}

async function notMoved(tx: Transaction, id: string, what: string): Promise<never> {
  const job = await findJob(tx, id);
  if (!job) throw noSuchJob(id);
  throw new DomainError('out-of-range', `this job is ${job.state} and cannot be ${what}`, [id]);
}

const noSuchJob = (id: string) => new DomainError('not-found', 'there is no such job, or it is not shown to you', [id]);

function requireId(id: string): string {
  if (!isId(id)) throw noSuchJob(id.slice(0, 60));
  return id;
}

type JobRow = Omit<Job, 'payload' | 'result' | 'file'> & {
  readonly payload: string;
  readonly result: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
};

async function select(tx: Transaction, where: ReturnType<typeof sql>, limit: number): Promise<Job[]> {
  const { rows } = await sql<JobRow>`
    SELECT jobs.id, kind, city_id AS "cityId", network_id AS "networkId", created_by AS "createdBy", payload, state, progress, step,
      tries, most_tries AS "mostTries", due_at AS "dueAt", cancel_asked_at AS "cancelAskedAt", problem_code AS "problemCode", problem,
      result, created_at AS "createdAt", started_at AS "startedAt", finished_at AS "finishedAt",
      f.name AS "fileName", f.media_type AS "mediaType", length(f.bytes) AS size
    FROM jobs LEFT JOIN job_files f ON f.job_id = jobs.id
    WHERE ${where} ORDER BY jobs.id DESC LIMIT ${limit}`.execute(tx);
  return rows.map(jobOf);
}

function jobOf({ fileName, mediaType, size, payload, result, ...row }: JobRow): Job {
  return {
    ...row,
    payload: JSON.parse(payload) as unknown,
    result: result === null ? null : (JSON.parse(result) as unknown),
    file: fileName === null ? null : { name: fileName, mediaType: mediaType!, size: size! },
  };
}
