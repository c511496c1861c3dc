/** How large a sheet is, counted in its text before anything is made of it: two cells in far corners make a table of billions. */
import { FormatError } from '../format-error.ts';
import type { WorkbookLimits } from './limits.ts';

/** Counted over the sheets so far. */
export interface Measured {
  sheets: number;
  cells: number;
}

interface Measuring {
  readonly file: string;
  readonly limits: WorkbookLimits;
  readonly measured: Measured;
}

const CELL = /<(?:\w+:)?c(?=[\s/>])(?:[^>]*?\sr="([A-Z]{1,9})(\d{1,12})")?/g;

/** @throws {FormatError} `file-too-large`, `file-truncated` for a sheet that stops before its end */
export function measureSheet(text: string, name: string, { file, limits, measured }: Measuring): void {
  if (!/<\/(?:\w+:)?worksheet>\s*$/.test(text)) {
    throw new FormatError('file-truncated', { file }, `"${name}" stops before its end.`, 'Copy or export it again.');
  }
  measured.sheets++;
  if (measured.sheets > limits.sheets) throw refuse(file, `It has more than ${limits.sheets} sheets.`);
  const rows = text.match(/<(?:\w+:)?row(?=[\s/>])/g)?.length ?? 0;
  if (rows > limits.rows) throw refuse(file, `"${name}" has ${rows} rows; ${limits.rows} are read.`);
  for (const [, letters, digits] of text.matchAll(CELL)) {
    measured.cells++;
    if (measured.cells > limits.cells) throw refuse(file, `It has more than ${limits.cells} cells.`);
    if (letters === undefined) continue;
    if (columnNumber(letters) > limits.columns || Number(digits) > limits.rows) {
      throw refuse(
        file,
        `"${name}" has a cell at ${letters}${digits}; ${limits.columns} columns and ${limits.rows} rows are read.`,
      );
    }
  }
}

/** 1 for A, 27 for AA. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** A for 0, AA for 26. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

function refuse(file: string, problem: string): FormatError {
  return new FormatError(
    'file-too-large',
    { file },
    problem,
    'Delete what lies beside the table and the sheets that are not needed, and save it again.',
  );
}
