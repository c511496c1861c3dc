/** The address a request came from, for counting and for the list of one's sessions. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { ADDRESS_HEADER } from '../identity/address-header.ts';

/** The other end of the connection; behind a trusted proxy, the last address that the proxy added. */
export function addressOf(c: Context, trustProxy: boolean): string {
  if (trustProxy) {
    const last = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim();
    if (last !== undefined && last.length > 0 && last.length <= 45) return last;
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    // Asked directly, without a connection: tests.
    return 'unknown';
  }
}

/** The headers of a request as the identity library sees them: with the address that we found, whatever the client says. */
export function headersWithAddress(c: Context, { trustProxy }: { readonly trustProxy: boolean }): Headers {
  const headers = new Headers(c.req.raw.headers);
  headers.set(ADDRESS_HEADER, addressOf(c, trustProxy));
  return headers;
}
