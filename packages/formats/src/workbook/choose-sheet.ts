/** Which sheet of a workbook holds the table, and in which row it begins. */
import { FormatError } from '../format-error.ts';
import type { SheetContent } from './sheets.ts';

/** What a reader says of a row that may be its header: how many of its columns it knows, and whether none is missing. */
export interface TableFit {
  known(fields: readonly string[]): number;
  /** @throws {FormatError} for a header that misses something */
  check(fields: readonly string[], row: number): void;
}

export interface ChosenTable {
  readonly sheet: SheetContent;
  /** From 0. */
  readonly headerRow: number;
  readonly header: readonly string[];
}

interface Choice {
  readonly file: string;
  readonly fit: TableFit;
  readonly wanted?: string;
}

/** Titles and notes stand above tables. */
const ROWS_ABOVE = 40;
/** As many known columns make a row a header, if a wrong one. */
const LIKELY = 3;

/** @throws {FormatError} `sheet-missing`, `sheet-unclear` with the names, and what `fit.check` says of the only likely header */
export function chooseSheet(sheets: readonly SheetContent[], { file, fit, wanted }: Choice): ChosenTable {
  const named = wanted === undefined ? sheets : sheets.filter(({ name }) => name === wanted);
  const names = sheets.map(({ name }) => `"${name}"`).join(', ');
  if (named.length === 0) {
    throw new FormatError(
      'sheet-missing',
      { file, ...(wanted !== undefined && { sheet: wanted }) },
      'There is no such visible sheet.',
      `Name one of ${names}.`,
    );
  }
  const likely = named.flatMap((sheet) => headerIn(sheet, fit) ?? []);
  const fitting = likely.filter((table) => faultOf(table, fit) === undefined);
  if (fitting.length === 1) return fitting[0]!;
  if (fitting.length > 1) {
    const which = fitting.map(({ sheet }) => `"${sheet.name}"`).join(', ');
    const choices = fitting.map(({ sheet }) => sheet.name);
    throw new FormatError('sheet-unclear', { file }, `Several sheets hold a table: ${which}.`, 'Choose one of them.', {
      choices,
    });
  }
  const best = likely.toSorted((one, other) => fit.known(other.header) - fit.known(one.header))[0];
  const fault = best && faultOf(best, fit);
  if (fault) throw fault;
  throw new FormatError(
    'sheet-missing',
    { file },
    `No sheet has the header of the table; there is ${names}.`,
    'Name the columns in one row, such as city, country, year, population, gpc_ref, co2e_tonnes, notation_key.',
  );
}

function faultOf({ sheet, header, headerRow }: ChosenTable, fit: TableFit): FormatError | undefined {
  try {
    fit.check(header, headerRow + 1);
    return undefined;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return new FormatError(error.code, { ...error.place, sheet: sheet.name }, error.problem, error.remedy);
  }
}

/** The row of a sheet that knows most columns. */
function headerIn(sheet: SheetContent, fit: TableFit): ChosenTable | undefined {
  let best: ChosenTable | undefined;
  let most = LIKELY - 1;
  for (let headerRow = 0; headerRow < Math.min(sheet.rowCount, ROWS_ABOVE); headerRow++) {
    const header = namesIn(sheet, headerRow);
    const known = fit.known(header);
    if (known > most) {
      most = known;
      best = { sheet, headerRow, header };
    }
  }
  return best;
}

function namesIn(sheet: SheetContent, row: number): readonly string[] {
  const names = sheet
    .cells(row)
    .map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : ''));
  while (names.at(-1)?.trim() === '') names.pop();
  return names;
}
