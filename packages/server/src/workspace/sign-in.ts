/** The identity library's routes that are open, each behind the same counting, checks and problem documents as ours. */
import { Hono, type Context } from 'hono';
import {
  countFailure,
  endSessionOf,
  findUser,
  forgetFailures,
  lockedSeconds,
  SYSTEM,
  useCode,
  type Database,
} from '@thousand-cities/store';
import { isBackupCode } from '../identity/backup-codes.ts';
import { requirePassword } from '../identity/require-password.ts';
import { signInCode } from '../problem-codes.ts';
import { problem } from '../problem.ts';
import { readBody, SMALL_BODY } from './body.ts';
import { addressOf, headersWithAddress } from './client-address.ts';
import { accountOf } from './event-log.ts';
import { callerOf, type Caller } from './caller.ts';
import { checkSameSite } from './cross-site.ts';
import { keyNotTaken } from './keyed.ts';
import { tooMany } from './limits.ts';
import { Refused, unauthorized } from '../refused.ts';
import { passkeyOptions, passkeySignIn } from './passkey-sign-in.ts';
import { checkRecentSignIn } from './recent-sign-in.ts';
import { openNow, withRefusals, type RunnerOptions } from './runner.ts';
import {
  beginsSession,
  codeHeaders,
  endRemembered,
  inPlaceOf,
  keepingSession,
  rememberSession,
} from './session-change.ts';
import { fieldsOf, isGuarded, SIGN_IN_ROUTES, type SignInRoute } from './sign-in-routes.ts';
import type { OpenWorkspace } from './store-handle.ts';

/** Routes below `/auth`. */
export function createSignIn(options: RunnerOptions): Hono {
  const routes = new Hono();
  // Attempts are counted, and codes are good once: nothing here is answered a second time.
  routes.use(async (c, next) => {
    if (c.req.header('Idempotency-Key') !== undefined) throw keyNotTaken();
    await next();
  });
  for (const route of SIGN_IN_ROUTES) {
    routes.post(route, (c) => noted(c, route.slice(1), options, (attempt) => post(c, route, options, attempt)));
  }
  routes.post(
    '/passkey/options',
    withRefusals('passkey/options', options, (c) => passkeyOptions(c, options)),
  );
  routes.post('/passkey/sign-in', (c) => noted(c, 'sign-in/passkey', options, () => passkeySignIn(c, options)));
  // Where an identity provider sends people back to.
  routes.get('/callback/:provider', (c) =>
    noted(c, 'sign-in/single-sign-on', options, async () => {
      const workspace = openNow(options);
      const { identity } = workspace;
      await options.limiter.count('signIns', addressOf(c, options.trustProxy));
      const response = await identity.handle(withAddress(c, options, undefined));
      await endRemembered(c, response, workspace, options.workspace.publicUrl);
      return response;
    }),
  );
  return routes;
}

/** Who tried, as far as an attempt gets. */
interface Attempt {
  userId?: string | undefined;
  email?: string;
}

/** Tell the log of the installation how an attempt went. */
async function noted(
  c: Context,
  event: string,
  options: RunnerOptions,
  work: (attempt: Attempt) => Promise<Response>,
): Promise<Response> {
  const attempt: Attempt = {};
  const write = async (outcome: 'done' | 'refused', detail: Readonly<Record<string, string | boolean>>) => {
    const workspace = openNow(options);
    const userId =
      attempt.userId ?? (attempt.email === undefined ? undefined : await accountOf(workspace, attempt.email));
    const address = addressOf(c, options.trustProxy);
    await options.events.write(workspace, { event, outcome, address, detail, ...(userId !== undefined && { userId }) });
  };
  try {
    const response = await inPlaceOf(c, openNow(options), () => work(attempt));
    const { user, userId, code, twoFactorRedirect } = await said(response);
    attempt.userId ??= user?.id ?? userId;
    // A visit that failed is sent on to a page that says so.
    const isRefused = response.status >= 400 || (response.status >= 300 && !beginsSession(response));
    await write(isRefused ? 'refused' : 'done', {
      ...(code !== undefined && { code }),
      ...(twoFactorRedirect === true && { asked: 'second factor' }),
    });
    return response;
  } catch (error) {
    const code = error instanceof Refused ? String(error.problem.code) : 'fault';
    if (code !== 'store-opening') await write('refused', { code });
    throw error;
  }
}

