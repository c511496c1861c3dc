/**
 * Which row of one edit is which of the other: by id, and where one has none by name and content. Rows of one name that cannot be told
 * apart are one thing, for a person to decide; nothing is paired by its order alone. See docs/adr/0014.
 */
import type { InventoryRow } from '@thousand-cities/model';
import { rowName, withRowIds } from '../rows/row-ids.ts';
import { keyed, same, type Items, type Sides } from './merge.ts';

/** A row of one side, and the line it belongs to: an id, or a name where no side has an id. */
interface Entry {
  readonly row: InventoryRow;
  readonly name: string;
  line?: string;
}

type Entries = readonly Entry[];

/** Match the rows of three inventories. Rows come back with the id of their line where any side has one. */
export function matchRows({ base, mine, theirs }: Sides<readonly InventoryRow[]>): Sides<Items> {
  const known = withRowIds(base);
  const entries: Sides<Entries> = {
    base: base.map((row, index) => ({ ...entryOf(row), line: known[index]!.id! })),
    mine: mine.map(entryOf),
    theirs: theirs.map(entryOf),
  };
  /** Lines that others of their name cannot be told apart from, and that name. */
  const unclear = new Map<string, string>();
  findInBase(entries.mine, entries.base, unclear);
  findInBase(entries.theirs, entries.base, unclear);
  pairNew(entries, unclear);
  return itemsBy(entries, unclear);
}

const entryOf = (row: InventoryRow): Entry => ({
  row,
  name: rowName(row),
  ...(row.id !== undefined && { line: row.id }),
});

/** Rows without an id are found among the rows of their name that were there before. */
function findInBase(side: Entries, base: Entries, unclear: Map<string, string>): void {
  const taken = new Set(side.map(({ line }) => line));
  const before = grouped(base);
  for (const [name, bare] of grouped(side.filter(({ line }) => line === undefined))) {
    const free = (before.get(name) ?? []).filter(({ line }) => !taken.has(line));
    const left = pairAlike(free, bare, (one, other) => (other.line = one.line!));
    for (const entry of left) {
      entry.line ??= unclearLine(name);
      unclear.set(entry.line, name);
    }
  }
}

/** Rows that both have made under one name are one row: a figure that two people write down at once is not counted twice. */
function pairNew({ base, mine, theirs }: Sides<Entries>, unclear: Map<string, string>): void {
  const newIn = (side: Entries, other: Entries) => {
    const lines = new Set([...base, ...other].map(({ line }) => line));
    return grouped(side.filter(({ line }) => line === undefined || !(lines.has(line) || unclear.has(line))));
  };
  const newTheirs = newIn(theirs, mine);
  for (const [name, ours] of newIn(mine, theirs)) {
    const left = pairAlike(ours, newTheirs.get(name) ?? [], (one, other) => {
      // Theirs is stored: what has been said of it since hangs on its id.
      one.line = other.line ??= one.line ?? name;
    });
    for (const entry of left) entry.line = unclearLine(name);
    if (left.length > 0) unclear.set(unclearLine(name), name);
  }
}

/** No id looks like this. */
const unclearLine = (name: string): string => `?${name}`;
const isUnclear = (line: string): boolean => line.startsWith('?');

function grouped(entries: Entries): ReadonlyMap<string, Entries> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.name, [...(groups.get(entry.name) ?? []), entry]);
  return groups;
}

/**
 * Pair rows that say the same, then the last one of each side.
 *
 * @returns those that cannot be told apart: of both sides, none where one side has none left
 */
function pairAlike(one: Entries, other: Entries, found: (one: Entry, other: Entry) => void): Entries {
  const left = [...other];
  const alone = one.filter((entry) => {
    const at = left.findIndex(({ row }) => same(bareOf(entry.row), bareOf(row)));
    if (at !== -1) found(entry, left.splice(at, 1)[0]!);
    return at === -1;
  });
  if (alone.length === 0 || left.length === 0) return [];
  if (alone.length > 1 || left.length > 1) return [...alone, ...left];
  found(alone[0]!, left[0]!);
  return [];
}

const bareOf = ({ id: _id, ...row }: InventoryRow): Omit<InventoryRow, 'id'> => row;

/** The rows of each side by a name that people can read, rows that cannot be told apart under one. */
function itemsBy(entries: Sides<Entries>, unclear: ReadonlyMap<string, string>): Sides<Items> {
  const ids = new Map<string, string>();
  for (const { row, line } of [...entries.theirs, ...entries.mine, ...entries.base]) {
    const isLine = line !== undefined && !isUnclear(line);
    if (row.id !== undefined && isLine && !ids.has(line)) ids.set(line, row.id);
  }
  const labelOf = labels();
  const of = (side: Entries): Items => {
    const named = side.map(({ row, name, line = name }) => {
      const id = ids.get(line) ?? row.id;
      const unclearName = unclear.get(line);
      const label = labelOf(unclearName === undefined ? line : unclearLine(unclearName), row);
      return { label, item: id === row.id ? row : { ...row, id: id! } };
    });
    return keyed(named, ({ label }) => label, ({ item }) => item)!; // prettier-ignore
  };
  return { mine: of(entries.mine), theirs: of(entries.theirs), base: of(entries.base) };
}

/** Lines by the names people know: reference, activity and carrier of the first row met, numbered where several lines have one. */
function labels(): (line: string, row: InventoryRow) => string {
  const known = new Map<string, string>();
  const used = new Set<string>();
  return (line, { ref, activity }) => {
    const before = known.get(line);
    if (before !== undefined) return before;
    const name = [ref, activity?.activity, activity?.carrier].filter(Boolean).join('/');
    let label = name;
    for (let count = 2; used.has(label); count++) label = `${name}#${count}`;
    used.add(label);
    known.set(line, label);
    return label;
  };
}
