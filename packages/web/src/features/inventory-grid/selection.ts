/** Where one is in the grid and what is selected, and where a key leads. No DOM. */

export interface CellAt {
  /** Row of the grid, headings not counted. */
  readonly row: number;
  readonly column: number;
}

/** From where the selection was begun to where it has been drawn; the cell one is in is `focus`. */
export interface Selection {
  readonly anchor: CellAt;
  readonly focus: CellAt;
}

/** A rectangle of cells, both ends counted. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page holds. */
  readonly page: number;
  /** Whether there is something in a cell: Ctrl with an arrow goes to the end of what is filled. */
  readonly isFilled: (at: CellAt) => boolean;
  readonly isRightToLeft: boolean;
}

/** The parts of a keyboard event that matter here. */
export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export const START: Selection = { anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } };

/** The one cell. */
export const at = (row: number, column: number): Selection => ({ anchor: { row, column }, focus: { row, column } });

export function rangeOf({ anchor, focus }: Selection): Range {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export const isInside = ({ top, bottom, left, right }: Range, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

export const isOneCell = ({ anchor, focus }: Selection): boolean =>
  anchor.row === focus.row && anchor.column === focus.column;

/** A place brought inside the grid. */
export function within(cell: CellAt, { rows, columns }: Pick<Extent, 'rows' | 'columns'>): CellAt {
  return {
    row: Math.max(0, Math.min(cell.row, rows - 1)),
    column: Math.max(0, Math.min(cell.column, columns - 1)),
  };
}

/** A selection brought inside the grid, after rows have gone. */
export const selectionWithin = ({ anchor, focus }: Selection, extent: Pick<Extent, 'rows' | 'columns'>): Selection => ({
  anchor: within(anchor, extent),
  focus: within(focus, extent),
});

/**
 * Where a key leads: arrows by one, with Ctrl (or ⌘) to the end of what is filled; Home and End along the row, with Ctrl to the
 * corners; Page keys by a page. With Shift the selection is drawn, else it is the one cell. Undefined for a key that does not move.
 */
export function selectionAfter({ anchor, focus }: Selection, stroke: Stroke, extent: Extent): Selection | undefined {
  const isFar = stroke.ctrlKey || stroke.metaKey;
  if (stroke.altKey) return undefined;
  if (isFar && stroke.key.toLowerCase() === 'a') {
    return { anchor: { row: 0, column: 0 }, focus: { row: extent.rows - 1, column: extent.columns - 1 } };
  }
  const target = moved(focus, stroke.key, isFar, extent);
  if (target === undefined) return undefined;
  const next = within(target, extent);
  return stroke.shiftKey ? { anchor, focus: next } : { anchor: next, focus: next };
}

function moved(from: CellAt, key: string, isFar: boolean, extent: Extent): CellAt | undefined {
  const forward = extent.isRightToLeft ? -1 : 1;
  const go = (rows: number, columns: number): CellAt =>
    isFar ? edgeFrom(from, rows, columns, extent) : { row: from.row + rows, column: from.column + columns };
  switch (key) {
    case 'ArrowDown':
      return go(1, 0);
    case 'ArrowUp':
      return go(-1, 0);
    case 'ArrowRight':
      return go(0, forward);
    case 'ArrowLeft':
      return go(0, -forward);
    case 'Home':
      return { row: isFar ? 0 : from.row, column: 0 };
    case 'End':
      return { row: isFar ? extent.rows - 1 : from.row, column: extent.columns - 1 };
    case 'PageDown':
      return { ...from, row: from.row + extent.page };
    case 'PageUp':
      return { ...from, row: from.row - extent.page };
    default:
      return undefined;
  }
}

/** To the end of the filled cells one is in, else to the next filled one, else to the edge. */
function edgeFrom(from: CellAt, rows: number, columns: number, extent: Extent): CellAt {
  const step = (cell: CellAt): CellAt => ({ row: cell.row + rows, column: cell.column + columns });
  const isIn = ({ row, column }: CellAt) => row >= 0 && column >= 0 && row < extent.rows && column < extent.columns;
  let cell = step(from);
  if (!isIn(cell)) return from;
  const isRun = extent.isFilled(from) && extent.isFilled(cell);
  while (isIn(step(cell)) && (isRun ? extent.isFilled(step(cell)) : !extent.isFilled(cell))) cell = step(cell);
  return cell;
}

/** The next cell to be filled: Tab along the row and on to the next, Enter down the column; with Shift back. */
export function cellBeyond(
  { focus }: Selection,
  key: 'Tab' | 'Enter',
  isBack: boolean,
  extent: Pick<Extent, 'rows' | 'columns'>,
): Selection | undefined {
  const by = isBack ? -1 : 1;
  if (key === 'Enter') {
    const next = within({ ...focus, row: focus.row + by }, extent);
    return { anchor: next, focus: next };
  }
  const place = focus.row * extent.columns + focus.column + by;
  if (place < 0 || place >= extent.rows * extent.columns) return undefined;
  return at(Math.floor(place / extent.columns), place % extent.columns);
}
