/** Refusals and faults as RFC 9457 problem documents: the one place where domain errors become HTTP. */
import type { Context } from 'hono';
import { DomainError, type DomainErrorCode } from '@thousand-cities/model';

/** Status of every refusal the model knows. The type check fails when the union grows and this table has not. */
const statusOf = {
  'unit-mismatch': 422,
  'unknown-unit': 422,
  'unknown-reference': 422,
  'unknown-gas': 422,
  'unknown-gwp-set': 422,
  'unknown-carrier': 422,
  'unknown-activity': 422,
  'unknown-country': 404,
  'unknown-city': 404,
  'ambiguous-city': 409,
  'unknown-target': 404,
  'unknown-action': 404,
  'unknown-scenario': 404,
  'unknown-species': 422,
  'unknown-path': 404,
  'missing-figure': 422,
  'not-a-number': 400,
  'out-of-range': 400,
  'year-outside-plan': 400,
  'plan-invalid': 400,
  'plan-newer': 400,
  'document-invalid': 400,
  'no-solution': 422,
  'not-allowed': 403,
  'not-found': 404,
  'already-exists': 409,
  'version-conflict': 409,
  'store-in-use': 503,
  'store-unavailable': 503,
  'store-newer': 503,
  'store-not-empty': 409,
  'backup-invalid': 400,
  'backup-newer': 400,
} as const satisfies Record<DomainErrorCode, number>;

const titles: Readonly<Record<number, string>> = {
  400: 'Request not understood',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Does not fit what is there',
  422: 'Cannot be worked out',
  500: 'Fault in the server',
  503: 'Not available now',
};

/** A problem document as sent. `code` is stable and translatable; `detail` is English for developers. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly at?: readonly (string | number)[];
}

/** A problem by its code. */
export function problem(status: number, code: string, detail: string, at?: readonly (string | number)[]): Problem {
  const title = titles[status] ?? 'Error';
  return { type: `urn:thousand-cities:problem:${code}`, title, status, detail, code, ...(at?.length ? { at } : {}) };
}

/** What a thrown thing means to a client. A bug tells nothing of its inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) {
    return problem(statusOf[error.code], error.code, error.message, error.at);
  }
  return problem(500, 'fault', 'The server met a fault. Nothing was changed; please try again or report it.');
}

/** Send a problem document. */
export function sendProblem(c: Context, document: Problem): Response {
  c.header('Content-Type', 'application/problem+json; charset=utf-8');
  c.header('Cache-Control', 'no-store');
  return c.body(JSON.stringify(document), document.status as 400);
}
