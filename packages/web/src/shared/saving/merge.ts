/**
 * Two edits of one document put together. What only one side changed is taken from that side; what both changed differently is a
 * conflict, in which mine stands until a person decides. Lists of things with an identity are merged thing by thing.
 */

/** A JSON value; `undefined` for a member that is not there. */
export type Json = unknown;

export interface Conflict {
  /** Where: names of members, and identities of list items. */
  readonly path: readonly string[];
  /** `undefined` where the side has not (or no longer) this value. */
  readonly base: Json;
  readonly mine: Json;
  readonly theirs: Json;
}

export interface Merged {
  readonly merged: Json;
  readonly conflicts: readonly Conflict[];
}

/** What the merge must know of a kind of document. */
export interface MergeRules {
  /** Identity of a list item; undefined where a list has none and is one value. Repeated identities are told apart by their order. */
  identityOf(item: Json, path: readonly string[]): string | undefined;
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
  return [...names].every((name) => same(one[name], other[name]));
}

/** Put two edits of `base` together. */
export function mergeThree(base: Json, mine: Json, theirs: Json, rules: MergeRules): Merged {
  const conflicts: Conflict[] = [];
  const merged = mergeAt([], base, mine, theirs, { rules, conflicts });
  return { merged, conflicts };
}

interface Merging {
  readonly rules: MergeRules;
  readonly conflicts: Conflict[];
}

function mergeAt(path: readonly string[], base: Json, mine: Json, theirs: Json, merging: Merging): Json {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isObject(mine) && isObject(theirs)) return mergeObjects(path, isObject(base) ? base : {}, mine, theirs, merging);
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const lists = [Array.isArray(base) ? base : [], mine, theirs].map((list) => keyed(list, path, merging.rules));
    const [ofBase, ofMine, ofTheirs] = lists;
    if (ofBase && ofMine && ofTheirs) return mergeLists(path, ofBase, ofMine, ofTheirs, merging);
  }
  merging.conflicts.push({ path, base, mine, theirs });
  return mine;
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
    const taken = asOne([...path, group[0]!], ofBase!, ofMine!, ofTheirs!, merging);
    Object.assign(result, taken);
    group.forEach((name) => done.add(name));
  }
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    if (done.has(name)) continue;
    const value = mergeAt([...path, name], base[name], mine[name], theirs[name], merging);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** One side or the other, whole. */
function asOne(path: readonly string[], base: Fields, mine: Fields, theirs: Fields, { conflicts }: Merging): Fields {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  conflicts.push({ path, base, mine, theirs });
  return mine;
}

function pick(side: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.filter((name) => side[name] !== undefined).map((name) => [name, side[name]]));
}

/** A list by identity, in its order; undefined when an item has none. */
function keyed(list: readonly Json[], path: readonly string[], rules: MergeRules): Map<string, Json> | undefined {
  const items = new Map<string, Json>();
  for (const item of list) {
    const identity = rules.identityOf(item, path);
    if (identity === undefined) return undefined;
    let key = identity;
    for (let count = 2; items.has(key); count++) key = `${identity}#${count}`;
    items.set(key, item);
  }
  return items;
}

type Items = ReadonlyMap<string, Json>;

/** My order stands; what only they have comes after the item it follows on their side. */
function mergeLists(path: readonly string[], base: Items, mine: Items, theirs: Items, merging: Merging): Json[] {
  const order = [...mine.keys()];
  let before: string | undefined;
  for (const key of theirs.keys()) {
    if (!mine.has(key)) order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
    before = key;
  }
  return order.flatMap((key) => {
    const value = mergeAt([...path, key], base.get(key), mine.get(key), theirs.get(key), merging);
    return value === undefined ? [] : [value];
  });
}

/** Set the value at a path of conflicts, for a person's choice of the other side. A group is set with all its members. */
export function chooseTheirs(document: Json, conflict: Conflict, rules: MergeRules): Json {
  return replaceAt(document, [], conflict, rules);
}

function replaceAt(value: Json, at: readonly string[], conflict: Conflict, rules: MergeRules): Json {
  const name = conflict.path[at.length]!;
  const isLast = at.length === conflict.path.length - 1;
  if (Array.isArray(value)) {
    const items = keyed(value, at, rules) ?? new Map<string, Json>();
    const next = new Map(items);
    const changed = isLast ? conflict.theirs : replaceAt(items.get(name), [...at, name], conflict, rules);
    if (changed === undefined) next.delete(name);
    else next.set(name, changed);
    return [...next.values()];
  }
  const fields = isObject(value) ? value : {};
  if (!isLast) return { ...fields, [name]: replaceAt(fields[name], [...at, name], conflict, rules) };
  const group = rules.together(at).find(([first]) => first === name);
  const rest = Object.entries(fields).filter(([key]) => !(group ?? [name]).includes(key));
  const theirs = group ? Object.entries(conflict.theirs as Fields) : [[name, conflict.theirs] as const];
  return Object.fromEntries([...rest, ...theirs].filter(([, each]) => each !== undefined));
}
