/** People: who they are here and how they are known elsewhere. Passwords and sessions belong to the server's library. */
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { newId } from '../ids.ts';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Language tag, where the person chose one. */
  readonly locale: string | null;
  /** Runs this installation: may found cities for others and disable accounts; sees no city's drafts by that. */
  readonly administrator: boolean;
  readonly disabledAt: string | null;
  /** Whether a code is asked for after the password. */
  readonly secondFactor: boolean;
}

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly locale?: string;
  readonly administrator?: boolean;
  /** Whether somebody vouches that the address is the person's: who invited them. Default false: it is what was typed. */
  readonly addressVouched?: boolean;
}

const columns = [
  'id',
  'email',
  'name',
  'locale',
  'administrator',
  'disabled_at as disabledAt',
  'two_factor_enabled as secondFactor',
] as const;

/**
 * Add a person. Only the program itself may (`SYSTEM`), at sign-up or by invitation.
 *
 * @throws {DomainError} `already-exists` when the address is taken, in capitals or not
 */
export async function addUser(tx: Transaction, user: NewUser): Promise<User> {
  const { email, name, locale, administrator, addressVouched } = user;
  return tx
    .insertInto('users')
    .values({
      id: newId(),
      email: email.trim(),
      name,
      locale: locale ?? null,
      ...(administrator !== undefined && { administrator }),
      ...(addressVouched !== undefined && { email_verified: addressVouched }),
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** Until the transaction ends, nobody else counts what a person has: of two requests at once the second waits. */
export async function lockPerson(tx: Transaction, userId: string): Promise<void> {
  await tx.selectFrom('users').select('id').where('id', '=', userId).forUpdate().execute();
}

/** Somebody vouches that the address of a person is theirs. By the program itself. */
export async function vouchForAddress(tx: Transaction, userId: string): Promise<void> {
  await tx.updateTable('users').set({ email_verified: true }).where('id', '=', userId).execute();
}

/** The person with an id; undefined when there is none, or none that the viewer sees. */
export async function findUser(tx: Transaction, id: string): Promise<User | undefined> {
  return tx.selectFrom('users').select(columns).where('id', '=', id).executeTakeFirst();
}

/** The person with an e-mail address, in capitals or not. An account that was anonymised has none. */
export async function findUserByEmail(tx: Transaction, email: string): Promise<User | undefined> {
  return tx
    .selectFrom('users')
    .select(columns)
    .where((eb) => eb.fn('lower', ['email']), '=', email.trim().toLowerCase())
    .where('anonymised_at', 'is', null)
    .executeTakeFirst();
}

/** Change one's own name or language. */
export async function editUser(
  tx: Transaction,
  id: string,
  change: { readonly name?: string; readonly locale?: string },
): Promise<void> {
  const done = await tx.updateTable('users').set(change).where('id', '=', id).executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('not-allowed', 'nobody edits another person', [id]);
}

/**
 * Take every right from a person, or give them back. Only the program itself may.
 *
 * @throws {DomainError} `still-needed` for the last administrator of the installation; `not-found` for nobody, and for an account that was
 *   anonymised
 */
export async function setDisabled(tx: Transaction, id: string, disabled: boolean): Promise<void> {
  if (disabled) await requireOtherAdministrator(tx, id);
  const disabled_at = disabled ? new Date().toISOString() : null;
  const done = await tx
    .updateTable('users')
    .set({ disabled_at })
    .where('id', '=', id)
    .where('anonymised_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('not-found', 'no such account', [id]);
}

/**
 * Refuse to take the rights from whoever alone runs the installation. The rows are locked, in one order, so that two of them cannot
 * disable each other at once.
 *
 * @throws {DomainError} `still-needed`
 */
export async function requireOtherAdministrator(tx: Transaction, id: string): Promise<void> {
  const administrators = await tx
    .selectFrom('users')
    .select('id')
    .where('administrator', '=', true)
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (administrators.length !== 1 || administrators[0]!.id !== id) return;
  throw new DomainError('still-needed', 'an installation keeps at least one administrator: name another first', [id]);
}

/** Remember how an identity provider knows a person. */
export async function addIdentity(tx: Transaction, userId: string, provider: string, subject: string): Promise<void> {
  await tx.insertInto('identities').values({ user_id: userId, provider, subject }).execute();
}

/** The person an identity provider names. */
export async function findUserByIdentity(
  tx: Transaction,
  provider: string,
  subject: string,
): Promise<User | undefined> {
  return tx
    .selectFrom('identities')
    .innerJoin('users', 'users.id', 'identities.user_id')
    .select(columns)
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .executeTakeFirst();
}

/** An account as an administrator sees it. */
export interface AccountInfo {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly administrator: boolean;
  readonly secondFactor: boolean;
  readonly createdAt: string;
  readonly disabledAt: string | null;
}

/**
 * Accounts of people, newest first; programs are left out, and so is who was anonymised. Only the program itself may, for an administrator.
 *
 * @param like a part of the name or the address, in capitals or not; all when it is empty
 * @param after id of the last account that was seen
 */
export async function listAccounts(
  tx: Transaction,
  { like = '', after, limit }: { readonly like?: string; readonly after?: string; readonly limit: number },
): Promise<AccountInfo[]> {
  const pattern = `%${like.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  return tx
    .selectFrom('users')
    .select(['id', 'name', 'email', 'administrator', 'two_factor_enabled as secondFactor'])
    .select(['created_at as createdAt', 'disabled_at as disabledAt'])
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('service_accounts').select('user_id').whereRef('user_id', '=', 'users.id'))),
    )
    .where('anonymised_at', 'is', null)
    .where((eb) =>
      eb.or([eb(eb.fn('lower', ['name']), 'like', pattern), eb(eb.fn('lower', ['email']), 'like', pattern)]),
    )
    .$if(after !== undefined, (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
