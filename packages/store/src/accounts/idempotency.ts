/** Answers kept by a key that the client chose: the answer is written in the transaction of the change it tells of. */
import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import { EVENTS_KEPT_DAYS } from '../trail/security-events.ts';

export interface KeptAnswer {
  /** SHA-256 of what was asked. */
  readonly requestSha256: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The answer a person got under a key. */
export async function findAnswer(tx: Transaction, userId: string, key: string): Promise<KeptAnswer | undefined> {
  const row = await tx
    .selectFrom('idempotent_answers')
    .select(['request_sha256 as requestSha256', 'status', 'headers', 'body'])
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && { ...row, headers: JSON.parse(row.headers) as Record<string, string> };
}

/**
 * Take a key before anything is done under it. Another transaction that has taken it and not ended is waited for: where it
 * is undone, the key is ours.
 *
 * @throws the refusal `already-exists` when the other kept its answer; `findAnswer` finds it in a new transaction
 */
export async function takeKey(tx: Transaction, userId: string, key: string): Promise<void> {
  // Clients' keys have no blank: this row is beside that of the answer.
  await keepAnswer(tx, userId, ` ${key}`, { requestSha256: '', status: 0, headers: {}, body: '' });
}

/** Keep an answer, in the transaction that took the key. */
export async function keepAnswer(tx: Transaction, userId: string, key: string, answer: KeptAnswer): Promise<void> {
  const { requestSha256, status, headers, body } = answer;
  await tx
    .insertInto('idempotent_answers')
    .values({ user_id: userId, key, request_sha256: requestSha256, status, headers: JSON.stringify(headers), body })
    .execute();
}

/** Forget answers older than a day, and what else is over. By the program itself. */
export async function forgetOld(tx: Transaction, now = new Date()): Promise<void> {
  const yesterday = new Date(now.getTime() - 86_400_000).toISOString();
  await tx.deleteFrom('idempotent_answers').where('created_at', '<', yesterday).execute();
  await sql`DELETE FROM auth_verifications WHERE expires_at < ${now.toISOString()}`.execute(tx);
  await tx.deleteFrom('auth_sessions').where('expires_at', '<', now.toISOString()).execute();
  await tx.deleteFrom('auth_failures').where('last_at', '<', yesterday).execute();
  const longAgo = new Date(now.getTime() - EVENTS_KEPT_DAYS * 86_400_000).toISOString();
  await tx.deleteFrom('security_events').where('at', '<', longAgo).execute();
}
