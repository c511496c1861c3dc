/** Keys, mouse and clipboard over the grid. */
import {
  useCallback,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import { GRID_COLUMNS } from './columns.ts';
import type { CellAt } from './selection.ts';
import type { GridTableProps } from './table.tsx';

/** The cell under a place in the page. */
function cellIn(target: EventTarget | null): CellAt | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : undefined;
}

const isTyped = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  Array.from(key).length === 1 && !ctrlKey && !metaKey && (!altKey || /[^a-z]/i.test(key));

export function useHands(
  { grid, mayWrite, onDetails, onUndo, onRedo, scrollRef }: GridTableProps,
  _: unknown,
  height: number,
) {
  const [fillTo, setFillTo] = useState<number>();
  const drag = useRef<'select' | 'fill'>(undefined);
  const mayLeave = useRef(false);

  const move = useCallback(
    (event: KeyboardEvent): boolean => {
      const box = scrollRef.current!;
      const isRightToLeft = getComputedStyle(box).direction === 'rtl';
      return grid.move(event, { page: Math.max(1, Math.floor(box.clientHeight / height) - 2), isRightToLeft });
    },
    [grid.move, scrollRef, height],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (!cellIn(event.target)) return;
    const isLeaving = mayLeave.current;
    mayLeave.current = false;
    if (event.key === 'Tab') {
      // After Escape the key leads out of the grid, as everywhere else in the page.
      if (!isLeaving && grid.advance('Tab', event.shiftKey)) event.preventDefault();
      return;
    }
    if (event.key === 'Escape') {
      mayLeave.current = true;
      grid.say({ kind: 'leave' });
      return;
    }
    if (command(event) || move(event)) event.preventDefault();
    else if (isTyped(event) && mayWrite) {
      event.preventDefault();
      grid.openCell(event.key === ' ' ? undefined : event.key);
    }
  };

  /** Keys that do something. @returns whether it was one */
  const command = (event: KeyboardEvent): boolean => {
    const isCtrl = (event.ctrlKey || event.metaKey) && !event.altKey;
    const letter = event.key.toLowerCase();
    const onRef = GRID_COLUMNS[grid.selection.focus.column] === 'ref';
    if (isCtrl && letter === 'z') return act(event.shiftKey ? onRedo : onUndo);
    if (isCtrl && letter === 'y') return act(onRedo);
    if (isCtrl && letter === 'd') return act(() => grid.fill('down'));
    if (isCtrl && letter === 'r') return act(() => grid.fill('right'));
    if (isCtrl && event.key === 'Enter') return act(grid.addRow);
    if (isCtrl && (event.key === '-' || event.key === 'Delete')) return act(grid.removeRows);
    if (isCtrl) return false;
    if ((event.key === 'F2' && event.shiftKey) || (onRef && (event.key === 'Enter' || event.key === 'F2'))) {
      return act(() => onDetails(grid.selection.focus.row));
    }
    if (event.key === 'F2') return act(() => grid.openCell());
    if (event.key === 'Enter') return act(() => (event.shiftKey ? grid.advance('Enter', true) : enter()));
    if (event.key === 'Delete' || event.key === 'Backspace') return act(grid.clear);
    return false;
  };
  /** Enter opens the cell, or goes down where nothing can be written. */
  const enter = () => (mayWrite ? grid.openCell() : grid.advance('Enter', false));

  const onPointerDown = (event: PointerEvent) => {
    const cell = cellIn(event.target);
    if (!cell || event.button !== 0) return;
    if (event.target instanceof Element && event.target.classList.contains('ig-handle')) {
      drag.current = 'fill';
      (event.target as HTMLElement).releasePointerCapture(event.pointerId);
      event.preventDefault();
      return;
    }
    const { anchor, focus } = grid.selection;
    const isAgain = focus.row === cell.row && focus.column === cell.column;
    // A second tap opens, as there is no double click under a finger.
    if (event.pointerType !== 'mouse' && isAgain) return grid.openCell();
    grid.select(event.shiftKey ? { anchor, focus: cell } : { anchor: cell, focus: cell });
    if (event.pointerType === 'mouse') drag.current = 'select';
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current === undefined || event.buttons !== 1) return;
    const cell = cellIn(document.elementFromPoint(event.clientX, event.clientY));
    if (!cell) return;
    if (drag.current === 'fill') return setFillTo(cell.row);
    const { anchor, focus } = grid.selection;
    if (focus.row !== cell.row || focus.column !== cell.column) grid.select({ anchor, focus: cell });
  };
  const onPointerUp = () => {
    if (drag.current === 'fill' && fillTo !== undefined) grid.fillTo(fillTo);
    drag.current = undefined;
    setFillTo(undefined);
  };
  const onDoubleClick = (event: { readonly target: EventTarget }) => {
    const cell = cellIn(event.target);
    if (!cell) return;
    if (GRID_COLUMNS[cell.column] === 'ref') onDetails(cell.row);
    else grid.openCell();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (!cellIn(event.target)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', grid.copy());
  };
  const onCut = (event: ClipboardEvent) => {
    onCopy(event);
    if (event.defaultPrevented) grid.clear();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!cellIn(event.target)) return;
    event.preventDefault();
    grid.paste(event.clipboardData.getData('text/plain'));
  };
  const handlers = { onKeyDown, onPointerDown, onPointerMove, onPointerUp, onDoubleClick, onCopy, onCut, onPaste };
  const moveOn = useCallback((event: KeyboardEvent) => void move(event), [move]);
  return useMemo(() => ({ fillTo, move: moveOn, handlers }), [fillTo, moveOn, handlers]);
}

function act(deed: () => unknown): true {
  deed();
  return true;
}
