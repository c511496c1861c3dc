/**
 * What must not be done by whoever finds a computer left open, in one table: it asks for a sign-in of a moment ago, by any of
 * the ways in, with the second factor where the account has one. Whoever signs in again gets a new session in the old one's place.
 */
import { requireRecent } from '../identity/recent.ts';
import type { Caller } from './caller.ts';

/** Operations by id, and routes of the identity library by path. */
export const NEEDS_RECENT_SIGN_IN: ReadonlySet<string> = new Set([
  // How one gets into an account, and who is in it.
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  'beginPasskey',
  'addPasskey',
  'removePasskey',
  'endSession',
  'endOtherSessions',
  'anonymiseMe',
  // What goes on working when the person has gone.
  'addToken',
  'addService',
  'addWebhook',
  'rotateWebhookSecret',
  // Everything of a city at once.
  'exportCity',
  'getJobFile',
  'checkRecentSignIn',
  // What administrators do to the accounts of others.
  'makePasswordLink',
  'endSessionsOf',
  'setDisabled',
  'anonymiseAccount',
  'inviteLead',
]);

/**
 * Refuse a session that began too long ago for this. A token may do what its scopes say: it was made after a recent sign-in.
 *
 * @param name an operation's id, or a route
 * @throws {Refused} 403 `recent-sign-in-needed`
 */
export function checkRecentSignIn(name: string, { kind, sessionBegan }: Caller): void {
  if (kind === 'session' && NEEDS_RECENT_SIGN_IN.has(name)) requireRecent(sessionBegan);
}
