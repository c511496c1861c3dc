/** Failed sign-ins, counted per address in the database, so that every process and every restart knows them. */
import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import { sha256 } from '../ids.ts';

/** Failures without consequence; from the next on the address is locked, each time twice as long. */
export const FREE_FAILURES = 5;
const FIRST_LOCK_SECONDS = 60;
const LONGEST_LOCK_SECONDS = 15 * 60;
/** Failures are forgotten after a quiet time of this length. */
const FORGOTTEN_AFTER_SECONDS = 24 * 3600;

const keyOf = (email: string): string => sha256(email.trim().toLowerCase());

/** Seconds for which an address is still locked; 0 when it is not. Said of any address, whether or not it has an account. */
export async function lockedSeconds(tx: Transaction, email: string, now = new Date()): Promise<number> {
  const row = await tx
    .selectFrom('auth_failures')
    .select('locked_until')
    .where('address', '=', keyOf(email))
    .executeTakeFirst();
  if (!row?.locked_until) return 0;
  const seconds = Math.ceil((new Date(row.locked_until).getTime() - now.getTime()) / 1000);
  // No lock is as long: the clock has been set back since, and nobody waits until it is there again.
  if (seconds > LONGEST_LOCK_SECONDS) return 0;
  return Math.max(0, seconds);
}

/** Count a failed sign-in, and lock the address when there were too many. */
export async function countFailure(tx: Transaction, email: string, now = new Date()): Promise<void> {
  const at = now.toISOString();
  const { rows } = await sql<{ failures: number }>`
    INSERT INTO auth_failures (address, failures, last_at) VALUES (${keyOf(email)}, 1, ${at})
    ON CONFLICT (address) DO UPDATE SET last_at = ${at}, failures = CASE
      WHEN auth_failures.last_at < ${at}::timestamptz - make_interval(secs => ${FORGOTTEN_AFTER_SECONDS}) THEN 1
      ELSE auth_failures.failures + 1 END
    RETURNING failures`.execute(tx);
  const over = rows[0]!.failures - FREE_FAILURES;
  if (over <= 0) return;
  const seconds = Math.min(LONGEST_LOCK_SECONDS, FIRST_LOCK_SECONDS * 2 ** (over - 1));
  await tx
    .updateTable('auth_failures')
    .set({ locked_until: new Date(now.getTime() + seconds * 1000).toISOString() })
    .where('address', '=', keyOf(email))
    .execute();
}

/** Forget the failures of an address after a sign-in that succeeded. */
export async function forgetFailures(tx: Transaction, email: string): Promise<void> {
  await tx.deleteFrom('auth_failures').where('address', '=', keyOf(email)).execute();
}
