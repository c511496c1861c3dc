/**
 * Passkeys (WebAuthn level 3): made by a person who is signed in, used instead of the password and its second factor, since
 * the authenticator itself verifies the person. Attestations are not asked for: any authenticator is good.
 */
import { randomBytes } from 'node:crypto';
import {
  credentialsOf,
  findCredential,
  keepChallenge,
  noteUse,
  SYSTEM,
  takeChallenge,
  type Database,
  type KnownCredential,
  type NewPasskey,
} from '@thousand-cities/store';
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { Refused } from '../refused.ts';
import type { RelyingParty } from './relying-party.ts';

/** How long the browser waits for the authenticator; the challenge is kept somewhat longer. */
const PATIENCE_MS = 240_000;

/** Loaded when the first passkey is asked for: it brings readers of certificates that nobody else needs. */
const library = () => import('@simplewebauthn/server');

/** One answer for every fault of a passkey, so that it does not tell which credentials there are. */
const refused = () => new Refused(401, 'passkey-refused', 'this passkey does not work here, or the request is too old');

export interface PasskeyOwner {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  /** The session that asks: its challenge is answered by no other. */
  readonly sessionId: string;
}

/** What a browser needs to make a passkey. The person's handle is their id here: it says nothing of them. */
export async function registrationOptions(
  db: Database,
  rp: RelyingParty,
  { userId, email, name, sessionId }: PasskeyOwner,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await library();
  const known = await db.as(SYSTEM, (tx) => credentialsOf(tx, userId, rp.id));
  const options = await generateRegistrationOptions({
    rpName: 'Thousand Cities',
    rpID: rp.id,
    userID: handleOf(userId),
    userName: email,
    userDisplayName: name,
    timeout: PATIENCE_MS,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await db.as(SYSTEM, (tx) => keepChallenge(tx, registration(sessionId), options.challenge));
  return options;
}

/** What is kept of a passkey, but for whose it is and what it is called. */
type Registered = Omit<NewPasskey, 'userId' | 'name'>;

/**
 * Check what the authenticator made. The challenge is used up, whatever comes of it.
 *
 * @param sessionId the session that asked for it
 * @throws {Refused} 401 `passkey-refused`
 */
export async function registered(
  db: Database,
  rp: RelyingParty,
  sessionId: string,
  response: unknown,
): Promise<Registered> {
  const { verifyRegistrationResponse } = await library();
  const challenge = await db.as(SYSTEM, (tx) => takeChallenge(tx, registration(sessionId)));
  if (challenge === undefined) throw refused();
  const { registrationInfo } = await orRefused(async () => {
    requireOwnPage(response);
    return verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
    });
  });
  if (!registrationInfo) throw refused();
  const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: (credential.transports ?? []).map(String).slice(0, 8),
    deviceType: credentialDeviceType,
    backedUp: credentialBackedUp,
    rpId: rp.id,
  };
}

/** What a browser needs to sign in with any passkey of this site, and the secret of the cookie that the answer must bring. */
export async function signInOptions(
  db: Database,
  rp: RelyingParty,
): Promise<{ readonly options: PublicKeyCredentialRequestOptionsJSON; readonly visit: string }> {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    rpID: rp.id,
    timeout: PATIENCE_MS,
    userVerification: 'required',
  });
  const visit = randomBytes(32).toString('base64url');
  await db.as(SYSTEM, (tx) => keepChallenge(tx, signIn(visit), options.challenge));
  return { options, visit };
}

/** The passkey that a response names, before anything of it is checked: failures are counted by it. */
export const credentialNamed = (response: unknown): string | undefined => {
  const { id } = (response ?? {}) as { id?: unknown };
  return typeof id === 'string' && /^[\w-]{1,1400}$/.test(id) ? id : undefined;
};

/**
 * Whose passkey signed this visit's challenge. The challenge is used up, whatever comes of it.
 *
 * @param visit the secret of the visit's cookie
 * @throws {Refused} 401 `passkey-refused`
 */
export async function whoSigned(
  db: Database,
  rp: RelyingParty,
  visit: string | undefined,
  response: unknown,
): Promise<{ readonly userId: string }> {
  const credentialId = credentialNamed(response);
  if (visit === undefined || credentialId === undefined) throw refused();
  const [challenge, known] = await db.as(SYSTEM, async (tx) => [
    await takeChallenge(tx, signIn(visit)),
    await findCredential(tx, credentialId, rp.id),
  ]);
  if (challenge === undefined || known === undefined || known.disabledAt !== null) throw refused();
  const info = await verified(rp, challenge, known, response as AuthenticationResponseJSON);
  const isNew = await db.as(SYSTEM, (tx) => noteUse(tx, known.id, info.newCounter, info.credentialBackedUp));
  if (!isNew) throw refused();
  return { userId: known.userId };
}

async function verified(
  rp: RelyingParty,
  challenge: string,
  known: KnownCredential,
  response: AuthenticationResponseJSON,
) {
  const { verifyAuthenticationResponse } = await library();
  const answer = await orRefused(async () => {
    requireOwnPage(response);
    requireOwner(response, known.userId);
    return verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      credential: {
        id: known.credentialId,
        publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
        counter: known.counter,
        transports: known.transports as AuthenticatorTransport[],
      },
      requireUserVerification: true,
    });
  });
  if (!answer.verified) throw refused();
  return answer.authenticationInfo;
}

/** The library throws a plain `Error` for whatever does not fit; what was sent is to blame, since nothing else is read. */
async function orRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw refused();
  }
}

/** A page of another site that frames ours may not ask for passkeys, though the library would let it. */
function requireOwnPage(response: unknown): void {
  const { clientDataJSON } = (response as RegistrationResponseJSON).response;
  const data = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as { crossOrigin?: unknown };
  if (data.crossOrigin === true) throw refused();
}

/** The authenticator says whose key it used (WebAuthn level 3, 7.2 step 6): it must be the person we know it of. */
function requireOwner({ response: { userHandle } }: AuthenticationResponseJSON, userId: string): void {
  if (userHandle !== Buffer.from(handleOf(userId)).toString('base64url')) throw refused();
}

/** The 16 bytes of an id. */
const handleOf = (userId: string) => new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex'));

const registration = (sessionId: string) => `registration ${sessionId}`;
const signIn = (visit: string) => `sign-in ${visit}`;
