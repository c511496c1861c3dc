/**
 * Changing the grid: cells, blocks, rows. An inventory goes in and an inventory comes out, or every cell that is refused; nothing
 * is taken in part. No DOM, no clock: undo is going back to the inventory before.
 */
import { isGpcRef, type Inventory, type InventoryRow } from '@thousand-cities/model';
import { cellText } from './cells.ts';
import { GRID_COLUMNS, type GridColumn } from './columns.ts';
import { editedRow, emptyRow, type EditContext, type Refusal } from './edit-row.ts';
import { absentName, idOfName } from '../../shared/rows/row-ids.ts';
import { rankOf, recordsOf, type GridRecord } from './records.ts';
import type { Range } from './selection.ts';
import type { Block } from './tsv.ts';

/** A cell that was refused, and where: the row of the grid, or the row of the block where that would be a new one. */
export interface RefusedCell extends Omit<Refusal, 'code'> {
  readonly code: Refusal['code'] | 'ref-unknown' | 'too-wide';
  readonly ref: string;
  /** Row of the pasted block, from 1. */
  readonly line?: number;
}

/** What came of a change. */
export type Change =
  | { readonly inventory: Inventory; readonly changed: number; readonly added: number }
  | { readonly refused: readonly RefusedCell[] };

/** New texts of one row of the grid, or of a row to be added to a reference. */
interface Target {
  readonly record?: GridRecord;
  readonly ref: string;
  readonly line?: number;
  readonly cells: Map<GridColumn, string>;
}

/** Change one cell. */
export function setCell(
  inventory: Inventory,
  index: number,
  column: GridColumn,
  text: string,
  context: EditContext,
): Change {
  const record = recordsOf(inventory)[index]!;
  return applied(inventory, [{ record, ref: record.ref, cells: new Map([[column, text]]) }], context);
}

/** The texts of a range, row by row. */
export function copied(inventory: Inventory, range: Range, { form }: Pick<EditContext, 'form'>): Block {
  const columns = columnsOf(range);
  return recordsIn(inventory, range).map(({ row, ref }) =>
    columns.map((column) => (column === 'ref' ? ref : cellText(row, column, form))),
  );
}

/** Empty the cells of a range. Figures that are calculated are not cells to be emptied: they go with their amount. */
export function cleared(inventory: Inventory, range: Range, context: EditContext): Change {
  const columns = columnsOf(range).filter((column) => column !== 'ref');
  const targets = recordsIn(inventory, range).map((record): Target => {
    const isCalculated = record.row?.activity?.amount !== undefined && !columns.includes('amount');
    const own = columns.filter((column) => column !== 'result' || !isCalculated);
    return { record, ref: record.ref, cells: new Map(own.map((column) => [column, ''])) };
  });
  return applied(inventory, targets, context);
}

/**
 * Fill a range from another: its texts over and over. The two may overlap.
 *
 * @param from the pattern
 * @param into what is filled
 */
export function filled(inventory: Inventory, from: Range, into: Range, context: EditContext): Change {
  const pattern = copied(inventory, from, context);
  const columns = columnsOf(into);
  const sources = recordsIn(inventory, from);
  const targets = recordsIn(inventory, into).map((record, r): Target => {
    const texts = pattern[r % pattern.length]!;
    const isCalculated = sources[r % sources.length]!.row?.activity?.amount !== undefined;
    const cells = columns
      .map((column, c) => [column, texts[c % texts.length]!] as const)
      // A figure that goes with its amount is worked out, not filled in.
      .filter(([column]) => column !== 'ref' && !(column === 'result' && isCalculated));
    return { record, ref: record.ref, cells: new Map(cells) };
  });
  return applied(inventory, targets, context);
}

/**
 * Where the rows of a block go.
 * - `down`: to the rows below one another; past the last row of the grid they are added to its reference
 * - `reference`: to the rows of the reference it begins in; what is more is added there
 */
export type PasteMode = 'down' | 'reference';

export interface PasteOptions {
  readonly mode?: PasteMode;
  /** Copied from this grid: its calculated figures are not statements, so they are worked out anew where they are pasted. */
  readonly isOwn?: boolean;
}

/**
 * Paste a block. One that begins in the column of references goes to the references it names, each to its next row there, and
 * rows are added where there are not enough. A smaller block fills a selection it goes into evenly.
 */
export function pasted(
  inventory: Inventory,
  block: Block,
  range: Range,
  context: EditContext,
  { mode = 'down', isOwn = false }: PasteOptions = {},
): Change {
  const columns = GRID_COLUMNS.slice(range.left);
  const refused = tooWide(block, columns, recordsOf(inventory)[range.top]!.ref);
  if (refused.length > 0) return { refused };
  const tiled = tile(block, range);
  const targets =
    range.left === 0 ? targetsByName(inventory, tiled, range.top) : targetsBelow(inventory, tiled, range.top, mode);
  if ('refused' in targets) return targets;
  const filledIn = targets.map((target, line): Target => {
    const cells = new Map(tiled[line]!.map((text, c) => [columns[c]!, text]));
    cells.delete('ref');
    if (isOwn && (cells.get('amount') ?? '') !== '') cells.delete('result');
    return { ...target, line: line + 1, cells };
  });
  return applied(inventory, filledIn, context);
}

type Destination = Pick<Target, 'record' | 'ref'>;

function tooWide(block: Block, columns: readonly GridColumn[], ref: string): readonly RefusedCell[] {
  return block.flatMap((cells, line) => {
    const text = cells.slice(columns.length).find((cell) => cell.trim() !== '');
    return text === undefined
      ? []
      : [{ column: columns.at(-1)!, code: 'too-wide' as const, text, ref, line: line + 1 }];
  });
}

