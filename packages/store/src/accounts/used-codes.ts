/** Codes of a second factor that were used: each works once, though it would be good for three quarters of a minute. */
import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import { sha256 } from '../ids.ts';

/** Longer than any code is good for, also by the identity library alone: the step before, the present one and the next. */
const REMEMBERED_SECONDS = 120;

/** Use a code up. False when it has been used. Two who use it at once: one gets true. */
export async function useCode(tx: Transaction, userId: string, code: string, now = new Date()): Promise<boolean> {
  const hash = sha256(`code ${userId} ${code}`);
  // The row's key is of the code, so that the database lets one in.
  const id = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  const expires = new Date(now.getTime() + REMEMBERED_SECONDS * 1000).toISOString();
  const done = await sql`
    INSERT INTO auth_verifications (id, identifier, value, expires_at) VALUES (${id}, 'used-code', '', ${expires})
    ON CONFLICT (id) DO UPDATE SET expires_at = ${expires} WHERE auth_verifications.expires_at < ${now.toISOString()}`.execute(
    tx,
  );
  return done.numAffectedRows === 1n;
}

/** End the session that a token names. */
export async function endSessionOf(tx: Transaction, token: string): Promise<void> {
  await sql`DELETE FROM auth_sessions WHERE token_sha256 = ${sha256(token)}`.execute(tx);
}
