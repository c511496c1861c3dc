/** Links that work once: to set up the installation, or to choose a new password. Of a link only the SHA-256 is kept. */
import { randomBytes } from 'node:crypto';
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { newId, sha256 } from '../ids.ts';

/** What is said of a link that is unknown, used or too old. */
export const LINK_UNUSABLE = 'this link does not work any more: ask for another';

export type LinkPurpose = 'set-up' | 'password';

/** A secret of 256 bits for a link or a token. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Make a link's secret; earlier unused ones for the same purpose and person stop working. Only the program itself may.
 *
 * @param lifetimeHours how long it works
 */
export async function makeLink(
  tx: Transaction,
  link: { readonly purpose: LinkPurpose; readonly userId?: string; readonly lifetimeHours: number },
  now = new Date(),
): Promise<string> {
  const { purpose, userId, lifetimeHours } = link;
  await tx
    .updateTable('auth_links')
    .set({ used_at: now.toISOString() })
    .where('purpose', '=', purpose)
    .where('user_id', userId === undefined ? 'is' : '=', userId ?? null)
    .where('used_at', 'is', null)
    .execute();
  const secret = newSecret();
  const expires_at = new Date(now.getTime() + lifetimeHours * 3_600_000).toISOString();
  await tx
    .insertInto('auth_links')
    .values({ id: newId(), purpose, user_id: userId ?? null, sha256: sha256(secret), expires_at })
    .execute();
  return secret;
}

/**
 * Use a link up. Two who use it at once: one succeeds.
 *
 * @returns the person it was made for; undefined for a set-up link
 * @throws {DomainError} `not-found` when it is unknown, used or too old
 */
export async function useLink(
  tx: Transaction,
  purpose: LinkPurpose,
  secret: string,
  now = new Date(),
): Promise<{ readonly userId: string | undefined }> {
  const used = await tx
    .updateTable('auth_links')
    .set({ used_at: now.toISOString() })
    .where('sha256', '=', sha256(secret))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning('user_id')
    .executeTakeFirst();
  if (!used) throw new DomainError('not-found', LINK_UNUSABLE);
  return { userId: used.user_id ?? undefined };
}

/** Whether a link would work, to be asked before slow work. */
export async function linkWorks(
  tx: Transaction,
  purpose: LinkPurpose,
  secret: string,
  now = new Date(),
): Promise<boolean> {
  const found = await tx
    .selectFrom('auth_links')
    .select('id')
    .where('sha256', '=', sha256(secret))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether the installation has an administrator who can sign in. */
export async function hasAdministrator(tx: Transaction): Promise<boolean> {
  const found = await tx
    .selectFrom('users')
    .select('id')
    .where('administrator', '=', true)
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