interface Said {
  readonly user?: { readonly id: string };
  readonly userId?: string;
  readonly code?: string;
  readonly twoFactorRedirect?: boolean;
}

/** What an answer says of who and why. */
async function said(response: Response): Promise<Said> {
  if (response.headers.get('Content-Type')?.includes('json') !== true) return {};
  // A redirection has the type and no body.
  return parsed(await response.clone().text());
}

async function post(c: Context, route: SignInRoute, options: RunnerOptions, attempt: Attempt): Promise<Response> {
  const workspace = openNow(options);
  if (workspace.demoUserId !== undefined) throw new Refused(403, 'demo', 'there are no accounts in the demo');
  const address = addressOf(c, options.trustProxy);
  await options.limiter.count('requests', address);
  if (isGuarded(route)) await options.limiter.count('signIns', address);
  const caller = await callerOf(c, workspace);
  attempt.userId = caller.userId;
  if (caller.kind === 'token') throw new Refused(403, 'session-needed', 'a token may not do this: sign in');
  checkSameSite(c, c.req.header('Cookie') === undefined ? caller.kind : 'session', options.workspace.publicUrl);
  const { value } = await readBody(c, SMALL_BODY);
  const body = fieldsOf(route, asObject(value));
  checkRecentSignIn(route, caller);
  await checkBefore(route, body, caller, workspace);
  if (route === '/sign-in/email' && typeof body['email'] === 'string') {
    attempt.userId = undefined;
    attempt.email = body['email'];
  }
  const request = withAddress(c, options, JSON.stringify(body));
  const forward = () => workspace.identity.handle(request, backupCodeOf(route, body));
  if (route === '/sign-in/email') return asOurs(await signIn(workspace.db, body, forward));
  if (CODES.has(route)) await codeHeaders(request.headers, caller, workspace);
  const response = await forward();
  requireReadable(route, response, workspace);
  if (route === '/two-factor/verify-totp' && response.ok) await requireFresh(workspace, body, response.clone());
  if (route === '/sign-in/social' && response.ok)
    rememberSession(response.headers, caller, options.workspace.publicUrl);
  // The browser forgets what it was told; drafts that were not sent stay on the device.
  if (route === '/sign-out' && response.ok) response.headers.set('Clear-Site-Data', '"cache"');
  return asOurs(response);
}

const CODES: ReadonlySet<SignInRoute> = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);

/** A code that has not the form of one is none. */
function backupCodeOf(route: SignInRoute, { code }: Record<string, unknown>): string | undefined {
  return route === '/two-factor/verify-backup-code' && isBackupCode(code) ? code : undefined;
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Refused(400, 'body-invalid', 'the body must be an object');
}

/** A new password is held to the rules here; and changing one ends the other sessions, whatever was asked. */
async function checkBefore(
  route: SignInRoute,
  body: Record<string, unknown>,
  caller: Caller,
  workspace: OpenWorkspace,
): Promise<void> {
  if (route === '/sign-in/social') Object.assign(body, visitOf(body, caller));
  // A hash that was read in the database is not among what is looked for.
  if (route === '/two-factor/verify-backup-code' && !isBackupCode(body['code'])) body['code'] = '';
  if (route !== '/change-password') return;
  if (caller.userId === undefined) throw unauthorized();
  const user = await workspace.db.as(SYSTEM, (tx) => findUser(tx, caller.userId!));
  const { newPassword } = body;
  const wanted = typeof newPassword === 'string' ? newPassword : undefined;
  await requirePassword(wanted, [user!.email, user!.name], workspace);
  body['revokeOtherSessions'] = true;
}

