/** Requests that another site makes a browser send are refused: whoever acts by a cookie says where the page came from. */
import type { Context } from 'hono';
import { Refused } from '../refused.ts';
import type { Caller } from './caller.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Check a request that changes something. By what the browser itself says of its origin (Fetch Metadata), else by `Origin`,
 * which must be this server. A session without either is refused; a token needs neither, since no browser adds it by itself.
 *
 * @throws {Refused} 403 `cross-site`
 */
export function checkSameSite(c: Context, caller: Caller['kind'], publicUrl?: string): void {
  if (SAFE.has(c.req.method) || caller === 'token') return;
  const site = c.req.header('Sec-Fetch-Site');
  const origin = c.req.header('Origin');
  const isOurs =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin !== undefined
        ? hostOf(origin) === hostOf(publicUrl ?? c.req.url)
        : caller !== 'session';
  if (!isOurs) throw new Refused(403, 'cross-site', 'this request came from another site');
}

/** Without the scheme: a proxy that speaks TLS stands before a server that does not. */
function hostOf(url: string): string | undefined {
  try {
    return new URL(url).host;
  } catch {
    return undefined;
  }
}
