/** The library that understands workbooks, behind one function: nothing else of this program knows it. */
import { readXlsx } from 'hucre/xlsx';
import { FormatError } from '../format-error.ts';

/** A cell as typed. `unsaved`: a formula whose value the file does not hold. `fault`: what a formula failed with, such as `#REF!`. */
export type SheetCell =
  string | number | boolean | Date | null | { readonly unsaved: string } | { readonly fault: string };

/** A visible sheet. Rows and cells from the top left corner of the sheet. */
export interface SheetContent {
  readonly name: string;
  readonly rowCount: number;
  cells(row: number): readonly SheetCell[];
}

/**
 * Read the visible sheets of a workbook that `openWorkbook` has checked. Formulas are not evaluated: their saved values are taken.
 *
 * @throws {FormatError} `file-unreadable`
 */
export async function sheetsOf(bytes: Uint8Array, file: string): Promise<readonly SheetContent[]> {
  try {
    const { sheets } = await readXlsx(bytes, { sheets: (info) => !info.hidden && !info.veryHidden });
    return sheets.map((sheet) => ({
      name: sheet.name,
      rowCount: sheet.rows.length,
      cells: (row) =>
        (sheet.rows[row] ?? []).map((value, column) => cellOf(value, sheet.cells?.get(`${row},${column}`))),
    }));
  } catch (cause) {
    throw new FormatError(
      'file-unreadable',
      { file },
      'The workbook cannot be read.',
      'Open it in the spreadsheet program and save it as a new workbook (.xlsx).',
      { cause },
    );
  }
}

interface Detail {
  readonly type?: string;
  readonly formula?: string;
}

function cellOf(value: string | number | boolean | Date | null, detail: Detail | undefined): SheetCell {
  if (detail?.type === 'error') return { fault: String(value) };
  if (value === null && detail?.formula !== undefined) return { unsaved: detail.formula };
  return value;
}
