/**
 * The typed client of the workspace's API. Types are generated from the description of the API (`npm run api:types`).
 * A refusal is thrown as `ApiError` with its problem document; a server that was not reached as `ApiError` with code `offline`.
 */
import createClient, { type Middleware } from 'openapi-fetch';
import { ApiError } from '../api.ts';
import { randomId } from '../random-id.ts';
import { withRecentSignIn } from './again.ts';
import type { components, paths } from './api.generated.ts';

export type Schemas = components['schemas'];
export type Me = Schemas['Me'];
export type CityRole = Schemas['CityRole'];
export type State = Schemas['State'];
export type DocumentKind = Schemas['DocumentKind'];

/** RFC 9457. `code` is stable; what to say of it is in the catalogue under `trouble.CODE`. */
export interface ProblemDocument {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly at?: readonly (string | number)[];
  readonly [member: string]: unknown;
}

/** A refusal of the API. `problem` has what the code promises, such as both sides of a conflict. */
export class ProblemError extends ApiError {
  readonly problem: ProblemDocument;
  /** Seconds to wait before trying again, where the server says so. */
  readonly retryAfter: number | undefined;

  constructor(problem: ProblemDocument, retryAfter?: number) {
    super(problem.code, problem.status, problem.detail);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

const refusals: Middleware = {
  async onResponse({ response }) {
    if (response.ok || response.status === 304) return undefined;
    const body = (await response.json().catch(() => undefined)) as Partial<ProblemDocument> | undefined;
    const { status } = response;
    const seconds = Number(response.headers.get('Retry-After') ?? NaN);
    throw new ProblemError(
      { code: 'fault', detail: response.statusText, ...body, status },
      Number.isFinite(seconds) ? seconds : undefined,
    );
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return new ApiError('offline', 0, '', { cause: error });
  },
};

/** Every write may be sent again: the server acts once for one key. Operations that take none are told apart by their path. */
const UNKEYED = /^\/(set-up|accounts|me\/(account|sessions|passkeys)|invitations)|\/import-preview$/;

const keys: Middleware = {
  onRequest({ request, schemaPath }) {
    const isWrite = request.method !== 'GET';
    if (isWrite && !UNKEYED.test(schemaPath) && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', randomId());
    }
    return request;
  },
};

const client = createClient<paths>({
  baseUrl: '/api/v1',
  credentials: 'same-origin',
  fetch: (request) => withRecentSignIn(() => fetch(request.clone())),
});
client.use(keys, refusals);

/** Ask the API: `await client.GET('/cities/{cityId}/plans', {params})`. Prefer `data(…)`, which gives the body alone. */
export { client };

/** The body of an answer. Refusals have been thrown before. @throws {ProblemError} @throws {ApiError} `offline` */
export async function data<T>(answer: Promise<{ data?: T | undefined }>): Promise<T> {
  return (await answer).data as T;
}

/** What asks for a page of a list. */
export interface PageQuery {
  cursor?: string;
}

/**
 * Everything of a list, page by page: `everything((query) => client.GET('/cities/{cityId}/plans', {params: {path, query}}))`.
 *
 * @throws as `data`
 */
export async function everything<T>(
  page: (query: PageQuery) => Promise<{ data?: { items: T[]; next: string | null } | undefined }>,
): Promise<readonly T[]> {
  const items: T[] = [];
  for (let query: PageQuery = {}; ;) {
    const { data: answer } = await page(query);
    items.push(...answer!.items);
    if (answer!.next === null) return items;
    query = { cursor: answer!.next };
  }
}

/** Post to a way in, below `/auth`: sent once, without a key, since each is an attempt of its own. */
export async function auth<T>(route: string, body: unknown = {}): Promise<T> {
  let response: Response;
  try {
    response = await withRecentSignIn(() =>
      fetch(`/api/v1/auth/${route}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  } catch (cause) {
    throw new ApiError('offline', 0, '', { cause });
  }
  const text = await response.text();
  const said = (text.startsWith('{') ? JSON.parse(text) : {}) as T & Partial<ProblemDocument>;
  if (response.ok) return said;
  const seconds = Number(response.headers.get('Retry-After') ?? NaN);
  throw new ProblemError(
    { code: 'fault', detail: response.statusText, ...said, status: response.status },
    Number.isFinite(seconds) ? seconds : undefined,
  );
}
