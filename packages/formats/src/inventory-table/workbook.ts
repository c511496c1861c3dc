/** Inventory tables in workbooks: the same two shapes, the same refusals, with the sheet in every place. */
import type { FormatError } from '../format-error.ts';
import { inSheet, readWorkbookRows } from '../workbook/read.ts';
import { knownColumns, readHeader } from './columns.ts';
import { InventoryReader, type InventoryTable, type InventoryTableOptions } from './read.ts';

export interface InventoryWorkbookOptions extends InventoryTableOptions {
  /** The sheet to read; without it, the only one whose header fits. */
  readonly sheet?: string;
}

/** An inventory table, and the sheet it was read from. */
export interface InventoryWorkbook extends InventoryTable {
  readonly sheet: string;
}

/**
 * Read the inventory table of a workbook (`.xlsx`). Formulas are not evaluated, macros and links not followed.
 *
 * @param bytes the whole file
 * @throws {FormatError} as `readInventoryTable`, and for a workbook that is too large, encrypted, damaged or dangerous
 */
export async function readInventoryWorkbook(
  bytes: Uint8Array,
  { sheet: wanted, ...options }: InventoryWorkbookOptions,
): Promise<InventoryWorkbook> {
  const { file, refused } = options;
  let sheet = wanted;
  const inTheSheet = (error: FormatError): FormatError => (sheet === undefined ? error : inSheet(error, sheet));
  const refusedRows: FormatError[] = [];
  const reader = new InventoryReader({ ...options, ...(refused && { refused: (error) => refusedRows.push(error) }) });
  const fit = {
    known: knownColumns,
    check: (fields: readonly string[], row: number) => void readHeader(fields, file, row),
  };
  const read = await readWorkbookRows(
    bytes,
    {
      file,
      fit,
      ...(wanted !== undefined && { sheet: wanted }),
      ...(refused && { refused: (error) => refusedRows.push(error) }),
    },
    reader.sink,
  );
  sheet = read.sheet;
  const table = endOf(reader, inTheSheet);
  for (const error of refusedRows) refused?.(inTheSheet(error));
  return { ...table, sheet, findings: [...read.findings, ...table.findings] };
}

function endOf(reader: InventoryReader, inTheSheet: (error: FormatError) => FormatError): InventoryTable {
  try {
    return reader.end();
  } catch (error) {
    throw isRefusal(error) ? inTheSheet(error) : error;
  }
}

const isRefusal = (error: unknown): error is FormatError => error instanceof Error && error.name === 'FormatError';
