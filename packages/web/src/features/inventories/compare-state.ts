/** Two inventories row by row: two versions of one, or two years. */
import { GPC_REFERENCES, type GpcRef, type Inventory, type InventoryRow } from '@thousand-cities/model';
import { placeOfId } from '../../shared/rows/place.ts';
import { rowNames, withRowIds } from '../../shared/rows/row-ids.ts';
import { changesBetween, type CellChange } from './cells.ts';

/** What became of one row. */
export interface RowChange {
  /** The row in the inventory it is in, the later one where it is in both. */
  readonly place: string;
  /** The row in the earlier inventory; another one where it is known by its name only. */
  readonly placeBefore?: string;
  readonly ref: GpcRef;
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  readonly before?: InventoryRow;
  readonly after?: InventoryRow;
  /** The cells that differ; none where a row came or went. */
  readonly cells: readonly CellChange[];
}

const ORDER: ReadonlyMap<string, number> = new Map(GPC_REFERENCES.map(({ ref }, index) => [ref, index]));
const byReference = (one: RowChange, other: RowChange) => (ORDER.get(one.ref) ?? 99) - (ORDER.get(other.ref) ?? 99);

/** A row as stored, and what it is known by. */
interface Known {
  readonly row: InventoryRow;
  readonly id: string;
  readonly name: string;
}

type Pairs = Map<Known, Known>;

/**
 * Hold two inventories against each other, in GPC order. Versions of a year are matched by id, and by name where one has none; two
 * years by name, and by id what is left: what a row measures says more there than that it was once carried over.
 */
export function compareInventories(before: Inventory, after: Inventory): readonly RowChange[] {
  const [old, now] = [knownRows(before), knownRows(after)];
  const pairs: Pairs = new Map();
  const byId = () => pair(pairs, old, now, ({ id }) => id);
  const byName = (may: (one: Known, other: Known) => boolean) => pair(pairs, old, now, ({ name }) => name, may);
  if (before.year === after.year) {
    byId();
    byName((one, other) => one.row.id === undefined || other.row.id === undefined);
  } else {
    byName(() => true);
    byId();
  }
  const found = new Set(pairs.values());
  const changes = [
    ...old.map((one) => changeOf(one, pairs.get(one))),
    ...now.filter((one) => !found.has(one)).map((one) => changeOf(undefined, one)),
  ];
  return changes.toSorted(byReference);
}

function knownRows({ rows }: Inventory): readonly Known[] {
  const names = rowNames(rows);
  return withRowIds(rows).map(({ id }, index) => ({ row: rows[index]!, id: id!, name: names[index]! }));
}

/** Match what has no partner yet by a key that each has once. A line that moved to another reference went there and came here. */
function pair(
  pairs: Pairs,
  old: readonly Known[],
  now: readonly Known[],
  keyOf: (known: Known) => string,
  may: (one: Known, other: Known) => boolean = () => true,
): void {
  const taken = new Set(pairs.values());
  const free = new Map(now.filter((each) => !taken.has(each)).map((each) => [keyOf(each), each]));
  for (const one of old) {
    const other = free.get(keyOf(one));
    const fits = other?.row.ref === one.row.ref && may(one, other);
    if (fits && !pairs.has(one)) pairs.set(one, other);
  }
}

function changeOf(one: Known | undefined, other: Known | undefined): RowChange {
  const place = placeOfId((other ?? one)!.id);
  if (one === undefined) return { place, ref: other!.row.ref, kind: 'added', after: other!.row, cells: [] };
  const before = one.row;
  const placeBefore = placeOfId(one.id);
  if (other === undefined) return { place, placeBefore, ref: before.ref, kind: 'removed', before, cells: [] };
  const after = other.row;
  const cells = changesBetween(before, after);
  return { place, placeBefore, ref: after.ref, kind: cells.length === 0 ? 'same' : 'changed', before, after, cells };
}

/** What differs, without the rows that are the same. */
export const differencesOf = (before: Inventory, after: Inventory): readonly RowChange[] =>
  compareInventories(before, after).filter(({ kind }) => kind !== 'same');
