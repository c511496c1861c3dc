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
  if (!/^after:[\x21-\x7e]{1,200}$/.test(text)) throw unknownCursor();
  return text.slice('after:'.length);
}

const unknownCursor = () => new Refused(400, 'bad-cursor', 'this cursor is none of ours', { at: ['cursor'] });

export const cursorOf = (key: string): string => Buffer.from(`after:${key}`).toString('base64url');

/**
 * A page of a list that is at hand: what belongs to one city is some dozens. `keyOf` is unique in it. A cursor names the last item that
 * was given, whatever has come before it since, and its place, from which it goes on where that item has gone.
 */
export function pageOf<T>(all: readonly T[], query: PageQuery, keyOf: (item: T) => string): Page<T> {
  const { limit = DEFAULT_PAGE, cursor } = query;
  const start = cursor === undefined ? 0 : startAfter(cursor, all, keyOf);
  const end = start + limit;
  const items = all.slice(start, end);
  return { items, next: end < all.length ? cursorOf(`${keyOf(items.at(-1)!)}@${end}`) : null };
}

function startAfter<T>(cursor: string, all: readonly T[], keyOf: (item: T) => string): number {
  const [, key, place] = /^(.+)@(\d{1,9})$/.exec(cursorKey(cursor)) ?? [];
  if (key === undefined) throw unknownCursor();
  const at = all.findIndex((item) => keyOf(item) === key);
  return at >= 0 ? at + 1 : Math.min(all.length, Math.max(0, Number(place) - 1));
}
