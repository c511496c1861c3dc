/** One cell of a grid can be tabbed to; arrow keys move it. The cell in focus keeps the focus while rows come and go. */
import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { cellAfter, within, type CellAt, type GridExtent } from './keys.ts';

interface GridFocus {
  /** The cell that can be tabbed to. */
  readonly at: CellAt;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

const isPlace = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.dataset['row'] !== undefined;

function placeOf(target: EventTarget): CellAt | undefined {
  const cell = target instanceof Element ? target.closest('[data-row]') : null;
  if (!isPlace(cell)) return undefined;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

/** Focus the cell, or the control it holds, and bring it clear of the head and of the first column. */
function focusCell(grid: HTMLElement, { row, column }: CellAt): void {
  const cell = grid.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  const target = cell?.querySelector<HTMLElement>('a, button') ?? cell;
  target?.focus({ preventScroll: true });
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/**
 * @param rows what the grid shows: when it changes, a reader who is not among the rows is sent to the top
 * @param rowsPerPage asked at a page key, so that a page is what the window shows then
 */
export function useGridFocus(
  gridRef: RefObject<HTMLElement | null>,
  rows: readonly unknown[],
  extent: Omit<GridExtent, 'page' | 'isRightToLeft'>,
  rowsPerPage: () => number,
): GridFocus {
  const [wanted, setWanted] = useState<CellAt>({ row: 0, column: 0 });
  const at = within(wanted, extent);
  const isHeld = useRef(false);
  const isMoved = useRef(false);

  useLayoutEffect(() => {
    const grid = gridRef.current;
    if (!grid) return;
    // A row that had the focus may have been filtered away: its place in the grid takes over.
    const isLost = isHeld.current && document.activeElement === document.body;
    if (isMoved.current || isLost) focusCell(grid, at);
    isMoved.current = false;
  });
  const shownBefore = useRef(rows);
  useLayoutEffect(() => {
    if (shownBefore.current === rows) return;
    shownBefore.current = rows;
    if (isHeld.current && wanted.row >= 0) return;
    gridRef.current?.scrollTo({ top: 0 });
    setWanted((before) => (before.row > 0 ? { ...before, row: 0 } : before));
    // Only new rows send the reader to the top, never a move.
  }, [rows]);

  const onKeyDown = (event: KeyboardEvent) => {
    const grid = gridRef.current;
    if (!grid || !placeOf(event.target)) return;
    const isRightToLeft = getComputedStyle(grid).direction === 'rtl';
    const next = cellAfter(at, event, { ...extent, page: rowsPerPage(), isRightToLeft });
    if (!next) return;
    event.preventDefault();
    isMoved.current = true;
    setWanted(next);
  };
  const onFocus = useCallback((event: FocusEvent) => {
    isHeld.current = true;
    const place = placeOf(event.target);
    if (place) setWanted((before) => (before.row === place.row && before.column === place.column ? before : place));
  }, []);
  const onBlur = useCallback((event: FocusEvent) => {
    // A cell that goes away while it has the focus blurs too, but is then no longer in the page.
    isHeld.current = !event.target.isConnected;
  }, []);
  return { at, onKeyDown, onFocus, onBlur };
}
