/** Signing in with a passkey: two routes beside the identity library's, with the same counting and locks. */
import type { Context } from 'hono';
import { countFailure, forgetFailures, lockedSeconds, SYSTEM, type Database } from '@thousand-cities/store';
import { credentialNamed, signInOptions, whoSigned } from '../identity/passkeys.ts';
import { relyingPartyOf, type RelyingParty } from '../identity/relying-party.ts';
import { Refused } from '../refused.ts';
import { readBody, SMALL_BODY } from './body.ts';
import { addressOf, headersWithAddress } from './client-address.ts';
import { checkSameSite } from './cross-site.ts';
import { tooMany } from './limits.ts';
import { openNow, type RunnerOptions } from './runner.ts';
import type { OpenWorkspace } from './store-handle.ts';

/** Binds a challenge to the browser that asked for it; of no use for anything else. */
const VISIT_COOKIE = 'cities.passkey_visit';
const VISIT_SECONDS = 300;

/** `POST /auth/passkey/options`: a challenge, and the cookie that its answer must bring. */
export async function passkeyOptions(c: Context, options: RunnerOptions): Promise<Response> {
  const { workspace, rp } = await admitted(c, options);
  await options.limiter.count('writes', addressOf(c, options.trustProxy));
  const made = await signInOptions(workspace.db, rp);
  return answer(made.options, [visitCookie(made.visit, VISIT_SECONDS, rp)]);
}

/** `POST /auth/passkey/sign-in`: what the authenticator signed becomes a session. */
export async function passkeySignIn(c: Context, options: RunnerOptions): Promise<Response> {
  const { workspace, rp } = await admitted(c, options);
  await options.limiter.count('signIns', addressOf(c, options.trustProxy));
  const { value } = await readBody(c, SMALL_BODY);
  const { userId } = await counted(workspace.db, credentialNamed(value), () =>
    whoSigned(workspace.db, rp, visitOf(c), value),
  );
  const begun = await workspace.identity.begin(userId, headersWithAddress(c, options));
  return answer({ userId }, [...begun.headers.getSetCookie(), visitCookie('', 0, rp)]);
}

async function admitted(
  c: Context,
  options: RunnerOptions,
): Promise<{ readonly workspace: OpenWorkspace; readonly rp: RelyingParty }> {
  const workspace = openNow(options);
  if (workspace.demoUserId !== undefined) throw new Refused(403, 'demo', 'there are no accounts in the demo');
  await options.limiter.count('requests', addressOf(c, options.trustProxy));
  // Also of whoever is not signed in: another site must not sign a person in as somebody else.
  checkSameSite(c, 'session', options.workspace.publicUrl);
  return { workspace, rp: requireRelyingParty(options.workspace.publicUrl, c.req.url) };
}

/** @throws {Refused} 409 `passkeys-unavailable` */
export function requireRelyingParty(publicUrl: string | undefined, requestUrl: string): RelyingParty {
  const rp = relyingPartyOf(publicUrl, requestUrl);
  if (rp) return rp;
  throw new Refused(409, 'passkeys-unavailable', 'passkeys need CITIES_URL with https, or localhost');
}

/**
 * Failures are counted by the passkey that was named, as those of a password by address; who guesses at passwords does not
 * lock the passkey of the same person.
 */
async function counted<T>(db: Database, credentialId: string | undefined, work: () => Promise<T>): Promise<T> {
  const name = `passkey ${credentialId ?? ''}`;
  const seconds = await db.as(SYSTEM, async (tx) => {
    const locked = await lockedSeconds(tx, name);
    if (locked === 0) await countFailure(tx, name);
    return locked;
  });
  if (seconds > 0) throw tooMany(seconds, 'locked', 'too many failed attempts with this passkey');
  const done = await work();
  await db.as(SYSTEM, (tx) => forgetFailures(tx, name));
  return done;
}

function visitOf(c: Context): string | undefined {
  const [, visit] =
    new RegExp(`(?:^|;\\s*)(?:__Host-)?${VISIT_COOKIE}=([\\w-]{43})(?:;|$)`).exec(c.req.header('Cookie') ?? '') ?? [];
  return visit;
}

function visitCookie(value: string, seconds: number, { origin }: RelyingParty): string {
  const [prefix, secure] = origin.startsWith('https:') ? ['__Host-', '; Secure'] : ['', ''];
  return `${prefix}${VISIT_COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}

function answer(body: unknown, cookies: readonly string[]): Response {
  const headers = new Headers({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(JSON.stringify(body), { headers });
}
