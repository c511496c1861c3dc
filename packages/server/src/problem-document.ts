/** Problem documents (RFC 9457): what they look like. */
import type { ProblemCode } from './problem-codes.ts';

const titles: Readonly<Record<number, string>> = {
  400: 'Request not understood',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Does not fit what is there',
  412: 'Changed in between',
  413: 'Too large',
  415: 'Not this type',
  422: 'Cannot be worked out',
  429: 'Too many requests',
  500: 'Fault in the server',
  503: 'Not available now',
};

/** A problem document as sent. `code` is stable and translatable; `detail` is English for developers. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly at?: readonly (string | number)[];
}

/** A problem by its code. */
export function problem(status: number, code: ProblemCode, detail: string, at?: readonly (string | number)[]): Problem {
  const title = titles[status] ?? 'Error';
  return { type: `urn:thousand-cities:problem:${code}`, title, status, detail, code, ...(at?.length ? { at } : {}) };
}
