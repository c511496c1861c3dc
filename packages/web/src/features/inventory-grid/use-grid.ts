/** One grid under the hands of a person: where they are, what they have open, and what each deed does to the inventory. */
import type { Inventory } from '@thousand-cities/model';
import { useCallback, useMemo, useRef, useState } from 'react';
import { cellText } from './cells.ts';
import { GRID_COLUMNS, type GridColumn } from './columns.ts';
import type { EditContext } from './edit-row.ts';
import { recordsOf, type GridRecord } from './records.ts';
import {
  at,
  cellBeyond,
  isOneCell,
  rangeOf,
  selectionAfter,
  selectionWithin,
  START,
  type Extent,
  type Range,
  type Selection,
  type Stroke,
} from './selection.ts';
import * as state from './state.ts';
import { readBlock, writeBlock } from './tsv.ts';

/** A cell that is open. */
export interface OpenCell {
  readonly row: number;
  readonly column: GridColumn;
  /** The text it opened with: what was there, or the key that replaced it. */
  readonly text: string;
  /** Opened by typing: arrows leave it, as in a spreadsheet. */
  readonly isReplacing: boolean;
}

/** What the last deed did, to be said. */
export type GridSaying =
  | { readonly kind: 'refused'; readonly refused: readonly state.RefusedCell[] }
  | { readonly kind: 'pasted' | 'filled' | 'cleared'; readonly changed: number; readonly added: number }
  | { readonly kind: 'copied'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'row-added'; readonly ref: string }
  | { readonly kind: 'rows-removed'; readonly count: number }
  | { readonly kind: 'leave' };

interface GridOptions {
  readonly inventory: Inventory;
  readonly context: EditContext;
  readonly mayWrite: boolean;
  readonly edit: (next: Inventory) => void;
}

const columnAt = (column: number): GridColumn => GRID_COLUMNS[column]!;
const isNumber = (column: GridColumn | undefined) => column === 'amount' || column === 'result';

export type Grid = ReturnType<typeof useGrid>;

