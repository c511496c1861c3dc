/** The rows of the grid: every GPC reference in order, with the rows the inventory has of it, or one that says there is none. */
import { GPC_REFERENCES, type Inventory, type InventoryRow, type Sector } from '@thousand-cities/model';
import { absentPlace, rowPlaces } from '../../shared/rows/place.ts';

/** A row of the grid. */
export interface GridRecord {
  readonly ref: string;
  /** Stable name of the row. */
  readonly place: string;
  /** Place among the rows of the inventory; undefined where it has none of this reference. */
  readonly at: number | undefined;
  readonly row: InventoryRow | undefined;
  /** Place among the rows of its reference, from 0. */
  readonly order: number;
}

const REFS = GPC_REFERENCES.map(({ ref }) => ref);
const RANK: ReadonlyMap<string, number> = new Map(REFS.map((ref, rank) => [ref, rank]));

/** Where a reference stands among all; one that the GPC does not know comes last. */
export const rankOf = (ref: string): number => RANK.get(ref) ?? REFS.length;

const kept = new WeakMap<Inventory['rows'], readonly GridRecord[]>();

/** The rows of the grid in GPC order; rows of one reference in the order of the inventory. */
export function recordsOf({ rows }: Pick<Inventory, 'rows'>): readonly GridRecord[] {
  const known = kept.get(rows);
  if (known) return known;
  const places = rowPlaces(rows);
  const byRank: GridRecord[][] = Array.from({ length: REFS.length + 1 }, () => []);
  rows.forEach((row, at) => {
    const own = byRank[rankOf(row.ref)]!;
    own.push({ ref: row.ref, place: places[at]!, at, row, order: own.length });
  });
  const records = byRank.flatMap((own, rank) => {
    if (own.length > 0 || rank === REFS.length) return own;
    const ref = REFS[rank]!;
    return [{ ref, place: absentPlace(ref), at: undefined, row: undefined, order: 0 }];
  });
  kept.set(rows, records);
  return records;
}

/** A line of the grid as it is drawn: a heading of a sector or sub-sector, or a row. */
export type GridLine =
  | { readonly kind: 'sector'; readonly sector: Sector }
  | { readonly kind: 'subsector'; readonly subsector: string; readonly sector: Sector }
  | { readonly kind: 'record'; readonly record: GridRecord; readonly index: number };

const BY_REF = new Map(GPC_REFERENCES.map((entry) => [entry.ref, entry]));

/** Rows with the headings between them. A sub-sector of one reference has no heading of its own. */
export function linesOf(records: readonly GridRecord[]): readonly GridLine[] {
  const lines: GridLine[] = [];
  let sector: string | undefined;
  let subsector: string | undefined;
  records.forEach((record, index) => {
    const entry = BY_REF.get(record.ref);
    if (entry && entry.sector !== sector) lines.push({ kind: 'sector', sector: entry.sector });
    if (entry && entry.subsector !== subsector && entry.subsector !== entry.ref) {
      lines.push({ kind: 'subsector', subsector: entry.subsector, sector: entry.sector });
    }
    sector = entry?.sector;
    subsector = entry?.subsector;
    lines.push({ kind: 'record', record, index });
  });
  return lines;
}
