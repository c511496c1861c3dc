/** How large a workbook of inventories may be, beside the limits of its archive. */

/** Limits of one workbook. */
export interface WorkbookLimits {
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells that hold anything, in all sheets. */
  readonly cells: number;
}

/** 54 references × ten activities × forty years, with room. At the limit, reading takes about a second of a processor. */
export const WORKBOOK_LIMITS: WorkbookLimits = { sheets: 100, rows: 25_000, columns: 512, cells: 300_000 };
