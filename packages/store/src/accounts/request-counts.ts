/** Counts of requests that all processes of a server share: a minute from the first one on, then anew. */
import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';

export interface Counted {
  /** What is counted and whose. */
  readonly counter: string;
  readonly points: number;
  /** How long it counts from the first point on, ms. */
  readonly windowMs: number;
}

/** A counter after something was added to it. */
export interface Count {
  readonly counter: string;
  readonly points: number;
  /** Until it begins anew, ms. */
  readonly msLeft: number;
}

/** Add to counters, each of them named once, and say where they stand. By the program itself. */
export async function addToCounts(tx: Transaction, counted: readonly Counted[]): Promise<Count[]> {
  // In one order, so that two processes never wait for each other.
  const sorted = [...counted].sort((a, b) => (a.counter < b.counter ? -1 : 1));
  const { rows } = await sql<Count>`
    INSERT INTO request_counts AS c (counter, points, until)
    SELECT counter, points, now() + make_interval(secs => ms / 1000)
    FROM unnest(${sorted.map(({ counter }) => counter)}::text[], ${sorted.map(({ points }) => String(points))}::bigint[],
                ${sorted.map(({ windowMs }) => String(windowMs))}::float8[]) AS given (counter, points, ms)
    ON CONFLICT (counter) DO UPDATE SET
      points = CASE WHEN c.until > now() THEN c.points ELSE 0 END + excluded.points,
      until = CASE WHEN c.until > now() THEN c.until ELSE excluded.until END
    RETURNING counter, points, extract(epoch FROM until - now())::float8 * 1000 AS "msLeft"`.execute(tx);
  return rows;
}

/** Forget counters whose time is over. */
export async function forgetCounts(tx: Transaction): Promise<void> {
  await sql`DELETE FROM request_counts WHERE until < now()`.execute(tx);
}
