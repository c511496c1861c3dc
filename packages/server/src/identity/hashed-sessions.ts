/**
 * Sessions in the database without their tokens: what the identity library writes and looks for is turned into SHA-256 on its
 * way there, and back on its way to the library, which needs the token for the cookie. Whoever reads the table has no session.
 */
import type { DBAdapter, Where } from 'better-auth';
import { sha256 } from '@thousand-cities/store';

/** However much a session is used, it ends after this time (NIST SP 800-63B-4, AAL1: 30 days). */
export const LONGEST_SESSION_SECONDS = 30 * 86_400;

interface Arguments {
  readonly model: string;
  readonly where?: readonly Where[];
  readonly data?: object;
  readonly update?: object;
}

/** Methods that take or give sessions; what is not here passes as it is. */
const METHODS = ['create', 'findOne', 'findMany', 'update', 'updateMany', 'delete', 'deleteMany', 'count'] as const;

/** An adapter of the library that keeps sessions by the hash of their token, and none that is too old. */
export function hashedSessions(inner: DBAdapter): DBAdapter {
  const methods = METHODS.map((name) => {
    const method = inner[name] as (args: Arguments) => Promise<unknown>;
    return [name, (args: Arguments) => (args.model === 'session' ? onSessions(method, args) : method(args))];
  });
  return {
    ...inner,
    ...(Object.fromEntries(methods) as Partial<DBAdapter>),
    transaction: (work) => inner.transaction((trx) => work(hashedSessions(trx as DBAdapter))),
  };
}

async function onSessions(method: (args: Arguments) => Promise<unknown>, args: Arguments): Promise<unknown> {
  const tokens = new Map<string, string>();
  const hash = (token: unknown): unknown => {
    if (typeof token !== 'string') return token;
    tokens.set(sha256(token), token);
    return sha256(token);
  };
  const inside = (values: object): object => ('token' in values ? { ...values, token: hash(values.token) } : values);
  const result = await method({
    ...args,
    ...(args.where && { where: args.where.map((clause) => ofToken(clause, hash)) }),
    ...(args.data && { data: inside(args.data) }),
    ...(args.update && { update: inside(args.update) }),
  });
  if (Array.isArray(result)) return result.filter(isYoung).map((row) => withToken(row, tokens));
  return isYoung(result) ? withToken(result, tokens) : null;
}

function ofToken(clause: Where, hash: (token: unknown) => unknown): Where {
  if (clause.field !== 'token') return clause;
  const value = Array.isArray(clause.value) ? clause.value.map(hash) : hash(clause.value);
  return { ...clause, value: value as string };
}

/** What is no session (a count) is not too old either. */
function isYoung(row: unknown): boolean {
  const begun = (row as { createdAt?: unknown } | null)?.createdAt;
  return !(begun instanceof Date) || Date.now() - begun.getTime() < LONGEST_SESSION_SECONDS * 1000;
}

function withToken(row: unknown, tokens: ReadonlyMap<string, string>): unknown {
  const hash = (row as { token?: unknown } | null)?.token;
  const token = typeof hash === 'string' ? tokens.get(hash) : undefined;
  return token === undefined ? row : { ...(row as object), token };
}