export function useGrid({ inventory, context, mayWrite, edit }: GridOptions) {
  const records = recordsOf(inventory);
  const extent = { rows: records.length, columns: GRID_COLUMNS.length };
  const [wanted, setSelection] = useState<Selection>(START);
  const [open, setOpen] = useState<OpenCell>();
  const [saying, setSaying] = useState<GridSaying>();
  const [preview, setPreview] = useState<Inventory>();
  const selection = selectionWithin(wanted, extent);
  const latest = useRef({ inventory, context, mayWrite, edit, records, selection, extent, open });
  latest.current = { inventory, context, mayWrite, edit, records, selection, extent, open };
  /** Where a run of Tab began: Enter goes back below it. */
  const tabFrom = useRef<number>(undefined);
  /** What was copied here last, to know it again when it is pasted. */
  const ownCopy = useRef('');

  const deeds = useMemo(() => {
    const now = () => latest.current;
    const take = (change: state.Change, kind?: 'pasted' | 'filled' | 'cleared'): boolean => {
      if ('refused' in change) {
        setSaying({ kind: 'refused', refused: change.refused });
        return false;
      }
      if (change.inventory !== now().inventory) now().edit(change.inventory);
      setSaying(kind && { kind, changed: change.changed, added: change.added });
      return true;
    };
    const select = (next: Selection) => {
      tabFrom.current = undefined;
      setSelection(next);
      setSaying(undefined);
    };
    /** Tab remembers where it began, Enter goes back there, one row on. */
    const go = (key: 'Tab' | 'Enter', isBack: boolean): boolean => {
      const { selection: from, extent: size } = now();
      const next = cellBeyond(from, key, isBack, size);
      if (!next) return false;
      const began = tabFrom.current;
      select(key === 'Enter' && began !== undefined && !isBack ? at(next.focus.row, began) : next);
      if (key === 'Tab' && !isBack) tabFrom.current = began ?? from.focus.column;
      return true;
    };
    const close = () => {
      setOpen(undefined);
      setPreview(undefined);
    };
    return {
      select,
      close,
      /** Open the cell one is in; with a text, that replaces what was there. */
      openCell(text?: string): void {
        const { selection: where, records: rows, mayWrite: may, context: by } = now();
        const { row, column } = where.focus;
        const name = columnAt(column);
        if (!may || name === 'ref') return;
        const record = rows[row]!;
        if (!isOneCell(where)) setSelection(at(row, column));
        setOpen({
          row,
          column: name,
          text: text ?? cellText(record.row, name, by.form),
          isReplacing: text !== undefined,
        });
      },
      /** Show what the totals would be with the text that is being typed. */
      typing(text: string): void {
        const { open: cell, inventory: before, context: by } = now();
        if (!cell) return;
        const change = state.setCell(before, cell.row, cell.column, text, by);
        setPreview('refused' in change || change.changed === 0 ? undefined : change.inventory);
      },
      /** Take the text of the open cell. @returns false when it is refused, and the cell stays open */
      commit(text: string, then?: { readonly key: 'Tab' | 'Enter'; readonly isBack: boolean }): boolean {
        const { open: cell, inventory: before, context: by } = now();
        if (!cell) return true;
        if (!take(state.setCell(before, cell.row, cell.column, text, by))) return false;
        close();
        if (then) go(then.key, then.isBack);
        return true;
      },
      /** Change a cell that is not open, as a form does. @returns false when it is refused */
      setCell(row: number, column: GridColumn, text: string): boolean {
        return take(state.setCell(now().inventory, row, column, text, now().context));
      },
      move(stroke: Stroke, room: Pick<Extent, 'page' | 'isRightToLeft'>): boolean {
        const { selection: from, extent: size, records: rows, context: by } = now();
        const isFilled: Extent['isFilled'] = ({ row, column }) =>
          cellText(rows[row]?.row, columnAt(column), by.form) !== '';
        const next = selectionAfter(from, stroke, { ...size, ...room, isFilled });
        if (next) select(next);
        return next !== undefined;
      },
      /** To the next cell; false at the end of the grid. */
      advance: go,
      copy(): string {
        const { selection: from, inventory: of, context: by } = now();
        const range = rangeOf(from);
        const block = state.copied(of, range, by);
        const text = writeBlock(block, (column) => isNumber(GRID_COLUMNS[range.left + column]));
        ownCopy.current = text;
        setSaying({ kind: 'copied', rows: block.length, columns: block[0]!.length });
        return text;
      },
      paste(text: string): void {
        const { selection: into, inventory: before, context: by, records: rows, mayWrite: may } = now();
        if (!may || text === '') return;
        const range = rangeOf(into);
        const isOwn = text.replaceAll('\r\n', '\n').replace(/\n$/, '') === ownCopy.current;
        const block = state.withoutHeadings(readBlock(text), range.left);
        const mode = !isOwn && isLongerThanReference(rows, range, block.length) ? 'reference' : 'down';
        const change = state.pasted(before, block, range, by, { mode, isOwn });
        if (!take(change, 'pasted')) return;
        const width = Math.max(...block.map(({ length }) => length));
        const bottom = range.top + Math.max(block.length, range.bottom - range.top + 1) - 1;
        setSelection({
          anchor: { row: range.top, column: range.left },
          focus: { row: bottom, column: Math.max(range.right, range.left + width - 1) },
        });
      },
      clear(): void {
        const { selection: from, inventory: before, context: by, mayWrite: may } = now();
        if (may) take(state.cleared(before, rangeOf(from), by), 'cleared');
      },
      /** The first row of the selection, or the row above one cell, over the selection. */
      fill(direction: 'down' | 'right'): void {
        const { selection: into, inventory: before, context: by, mayWrite: may } = now();
        if (!may) return;
        const range = rangeOf(into);
        const from = patternOf(range, direction);
        if (from) take(state.filled(before, from, range, by), 'filled');
      },
      /** Draw the selection out to a row, filled with what it holds. */
      fillTo(row: number): void {
        const { selection: from, inventory: before, context: by, mayWrite: may } = now();
        const range = rangeOf(from);
        if (!may || (row >= range.top && row <= range.bottom)) return;
        const into = row > range.bottom ? { ...range, bottom: row } : { ...range, top: row };
        if (take(state.filled(before, range, into, by), 'filled')) {
          setSelection({
            anchor: { row: into.top, column: into.left },
            focus: { row: into.bottom, column: into.right },
          });
        }
      },
      /** To the reference one is in. @returns its place in the grid */
      addRow(): number | undefined {
        const { selection: where, inventory: before, records: rows, mayWrite: may } = now();
        if (!may) return undefined;
        const { ref } = rows[where.focus.row]!;
        const next = state.withRow(before, ref);
        now().edit(next);
        const row = recordsOf(next).findLastIndex((record) => record.ref === ref);
        setSelection(at(row, GRID_COLUMNS.indexOf('activity')));
        setSaying({ kind: 'row-added', ref });
        return row;
      },
      removeRows(): void {
        const { selection: where, inventory: before, mayWrite: may } = now();
        if (!may) return;
        const next = state.withoutRows(before, rangeOf(where));
        if (next === before) return;
        now().edit(next);
        setSaying({ kind: 'rows-removed', count: before.rows.length - next.rows.length });
      },
      say: setSaying,
    };
  }, []);
  const isSelected = useCallback(() => !isOneCell(latest.current.selection), []);
  return { records, extent, selection, open, saying, preview, isSelected, ...deeds };
}

/** Whether rows have to be added to the reference for a block that describes activities. */
function isLongerThanReference(records: readonly GridRecord[], { top, left }: Range, lines: number): boolean {
  const { ref, order } = records[top]!;
  const describes = left >= GRID_COLUMNS.indexOf('activity') && left <= GRID_COLUMNS.indexOf('carrier');
  return describes && lines > records.filter((record) => record.ref === ref).length - order;
}

function patternOf(range: Range, direction: 'down' | 'right'): Range | undefined {
  if (direction === 'down') {
    const top = range.top === range.bottom ? range.top - 1 : range.top;
    return top < 0 ? undefined : { ...range, top, bottom: top };
  }
  const left = range.left === range.right ? range.left - 1 : range.left;
  return left < 1 ? undefined : { ...range, left, right: left };
}