/** The block once, or as often as the selection holds it whole; cells beyond the last column are empty and fall away. */
function tile(block: Block, range: Range): Block {
  const width = Math.max(...block.map(({ length }) => length));
  const times = (size: number, room: number) => (room % size === 0 ? room / size : 1);
  const down = times(block.length, range.bottom - range.top + 1);
  const across = times(width, range.right - range.left + 1);
  const most = GRID_COLUMNS.length - range.left;
  const even = block.map((cells) => Array.from({ length: width }, (_, c) => cells[c] ?? ''));
  return Array.from({ length: down }, () => even)
    .flat()
    .map((cells) =>
      Array.from({ length: across }, () => cells)
        .flat()
        .slice(0, most),
    );
}

function targetsBelow(inventory: Inventory, block: Block, top: number, mode: PasteMode): readonly Destination[] {
  const records = recordsOf(inventory);
  const { ref } = mode === 'reference' ? records[top]! : records.at(-1)!;
  return block.map((_, line): Destination => {
    const record = records[top + line];
    return record && (mode === 'down' || record.ref === ref) ? { record, ref: record.ref } : { ref };
  });
}

/** Each row to the next row of the reference it names; in the reference where the paste begins, from there on. */
function targetsByName(
  inventory: Inventory,
  block: Block,
  top: number,
): readonly Destination[] | { readonly refused: readonly RefusedCell[] } {
  const records = recordsOf(inventory);
  const begin = records[top]!;
  const rowOf = new Map(records.map((record) => [`${record.ref} ${record.order}`, record]));
  const next = new Map<string, number>([[begin.ref, begin.order]]);
  const refused: RefusedCell[] = [];
  const targets = block.map((cells, line): Destination => {
    const text = cells[0]!;
    const ref = text.trim().toUpperCase().replace(/\.$/, '');
    if (!isGpcRef(ref)) refused.push({ column: 'ref', code: 'ref-unknown', text, ref: text, line: line + 1 });
    const order = next.get(ref) ?? 0;
    next.set(ref, order + 1);
    const record = rowOf.get(`${ref} ${order}`);
    return record ? { record, ref } : { ref };
  });
  return refused.length > 0 ? { refused } : targets;
}

/** A block whose first row holds headings, not a reference, without them. */
export function withoutHeadings(block: Block, left: number): Block {
  const [first, ...rest] = block;
  const isHeading = left === 0 && rest.length > 0 && !isGpcRef((first?.[0] ?? '').trim().toUpperCase());
  return isHeading && isGpcRef((rest[0]![0] ?? '').trim().toUpperCase()) ? rest : block;
}

/** Add an empty row to a reference. */
export function withRow(inventory: Inventory, ref: string): Inventory {
  return { ...inventory, rows: inserted([...inventory.rows], [newRow(inventory, ref)]) };
}

/** Take the rows of a range away; a reference whose last row goes is missing again. */
export function withoutRows(inventory: Inventory, range: Pick<Range, 'top' | 'bottom'>): Inventory {
  const gone = new Set(recordsIn(inventory, range).map(({ at }) => at));
  const rows = inventory.rows.filter((_, at) => !gone.has(at));
  return rows.length === inventory.rows.length ? inventory : { ...inventory, rows };
}

function columnsOf({ left, right }: Range): readonly GridColumn[] {
  return GRID_COLUMNS.slice(left, right + 1);
}

function recordsIn(inventory: Inventory, { top, bottom }: Pick<Range, 'top' | 'bottom'>): readonly GridRecord[] {
  return recordsOf(inventory).slice(top, bottom + 1);
}

/** All of it or nothing. */
function applied(inventory: Inventory, targets: readonly Target[], context: EditContext): Change {
  const rows = [...inventory.rows];
  const added: InventoryRow[] = [];
  const refused: RefusedCell[] = [];
  let changed = 0;
  for (const { record, ref, line, cells } of targets) {
    const before = record?.row ?? (record ? newRow(inventory, ref) : emptyRow(ref));
    const after = editedRow(before, cells, context);
    if (isRefusal(after)) {
      refused.push(...after.map((refusal) => ({ ...refusal, ref, ...(line !== undefined && { line }) })));
    } else if (after !== before) {
      changed++;
      if (record?.at === undefined) added.push(after);
      else rows[record.at] = after;
    }
  }
  if (refused.length > 0) return { refused };
  if (changed === 0) return { inventory, changed, added: 0 };
  return { inventory: { ...inventory, rows: inserted(rows, added) }, changed, added: added.length };
}

/** The first row of a reference has the id of the place that was empty: whoever else fills it fills the same. Others get theirs later. */
function newRow({ rows }: Inventory, ref: string): InventoryRow {
  const id = idOfName(absentName(ref));
  const isFirst = rows.every((row) => row.ref !== ref && row.id !== id);
  return isFirst ? { id, ...emptyRow(ref) } : emptyRow(ref);
}

const isRefusal = (after: InventoryRow | readonly Refusal[]): after is readonly Refusal[] => Array.isArray(after);

/** Put each row behind the rows of its reference, or where its reference would stand. Changes `rows`. */
function inserted(rows: InventoryRow[], added: readonly InventoryRow[]): readonly InventoryRow[] {
  for (const row of added) {
    const rank = rankOf(row.ref);
    const last = rows.findLastIndex(({ ref }) => ref === row.ref);
    const after = last === -1 ? rows.findLastIndex(({ ref }) => rankOf(ref) < rank) : last;
    rows.splice(after + 1, 0, row);
  }
  return rows;
}
