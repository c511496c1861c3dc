/** How many requests somebody may make: by account or by address, counted here, and with other processes over one server. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addToCounts, SYSTEM, type Database } from '@thousand-cities/store';
import type { ProblemCode } from '../problem-codes.ts';
import { Refused } from '../refused.ts';
import { SharedCounts } from './shared-counts.ts';

export interface Limits {
  /** Requests a minute of one account, or of one address without an account. */
  readonly requests: number;
  /** Of these, such as change something. */
  readonly writes: number;
  /** Attempts a minute of one address to sign in, to use a link, or to give a second factor. */
  readonly signIns: number;
  /** New accounts an hour from one address, where registration is open. Default 10. */
  readonly registrations?: number;
}

export const DEFAULT_LIMITS: Limits = { requests: 1200, writes: 300, signIns: 20 };

export interface Limiter {
  /** @throws {Refused} 429 */
  count(what: keyof Limits, who: string): Promise<void>;
}

const REGISTRATIONS = 10;
const MINUTE = 60;
const HOUR = 3600;

/** What is few, and asked for by whoever guesses: counted with the others at once. */
const AT_ONCE: ReadonlySet<keyof Limits> = new Set(['signIns', 'registrations']);

/**
 * Counters for one minute each, and an hour for new accounts.
 *
 * @param server the open store where it is a server, whose other processes count with this one
 */
export function createLimiter(limits: Limits, server: () => Database | undefined = () => undefined): Limiter {
  const windows = windowsOf(limits);
  const alone = Object.fromEntries(
    Object.entries(windows).map(([what, window]) => [what, new RateLimiterMemory(window)]),
  ) as Record<keyof Limits, RateLimiterMemory>;
  const together = sharedBy(server);
  return {
    count: async (what, who) => {
      const counts = together();
      if (!counts) return countAlone(alone[what], who);
      const { points, duration } = windows[what];
      const [counter, windowMs] = [`${what} ${who}`, duration * 1000];
      const now = AT_ONCE.has(what) ? await counts.countNow(counter, windowMs) : counts.count(counter, windowMs);
      if (now.points > points) throw tooMany(Math.ceil(now.msLeft / 1000));
    },
  };
}

/** How many in how many seconds. */
interface Window {
  readonly points: number;
  readonly duration: number;
}

function windowsOf({ requests, writes, signIns, registrations = REGISTRATIONS }: Limits) {
  return {
    requests: { points: requests, duration: MINUTE },
    writes: { points: writes, duration: MINUTE },
    signIns: { points: signIns, duration: MINUTE },
    registrations: { points: registrations, duration: HOUR },
  } satisfies Record<keyof Limits, Window>;
}

/** Counts shared by the store that is open now; undefined where nobody else uses it. */
function sharedBy(server: () => Database | undefined): () => SharedCounts | undefined {
  let counts: SharedCounts | undefined;
  return () => {
    const db = server();
    if (!db) return undefined;
    return (counts ??= new SharedCounts((counted) => db.as(SYSTEM, (tx) => addToCounts(tx, counted))));
  };
}

async function countAlone(counter: RateLimiterMemory, who: string): Promise<void> {
  try {
    await counter.consume(who);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    // Longer than a window only where the clock has been set back; the counter is forgotten by a timer all the same.
    throw tooMany(Math.min(counter.duration, Math.ceil(error.msBeforeNext / 1000)));
  }
}

/** Later. */
export function tooMany(seconds: number, code: ProblemCode = 'too-many', detail = 'too many requests'): Refused {
  const after = Math.max(1, seconds);
  return new Refused(429, code, `${detail}: try again in ${after} s`, { headers: { 'Retry-After': String(after) } });
}
