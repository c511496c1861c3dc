/** The API's description, OpenAPI 3.1, from the schemas that check its requests. */
import { OpenAPIHono, z, type RouteConfig } from '@hono/zod-openapi';
import { routesBeside } from './openapi-beside.ts';
import { isWrite, takesKey, type AnyOperation } from './operation.ts';
import { RECENT_MINUTES } from '../identity/recent.ts';
import { NEEDS_RECENT_SIGN_IN } from './recent-sign-in.ts';
import { Problem } from './schemas.ts';

const anyProblem = { 'application/problem+json': { schema: Problem } };

const reasons: Readonly<Record<number, string>> = {
  304: 'Not changed since the ETag of If-None-Match',
  400: 'Not understood',
  401: 'Nobody is signed in, or the token is not good',
  403: 'Not allowed, or sent by another site',
  404: 'Not there, or not shown to the caller',
  409: 'Does not fit what is there; for a version conflict with `base`, `mine` and `theirs`',
  412: 'Changed since the version of If-Match',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Understood, and cannot be done',
  429: 'Too many requests; see Retry-After',
  503: 'The store is opening or not there; see Retry-After',
};

/** The document of a set of operations. */
export function openApiDocument(operations: readonly AnyOperation[]): object {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'cities.session_token',
    description: 'By signing in. Requests that change something must come from the same site.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  for (const operation of operations) app.openAPIRegistry.registerPath(routeOf(operation));
  for (const route of routesBeside(refusals)) app.openAPIRegistry.registerPath(route);
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Thousand Cities',
      version: '1',
      description:
        'The workspace of city climate plans. Errors are RFC 9457 problem documents. Signing in and the second factor are below /auth, an assistant asks at /mcp.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/api/v1' }],
  });
}

const RECENT = `By session: for whoever signed in within ${RECENT_MINUTES} minutes; else 403 with code recent-sign-in-needed.`;

function routeOf(operation: AnyOperation): RouteConfig {
  const { id, method, path, tag, summary, asks, params, query, body, upload } = operation;
  return {
    operationId: id,
    method,
    path,
    tags: [tag],
    summary,
    ...describedAs(operation),
    security: asks === 'anyone' ? [{}, { session: [] }, { token: [] }] : securityOf(asks === 'person'),
    request: {
      ...(params && { params: params as never }),
      ...(query && { query: query as never }),
      headers: headersOf(operation),
      ...(body && { body: { required: true, content: { 'application/json': { schema: body } } } }),
      ...(upload && { body: { required: true, content: fileContent(upload.types) } }),
    },
    responses: responsesOf(operation),
  };
}

/** What the summary has no room for. */
function describedAs({ id, unkeyed }: AnyOperation): { readonly description?: string } {
  const said = [
    ...(NEEDS_RECENT_SIGN_IN.has(id) ? [RECENT] : []),
    ...(unkeyed === undefined ? [] : [`Takes no Idempotency-Key (400 with code key-not-taken): ${unkeyed}.`]),
  ];
  return said.length === 0 ? {} : { description: said.join(' ') };
}

const fileContent = (types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { schema: z.string().openapi({ format: 'binary' }) }]));

const securityOf = (tokens: boolean) => [{ session: [] }, ...(tokens ? [{ token: [] }] : [])];

function headersOf(operation: AnyOperation): z.ZodObject {
  return z.object({
    ...(takesKey(operation) && { 'Idempotency-Key': z.string().max(200).optional() }),
    ...(operation.problems?.includes(412) && { 'If-Match': z.string().optional() }),
    ...(!isWrite(operation) && { 'If-None-Match': z.string().optional() }),
  });
}

function responsesOf(operation: AnyOperation): RouteConfig['responses'] {
  const { answer, created, file, asks, problems = [] } = operation;
  const body = operation.body ?? operation.upload;
  const bare = [404, 429, 503, ...(asks === 'anyone' ? [401] : [401, 403]), ...(body ? [400, 413, 415, 422] : [])];
  const statuses = [...new Set([...bare, ...problems])].sort((a, b) => a - b);
  const content = file ? { [file]: { schema: z.string() } } : answer && { 'application/json': { schema: answer } };
  return {
    ...(content
      ? { [created ? 201 : 200]: { description: created ? 'Made' : 'Done', content } }
      : { 204: { description: 'Done' } }),
    ...(!isWrite(operation) && { 304: { description: reasons[304]! } }),
    ...refusals(statuses),
  };
}

const refusals = (statuses: readonly number[]): RouteConfig['responses'] =>
  Object.fromEntries(statuses.map((status) => [status, { description: reasons[status]!, content: anyProblem }]));
