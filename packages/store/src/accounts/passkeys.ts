/** Passkeys of people, and the challenges under way. Asked by the program itself, which has checked who asks. */
import { sql } from 'kysely';
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { newId, sha256 } from '../ids.ts';

/** A passkey as its person sees it. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  /** Whether it is copied to the person's other devices. */
  readonly backedUp: boolean;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** What an authenticator made, checked. */
export interface NewPasskey {
  readonly userId: string;
  readonly name: string;
  /** Base64url, like `publicKey`. */
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly deviceType: 'singleDevice' | 'multiDevice';
  readonly backedUp: boolean;
  readonly rpId: string;
}

/** What is needed to check a signature, and whose it is. */
export interface KnownCredential {
  readonly id: string;
  readonly userId: string;
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly disabledAt: string | null;
}

/** A person has no more than these: nobody owns so many devices. */
export const MOST_PASSKEYS = 20;

const shown = ['id', 'name', 'backed_up as backedUp', 'created_at as createdAt', 'last_used_at as lastUsedAt'] as const;

/** Passkeys of a person, oldest first. */
export async function listPasskeys(tx: Transaction, userId: string): Promise<Passkey[]> {
  return tx.selectFrom('auth_passkeys').select(shown).where('user_id', '=', userId).orderBy('id').execute();
}

/** Credential ids of a person at a site, so that no authenticator is added twice. */
export async function credentialsOf(
  tx: Transaction,
  userId: string,
  rpId: string,
): Promise<Pick<KnownCredential, 'credentialId' | 'transports'>[]> {
  return tx
    .selectFrom('auth_passkeys')
    .select(['credential_id as credentialId', 'transports'])
    .where('user_id', '=', userId)
    .where('rp_id', '=', rpId)
    .execute();
}

/**
 * Add a passkey.
 *
 * @throws {DomainError} `already-exists` when the credential is known, whosever it is; `not-allowed` beyond `MOST_PASSKEYS`
 */
export async function addPasskey(tx: Transaction, passkey: NewPasskey): Promise<Passkey> {
  const { userId, name, credentialId, publicKey, counter, transports, deviceType, backedUp, rpId } = passkey;
  if ((await listPasskeys(tx, userId)).length >= MOST_PASSKEYS) {
    throw new DomainError('not-allowed', `an account has at most ${MOST_PASSKEYS} passkeys: remove one first`);
  }
  return tx
    .insertInto('auth_passkeys')
    .values({
      id: newId(),
      user_id: userId,
      name,
      credential_id: credentialId,
      public_key: publicKey,
      counter,
      transports,
      device_type: deviceType,
      backed_up: backedUp,
      rp_id: rpId,
    })
    .returning(shown)
    .executeTakeFirstOrThrow();
}

/** The passkey that an authenticator names at a site; undefined when nobody has it. */
export async function findCredential(
  tx: Transaction,
  credentialId: string,
  rpId: string,
): Promise<KnownCredential | undefined> {
  return tx
    .selectFrom('auth_passkeys')
    .innerJoin('users', 'users.id', 'auth_passkeys.user_id')
    .select(['auth_passkeys.id', 'user_id as userId', 'credential_id as credentialId', 'public_key as publicKey'])
    .select(['counter', 'transports', 'disabled_at as disabledAt'])
    .where('credential_id', '=', credentialId)
    .where('rp_id', '=', rpId)
    .executeTakeFirst();
}

/**
 * Note that a passkey was used. False when its counter did not go up (WebAuthn level 3, 7.2 step 25), which a copied
 * authenticator shows; one that does not count stays at 0. Two uses of one count at once: one gets true.
 */
export async function noteUse(
  tx: Transaction,
  id: string,
  counter: number,
  backedUp: boolean,
  now = new Date(),
): Promise<boolean> {
  const done = await tx
    .updateTable('auth_passkeys')
    .set({ counter, backed_up: backedUp, last_used_at: now.toISOString() })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('counter', '<', counter), eb.and([eb('counter', '=', 0), eb.val(counter === 0)])]))
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Give a passkey another name. @throws {DomainError} `not-found` */
export async function renamePasskey(tx: Transaction, userId: string, id: string, name: string): Promise<void> {
  const done = await tx
    .updateTable('auth_passkeys')
    .set({ name })
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('not-found', 'no such passkey', [id]);
}

/** Take a passkey away. @throws {DomainError} `not-found` */
export async function removePasskey(tx: Transaction, userId: string, id: string): Promise<void> {
  const gone = await tx
    .deleteFrom('auth_passkeys')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new DomainError('not-found', 'no such passkey', [id]);
}

/** Longer than people take to find their phone. */
const CHALLENGE_SECONDS = 300;

const identifierOf = (owner: string) => `passkey-${sha256(owner)}`;

/**
 * Keep a challenge for whoever it was given to; an earlier one of theirs is forgotten.
 *
 * @param owner a secret of the asker's cookie, or the id of their session; its SHA-256 is kept
 */
export async function keepChallenge(
  tx: Transaction,
  owner: string,
  challenge: string,
  now = new Date(),
): Promise<void> {
  const expires = new Date(now.getTime() + CHALLENGE_SECONDS * 1000).toISOString();
  await sql`DELETE FROM auth_verifications WHERE identifier = ${identifierOf(owner)}`.execute(tx);
  await sql`
    INSERT INTO auth_verifications (id, identifier, value, expires_at)
    VALUES (${newId()}, ${identifierOf(owner)}, ${challenge}, ${expires})`.execute(tx);
}

/** Use a challenge up: it is answered once. Undefined when there is none, or it is too old. */
export async function takeChallenge(tx: Transaction, owner: string, now = new Date()): Promise<string | undefined> {
  const { rows } = await sql<{ value: string; expires_at: string }>`
    DELETE FROM auth_verifications WHERE identifier = ${identifierOf(owner)} RETURNING value, expires_at`.execute(tx);
  const [kept] = rows;
  return kept && new Date(kept.expires_at) > now ? kept.value : undefined;
}
