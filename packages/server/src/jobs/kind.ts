/** A kind of job, registered in code: what it is given, how often it is tried, what it does. */
import type { z } from '@hono/zod-openapi';
import type { ClaimedJob, Database, JobOutcome, JobRight, Transaction, Viewer } from '@thousand-cities/store';

/** Kinds of one lane are worked on beside each other, so many at once: what computes must not wait for what waits. */
export type Lane = 'work' | 'sums' | 'sending';

/** What came of a job. `keep` writes in the transaction in which the job is done, as the program itself: all of it or nothing. */
export interface JobDone extends JobOutcome {
  readonly keep?: (tx: Transaction) => Promise<void>;
}

/** What a job works with. */
export interface JobContext<Payload> {
  readonly job: ClaimedJob;
  readonly payload: Payload;
  /** Whoever asked, narrowed to the city: the rights are those of now. The program itself for its own jobs. */
  readonly viewer: Viewer;
  readonly db: Database;
  /** Aborted when the job is called off, when somebody else has it, and when this process ends. */
  readonly signal: AbortSignal;
  /**
   * Say how far it is, 0…1, and in a word what is being done. Never within a transaction: the embedded database has one session.
   *
   * @throws the reason to stop, such as that the job was called off
   */
  report(progress: number, step: string): Promise<void>;
}

/** A kind of job. */
export interface JobKind<Payload = unknown> {
  readonly kind: string;
  /** What it is about. */
  readonly about: 'city' | 'network';
  /** The right to ask for it and to see it; null for what only the program begins. */
  readonly needs: JobRight | null;
  readonly payload: z.ZodType<Payload>;
  readonly lane: Lane;
  readonly mostTries: number;
  /** Milliseconds to wait after so many tries; {@link backOff} when absent. */
  readonly again?: (tries: number) => number;
  /**
   * Do it. It may be done again from its beginning, in another process, so it changes nothing but by `keep`.
   *
   * @throws {DomainError} what cannot be done; it is not tried again
   * @throws {TryAgain} what may go well later; anything else is a fault, and tried again too
   */
  readonly run: (context: JobContext<Payload>) => Promise<JobDone>;
}

/** A kind whose types have been checked and are not needed any more. */
export type AnyJobKind = Omit<JobKind, 'run'> & { readonly run: (context: JobContext<never>) => Promise<JobDone> };

/** Define a kind. */
export function jobKind<Payload>(kind: JobKind<Payload>): AnyJobKind {
  return kind as unknown as AnyJobKind;
}

/** It did not go well, and may later. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 600_000;

/** Pauses that grow fourfold from five seconds to ten minutes, each spread by a fifth so that jobs do not come back together. */
export function backOff(tries: number, chance = Math.random()): number {
  return spread(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 4 ** (tries - 1)), chance);
}

/** A pause of `ms` ± 20 %. */
export function spread(ms: number, chance = Math.random()): number {
  return Math.round(ms * (0.8 + 0.4 * chance));
}
