/** Who asks: by token, by session, as everybody of the demo, or as the public. */
import type { Context } from 'hono';
import { findToken, PUBLIC, SYSTEM, type Scope, type Viewer } from '@thousand-cities/store';
import { Refused, unauthorized } from '../refused.ts';
import type { OpenWorkspace } from './store-handle.ts';

export interface Caller {
  readonly kind: 'public' | 'token' | 'session' | 'demo';
  readonly userId?: string;
  readonly administrator: boolean;
  readonly scopes: readonly Scope[];
  readonly sessionId?: string;
  /** When the session began. */
  readonly sessionBegan?: Date;
}

const EVERYTHING: readonly Scope[] = ['read', 'write'];
const NOBODY: Caller = { kind: 'public', administrator: false, scopes: ['read'] };

/**
 * Find out who asks.
 *
 * @throws {Refused} 401 for a token that is unknown, revoked or over; never silently the public instead
 */
export async function callerOf(c: Context, { db, identity, demoUserId }: OpenWorkspace): Promise<Caller> {
  const authorization = c.req.header('Authorization');
  if (authorization !== undefined) return byToken(db, authorization);
  if (demoUserId !== undefined) return { kind: 'demo', userId: demoUserId, administrator: false, scopes: EVERYTHING };
  if (!c.req.header('Cookie')?.includes('cities.session_token=')) return NOBODY;
  const signedIn = await identity.signedIn(c.req.raw.headers);
  if (!signedIn) return NOBODY;
  return { kind: 'session', ...signedIn, scopes: EVERYTHING };
}

async function byToken(db: OpenWorkspace['db'], authorization: string): Promise<Caller> {
  const [, secret] = /^Bearer ([\w-]{1,200})$/.exec(authorization) ?? [];
  const token = secret === undefined ? undefined : await db.as(SYSTEM, (tx) => findToken(tx, secret));
  if (!token) throw unauthorized('this token is unknown, revoked or over');
  // A token never has the powers of an administrator.
  return { kind: 'token', userId: token.userId, administrator: false, scopes: token.scopes };
}

/** Roles that give roles to others: whoever has them goes on having them when a token has ended. */
const GIVE_ROLES: ReadonlySet<string> = new Set(['lead', 'secretariat']);

/**
 * Refuse a token that would put somebody in charge: else whoever found it would stay, by an account of their own.
 *
 * @throws {Refused} 403 `session-needed`
 */
export function checkInPerson({ kind }: Caller, role: string): void {
  if (kind !== 'token' || !GIVE_ROLES.has(role)) return;
  throw new Refused(403, 'session-needed', `a token puts nobody in charge (${role}): sign in`);
}

/** In whose name the database is asked. */
export function viewerOf(caller: Caller, city?: string): Viewer {
  if (caller.userId === undefined) return PUBLIC;
  return { kind: 'person', userId: caller.userId, ...(city !== undefined && { city }) };
}
