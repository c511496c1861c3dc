/** What passes between a thread and whoever asks it. Everything is plain data. */

import type { ProblemCode } from '../problem-codes.ts';

/** To the thread: a question, or what it had asked for. */
export type ToThread =
  { readonly question: unknown } | { readonly given: unknown } | { readonly withheld: Refusal | Denial | Fault };

/** From the thread. After `answer`, `refusal` or `fault` it waits for the next question. */
export type FromThread =
  | { readonly answer: unknown }
  /** How far it is, 0…1. */
  | { readonly progress: number }
  /** Of what it must know something before it goes on. */
  | { readonly needs: string }
  | Refusal
  | Denial
  | Fault;

/** A `DomainError`, as it crosses. */
export interface Refusal {
  readonly refusal: { readonly code: string; readonly message: string; readonly at: readonly (string | number)[] };
}

/** A `Refused`. */
export interface Denial {
  readonly denial: {
    readonly status: number;
    readonly code: ProblemCode;
    readonly detail: string;
    readonly at?: readonly (string | number)[];
  };
}

/** Anything else that was thrown. */
export interface Fault {
  readonly fault: string;
}
