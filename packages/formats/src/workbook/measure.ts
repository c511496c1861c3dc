/** How large a sheet is, counted in its text before anything is made of it: two cells in far corners make a table of billions. */
import { unreadable } from '../archive/directory.ts';
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

/** An element's name, under whatever prefix. */
const named = (name: string): string => `<(?:[^\\s<>/:="']+:)?${name}(?=[\\s/>])`;
const ROW = new RegExp(named('row'), 'g');
const SHEET = new RegExp(`${named('worksheet')}|${named('sheetData')}`);
/** No attribute holds `<`, so that nothing is looked at twice. */
const ATTRIBUTE = `\\s+([^\\s<>/="']+)\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`;
const ATTRIBUTES = new RegExp(ATTRIBUTE, 'g');
/** A cell and its attributes; without these where its tag is damaged. */
const CELL = new RegExp(`${named('c')}((?:${ATTRIBUTE.replaceAll(/\((?!\?)/g, '(?:')})*\\s*/?>)?`, 'g');

/** Whether a part of a workbook is a sheet, wherever it lies. */
export const isSheet = (text: string): boolean => SHEET.test(text);

/** @throws {FormatError} `file-too-large`, `file-truncated` for a sheet that stops before its end, `file-unreadable` for a cell that is none */
export function measureSheet(text: string, name: string, { file, limits, measured }: Measuring): void {
  if (!/<\/(?:[^\s<>/:="']+:)?worksheet>\s*$/.test(text)) {
    throw new FormatError('file-truncated', { file }, `"${name}" stops before its end.`, 'Copy or export it again.');
  }
  measured.sheets++;
  if (measured.sheets > limits.sheets) throw refuse(file, `It has more than ${limits.sheets} sheets.`);
  const rows = text.match(ROW)?.length ?? 0;
  if (rows > limits.rows) throw refuse(file, `"${name}" has ${rows} rows; ${limits.rows} are read.`);
  for (const [, attributes] of text.matchAll(CELL)) {
    measured.cells++;
    if (measured.cells > limits.cells) throw refuse(file, `It has more than ${limits.cells} cells.`);
    if (attributes === undefined) throw unreadable(file, `"${name}" has a cell that is damaged.`);
    for (const [, attribute, one, other] of attributes.matchAll(ATTRIBUTES)) {
      if (/(^|:)r$/.test(attribute!)) checkPlace((one ?? other)!, name, file, limits);
    }
  }
}

function checkPlace(place: string, name: string, file: string, limits: WorkbookLimits): void {
  const [, letters, digits] = /^([A-Z]{1,9})(\d{1,12})$/.exec(place) ?? [];
  if (letters === undefined)
    throw unreadable(file, `"${name}" has a cell at "${place.slice(0, 40)}", which is no place.`);
  if (columnNumber(letters) <= limits.columns && Number(digits) <= limits.rows) return;
  throw refuse(file, `"${name}" has a cell at ${place}; ${limits.columns} columns and ${limits.rows} rows are read.`);
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
