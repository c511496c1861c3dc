/** Rows of a workbook's table, as the rows of a text table: the sheet is chosen here, and cells become text without doubt. */
import type { Finding } from '@thousand-cities/model';
import { FormatError } from '../format-error.ts';
import type { RowSink } from '../table/csv-rows.ts';
import { chooseSheet, type ChosenTable, type TableFit } from './choose-sheet.ts';
import { columnLetters } from './measure.ts';
import { openWorkbook } from './open.ts';
import { sheetsOf, type SheetCell } from './sheets.ts';

export interface WorkbookOptions {
  /** File name for messages. */
  readonly file: string;
  /** The sheet to read; without it, the only one whose header fits. */
  readonly sheet?: string;
  readonly fit: TableFit;
  /** Called for a row that cannot be read; without it the first one is thrown. */
  readonly refused?: (error: FormatError) => void;
}

/** What was read. */
export interface WorkbookTable {
  readonly sheet: string;
  readonly findings: readonly Finding[];
}

/**
 * Read the table of a workbook row by row, the header first. Numbers and dates are taken as typed, formulas by their saved value.
 *
 * @throws {FormatError} for what is no workbook, or too large, or dangerous; `sheet-missing`, `sheet-unclear`; for a row, `cell-unsaved`,
 *   `cell-fault`. Errors name the sheet.
 */
export async function readWorkbookRows(
  bytes: Uint8Array,
  options: WorkbookOptions,
  sink: RowSink,
): Promise<WorkbookTable> {
  const { file, sheet: wanted, fit } = options;
  const safe = openWorkbook(bytes, file);
  const table = chooseSheet(await sheetsOf(safe.bytes, file), { file, fit, ...(wanted !== undefined && { wanted }) });
  const { name } = table.sheet;
  try {
    readTable(table, options, sink);
  } catch (error) {
    throw error instanceof FormatError ? inSheet(error, name) : error;
  }
  return { sheet: name, findings: safe.findings };
}

/** The same refusal, with the sheet in its place. */
export function inSheet(error: FormatError, sheet: string): FormatError {
  if (error.place.sheet !== undefined) return error;
  const { row, column, file } = error.place;
  const place = { file, sheet, ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
  const { given } = error;
  return new FormatError(error.code, place, error.problem, error.remedy, {
    cause: error,
    ...(given !== undefined && { given }),
  });
}

/** Semicolons: in a cell of text, `1.234` may be either number, as in tables of programs set to decimal commas. */
const DELIMITER = ';';

function readTable({ sheet, headerRow, header }: ChosenTable, options: WorkbookOptions, sink: RowSink): void {
  sink(header, headerRow + 1, DELIMITER);
  for (let row = headerRow + 1; row < sheet.rowCount; row++) {
    const cells = sheet.cells(row).slice(0, header.length);
    if (cells.every((cell) => cell === null || cell === '')) continue;
    const place = { file: options.file, sheet: sheet.name, row: row + 1 };
    let fields: string[];
    try {
      fields = header.map((name, column) =>
        textOf(cells[column] ?? null, { ...place, column: name === '' ? columnLetters(column) : name }),
      );
    } catch (error) {
      if (!(error instanceof FormatError) || options.refused === undefined) throw error;
      options.refused(error);
      continue;
    }
    sink(fields, row + 1, DELIMITER);
  }
}

type CellPlace = FormatError['place'];

/** A cell as the text a person would have written in a table. @throws {FormatError} `cell-unsaved`, `cell-fault` */
function textOf(cell: SheetCell, place: CellPlace): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if ('unsaved' in cell) {
    throw new FormatError(
      'cell-unsaved',
      place,
      `The cell has the formula "${cell.unsaved.slice(0, 60)}" and no value was saved with it.`,
      'Open the workbook in the spreadsheet program, let it calculate, and save it; or type the value.',
    );
  }
  throw new FormatError(
    'cell-fault',
    place,
    `The formula of the cell failed: ${cell.fault}.`,
    'Correct the formula, or type the value.',
  );
}

/** A typed number is never in doubt: `1.234` is written `1.2340`, which cannot be taken for 1 234. */
function numberText(value: number): string {
  const text = String(value);
  return /^-?\d+\.\d{3}$/.test(text) ? `${text}0` : text;
}
