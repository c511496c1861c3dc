/** A refusal of the door itself, before or beside what the model and the store refuse. */
import type { ProblemCode } from './problem-codes.ts';
import { problem, type Problem } from './problem-document.ts';

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: ProblemCode, detail: string, more: RefusedMore = {}) {
    super(detail, more.cause === undefined ? {} : { cause: more.cause });
    this.problem = { ...problem(status, code, detail, more.at), ...more.members };
    this.headers = more.headers ?? {};
  }
}

export interface RefusedMore {
  readonly at?: readonly (string | number)[];
  /** Further members of the problem document (RFC 9457, 3.2). */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Not signed in, or with something that is not good any more. */
export const unauthorized = (detail = 'sign in, or send a token'): Refused =>
  new Refused(401, 'sign-in-needed', detail, { headers: { 'WWW-Authenticate': 'Bearer realm="thousand-cities"' } });
