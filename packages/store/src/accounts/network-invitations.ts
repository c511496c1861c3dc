/** Invitations into a network, by a link that its secretariat passes on; as those into a city. */
import { sql } from 'kysely';
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { addNetworkMember } from '../cities/networks.ts';
import { newId, sha256 } from '../ids.ts';
import type { NetworkRole } from '../rights/rights.ts';
import { accountOf, endOfInvitation, unusable, type Accepting } from './invitations.ts';
import { newSecret } from './links.ts';

export interface NetworkInvitation {
  readonly networkId: string;
  readonly id: string;
  readonly email: string;
  readonly role: NetworkRole;
  /** ISO 3166-1 alpha-3; null where the role is for cities of every country. */
  readonly country: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly acceptedAt: string | null;
  readonly revokedAt: string | null;
}

const columns = [
  'network_id as networkId',
  'id',
  'email',
  'role',
  'country',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'accepted_at as acceptedAt',
  'revoked_at as revokedAt',
] as const;

/** Offer a person a role in a network. `secret` is returned here and never again. */
export async function inviteToNetwork(
  tx: Transaction,
  offer: {
    readonly networkId: string;
    readonly email: string;
    readonly role: NetworkRole;
    readonly country?: string | undefined;
  },
  now = new Date(),
): Promise<{ readonly invitation: NetworkInvitation; readonly secret: string }> {
  const secret = newSecret();
  const invitation = await tx
    .insertInto('network_invitations')
    .values({
      network_id: offer.networkId,
      id: newId(),
      email: offer.email.trim().toLowerCase(),
      role: offer.role,
      country: offer.country ?? null,
      sha256: sha256(secret),
      created_by: sql<string>`me()`,
      expires_at: endOfInvitation(now),
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return { invitation, secret };
}

/** Invitations of a network, newest first. */
export async function listNetworkInvitations(tx: Transaction, networkId: string): Promise<NetworkInvitation[]> {
  return tx
    .selectFrom('network_invitations')
    .select(columns)
    .where('network_id', '=', networkId)
    .orderBy('id', 'desc')
    .execute();
}

/** Take an invitation back. @throws {DomainError} `not-found` */
export async function revokeNetworkInvitation(tx: Transaction, networkId: string, id: string): Promise<void> {
  const done = await tx
    .updateTable('network_invitations')
    .set({ revoked_at: new Date().toISOString() })
    .where('network_id', '=', networkId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('not-found', 'no invitation that could be taken back', [id]);
}

/** What an invitation offers, to be shown to whoever holds the link. @throws {DomainError} `not-found` */
export async function openNetworkInvitation(
  tx: Transaction,
  secret: string,
  now = new Date(),
): Promise<NetworkInvitation> {
  const found = await tx
    .selectFrom('network_invitations')
    .select(columns)
    .where('sha256', '=', sha256(secret))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    // Who may not give roles any more gives none by a link of before.
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('network_members')
          .innerJoin('users', 'users.id', 'network_members.user_id')
          .innerJoin('rights', 'rights.role', 'network_members.role')
          .select('rights.role')
          .whereRef('network_members.network_id', '=', 'network_invitations.network_id')
          .whereRef('network_members.user_id', '=', 'network_invitations.created_by')
          .where('rights.action', '=', 'network.edit')
          .where('network_members.ended_at', 'is', null)
          .where('users.disabled_at', 'is', null),
      ),
    )
    .executeTakeFirst();
  if (!found) throw unusable();
  return found;
}

/**
 * Accept an invitation: the account where there is none, and the role. By the program itself.
 *
 * @throws {DomainError} as `acceptInvitation`
 */
export async function acceptNetworkInvitation(
  tx: Transaction,
  secret: string,
  who: Accepting,
): Promise<{ readonly invitation: NetworkInvitation; readonly userId: string }> {
  const found = await openNetworkInvitation(tx, secret);
  const userId = await accountOf(tx, found, who);
  const accepted_at = new Date().toISOString();
  const moved = await tx
    .updateTable('network_invitations')
    .set({ accepted_at, accepted_by: userId })
    .where('network_id', '=', found.networkId)
    .where('id', '=', found.id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw unusable();
  await addNetworkMember(tx, found.networkId, userId, found.role, found.country);
  return { invitation: { ...found, acceptedAt: accepted_at }, userId };
}
