/** Every code that a problem document may carry. The description of the API lists them, and a page has a sentence for each. */
import { DOMAIN_ERROR_CODES } from '@thousand-cities/model';
import { FORMAT_ERROR_CODES } from '@thousand-cities/formats';

/** Of this door itself. */
const DOOR_CODES = [
  'fault',
  'unknown-route',
  'unknown-locale',
  'post-only',
  // Who asks, and whether they may
  'sign-in-needed',
  'recent-sign-in-needed',
  'second-factor-needed',
  'second-factor-unreadable',
  'session-needed',
  'scope-missing',
  'cross-site',
  'demo',
  'locked',
  'registration-closed',
  'password-refused',
  'passkey-refused',
  'passkeys-unavailable',
  // How it is asked
  'path-invalid',
  'query-invalid',
  'body-invalid',
  'content-type',
  'content-encoding',
  'body-cut',
  'not-utf8',
  'not-json',
  'too-deep',
  'bad-name',
  'bad-text',
  'bad-key',
  'bad-cursor',
  'key-reused',
  'key-not-taken',
  'too-large',
  // How much at once
  'too-many',
  'too-many-jobs',
  'too-many-cities',
  'city-full',
  'busy',
  'store-opening',
  // What is there
  'changed',
  'wrong-state',
  'other-text',
  'plan-not-publishable',
  'not-evaluated',
  'file-type',
  'file-macros',
  'file-infected',
  'scanner-unavailable',
  'url-refused',
] as const;

/** Of the identity library, as far as our routes lead there. */
const SIGN_IN_CODES = [
  'invalid-email-or-password',
  'invalid-email',
  'invalid-password',
  'invalid-code',
  'invalid-backup-code',
  'invalid-two-factor-cookie',
  'totp-not-enabled',
  'two-factor-not-enabled',
  'too-many-attempts-request-new-code',
  'provider-not-found',
  'session-expired',
  'session-not-fresh',
  'validation-error',
] as const;

export const PROBLEM_CODES = [
  ...new Set([
    ...DOOR_CODES,
    ...SIGN_IN_CODES,
    ...DOMAIN_ERROR_CODES,
    ...FORMAT_ERROR_CODES,
    'sign-in-refused' as const,
  ]),
];

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The library's name of a refusal as ours; `sign-in-refused` for one that we do not know. */
export function signInCode(name: string | undefined): ProblemCode {
  const code = (name ?? '').toLowerCase().replaceAll('_', '-');
  return SIGN_IN_CODES.find((known) => known === code) ?? 'sign-in-refused';
}
