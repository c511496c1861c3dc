/** How many requests somebody may make: counted in this process, by account or by address. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refused } from '../refused.ts';

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

/** Counters for one minute each, and an hour for new accounts. */
export function createLimiter({ requests, writes, signIns, registrations = REGISTRATIONS }: Limits): Limiter {
  const counter = (points: number, duration = MINUTE) => new RateLimiterMemory({ points, duration });
  const counters: Record<keyof Limits, RateLimiterMemory> = {
    requests: counter(requests),
    writes: counter(writes),
    signIns: counter(signIns),
    registrations: counter(registrations, HOUR),
  };
  return {
    count: async (what, who) => {
      try {
        await counters[what].consume(who);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw tooMany(Math.ceil(error.msBeforeNext / 1000));
      }
    },
  };
}

/** Later. */
export function tooMany(seconds: number, code = 'too-many', detail = 'too many requests'): Refused {
  const after = Math.max(1, seconds);
  return new Refused(429, code, `${detail}: try again in ${after} s`, { headers: { 'Retry-After': String(after) } });
}
