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
 * Sign in with a passkey. `autofill`: offer it beside the address as people type, and wait.
 *
 * @returns false when the person thought better of it, or the browser offers none
 */
export async function signInByPasskey(autofill: boolean): Promise<boolean> {
  const { browserSupportsWebAuthn, browserSupportsWebAuthnAutofill, startAuthentication } = await passkeys();
  if (!(autofill ? await browserSupportsWebAuthnAutofill() : browserSupportsWebAuthn())) return false;
  const optionsJSON = await auth<never>('passkey/options');
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill: autofill }).catch(orThoughtBetter);
  if (response === undefined) return false;
  await auth('passkey/sign-in', response);
  return true;
}

/** Stop offering passkeys, before a page goes. */
export async function stopOffering(): Promise<void> {
  (await passkeys()).WebAuthnAbortService.cancelCeremony();
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
