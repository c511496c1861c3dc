/** How large a workbook of inventories may be, beside the limits of its archive. */

/** Limits of one workbook. */
export interface WorkbookLimits {
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells that hold anything, in all sheets. */
  readonly cells: number;
}

/** 54 references × a hundred activities × ten years, with room. */
export const WORKBOOK_LIMITS: WorkbookLimits = { sheets: 100, rows: 60_000, columns: 512, cells: 600_000 };
