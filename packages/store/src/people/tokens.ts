/** Tokens with which programs act for a person. The token itself is shown once; only its SHA-256 is kept. */
import { randomBytes } from 'node:crypto';
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { newId, sha256 } from '../ids.ts';

export type Scope = 'read' | 'write';

export interface ApiToken {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** Begins every token, so that a leaked one is recognised by scanners. */
const PREFIX = 'tcities_';

const columns = [
  'id',
  'user_id as userId',
  'name',
  'scopes',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'revoked_at as revokedAt',
] as const;

/** Make a token for a person. `secret` is returned here and never again. */
export async function addToken(
  tx: Transaction,
  token: {
    readonly userId: string;
    readonly name: string;
    readonly scopes: readonly Scope[];
    readonly expiresAt?: string;
  },
): Promise<{ readonly token: ApiToken; readonly secret: string }> {
  // 256 bits of chance need no slow hash.
  const secret = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  const { userId, name, scopes, expiresAt } = token;
  const row = await tx
    .insertInto('api_tokens')
    .values({ user_id: userId, id: newId(), name, scopes, sha256: sha256(secret), expires_at: expiresAt ?? null })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return { token: row as ApiToken, secret };
}

/** The tokens a viewer has, newest first. */
export async function listTokens(tx: Transaction, userId: string): Promise<ApiToken[]> {
  const rows = await tx
    .selectFrom('api_tokens')
    .select(columns)
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .execute();
  return rows as ApiToken[];
}

/** The token behind a secret, when it is valid now and its person is not disabled. Asked by the program itself. */
export async function findToken(tx: Transaction, secret: string, now = new Date()): Promise<ApiToken | undefined> {
  if (!secret.startsWith(PREFIX)) return undefined;
  const row = await tx
    .selectFrom('api_tokens')
    .innerJoin('users', 'users.id', 'api_tokens.user_id')
    .select(['api_tokens.id', 'user_id as userId', 'api_tokens.name', 'scopes', 'api_tokens.created_at as createdAt'])
    .select(['expires_at as expiresAt', 'revoked_at as revokedAt'])
    .where('sha256', '=', sha256(secret))
    .where('revoked_at', 'is', null)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row && (row.expiresAt === null || new Date(row.expiresAt) > now) ? (row as ApiToken) : undefined;
}

/** End a token at once. */
export async function revokeToken(tx: Transaction, userId: string, id: string): Promise<void> {
  const done = await tx
    .updateTable('api_tokens')
    .set({ revoked_at: new Date().toISOString() })
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('not-found', 'no such token', [id]);
}
