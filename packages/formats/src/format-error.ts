/** Refusals of the file readers: which file, sheet, row and column, what is wrong, and what to do about it. */

/** Every way a file can be refused. Doors translate by code. */
export const FORMAT_ERROR_CODES = [
  'file-empty',
  'file-not-text',
  'file-is-spreadsheet',
  'file-encoding',
  'file-truncated',
  'file-too-large',
  'file-unreadable',
  'file-encrypted',
  'file-unsafe',
  'sheet-missing',
  'sheet-unclear',
  'table-malformed',
  'column-missing',
  'column-unknown',
  'column-repeated',
  'cell-empty',
  'cell-not-a-number',
  'cell-unsaved',
  'cell-fault',
  'number-ambiguous',
  'number-negative',
  'number-out-of-range',
  'year-missing',
  'year-invalid',
  'reference-unknown',
  'notation-unknown',
  'unit-unknown',
  'unit-unfit',
  'carrier-unknown',
  'activity-unknown',
  'country-unknown',
  'factor-missing',
  'row-duplicate',
  'row-id-repeated',
  'row-id-unfit',
  'row-contradicts',
  'path-missing',
  'species-unknown',
  'species-missing',
  'region-unknown',
  'year-gap',
  'year-order',
  'history-missing',
] as const;

/** A code of a refused file. */
export type FormatErrorCode = (typeof FORMAT_ERROR_CODES)[number];

/** Where in a file. `row` counts lines from 1, the header included, as editors and spreadsheets do. */
export interface FilePlace {
  readonly file: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

/** A file that cannot be read as it stands. Nothing of it has been taken over. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly code: FormatErrorCode;
  readonly place: FilePlace;
  /** What is wrong, without the place. */
  readonly problem: string;
  readonly remedy: string;
  /** What to choose from, where the reader must be told: names of sheets. */
  readonly choices: readonly string[];
  /** What stands in the cell, where it is a cell that is refused. */
  readonly given: string | undefined;

  constructor(
    code: FormatErrorCode,
    place: FilePlace,
    problem: string,
    remedy: string,
    options?: ErrorOptions & { readonly choices?: readonly string[]; readonly given?: string },
  ) {
    super(`${writePlace(place)}: ${problem} ${remedy}`, options);
    this.code = code;
    this.place = place;
    this.problem = problem;
    this.remedy = remedy;
    this.choices = options?.choices ?? [];
    this.given = options?.given;
  }
}

/** `cities.csv, row 12, column "year"`. */
export function writePlace(place: FilePlace): string {
  const parts = [place.file];
  if (place.sheet !== undefined) parts.push(`sheet "${place.sheet}"`);
  if (place.row !== undefined) parts.push(`row ${place.row}`);
  if (place.column !== undefined) parts.push(`column "${place.column}"`);
  return parts.join(', ');
}
