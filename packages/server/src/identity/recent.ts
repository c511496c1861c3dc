/** What must not be done by whoever finds a computer left open: it asks for a session that began a moment ago. */
import { Refused } from '../refused.ts';

/** After this time the person signs in again first. */
export const RECENT_MINUTES = 15;

/**
 * @param began when the session began; undefined where there is none
 * @throws {Refused} 403 `recent-sign-in-needed`
 */
export function requireRecent(began: Date | undefined, now = Date.now()): void {
  if (began !== undefined && now - began.getTime() < RECENT_MINUTES * 60_000) return;
  throw new Refused(
    403,
    'recent-sign-in-needed',
    `sign in again: this asks for a sign-in within ${RECENT_MINUTES} minutes`,
  );
}
