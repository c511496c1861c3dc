/** Two inventories row by row: two versions of one, or two years. */
import { GPC_REFERENCES, type GpcRef, type Inventory, type InventoryRow } from '@thousand-cities/model';
import { rowPlaces } from '../inventory-grid/place.ts';
import { changesBetween, type CellChange } from './cells.ts';

/** What became of one row. `place` names it in both. */
export interface RowChange {
  readonly place: string;
  readonly ref: GpcRef;
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
  readonly before?: InventoryRow;
  readonly after?: InventoryRow;
  /** The cells that differ; none where a row came or went. */
  readonly cells: readonly CellChange[];
}

const ORDER: ReadonlyMap<string, number> = new Map(GPC_REFERENCES.map(({ ref }, index) => [ref, index]));
const byReference = (one: RowChange, other: RowChange) => (ORDER.get(one.ref) ?? 99) - (ORDER.get(other.ref) ?? 99);

/** Hold two inventories against each other, in GPC order. Rows are matched by place: reference, carrier, activity. */
export function compareInventories(before: Inventory, after: Inventory): readonly RowChange[] {
  const old = byPlace(before);
  const now = byPlace(after);
  const changes: RowChange[] = [];
  for (const [place, row] of old) {
    const next = now.get(place);
    if (next === undefined) changes.push({ place, ref: row.ref, kind: 'removed', before: row, cells: [] });
    else {
      const cells = changesBetween(row, next);
      changes.push({ place, ref: row.ref, kind: cells.length === 0 ? 'same' : 'changed', before: row, after: next, cells }); // prettier-ignore
    }
  }
  for (const [place, row] of now) {
    if (!old.has(place)) changes.push({ place, ref: row.ref, kind: 'added', after: row, cells: [] });
  }
  return changes.toSorted(byReference);
}

/** What differs, without the rows that are the same. */
export const differencesOf = (before: Inventory, after: Inventory): readonly RowChange[] =>
  compareInventories(before, after).filter(({ kind }) => kind !== 'same');

/** Rows by their place. */
export function byPlace({ rows }: Inventory): ReadonlyMap<string, InventoryRow> {
  const places = rowPlaces(rows);
  return new Map(rows.map((row, index) => [places[index]!, row]));
}
