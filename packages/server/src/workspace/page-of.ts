/** Lists in pages: so many items after a cursor, which is opaque to clients. */
import { Refused } from '../refused.ts';

export const DEFAULT_PAGE = 50;
export const LARGEST_PAGE = 200;

export interface PageQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}

/** The key that a cursor stands for. */
export function cursorKey(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^after:[\x21-\x7e]{1,200}$/.test(text)) throw new Refused(400, 'bad-cursor', 'this cursor is none of ours', { at: ['cursor'] }); // prettier-ignore
  return text.slice('after:'.length);
}

export const cursorOf = (key: string): string => Buffer.from(`after:${key}`).toString('base64url');

/**
 * A page of a list that is at hand: what belongs to one city is some dozens. `keyOf` is unique in it. A cursor whose item has
 * gone begins anew.
 */
export function pageOf<T>(all: readonly T[], query: PageQuery, keyOf: (item: T) => string): Page<T> {
  const { limit = DEFAULT_PAGE, cursor } = query;
  const after = cursor === undefined ? undefined : cursorKey(cursor);
  const start = after === undefined ? 0 : all.findIndex((item) => keyOf(item) === after) + 1;
  const items = all.slice(start, start + limit);
  const more = start + limit < all.length;
  return { items, next: more ? cursorOf(keyOf(items.at(-1)!)) : null };
}
