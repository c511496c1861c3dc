/** What must not be done by whoever finds a computer left open: it asks for a session that began a moment ago. */
import { Refused } from '../refused.ts';

/** After this time the person signs in again first. */
export const RECENT_MINUTES = 15;
/** Processes on several machines need not agree to the second. */
const CLOCKS_DIFFER_MS = 60_000;

/**
 * @param began when the session began; undefined where there is none
 * @throws {Refused} 403 `recent-sign-in-needed`
 */
export function requireRecent(began: Date | undefined, now = Date.now()): void {
  // One that began well after now is as old as nobody knows: the clock has been set back.
  const age = began === undefined ? Infinity : now - began.getTime();
  if (age > -CLOCKS_DIFFER_MS && age < RECENT_MINUTES * 60_000) return;
  throw new Refused(
    403,
    'recent-sign-in-needed',
    `sign in again: this asks for a sign-in within ${RECENT_MINUTES} minutes`,
  );
}
