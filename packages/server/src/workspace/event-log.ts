/** What the log of the installation is told: what was done, and what was refused. Never what was typed. */
import type { Context } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { DomainError } from '@thousand-cities/model';
import { findUserByEmail, isId, recordEvent, SYSTEM, type NewSecurityEvent } from '@thousand-cities/store';
import { Refused } from '../refused.ts';
import type { OpenWorkspace } from './store-handle.ts';

export interface EventLog {
  /** Write an entry. What the log cannot take is a fault, and told; it stops nobody's work. */
  write(workspace: OpenWorkspace, event: NewSecurityEvent): Promise<void>;
}

/** Entries about refusals of one account or address in a minute; who asks more often than that fills no disk by it. */
const REFUSALS = 60;

/** The log; the demo, in which everybody is one person, has none. */
export function createEventLog(onFault: (error: unknown) => void): EventLog {
  const refusals = new RateLimiterMemory({ points: REFUSALS, duration: 60 });
  const isTooMany = ({ outcome, userId, address }: NewSecurityEvent): Promise<boolean> =>
    outcome === 'done'
      ? Promise.resolve(false)
      : refusals.consume(userId ?? address ?? '').then(
          () => false,
          () => true,
        );
  return {
    write: async ({ db, demoUserId }, event) => {
      if (demoUserId !== undefined || (await isTooMany(event))) return;
      await db.as(SYSTEM, (tx) => recordEvent(tx, event)).catch(onFault);
    },
  };
}

/** The code of a refusal that the log is told of: rights, limits, other sites, and credentials that are no good. */
export function refusalCode(error: unknown, c: Context): string | undefined {
  if (error instanceof DomainError) return error.code === 'not-allowed' ? error.code : undefined;
  if (!(error instanceof Refused)) return undefined;
  const { status, code } = error.problem;
  // Whoever shows nothing is the public, and asked to sign in: no event.
  if (status === 401) return c.req.header('Authorization') === undefined ? undefined : String(code);
  return status === 403 || status === 429 ? String(code) : undefined;
}

/** The ids in a path, to say what it was about. */
export function idsOf(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => isId(value)));
}

/** The account of an address that was tried; undefined where there is none. The address itself is not written. */
export async function accountOf({ db }: OpenWorkspace, email: string): Promise<string | undefined> {
  return (await db.as(SYSTEM, (tx) => findUserByEmail(tx, email)))?.id;
}
