/** The ways in, as calls: what a page does, without how it looks. */
import { auth, client, data } from '../../shared/client/client.ts';

type Json = Record<string, unknown>;

/** By e-mail and password; `code`: the account asks for a second factor. @throws {ProblemError} */
export async function signInByPassword(email: string, password: string): Promise<'in' | 'code'> {
  const answer = await auth<{ twoFactorRedirect?: boolean }>('sign-in/email', { email: email.trim(), password });
  return answer.twoFactorRedirect ? 'code' : 'in';
}

/** The second factor, after `code`. People type blanks. */
export const giveCode = (code: string) => auth('two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') });
export const giveBackupCode = (code: string) => auth('two-factor/verify-backup-code', { code: code.trim() });

/** Where the identity provider takes the person. */
export async function singleSignOnAddress(): Promise<string> {
  const { url } = await auth<{ url: string }>('sign-in/social', { provider: 'oidc', callbackURL: '/workspace' });
  return url;
}

/** Loaded with the first passkey. */
const passkeys = () => import('@simplewebauthn/browser');

/**
 * The offer beside the address. A browser has one challenge at a time, kept by a cookie: whoever presses the button takes the
 * offer's place, also while it is still being asked for.
 */
let offer: { stopped: boolean; options?: Promise<never> } | undefined;

/** Offer passkeys beside the address as people type, and wait. @returns false when none was taken */
export async function offerPasskey(): Promise<boolean> {
  const mine: NonNullable<typeof offer> = { stopped: false };
  offer = mine;
  const { browserSupportsWebAuthnAutofill } = await passkeys();
  if (!(await browserSupportsWebAuthnAutofill()) || mine.stopped) return false;
  mine.options = auth<never>('passkey/options');
  const optionsJSON = await mine.options;
  return !mine.stopped && signedBy(optionsJSON, true);
}

/** Stop offering passkeys, before a page goes or the button is pressed. */
export async function stopOffering(): Promise<void> {
  const last = offer;
  if (!last) return;
  offer = undefined;
  last.stopped = true;
  await last.options?.catch(() => undefined);
  (await passkeys()).WebAuthnAbortService.cancelCeremony();
}

/** Sign in with a passkey. @returns false when the person thought better of it, or the browser knows none */
export async function signInByPasskey(): Promise<boolean> {
  await stopOffering();
  if (!(await passkeys()).browserSupportsWebAuthn()) return false;
  return signedBy(await auth<never>('passkey/options'), false);
}

async function signedBy(optionsJSON: never, useBrowserAutofill: boolean): Promise<boolean> {
  const { startAuthentication } = await passkeys();
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill }).catch(orThoughtBetter);
  if (response === undefined) return false;
  await auth('passkey/sign-in', response);
  return true;
}

/** Make a passkey of this device. @returns false when the person thought better of it */
export async function makePasskey(name: string): Promise<boolean> {
  const { startRegistration } = await passkeys();
  const optionsJSON = (await data(client.POST('/me/passkeys/options'))) as never;
  const response = await startRegistration({ optionsJSON }).catch(orThoughtBetter);
  if (response === undefined) return false;
  await data(client.POST('/me/passkeys', { body: { name, response: response as unknown as Json } }));
  return true;
}

/** Whoever closes the browser's window, or waits too long, has done nothing wrong. */
function orThoughtBetter(error: unknown): undefined {
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'NotAllowedError' || name === 'AbortError' || code === 'ERROR_CEREMONY_ABORTED') return undefined;
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') {
    throw Object.assign(new Error('registered already'), { code: 'passkey-known' });
  }
  throw error;
}
