/** The columns of the grid, in the order they stand. */

/** What is said of a row, cell by cell; `result` is t CO2e. */
export const CELL_COLUMNS = [
  'activity',
  'carrier',
  'amount',
  'unit',
  'factor',
  'result',
  'key',
  'quality',
  'source',
  'note',
] as const;

/** One column of an inventory row. `ref` names the row and is not edited. */
export const GRID_COLUMNS = ['ref', ...CELL_COLUMNS] as const;

export type GridColumn = (typeof GRID_COLUMNS)[number];
