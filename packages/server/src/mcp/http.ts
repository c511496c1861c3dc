/** The assistant's door over HTTP: each request stands alone, and what it asks goes through the API as the caller. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { Plan } from '@thousand-cities/model';
import type { Evaluator } from '../evaluation/evaluator.ts';
import { Refused } from '../refused.ts';
import type { CityServices } from '../services.ts';
import { readBody } from '../workspace/body.ts';
import type { AnyOperation } from '../workspace/operation.ts';
import { askOver } from './ask.ts';
import { createAssistant } from './assistant.ts';
import type { ClimateDesk } from './climate-tool.ts';
import type { PlanEngine } from './engine.ts';

export interface AssistantRoute {
  readonly operations: readonly AnyOperation[];
  readonly services: Pick<CityServices, 'search' | 'makePlan' | 'city'>;
  readonly evaluator: Evaluator;
  readonly climate: ClimateDesk;
  /** The API in this process. */
  readonly api: { fetch(request: Request, env: unknown): Response | Promise<Response> };
  readonly onFault: (error: unknown) => void;
}

/** Five plan documents, which is what one question may be about. */
const LARGEST_BODY = 2 * 1024 * 1024;

/** Headers by which the API knows who asks and from where. No cookie: an assistant is no browser. */
const PASSED_ON = ['Authorization', 'Origin', 'Sec-Fetch-Site', 'X-Forwarded-For'];

/** Answer one request. @throws {Refused} 405, 413, 415, 400 */
export async function answerAssistant(c: Context, route: AssistantRoute): Promise<Response> {
  // There are no sessions, so there is nothing to listen to and nothing to end.
  if (c.req.method !== 'POST') {
    throw new Refused(405, 'post-only', 'the assistant’s door takes POST', { headers: { Allow: 'POST' } });
  }
  const { value } = await readBody(c, LARGEST_BODY);
  const { operations, services, evaluator, climate, api, onFault } = route;
  const ask = askOver({
    send: async (request) => api.fetch(request, c.env),
    origin: new URL(c.req.url).origin,
    headers: Object.fromEntries(PASSED_ON.flatMap((name) => (c.req.header(name) ? [[name, c.req.header(name)!]] : []))),
  });
  const allowDrafts = c.req.query('drafts') === 'allow';
  const engine = engineOver(evaluator);
  const server = createAssistant({ version: '1', ask, operations, engine, services, climate, allowDrafts, onFault });
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  try {
    await server.connect(transport);
    return await transport.handleRequest(c.req.raw, { parsedBody: value });
  } finally {
    await server.close();
  }
}

/** The model in its thread. It does not optimise: the minutes that takes belong to everybody. */
function engineOver(evaluator: Evaluator): PlanEngine {
  const stored = (plan: Plan) => {
    const text = JSON.stringify(plan);
    return { text, sha256: createHash('sha256').update(text).digest('hex') };
  };
  return {
    evaluate: (plan) => evaluator.summary(stored(plan)),
    explain: (plan, path, depth) => evaluator.explain(stored(plan), path, { depth }),
  };
}
