/** What the log of the installation is told: what was done, and what was refused. Never what was typed. */
import type { Context } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import {
  findUserByEmail,
  isId,
  recordEvent,
  SYSTEM,
  type NewSecurityEvent,
  type Transaction,
} from '@thousand-cities/store';
import { problemOf } from '../problem.ts';
import type { OpenWorkspace } from './store-handle.ts';

export interface EventLog {
  /** What to write of a refusal; undefined where it is no event. */
  refusal(error: unknown, c: Context, refusing: Refusing): Promise<ToldRefusal | undefined>;
  /** Write an entry in the transaction of the change it tells of: where the log cannot take it, the change is undone. */
  record(tx: Transaction, workspace: OpenWorkspace, event: NewSecurityEvent): Promise<void>;
  /** Write an entry of what is over: a refusal, or a way in. What the log cannot take is a fault, and told; it stops nobody's work. */
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
    refusal: createRefusals(),
    record: async (tx, { demoUserId }, event) => {
      if (demoUserId === undefined) await recordEvent(tx, event);
    },
    write: async ({ db, demoUserId }, event) => {
      if (demoUserId !== undefined || (await isTooMany(event))) return;
      await db.as(SYSTEM, (tx) => recordEvent(tx, event)).catch(onFault);
    },
  };
}

/** What the log is told of a refusal. */
export interface ToldRefusal {
  readonly code: string;
  /** How often somebody was refused within a minute for what was merely wrong. */
  readonly wrong?: number;
}

/** Requests that are merely wrong, of one account or address in a minute, that are not told: people mistype, and pages are old. */
const WRONG = 20;

/** Decides what the log is told: refusals of some kinds always, of wrong input by how often it comes. */
export function createRefusals() {
  const wrongs = new RateLimiterMemory({ points: 1e9, duration: 60 });
  return async (error: unknown, c: Context, { who, isUpload }: Refusing): Promise<ToldRefusal | undefined> => {
    const { status, code } = problemOf(error);
    if (isTold(status, c) || (isUpload && UPLOADS.has(status))) return { code };
    if (!WRONG_INPUT.has(status)) return undefined;
    // Once a minute: whoever looks for holes by trying is seen, and fills nothing.
    const { consumedPoints } = await wrongs.consume(who);
    return consumedPoints === WRONG + 1 ? { code, wrong: consumedPoints } : undefined;
  };
}

export interface Refusing {
  /** The account, or the address without one. */
  readonly who: string;
  readonly isUpload: boolean;
}

/** Rights, limits, other sites, and credentials that are no good. Whoever shows none is the public, and asked to sign in: no event. */
function isTold(status: number, c: Context): boolean {
  if (status === 401) return c.req.header('Authorization') !== undefined;
  return status === 403 || status === 429;
}

/** Files of another kind than they say, with macros, too large, unsafe. */
const UPLOADS: ReadonlySet<number> = new Set([400, 413, 415, 422]);
/** Not understood, not there, of another type. What does not fit what others did meanwhile (409, 412) is work. */
const WRONG_INPUT: ReadonlySet<number> = new Set([400, 404, 405, 413, 415, 422]);

/** The ids in a path, to say what it was about. */
export function idsOf(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => isId(value)));
}

/** The account of an address that was tried; undefined where there is none. The address itself is not written. */
export async function accountOf({ db }: OpenWorkspace, email: string): Promise<string | undefined> {
  return (await db.as(SYSTEM, (tx) => findUserByEmail(tx, email)))?.id;
}
