/** Taking a person out of their account (GDPR, article 17), so that what they did keeps its place under nobody's name. */
import { sql } from 'kysely';
import { DomainError } from '@thousand-cities/model';
import { requireOtherLead } from '../cities/cities.ts';
import { requireOtherSecretariat } from '../cities/networks.ts';
import type { Transaction } from '../database/database.ts';
import { forgetFailures } from '../accounts/failures.ts';
import { appendAudit } from '../trail/audit.ts';
import { findUser, requireOtherAdministrator } from './users.ts';

/** What stands in the place of a name, for programs and files; pages say it in their own language. */
export const FORMER_NAME = 'Former member';

/** An address that reaches nobody (RFC 2606), and is nobody else's. */
const formerAddress = (id: string): string => `${id}@former.invalid`;

/**
 * Anonymise an account, for good: every role ends, and name, address, language and every way in go. Versions, comments and the logs, which
 * name people by id alone, stay as they are. Only the program itself may, for the person or for an administrator.
 *
 * @throws {DomainError} `still-needed` for who alone leads a city, is the secretariat of a network, or runs the installation; one who is
 *   disabled does none of that any more. `not-found` for nobody, and for an account that has been anonymised; `not-allowed` for that of
 *   a program, which its city ends
 */
export async function anonymise(tx: Transaction, userId: string): Promise<void> {
  const { email } = await requireAnonymisable(tx, userId);
  await requireOtherAdministrator(tx, userId);
  await leaveCities(tx, userId);
  await leaveNetworks(tx, userId);
  await takeWaysIn(tx, userId, email);
  await takeName(tx, userId, email);
}

async function requireAnonymisable(tx: Transaction, userId: string): Promise<{ readonly email: string }> {
  const user = await findUser(tx, userId);
  const { rows } = await sql<{ gone: boolean; program: boolean }>`
    SELECT anonymised_at IS NOT NULL AS gone, EXISTS (SELECT FROM service_accounts s WHERE s.user_id = users.id) AS program
    FROM users WHERE id = ${userId} FOR UPDATE`.execute(tx);
  if (!user || rows[0]!.gone) throw new DomainError('not-found', 'no such account', [userId]);
  if (rows[0]!.program) throw new DomainError('not-allowed', 'the account of a program is ended by its city', [userId]);
  return user;
}

/** The log of each city is told, and locked by that, in one order. */
async function leaveCities(tx: Transaction, userId: string): Promise<void> {
  const memberships = tx.selectFrom('members').select('city_id as cityId').where('user_id', '=', userId);
  for (const { cityId } of await memberships.where('ended_at', 'is', null).orderBy('city_id').execute()) {
    await appendAudit(tx, cityId, 'members.set', `user/${userId}`, { role: null, account: 'anonymised' });
    await requireOtherLead(tx, cityId, userId);
  }
  await endMemberships(tx, 'members', userId);
}

async function leaveNetworks(tx: Transaction, userId: string): Promise<void> {
  const memberships = tx.selectFrom('network_members').select('network_id as networkId').where('user_id', '=', userId);
  for (const { networkId } of await memberships.where('ended_at', 'is', null).orderBy('network_id').execute()) {
    await requireOtherSecretariat(tx, networkId, userId);
  }
  await endMemberships(tx, 'network_members', userId);
}

async function endMemberships(tx: Transaction, table: 'members' | 'network_members', userId: string): Promise<void> {
  await tx
    .updateTable(table)
    .set({ ended_at: new Date().toISOString() })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Tables of the ways in, and of what was kept for the person alone. */
const OWN = ['auth_accounts', 'auth_sessions', 'auth_passkeys', 'auth_two_factors', 'identities', 'idempotent_answers'];

async function takeWaysIn(tx: Transaction, userId: string, email: string): Promise<void> {
  for (const table of OWN) await sql`DELETE FROM ${sql.table(table)} WHERE user_id = ${userId}`.execute(tx);
  await forgetFailures(tx, email);
  await sql`UPDATE auth_links SET used_at = now() WHERE user_id = ${userId} AND used_at IS NULL`.execute(tx);
  await sql`UPDATE api_tokens SET name = '', revoked_at = coalesce(revoked_at, now()) WHERE user_id = ${userId}`.execute(
    tx,
  );
}

/** The columns that say who it was, in the account and in what was offered to the address. */
async function takeName(tx: Transaction, userId: string, email: string): Promise<void> {
  const former = formerAddress(userId);
  for (const table of ['invitations', 'network_invitations']) {
    await sql`UPDATE ${sql.table(table)} SET email = ${former},
        revoked_at = CASE WHEN accepted_at IS NULL THEN coalesce(revoked_at, now()) ELSE revoked_at END
      WHERE lower(email) = lower(${email})`.execute(tx);
  }
  await sql`UPDATE users SET name = ${FORMER_NAME}, email = ${former}, locale = NULL, image = NULL, administrator = false,
      two_factor_enabled = false, email_verified = false, updated_at = now(), disabled_at = coalesce(disabled_at, now()), anonymised_at = now()
    WHERE id = ${userId}`.execute(tx);
}
