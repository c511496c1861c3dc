/** The columns of the grid, in the order they stand. */

/** One column of an inventory row. `ref` names the row and is not edited; `result` is t CO2e. */
export const GRID_COLUMNS = [
  'ref',
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

export type GridColumn = (typeof GRID_COLUMNS)[number];
