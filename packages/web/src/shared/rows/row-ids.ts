/** Ids of rows: the ones they have, the ones that follow from their names, and new ones. See docs/adr/0014. */
import type { InventoryRow } from '@thousand-cities/model';

type Named = Pick<InventoryRow, 'ref' | 'activity'>;

/** Letters of the longest part of a name; what is longer is cut, and told apart by its number. */
const LONGEST = 60;

/** A part of a name: lower case, letters and digits of any script, hyphens between. `-` for nothing. */
function part(text: string | undefined): string {
  const slug = (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return slug === '' ? '-' : Array.from(slug).slice(0, LONGEST).join('');
}

/** Names are asked for at every keystroke, of rows that have not changed. */
const names = new WeakMap<Named, string>();

/** What a row is about, not numbered: `REFERENCE/CARRIER/ACTIVITY`. */
export function rowName(row: Named): string {
  const known = names.get(row);
  if (known !== undefined) return known;
  const name = `${row.ref}/${part(row.activity?.carrier)}/${part(row.activity?.activity)}`;
  names.set(row, name);
  return name;
}

/** The name of every row, in their order: `REFERENCE/CARRIER/ACTIVITY#N`, numbered among rows of the same name. */
export function rowNames(rows: readonly Named[]): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const name = rowName(row);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name}#${count}`;
  });
}

/** The name of a reference that has no row yet; the same as its first row's while that names no activity. */
export const absentName = (ref: string): string => `${ref}/-/-#1`;

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** FNV-1a, 64 bits, of the UTF-8 bytes. Source: Fowler, Noll, Vo (IETF draft-eastlake-fnv). */
export function fnv1a64(text: string): bigint {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash;
}

/** 64 bits as an id. It begins with a letter, so that no spreadsheet takes it for a number. */
const idOf = (bits: bigint): string => `r${bits.toString(36).padStart(13, '0')}`;

/** The id that follows from a name. Stored documents hold such ids: it never changes. */
export const idOfName = (name: string): string => idOf(fnv1a64(name));

const kept = new WeakMap<readonly InventoryRow[], readonly InventoryRow[]>();

/**
 * The rows, each with an id: its own, or the one that follows from its name. Everybody comes to the same ones. Rows that all have one
 * are returned as they are.
 */
export function withRowIds(rows: readonly InventoryRow[]): readonly InventoryRow[] {
  if (rows.every(({ id }) => id !== undefined)) return rows;
  const known = kept.get(rows);
  if (known !== undefined) return known;
  const used = new Set(rows.map(({ id }) => id));
  const all = rowNames(rows).map((name, index): InventoryRow => {
    const row = rows[index]!;
    if (row.id !== undefined) return row;
    let id = idOfName(name);
    // A row that had this name once has kept the id: this is another one.
    for (let turn = 2; used.has(id); turn++) id = idOfName(`${name}~${turn}`);
    used.add(id);
    return { ...row, id };
  });
  kept.set(rows, all);
  return all;
}

/** An id that nobody has: 64 bits of chance. */
export const newRowId = (): string => idOf(crypto.getRandomValues(new BigUint64Array(1))[0]!);

/** The rows with new ids for those that have none: rows that have just been made. */
export function withNewIds(rows: readonly InventoryRow[], next: () => string = newRowId): readonly InventoryRow[] {
  return rows.every(({ id }) => id !== undefined)
    ? rows
    : rows.map((row) => (row.id === undefined ? { ...row, id: next() } : row));
}
