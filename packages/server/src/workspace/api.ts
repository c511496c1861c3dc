/** The workspace below `/api/v1`: every operation, signing in, and the description of them. */
import { Hono, type ErrorHandler } from 'hono';
import { problem, sendProblem } from '../problem.ts';
import { createLimiter, DEFAULT_LIMITS, type Limits } from './limits.ts';
import { openApiDocument } from './openapi.ts';
import type { AnyOperation } from './operation.ts';
import { accountOperations } from './operations/accounts.ts';
import { cityOperations } from './operations/cities.ts';
import { documentOperations } from './operations/documents.ts';
import { peopleOfCityOperations } from './operations/members.ts';
import { networkOperations } from './operations/networks.ts';
import { peopleOperations } from './operations/people.ts';
import { publicationAndTrailOperations } from './operations/publications.ts';
import { handlerOf, type RunnerOptions } from './runner.ts';
import { createSignIn } from './sign-in.ts';
import type { WorkspaceHandle } from './store-handle.ts';

export const operations: readonly AnyOperation[] = [
  ...peopleOperations,
  ...accountOperations,
  ...cityOperations,
  ...peopleOfCityOperations,
  ...documentOperations,
  ...publicationAndTrailOperations,
  ...networkOperations,
];

export interface WorkspaceApiOptions {
  readonly workspace: WorkspaceHandle;
  readonly limits?: Limits;
  /** Believe `X-Forwarded-For`: only behind a proxy that sets it. */
  readonly trustProxy?: boolean;
}

/** Routes below `/api/v1`. `onError` makes an answer of whatever was thrown. */
export function createWorkspaceApi(
  { workspace, limits, trustProxy = false }: WorkspaceApiOptions,
  onError: ErrorHandler,
): Hono {
  const options: RunnerOptions = { workspace, trustProxy, limiter: createLimiter(limits ?? DEFAULT_LIMITS) };
  const api = new Hono().basePath('/api/v1');
  api.onError(onError);
  let described: string | undefined;
  api.get('/openapi.json', (c) => {
    described ??= JSON.stringify(openApiDocument(operations));
    return c.body(described, 200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' });
  });
  api.route('/auth', createSignIn(options));
  for (const operation of operations) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    api.on(operation.method.toUpperCase(), path, handlerOf(operation, options));
  }
  api.all('*', (c) => sendProblem(c, problem(404, 'unknown-route', `nothing is at ${c.req.method} ${c.req.path}`)));
  return api;
}
