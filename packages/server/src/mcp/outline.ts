/** A large document in short: deep parts give way to how large they are and how to ask for them. */

/** Characters of JSON that an assistant reads without losing the thread. */
export const READABLE = 24_000;

/** In place of a part that was left out. */
interface LeftOut {
  readonly leftOut: string;
  readonly at: string;
}

/** Levels tried, deepest first. */
const DEEPEST = 12;
/** Of a list that is long in itself, so many items are shown. */
const FIRST_ITEMS = 50;

/**
 * The part of a document at a place, short enough to read.
 *
 * @param at names and numbers with dots between, such as `actions.3.levers`; empty is the whole
 * @returns undefined for a place that is not there
 */
export function outline(document: unknown, at = '', limit = READABLE): { readonly value: unknown } | undefined {
  const part = partAt(document, at === '' ? [] : at.split('.'));
  if (part === undefined) return undefined;
  for (let depth = DEEPEST; depth > 0; depth--) {
    const value = pruned(part, depth, at);
    if (JSON.stringify(value).length <= limit) return { value };
  }
  return { value: pruned(firstOf(part), 1, at) };
}

/** Ids of cells and actions hold dots themselves, so the longest name that fits is taken. */
function partAt(value: unknown, names: readonly string[]): unknown {
  if (names.length === 0) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  for (let count = names.length; count > 0; count--) {
    const name = names.slice(0, count).join('.');
    if (Object.hasOwn(value, name)) return partAt((value as Record<string, unknown>)[name], names.slice(count));
  }
  return undefined;
}

function pruned(value: unknown, depth: number, at: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return leftOut(value, at);
  const below = (name: string | number) => (at === '' ? String(name) : `${at}.${name}`);
  if (Array.isArray(value)) return value.map((item, i) => pruned(item, depth - 1, below(i)));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, pruned(item, depth - 1, below(name))]));
}

function leftOut(value: object, at: string): LeftOut | object {
  const count = Object.keys(value).length;
  if (count === 0) return value;
  return { leftOut: Array.isArray(value) ? `list of ${count}` : `object of ${count} fields`, at };
}

function firstOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, FIRST_ITEMS) as unknown[];
  return Object.fromEntries(Object.entries(value as object).slice(0, FIRST_ITEMS));
}
