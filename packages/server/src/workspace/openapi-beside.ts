/** The description of what is no operation: the ways in, and the assistant's door. */
import { z, type RouteConfig } from '@hono/zod-openapi';
import { SIGN_IN_ANSWERS, SIGN_IN_BODIES, SIGN_IN_ROUTES, type SignInRoute } from './sign-in-routes.ts';

type Described = Pick<RouteConfig, 'operationId' | 'summary' | 'security'>;

const NOBODY = [{}];
const SESSION = [{ session: [] }];
const EITHER = [{}, { session: [] }];

const ways: Readonly<Record<SignInRoute, Described>> = {
  '/sign-in/email': { operationId: 'signIn', summary: 'Sign in with address and password; where the answer says twoFactorRedirect, a code follows', security: NOBODY }, // prettier-ignore
  '/sign-out': { operationId: 'signOut', summary: 'End this session', security: SESSION },
  '/change-password': { operationId: 'changePassword', summary: 'Change my password', security: SESSION },
  '/two-factor/enable': { operationId: 'enableSecondFactor', summary: 'Begin to switch the second factor on: its key and backup codes are shown this once, a code of the app follows', security: SESSION }, // prettier-ignore
  '/two-factor/disable': { operationId: 'disableSecondFactor', summary: 'Switch the second factor off', security: SESSION }, // prettier-ignore
  '/two-factor/verify-totp': { operationId: 'giveCode', summary: 'Give a code of the app, to sign in or to switch the second factor on', security: EITHER }, // prettier-ignore
  '/two-factor/verify-backup-code': { operationId: 'giveBackupCode', summary: 'Give a backup code instead, which is good once', security: EITHER }, // prettier-ignore
  '/two-factor/generate-backup-codes': { operationId: 'makeBackupCodes', summary: 'Make new backup codes in place of the old ones, shown this once', security: SESSION }, // prettier-ignore
  '/sign-in/social': { operationId: 'visitProvider', summary: 'The address at the identity provider to which the browser goes to sign in', security: EITHER }, // prettier-ignore
};

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
const anything = z.record(z.string(), z.unknown());

/** @param refusal the answer of a status @param statuses what can come of it besides going well */
export function routesBeside(
  refusal: (statuses: readonly number[]) => RouteConfig['responses'],
): readonly (RouteConfig & { readonly operationId: string })[] {
  const way = (path: string, described: Described, body: z.ZodType, answer: z.ZodType) => ({
    ...described,
    operationId: described.operationId!,
    method: 'post' as const,
    path: `/auth${path}`,
    tags: ['sign-in'],
    description: 'For a browser of this site. Takes no Idempotency-Key: each request is another attempt, and counted.',
    request: { body: { required: true, ...json(body) } },
    responses: {
      200: { description: 'Done', ...json(answer) },
      ...refusal([400, 401, 403, 409, 413, 415, 422, 429, 503]),
    },
  });
  const message = z.looseObject({ jsonrpc: z.literal('2.0'), method: z.string(), id: z.union([z.string(), z.number()]).optional() }); // prettier-ignore
  return [
    ...SIGN_IN_ROUTES.map((route) => way(route, ways[route], SIGN_IN_BODIES[route], SIGN_IN_ANSWERS[route])),
    way('/passkey/options', { operationId: 'beginPasskeySignIn', summary: 'A challenge for a passkey, as WebAuthn says', security: NOBODY }, z.object({}), anything), // prettier-ignore
    way('/passkey/sign-in', { operationId: 'signInWithPasskey', summary: 'Sign in with what the passkey signed', security: NOBODY }, anything, z.object({ userId: z.string() })), // prettier-ignore
    {
      operationId: 'askAssistant',
      method: 'post',
      path: '/mcp',
      tags: ['assistant'],
      summary: 'The Model Context Protocol (streamable HTTP): a message of JSON-RPC, under the rights of the token',
      security: [{}, { token: [] }],
      request: { body: { required: true, ...json(message) } },
      responses: {
        200: {
          description: 'The answer, at once or as a stream of events',
          content: { 'application/json': { schema: anything }, 'text/event-stream': { schema: z.string() } },
        },
        202: { description: 'A notification was taken' },
        ...refusal([400, 401, 413, 415, 429, 503]),
      },
    },
  ];
}
