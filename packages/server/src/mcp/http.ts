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
  // Who wants to be told how far it is gets a stream; everybody else one answer.
  const isTold = wantsProgress(value);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: !isTold });
  await server.connect(transport);
  // Who does not wait any more calls off what they asked for.
  c.req.raw.signal.addEventListener('abort', () => void server.close());
  try {
    const response = await transport.handleRequest(c.req.raw, { parsedBody: value });
    if (isTold && response.body) return streamed(response, response.body, () => server.close());
    await server.close();
    return response;
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Whether a message asks to be told of progress. */
function wantsProgress(message: unknown): boolean {
  const { params } = (message ?? {}) as { readonly params?: { readonly _meta?: { readonly progressToken?: unknown } } };
  return params?._meta?.progressToken !== undefined;
}

/** The same answer, with an end that is noticed: of the stream, or of whoever reads it. */
function streamed(
  { status, headers }: Response,
  body: ReadableStream<Uint8Array>,
  onEnd: () => Promise<void>,
): Response {
  const reader = body.getReader();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (!done) return controller.enqueue(value);
      controller.close();
      await onEnd();
    },
    cancel: () => onEnd(),
  });
  return new Response(stream, { status, headers });
}

/** The model in its thread. It does not search for better plans: that is a job, since the minutes belong to everybody. */
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
