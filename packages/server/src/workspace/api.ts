/** The workspace below `/api/v1`: every operation, signing in, and the description of them. */
import { Hono, type ErrorHandler } from 'hono';
import type { Database } from '@thousand-cities/store';
import type { Evaluator } from '../evaluation/evaluator.ts';
import type { ClimateDesk } from '../mcp/climate-tool.ts';
import { createFileDesk } from '../files/desk.ts';
import { Refused } from '../refused.ts';
import type { CityServices } from '../services.ts';
import { createEventLog } from './event-log.ts';
import { KeptVersions } from './kept-versions.ts';
import { createLimiter, DEFAULT_LIMITS, type Limits } from './limits.ts';
import { openApiDocument } from './openapi.ts';
import type { AnyOperation } from './operation.ts';
import { accountOperations } from './operations/accounts.ts';
import { baseYearOperations } from './operations/base-year.ts';
import { cityOperations } from './operations/cities.ts';
import { documentOperations } from './operations/documents.ts';
import { jobsOperations } from './operations/jobs.ts';
import { evaluationOperations } from './operations/evaluation.ts';
import { evidenceOperations } from './operations/evidence.ts';
import { peopleOfCityOperations } from './operations/members.ts';
import { networkOperations } from './operations/networks.ts';
import { networkRoomOperations } from './operations/network-room.ts';
import { passkeyOperations } from './operations/passkeys.ts';
import { peopleOperations } from './operations/people.ts';
import { publicationAndTrailOperations } from './operations/publications.ts';
import { webhookOperations } from './operations/webhooks.ts';
import { tableOperations } from './operations/tables.ts';
import { callerNow, handlerOf, withRefusals, type RunnerOptions } from './runner.ts';
import { keyNotTaken } from './keyed.ts';
import { createSignIn } from './sign-in.ts';
import type { WorkspaceHandle } from './store-handle.ts';

export const operations: readonly AnyOperation[] = [
  ...peopleOperations,
  ...passkeyOperations,
  ...accountOperations,
  ...cityOperations,
  ...baseYearOperations,
  ...peopleOfCityOperations,
  ...documentOperations,
  ...evaluationOperations,
  ...tableOperations,
  ...evidenceOperations,
  ...publicationAndTrailOperations,
  ...networkOperations,
  ...networkRoomOperations,
  ...jobsOperations,
  ...webhookOperations,
];

export interface WorkspaceApiOptions {
  readonly workspace: WorkspaceHandle;
  readonly limits?: Limits;
  /** Believe `X-Forwarded-For`: only behind a proxy that sets it. */
  readonly trustProxy?: boolean;
}

/** What the API needs beside the store. */
export interface ApiSurroundings {
  readonly services: Pick<CityServices, 'referenceSlice' | 'search' | 'makePlan' | 'city' | 'network'>;
  /** Of published pages too: one thread evaluates. */
  readonly evaluator: Evaluator;
  /** Makes an answer of whatever was thrown. */
  readonly onError: ErrorHandler;
  readonly onFault: (error: unknown) => void;
}

/** The store, where other processes may use it as well. */
function serverOf(workspace: WorkspaceHandle): Database | undefined {
  const db = workspace.current()?.db;
  return db?.source.kind === 'server' ? db : undefined;
}

/** Routes below `/api/v1`. */
export function createWorkspaceApi(
  { workspace, limits, trustProxy = false }: WorkspaceApiOptions,
  { services, evaluator, onError, onFault }: ApiSurroundings,
): Hono {
  const limiter = createLimiter(limits ?? DEFAULT_LIMITS, () => serverOf(workspace));
  const files = createFileDesk();
  const events = createEventLog(onFault);
  const options: RunnerOptions = {
    workspace,
    trustProxy,
    limiter,
    evaluator,
    files,
    versions: new KeptVersions(),
    events,
  };
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
  let climate: ClimateDesk | undefined;
  const assistant = withRefusals('mcp', options, async (c) => {
    if (c.req.header('Idempotency-Key') !== undefined) throw keyNotTaken();
    await callerNow(c, options);
    // Its libraries are loaded by the first assistant that comes.
    const [{ answerAssistant }, { climateDesk }] = await Promise.all([import('../mcp/http.ts'), import('../mcp/climate-desk.ts')]); // prettier-ignore
    climate ??= climateDesk(services);
    return answerAssistant(c, { operations, services, evaluator, climate, api, onFault });
  });
  api.all('/mcp', assistant);
  const unknown = withRefusals('unknown-route', options, (c) =>
    Promise.reject(new Refused(404, 'unknown-route', `nothing is at ${c.req.method} ${c.req.path}`)),
  );
  api.all('*', unknown);
  return api;
}