/** A visit to an identity provider comes back to a page of ours. Who is signed in already is asked there who they are. */
function visitOf({ provider, callbackURL = '/' }: Record<string, unknown>, { kind }: Caller): Record<string, unknown> {
  if (typeof callbackURL !== 'string' || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(callbackURL)) {
    throw new Refused(400, 'body-invalid', 'callbackURL is a path of this server', { at: ['callbackURL'] });
  }
  // OpenID Connect Core, 3.1.2.1.
  return { provider, callbackURL, ...(kind === 'session' && { additionalParams: { prompt: 'login', max_age: '0' } }) };
}

/**
 * Sign in, counting before the password is looked at, so that many attempts at once are counted too. Addresses without an
 * account are counted and locked alike: the answer does not tell them apart.
 */
async function signIn(
  db: Database,
  { email }: Record<string, unknown>,
  forward: () => Promise<Response>,
): Promise<Response> {
  if (typeof email !== 'string' || email.length > 254) return forward();
  const seconds = await db.as(SYSTEM, async (tx) => {
    const locked = await lockedSeconds(tx, email);
    if (locked === 0) await countFailure(tx, email);
    return locked;
  });
  if (seconds > 0) throw tooMany(seconds, 'locked', 'too many failed attempts for this address');
  const response = await forward();
  if (response.ok) await db.as(SYSTEM, (tx) => forgetFailures(tx, email));
  return response;
}

/**
 * A code that has been used, or is not of now, is refused, though the library took it: the session it began ends before anyone has its cookie.
 *
 * @throws {Refused} 401 `invalid-code`, as for a wrong one
 */
async function requireFresh(
  { db, identity }: OpenWorkspace,
  { code }: Record<string, unknown>,
  response: Response,
): Promise<void> {
  const { token, user } = (await response.json()) as { token?: string; user?: { id: string } };
  if (!user) return;
  const isOfNow = await identity.isCodeOfNow(user.id, String(code).trim());
  const isFresh = await db.as(SYSTEM, async (tx) => {
    if (isOfNow && (await useCode(tx, user.id, String(code).trim()))) return true;
    if (token !== undefined) await endSessionOf(tx, token);
    return false;
  });
  if (!isFresh) throw new Refused(401, 'invalid-code', 'Invalid code');
}

/**
 * A second factor that was set up under a secret which this installation has no more.
 *
 * @throws {Refused} 409 `second-factor-unreadable`
 */
function requireReadable(route: SignInRoute, { status }: Response, { unreadable }: OpenWorkspace): void {
  if (route !== '/two-factor/verify-totp' || status < 500 || unreadable.secondFactors === 0) return;
  throw new Refused(409, 'second-factor-unreadable', 'the second factor cannot be read: use a backup code');
}

/** The request as the library sees it: with the address that we found, whatever the client says. */
function withAddress(c: Context, options: RunnerOptions, body: string | undefined): Request {
  const headers = headersWithAddress(c, options);
  headers.delete('Content-Length');
  return new Request(c.req.url, { method: c.req.method, headers, ...(body !== undefined && { body }) });
}

/** The library's refusals as problem documents; everything else as it is. */
async function asOurs(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set('Cache-Control', 'no-store');
  headers.delete('Content-Length');
  const text = await response.text();
  const said = parsed(text);
  if (said.twoFactorRedirect === true) keepingSession(headers);
  if (response.status < 400) return new Response(withoutToken(text), { status: response.status, headers });
  if (response.status >= 500) throw new Error(`identity library: ${text.slice(0, 500)}`);
  headers.set('Content-Type', 'application/problem+json; charset=utf-8');
  const document = problem(response.status, signInCode(said.code), said.message ?? 'refused');
  return new Response(JSON.stringify(document), { status: response.status, headers });
}

/** The session is in the cookie, which no script reads; so it is not in the body either. */
function withoutToken(text: string): string {
  if (!text.startsWith('{')) return text;
  const { token: _token, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify(rest);
}

function parsed(text: string): Said & { readonly message?: string } {
  try {
    return (JSON.parse(text) as Said | null) ?? {};
  } catch {
    return {};
  }
}
