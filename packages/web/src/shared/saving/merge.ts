/**
 * Two edits of one document put together. What only one side changed is taken from that side; what both changed differently is a
 * conflict, in which mine stands until a person decides. Lists of things with an identity are merged thing by thing.
 */

/** A JSON value; `undefined` for a member that is not there. */
export type Json = unknown;

export interface Conflict {
  /** Where: names of members, and of list items. */
  readonly path: readonly string[];
  /** `undefined` where the side has not (or no longer) this value; lists where the path names items that nothing tells apart. */
  readonly base: Json;
  readonly mine: Json;
  readonly theirs: Json;
}

export interface Merged {
  readonly merged: Json;
  readonly conflicts: readonly Conflict[];
}

/** The document that both edits were made from, and the two of them. */
export interface Sides<T = Json> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

/** Items that nothing tells apart: merged as one thing. */
export class Alike {
  readonly items: readonly Json[];

  constructor(items: readonly Json[]) {
    this.items = items;
  }
}

/** Items of a list by what they are known by, in its order. */
export type Items = ReadonlyMap<string, Json>;

/** What the merge must know of a kind of document. */
export interface MergeRules {
  /** Identity of a list item; undefined where a list has none and is one value. Items of one identity are merged as one thing. */
  identityOf(item: Json, path: readonly string[]): string | undefined;
  /** The items of a list matched over all three sides, where that takes more than an identity each; undefined where it does not. */
  match?(lists: Sides<readonly Json[]>, path: readonly string[]): Sides<Items> | undefined;
  /** Members of the object at a path that make sense only together, such as an amount, its unit and what was worked out from them. */
  together(path: readonly string[]): readonly (readonly string[])[];
}

type Fields = Readonly<Record<string, Json>>;

const isObject = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two JSON values say the same; the order of members does not matter. */
export function same(one: Json, other: Json): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(own(one, name), own(other, name)));
}

/** Put two edits of `base` together. */
export function mergeThree(base: Json, mine: Json, theirs: Json, rules: MergeRules): Merged {
  return mergeGiving({ base, mine, theirs }, rules, new Set());
}

/** Both edits put together, with their side of some conflicts; mine of the others. The conflicts are those of `mergeThree`. */
export function chooseTheirs(sides: Sides, given: readonly Conflict[], rules: MergeRules): Json {
  return mergeGiving(sides, rules, new Set(given.map(keyOf))).merged;
}

const keyOf = ({ path }: Pick<Conflict, 'path'>): string => JSON.stringify(path);

function mergeGiving({ base, mine, theirs }: Sides, rules: MergeRules, given: ReadonlySet<string>): Merged {
  const conflicts: Conflict[] = [];
  const merged = mergeAt([], base, mine, theirs, { rules, conflicts, given });
  return { merged, conflicts };
}

interface Merging {
  readonly rules: MergeRules;
  readonly conflicts: Conflict[];
  /** Conflicts that are given to the other side. */
  readonly given: ReadonlySet<string>;
}

function mergeAt(path: readonly string[], base: Json, mine: Json, theirs: Json, merging: Merging): Json {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isObject(mine) && isObject(theirs)) return mergeObjects(path, isObject(base) ? base : {}, mine, theirs, merging);
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const lists = itemsOf({ base: Array.isArray(base) ? base : [], mine, theirs }, path, merging.rules);
    if (lists) return mergeLists(path, lists, merging);
  }
  return decided({ path, base, mine, theirs }, merging);
}

/** Both changed the same, each in another way: mine, or theirs where it is given to them. */
function decided<T>(
  conflict: Conflict & { readonly mine: T; readonly theirs: T },
  { conflicts, given }: Pick<Merging, 'conflicts' | 'given'>,
): T {
  conflicts.push(conflict);
  return given.has(keyOf(conflict)) ? conflict.theirs : conflict.mine;
}

function mergeObjects(
  path: readonly string[],
  base: Fields,
  mine: Fields,
  theirs: Fields,
  merging: Merging,
): Record<string, Json> {
  const result: Record<string, Json> = {};
  const done = new Set<string>();
  for (const group of merging.rules.together(path)) {
    const [ofBase, ofMine, ofTheirs] = [base, mine, theirs].map((side) => pick(side, group));
    const taken = asOne([...path, group[0]!], { base: ofBase!, mine: ofMine!, theirs: ofTheirs! }, merging);
    Object.assign(result, taken);
    group.forEach((name) => done.add(name));
  }
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    // No document may have such a member, and giving it would give the result another prototype.
    if (done.has(name) || name === '__proto__') continue;
    const value = mergeAt([...path, name], own(base, name), own(mine, name), own(theirs, name), merging);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** One side or the other, whole. */
function asOne<T>(path: readonly string[], { base, mine, theirs }: Sides<T>, merging: Merging): T {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  return decided({ path, base, mine, theirs }, merging);
}

/** A member of its own: `constructor` and its like are not there unless they were written. */
const own = (side: Fields, name: string): Json => (Object.hasOwn(side, name) ? side[name] : undefined);

function pick(side: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.filter((name) => side[name] !== undefined).map((name) => [name, side[name]]));
}

/** The items of three lists by what they are known by; undefined when one of them is known by nothing. */
function itemsOf(
  { base, mine, theirs }: Sides<readonly Json[]>,
  path: readonly string[],
  rules: MergeRules,
): Sides<Items> | undefined {
  const matched = rules.match?.({ base, mine, theirs }, path);
  if (matched) return matched;
  const [ofBase, ofMine, ofTheirs] = [base, mine, theirs].map((list) =>
    keyed(
      list,
      (item) => rules.identityOf(item, path),
      (item) => item,
    ),
  );
  return ofBase && ofMine && ofTheirs && { base: ofBase, mine: ofMine, theirs: ofTheirs };
}

/** A list by the keys of its items, in its order, those of one key as one thing; undefined when an item has no key. */
export function keyed<T>(
  list: readonly T[],
  keyOfItem: (item: T) => string | undefined,
  valueOf: (item: T) => Json,
): Items | undefined {
  const items = new Map<string, Json>();
  for (const item of list) {
    const key = keyOfItem(item);
    if (key === undefined) return undefined;
    const value = valueOf(item);
    items.set(key, items.has(key) ? new Alike([...allOf(items.get(key)), value]) : value);
  }
  return items;
}

/** The items behind a key. */
const allOf = (value: Json): readonly Json[] =>
  value instanceof Alike ? value.items : value === undefined ? [] : [value];

/** My order stands; what only they have comes after the item it follows on their side. */
function mergeLists(path: readonly string[], { base, mine, theirs }: Sides<Items>, merging: Merging): Json[] {
  const order = [...mine.keys()];
  let before: string | undefined;
  for (const key of theirs.keys()) {
    if (!mine.has(key)) order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
    before = key;
  }
  return order.flatMap((key) => {
    const at = [...path, key];
    const sides = [base, mine, theirs].map((side) => side.get(key));
    if (sides.some((side) => side instanceof Alike)) {
      const [ofBase, ofMine, ofTheirs] = sides.map(allOf);
      return asOne(at, { base: ofBase!, mine: ofMine!, theirs: ofTheirs! }, merging);
    }
    const value = mergeAt(at, sides[0], sides[1], sides[2], merging);
    return value === undefined ? [] : [value];
  });
}
