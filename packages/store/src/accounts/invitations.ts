/** Invitations into a city, by a link that its lead passes on. There is no e-mail server: the link is shown once. */
import { sql, type RawBuilder } from 'kysely';
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { addMember, listLeaderless } from '../cities/cities.ts';
import { newId, sha256 } from '../ids.ts';
import { addUser, findUserByEmail, vouchForAddress } from '../people/users.ts';
import type { CityRole } from '../rights/rights.ts';
import { appendAudit } from '../trail/audit.ts';
import { newSecret } from './links.ts';
import { setPassword } from './passwords.ts';

export interface Invitation {
  readonly cityId: string;
  readonly id: string;
  readonly email: string;
  readonly role: CityRole;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly acceptedAt: string | null;
  readonly revokedAt: string | null;
}

/** How long an invitation may be accepted. */
const LIFETIME_DAYS = 7;
/** When an invitation made now is over. */
export const endOfInvitation = (now: Date): string =>
  new Date(now.getTime() + LIFETIME_DAYS * 86_400_000).toISOString();

const columns = [
  'city_id as cityId',
  'id',
  'email',
  'role',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'accepted_at as acceptedAt',
  'revoked_at as revokedAt',
] as const;

/** An invitation, and what its link is known by, which is told here and never again. */
interface Invited {
  readonly invitation: Invitation;
  readonly secret: string;
}

/** Offer a person a role in a city. */
export async function invite(
  tx: Transaction,
  offer: { readonly cityId: string; readonly email: string; readonly role: CityRole },
  now = new Date(),
): Promise<Invited> {
  const invited = await offerRole(tx, offer, sql<string>`me()`, now);
  await appendAudit(tx, offer.cityId, 'members.invite', `invitation/${invited.invitation.id}`, { role: offer.role });
  return invited;
}

/**
 * Offer a person the lead of a city that nobody leads any more, since its leads are gone or disabled. By the installation, whose earlier
 * offers end; this one is good as long as nobody leads the city. Its log is told.
 *
 * @throws {DomainError} `not-allowed` where somebody leads it: roles are theirs to give
 */
export async function inviteLead(
  tx: Transaction,
  { cityId, email }: { readonly cityId: string; readonly email: string },
  now = new Date(),
): Promise<Invited> {
  if (!(await listLeaderless(tx)).some(({ id }) => id === cityId)) {
    throw new DomainError('not-allowed', 'somebody leads this city, and gives its roles', [cityId]);
  }
  await tx
    .updateTable('invitations')
    .set({ revoked_at: now.toISOString() })
    .where('city_id', '=', cityId)
    .where('created_by', 'is', null)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  const invited = await offerRole(tx, { cityId, email, role: 'lead' }, null, now);
  await appendAudit(tx, cityId, 'members.invite', `invitation/${invited.invitation.id}`, { role: 'lead', by: 'installation' }); // prettier-ignore
  return invited;
}

async function offerRole(
  tx: Transaction,
  { cityId, email, role }: { readonly cityId: string; readonly email: string; readonly role: CityRole },
  created_by: RawBuilder<string> | null,
  now: Date,
): Promise<Invited> {
  const secret = newSecret();
  const invitation = await tx
    .insertInto('invitations')
    .values({
      city_id: cityId,
      id: newId(),
      email: email.trim().toLowerCase(),
      role,
      sha256: sha256(secret),
      created_by,
      expires_at: endOfInvitation(now),
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return { invitation, secret };
}

/** Invitations of a city, newest first. */
export async function listInvitations(tx: Transaction, cityId: string): Promise<Invitation[]> {
  return tx.selectFrom('invitations').select(columns).where('city_id', '=', cityId).orderBy('id', 'desc').execute();
}

/** Take an invitation back. */
export async function revokeInvitation(tx: Transaction, cityId: string, id: string): Promise<void> {
  const done = await tx
    .updateTable('invitations')
    .set({ revoked_at: new Date().toISOString() })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('not-found', 'no invitation that could be taken back', [id]);
  await appendAudit(tx, cityId, 'members.uninvite', `invitation/${id}`, {});
}

/** Who accepts: a person who is signed in, or somebody who begins an account with it. */
export type Accepting =
  { readonly userId: string } | { readonly name: string; readonly passwordHash: string; readonly locale?: string };

/**
 * Accept an invitation: the account where there is none, and the membership. By the program itself. The address becomes that
 * of the account; whoever has the link may use it, and nobody else who has an account is touched.
 *
 * @throws {DomainError} `not-found` when it is unknown, over, or was taken back; `already-exists` when the address has an
 *   account (sign in and accept as that person); `not-allowed` when another account than the invited accepts; `still-needed` when the
 *   last lead accepts a lesser role
 */
export async function acceptInvitation(
  tx: Transaction,
  secret: string,
  who: Accepting,
): Promise<{ readonly invitation: Invitation; readonly userId: string }> {
  const found = await openInvitation(tx, secret);
  const userId = await accountOf(tx, found, who);
  const accepted_at = new Date().toISOString();
  const moved = await tx
    .updateTable('invitations')
    .set({ accepted_at, accepted_by: userId })
    .where('city_id', '=', found.cityId)
    .where('id', '=', found.id)
    // Asked again: since it was looked at, another may have accepted it or its lead taken it back.
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw unusable();
  await addMember(tx, found.cityId, userId, found.role, { invitation: found.id });
  return { invitation: { ...found, acceptedAt: accepted_at }, userId };
}

/** What an invitation offers, to be shown to whoever holds the link. */
export async function openInvitation(tx: Transaction, secret: string, now = new Date()): Promise<Invitation> {
  const found = await tx
    .selectFrom('invitations')
    .select(columns)
    .where('sha256', '=', sha256(secret))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .where((where) => {
      const leads = where
        .selectFrom('members')
        .innerJoin('users', 'users.id', 'members.user_id')
        .select('members.role')
        .whereRef('members.city_id', '=', 'invitations.city_id')
        .where('members.role', '=', 'lead')
        .where('members.ended_at', 'is', null)
        .where('users.disabled_at', 'is', null);
      return where.or([
        // Who is no lead any more gives nobody a role, themselves included, by a link of before.
        where.exists(leads.whereRef('members.user_id', '=', 'invitations.created_by')),
        // Nor does the installation where somebody leads the city.
        where.and([where('invitations.created_by', 'is', null), where.not(where.exists(leads))]),
      ]);
    })
    .executeTakeFirst();
  if (!found) throw unusable();
  return found;
}

export const unusable = () => new DomainError('not-found', 'this invitation does not work any more: ask for another');

/** The account that accepts an offer to an address: the one that has it, or a new one. */
export function accountOf(tx: Transaction, offer: { readonly email: string }, who: Accepting): Promise<string> {
  return 'userId' in who ? invited(tx, offer, who.userId) : begin(tx, offer, who);
}

async function invited(tx: Transaction, invitation: { readonly email: string }, userId: string): Promise<string> {
  const owner = await findUserByEmail(tx, invitation.email);
  if (owner?.id === userId) {
    await vouchForAddress(tx, userId);
    return userId;
  }
  throw new DomainError(
    'not-allowed',
    'this invitation is for another address than the account you are signed in with',
  );
}

async function begin(
  tx: Transaction,
  { email }: { readonly email: string },
  { name, passwordHash, locale }: Exclude<Accepting, { userId: string }>,
): Promise<string> {
  const user = await addUser(tx, { email, name, addressVouched: true, ...(locale !== undefined && { locale }) });
  await setPassword(tx, user.id, passwordHash);
  return user.id;
}
