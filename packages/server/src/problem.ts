/** Refusals and faults as RFC 9457 problem documents: the one place where domain errors become HTTP. */
import type { Context } from 'hono';
import { DomainError, type DomainErrorCode } from '@thousand-cities/model';
import type { Version, VersionConflict } from '@thousand-cities/store';
import { problem, type Problem } from './problem-document.ts';
import { Refused } from './refused.ts';

export { problem, type Problem };

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
  'still-needed': 403,
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

const NO_STORE = 'The store cannot be used now. The terminal of the server says why.';

/** What a thrown thing means to a client. A bug tells nothing of its inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.problem;
  if (isConflict(error)) return conflict(error);
  if (error instanceof DomainError) {
    // Paths and processes are said in the terminal, not to whoever asks.
    if (statusOf[error.code] === 503) return problem(503, error.code, NO_STORE);
    return problem(statusOf[error.code], error.code, error.message, error.at);
  }
  return problem(500, 'fault', 'The server met a fault. Nothing was changed; please try again or report it.');
}

/** Known by its sides: the store itself is loaded after the first pages. */
function isConflict(error: unknown): error is VersionConflict {
  return error instanceof DomainError && error.code === 'version-conflict' && 'theirs' in error;
}

/** Both sides of a conflict and what they started from, to be merged by whoever asked. */
function conflict(error: VersionConflict): Problem {
  const side = (version: Version | undefined) =>
    version && { version: version.version, state: version.state, createdBy: version.createdBy, createdAt: version.createdAt, document: JSON.parse(version.text) as unknown }; // prettier-ignore
  return {
    ...problem(statusOf[error.code], error.code, error.message, error.at),
    ...{ base: side(error.base) ?? null, mine: JSON.parse(error.mine) as unknown, theirs: side(error.theirs) },
  };
}

/** Headers that belong to a refusal: when to come back, how to sign in. */
export function headersOf(error: unknown): Readonly<Record<string, string>> {
  if (error instanceof Refused) return error.headers;
  return error instanceof DomainError && statusOf[error.code] === 503 ? { 'Retry-After': '5' } : {};
}

/** Send a problem document. */
export function sendProblem(c: Context, document: Problem): Response {
  c.header('Content-Type', 'application/problem+json; charset=utf-8');
  c.header('Cache-Control', 'no-store');
  return c.body(JSON.stringify(document), document.status as 400);
}
