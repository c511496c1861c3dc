/** Moving through a grid by keyboard, as in a spreadsheet. No DOM: where the focus goes is a value. */

/** A place in the grid. Row −1 is the head. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

export const HEAD_ROW = -1;

export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page holds, at least one. */
  readonly page: number;
  /** Whether the head can be reached; it cannot where rows are drawn as cards. */
  readonly head: boolean;
  /** Whether the text runs from the right: the arrow to the left then goes to the next column. */
  readonly isRightToLeft: boolean;
}

/** The parts of a keyboard event that matter here. */
export interface Stroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** A place brought inside the grid. */
export function within(at: CellAt, { rows, columns, head }: Omit<GridExtent, 'page' | 'isRightToLeft'>): CellAt {
  const top = head ? HEAD_ROW : 0;
  return {
    row: Math.max(top, Math.min(at.row, rows - 1)),
    column: Math.max(0, Math.min(at.column, columns - 1)),
  };
}

/**
 * Where a key takes the focus: arrows by one, Home and End along the row, with Ctrl (or ⌘) to the first and last row too,
 * Page keys by a page. Undefined for a key that means nothing here, so that the browser keeps it.
 */
export function cellAfter(at: CellAt, stroke: Stroke, extent: GridExtent): CellAt | undefined {
  if (stroke.altKey) return undefined;
  const far = stroke.ctrlKey || stroke.metaKey;
  const move = moves.get(stroke.key);
  const next = move?.(at, extent, far);
  return next && within(next, extent);
}

type Move = (at: CellAt, extent: GridExtent, far: boolean) => CellAt;

const along = (at: CellAt, by: number): CellAt => ({ ...at, column: at.column + by });
const down = (at: CellAt, by: number): CellAt => ({ ...at, row: at.row + by });

const moves: ReadonlyMap<string, Move> = new Map(
  Object.entries({
    ArrowDown: (at) => down(at, 1),
    ArrowUp: (at) => down(at, -1),
    ArrowRight: (at, { isRightToLeft }) => along(at, isRightToLeft ? -1 : 1),
    ArrowLeft: (at, { isRightToLeft }) => along(at, isRightToLeft ? 1 : -1),
    Home: (at, _, far) => ({ row: far ? 0 : at.row, column: 0 }),
    End: (at, { rows, columns }, far) => ({ row: far ? rows - 1 : at.row, column: columns - 1 }),
    PageDown: (at, { page }) => down(at, page),
    PageUp: (at, { page }) => (at.row === HEAD_ROW ? at : { ...at, row: Math.max(0, at.row - page) }),
  } satisfies Record<string, Move>),
);
