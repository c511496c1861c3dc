/** Sessions of a person, to be seen and ended. Asked by the program itself, for the person who is signed in. */
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';

export interface SessionInfo {
  readonly id: string;
  readonly createdAt: string;
  /** When it was last prolonged. */
  readonly updatedAt: string;
  readonly expiresAt: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** Sessions that are still good, newest first. */
export async function listSessions(tx: Transaction, userId: string, now = new Date()): Promise<SessionInfo[]> {
  return tx
    .selectFrom('auth_sessions')
    .select(['id', 'created_at as createdAt', 'updated_at as updatedAt', 'expires_at as expiresAt'])
    .select(['ip_address as ipAddress', 'user_agent as userAgent'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', now.toISOString())
    .orderBy('id', 'desc')
    .execute();
}

/** End a session at once. */
export async function endSession(tx: Transaction, userId: string, id: string): Promise<void> {
  const gone = await tx
    .deleteFrom('auth_sessions')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new DomainError('not-found', 'no such session', [id]);
}

/** End a session that another has taken the place of, of a person where they are named; it may have ended already. */
export async function endReplacedSession(tx: Transaction, id: string, userId?: string): Promise<void> {
  const named = tx.deleteFrom('auth_sessions').where('id', '=', id);
  await (userId === undefined ? named : named.where('user_id', '=', userId)).execute();
}

/** End all sessions of a person but one. Returns how many ended. */
export async function endOtherSessions(tx: Transaction, userId: string, keep?: string): Promise<number> {
  const all = tx.deleteFrom('auth_sessions').where('user_id', '=', userId);
  const gone = await (keep === undefined ? all : all.where('id', '!=', keep)).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
