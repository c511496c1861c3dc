/** How published pages are answered: compressed once, told apart by content, and asked for anew before each use. */
import type { Context } from 'hono';
import { StoredDocument } from '../stored-document.ts';

/** A browser asks each time (a 304 when nothing changed); a cache that many share may keep an answer for a minute. */
export const SHARED_CACHE = 'public, max-age=0, s-maxage=60, must-revalidate';

const VARY = 'Accept-Encoding, Accept-Language, Cookie';

/** A page that is kept. */
export const pageOf = (html: string): StoredDocument =>
  new StoredDocument('text/html; charset=utf-8', () => Buffer.from(html), { cacheControl: SHARED_CACHE, vary: VARY });

/** Answer with a page that is not kept: what is not there, not yet there, or there no more. */
export function sendOnce(c: Context, html: string, status: 404 | 410 | 503): Response {
  c.header('Cache-Control', 'no-store');
  c.header('Vary', VARY);
  return c.html(html, status);
}
