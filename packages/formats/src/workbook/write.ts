/** Writing workbooks. Every text is written as text, so that one that begins with `=` is not a formula. */
import { writeXlsx } from 'hucre/xlsx';
import { columnLetters } from './measure.ts';

/** A column whose cells come from a list: given, or a range of a sheet such as `References!$A$2:$A$55`. */
export type ColumnList =
  { readonly column: string; readonly from: string } | { readonly column: string; readonly values: readonly string[] };

/** A sheet with its header in the first row. */
export interface SheetTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
  readonly lists: readonly ColumnList[];
}

/** Rows below the table that the lists reach, for what is added. */
const ROOM_BELOW = 500;
const NARROWEST = 8;
const WIDEST = 48;

/** Make a workbook (`.xlsx`). */
export function writeWorkbook(tables: readonly SheetTable[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: tables.map(({ name, columns, rows, lists }) => ({
      name,
      columns: columns.map((_, column) => ({ width: widthOf(columns, rows, column) })),
      rows: [[...columns], ...rows.map((row) => row.map((cell) => cell ?? null))],
      cells: new Map(columns.map((value, column) => [`0,${column}`, { value, style: { font: { bold: true } } }])),
      freezePane: { rows: 1 },
      dataValidations: lists.map((list) => {
        const letters = columnLetters(columns.indexOf(list.column));
        return {
          type: 'list' as const,
          range: `${letters}2:${letters}${rows.length + 1 + ROOM_BELOW}`,
          allowBlank: true,
          showErrorMessage: true,
          ...('from' in list ? { formula1: list.from } : { values: [...list.values] }),
        };
      }),
    })),
  });
}

function widthOf(columns: SheetTable['columns'], rows: SheetTable['rows'], column: number): number {
  const longest = Math.max(columns[column]!.length, ...rows.map((row) => String(row[column] ?? '').length));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}
