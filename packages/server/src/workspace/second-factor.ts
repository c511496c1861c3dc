/** A second factor, where the installation demands one: without it, an account does nothing but set it up. */
import { lacksSecondFactor, SYSTEM } from '@thousand-cities/store';
import { Refused } from '../refused.ts';
import type { Caller } from './caller.ts';
import type { AnyOperation } from './operation.ts';
import type { OpenWorkspace } from './store-handle.ts';

/** Who I am, where I am signed in, signing out elsewhere: also without the factor that is asked for. */
const OPEN: ReadonlySet<string> = new Set(['getMe', 'listSessions', 'endSession', 'endOtherSessions', 'listPasskeys']);

/**
 * Refuse who must have a second factor and has none, by session and by token alike.
 *
 * @throws {Refused} 403 `second-factor-needed`
 */
export async function checkSecondFactor(
  { id, asks }: AnyOperation,
  caller: Caller,
  workspace: OpenWorkspace,
): Promise<void> {
  if (asks === 'anyone' || OPEN.has(id)) return;
  if (!(await needsSecondFactor(caller, workspace))) return;
  throw new Refused(403, 'second-factor-needed', 'this installation asks you for a second factor: set one up first');
}

/** Whether somebody must have a second factor and has none. */
export async function needsSecondFactor(caller: Caller, { db, secondFactorOf }: OpenWorkspace): Promise<boolean> {
  const { userId, kind } = caller;
  if (secondFactorOf.length === 0 || userId === undefined || kind === 'demo') return false;
  return db.as(SYSTEM, (tx) => lacksSecondFactor(tx, userId, secondFactorOf));
}
