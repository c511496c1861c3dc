/**
 * Signing in while somebody is signed in, above all again for something that asks for it: a new session takes the place of the
 * old one, which ends; and one that does not come about leaves the old one as it was.
 */
import type { Context } from 'hono';
import { endReplacedSession, findUser, SYSTEM } from '@thousand-cities/store';
import { callerOf, type Caller } from './caller.ts';
import type { OpenWorkspace } from './store-handle.ts';

/** Whether an answer has the cookie of a new session. */
export const beginsSession = (response: Response): boolean =>
  response.headers.getSetCookie().some((line) => /session_token=[^;]/.test(line));

/**
 * A visit to an identity provider comes back from another site, without the session's own cookie. So that the session of before ends
 * then, its id goes along: it names one's own, ends nothing of anybody else's, and opens nothing.
 */
const RENEWS = 'cities.renews';
const VISIT_SECONDS = 600;
function renews(value: string, seconds: number, publicUrl: string | undefined): string {
  const [prefix, secure] = publicUrl?.startsWith('https:') ? ['__Host-', '; Secure'] : ['', ''];
  return `${prefix}${RENEWS}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** Remember the session from which a visit begins. */
export function rememberSession(headers: Headers, { sessionId }: Caller, publicUrl: string | undefined): void {
  if (sessionId !== undefined) headers.append('Set-Cookie', renews(sessionId, VISIT_SECONDS, publicUrl));
}

/** End the session from which the visit began, where it was the same person's. */
export async function endRemembered(
  c: Context,
  response: Response,
  { db, identity }: OpenWorkspace,
  publicUrl: string | undefined,
): Promise<void> {
  const [, id] =
    new RegExp(`(?:^|;\\s*)(?:__Host-)?${RENEWS}=([0-9a-f-]{36})(?:;|$)`).exec(c.req.header('Cookie') ?? '') ?? [];
  if (id === undefined) return;
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '); // prettier-ignore
  const now = beginsSession(response) ? await identity.signedIn(new Headers({ Cookie: cookie })) : undefined;
  if (now) await db.as(SYSTEM, (tx) => endReplacedSession(tx, id, now.userId));
  response.headers.append('Set-Cookie', renews('', 0, publicUrl));
}

/** Do what may begin a session; the one that the request came with ends when it does. */
export async function inPlaceOf(
  c: Context,
  workspace: OpenWorkspace,
  work: () => Promise<Response>,
): Promise<Response> {
  const { sessionId } = await signedInBefore(c, workspace);
  const response = await work();
  if (isShared(c)) forThisBrowserAlone(response.headers);
  if (sessionId === undefined) return response;
  if (beginsSession(response)) await workspace.db.as(SYSTEM, (tx) => endReplacedSession(tx, sessionId));
  return response;
}

/** Whether the person said that others use the computer: a cookie of the page, so that it holds for every way in. */
const isShared = (c: Context): boolean => /(?:^|;\s*)shared-computer=1(?:;|$)/.test(c.req.header('Cookie') ?? '');

/** The session's cookie is forgotten when the browser is closed. */
function forThisBrowserAlone(headers: Headers): void {
  const cookies = headers.getSetCookie();
  headers.delete('Set-Cookie');
  for (const line of cookies) {
    headers.append('Set-Cookie', /session_token=[^;]/.test(line) ? line.replaceAll(/; *(?:Max-Age|Expires)=[^;]*/gi, '') : line); // prettier-ignore
  }
}

const NOBODY: Pick<Caller, 'sessionId'> = {};

async function signedInBefore(c: Context, workspace: OpenWorkspace): Promise<Pick<Caller, 'sessionId'>> {
  return c.req.header('Authorization') === undefined ? callerOf(c, workspace) : NOBODY;
}

/**
 * Headers for a code of a second factor. Whoever has it switched on proves themselves with it, after the password, and does not try
 * codes out on the strength of a session: the library would count no failures of those.
 */
export async function codeHeaders(headers: Headers, { userId }: Caller, { db }: OpenWorkspace): Promise<Headers> {
  const user = userId === undefined ? undefined : await db.as(SYSTEM, (tx) => findUser(tx, userId));
  if (user?.secondFactor !== true) return headers;
  const cookies = (headers.get('Cookie') ?? '').split(/;\s*/).filter((pair) => !SESSION_COOKIE.test(pair));
  headers.set('Cookie', cookies.join('; '));
  return headers;
}

const SESSION_COOKIE = /^(__Host-)?cities\.session_token=/;

/** An answer that asks for the second factor takes no session away: the library has the browser forget the present one. */
export function keepingSession(headers: Headers): void {
  const cookies = headers.getSetCookie();
  headers.delete('Set-Cookie');
  for (const line of cookies) if (!SESSION_COOKIE.test(line)) headers.append('Set-Cookie', line);
}
