/** The header of a table of world emissions: four columns of words, then one for each year. */
import { EMISSION_YEARS } from '@thousand-cities/model';
import { FormatError } from '../format-error.ts';
import { checkYear, parseYear, shown } from './cells.ts';

export const WORD_COLUMNS = ['scenario', 'region', 'variable', 'unit'] as const;
export type WordColumn = (typeof WORD_COLUMNS)[number];

/** The baseline 1850–1900 must be in the table. */
const LAST_YEAR_OF_BASELINE = 1900;

export interface EmissionsHeader {
  readonly width: number;
  /** Position of each column of words. */
  readonly words: Readonly<Record<WordColumn, number>>;
  /** Positions of the years, 1750 first. */
  readonly years: readonly number[];
  /** The years as the file writes them. */
  readonly yearNames: readonly string[];
}

/**
 * Understand the header row.
 *
 * @throws {FormatError} `column-missing`, `column-repeated`, `year-missing`, `year-invalid`, `year-order`, `year-gap`, `history-missing`
 */
export function readEmissionsHeader(fields: readonly string[], file: string, row: number): EmissionsHeader {
  const words = wordColumns(fields, file, row);
  const taken = new Set(Object.values(words));
  const years = fields.map((_, position) => position).filter((position) => !taken.has(position));
  const yearNames = years.map((position) => fields[position]!.trim());
  checkYears(yearNames, file, row);
  return { width: fields.length, words, years, yearNames };
}

function wordColumns(fields: readonly string[], file: string, row: number): Record<WordColumn, number> {
  const names = fields.map((field) => field.trim().toLowerCase());
  const found = WORD_COLUMNS.map((column): [WordColumn, number] => {
    const position = names.indexOf(column);
    if (position === -1) {
      throw new FormatError(
        'column-missing',
        { file, row, column },
        'The column is missing.',
        `The header is ${WORD_COLUMNS.join(',')} and then the years, 1750.5,1751.5,…`,
      );
    }
    if (names.lastIndexOf(column) !== position) {
      throw new FormatError(
        'column-repeated',
        { file, row, column },
        'The column appears twice.',
        'Remove one of them.',
      );
    }
    return [column, position];
  });
  return Object.fromEntries(found) as Record<WordColumn, number>;
}

function checkYears(names: readonly string[], file: string, row: number): void {
  let before: { readonly year: number; readonly middle: boolean } | undefined;
  for (const column of names) {
    const place = { file, row, column };
    const found = parseYear(column);
    if (found === undefined || (before !== undefined && before.middle !== found.middle)) {
      throw new FormatError(
        'year-invalid',
        place,
        found === undefined
          ? `"${shown(column)}" is not a year.`
          : `"${shown(column)}" is not written as the years before it.`,
        'After scenario, region, variable and unit each column is a year: 1750.5, 1751.5, … or 1750, 1751, …',
      );
    }
    checkYear(found.year, place);
    checkStep(before?.year, found.year, place);
    before = found;
  }
  if (before === undefined) {
    throw new FormatError(
      'year-missing',
      { file, row },
      'The table has no years.',
      'After scenario, region, variable and unit each column is a year: 1750.5, 1751.5, …',
    );
  }
  checkSpan(before.year, { file, row, column: names.at(-1)! });
}

type ColumnPlace = Required<Pick<FormatError['place'], 'file' | 'row' | 'column'>>;

function checkStep(before: number | undefined, year: number, place: ColumnPlace): void {
  if (before === undefined) {
    if (year === EMISSION_YEARS.first) return;
    throw new FormatError(
      'history-missing',
      place,
      `The years begin in ${year}; the climate remembers emissions since ${EMISSION_YEARS.first}.`,
      `Put the calibration's own years ${EMISSION_YEARS.first} to 2022 before yours, and scale yours to meet them in 2022 (harmonise).`,
    );
  }
  if (year <= before) {
    throw new FormatError(
      'year-order',
      place,
      year === before ? `The year ${year} appears twice.` : `The year ${year} comes after ${before}.`,
      'Put the years in order, each once.',
    );
  }
  if (year > before + 1) {
    throw new FormatError(
      'year-gap',
      place,
      `The years jump from ${before} to ${year}.`,
      'Give every year; interpolate between the years you have.',
    );
  }
}

function checkSpan(lastYear: number, place: ColumnPlace): void {
  if (lastYear >= LAST_YEAR_OF_BASELINE) return;
  throw new FormatError(
    'history-missing',
    place,
    `The years end in ${lastYear}; warming is counted from the mean of 1850 to 1900.`,
    'Give the years to 1900 at least.',
  );
}
