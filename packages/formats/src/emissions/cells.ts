/** Cells that both emission tables have: figures, species, units and years, each refused with its place and a remedy. */
import { EMISSION_SPECIES, EMISSION_YEARS } from '@thousand-cities/model';
import { FormatError, type FilePlace } from '../format-error.ts';
import { parseFigure } from '../text/figure.ts';
import { suggestSpecies } from './species-names.ts';
import { isUnit, unitRemedy } from './units.ts';
import { withoutGuard } from '../text/csv-cell.ts';

const rowOf: ReadonlyMap<string, number> = new Map(EMISSION_SPECIES.map(({ name }, row) => [name, row]));

/** Longest text repeated in a message. */
const LONGEST_SHOWN = 60;

/** What a cell holds, for a message. */
export function shown(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** @throws {FormatError} `cell-empty` */
export function readText(text: string, place: FilePlace, remedy: string): string {
  const trimmed = withoutGuard(text.trim());
  if (trimmed === '') throw new FormatError('cell-empty', place, 'The cell is empty.', remedy);
  return trimmed;
}

/**
 * A finite number.
 *
 * @param pointIsDecimal the table is separated by commas
 * @throws {FormatError} `cell-empty`, `cell-not-a-number`, `number-ambiguous`
 */
export function readFigure(text: string, place: FilePlace, pointIsDecimal: boolean): number {
  const trimmed = readText(text, place, 'Write a figure; 0 if nothing is emitted. A gap is not taken for zero.');
  const figure = parseFigure(trimmed, pointIsDecimal);
  if (figure.ok) return figure.value;
  if (figure.why === 'ambiguous') {
    throw new FormatError(
      'number-ambiguous',
      place,
      `"${shown(trimmed)}" can be read as ${figure.readings!.join(' or as ')}.`,
      'Separate the columns by commas and write decimal points, or write another number of decimals.',
    );
  }
  throw new FormatError(
    'cell-not-a-number',
    place,
    `"${shown(trimmed)}" is not a finite number.`,
    'Write digits only, such as 36.8; 0 if nothing is emitted.',
  );
}

/** Row of the species in `EMISSION_SPECIES`. @throws {FormatError} `cell-empty`, `species-unknown` */
export function readSpecies(text: string, place: FilePlace): number {
  const name = readText(text, place, 'Write the name of a species, such as CO2 FFI.');
  const row = rowOf.get(name);
  if (row !== undefined) return row;
  throw new FormatError('species-unknown', place, `"${shown(name)}" is not an emitted species.`, suggestSpecies(name));
}

/** @throws {FormatError} `cell-empty`, `unit-unfit` where the unit is not the one the species has */
export function checkUnit(text: string, species: number, place: FilePlace): void {
  const { name, unit } = EMISSION_SPECIES[species]!;
  const written = readText(text, place, `Write "${unit}".`);
  if (isUnit(written, unit)) return;
  throw new FormatError(
    'unit-unfit',
    place,
    `"${shown(written)}" is not the unit of ${name}; "${unit}" is expected, and nothing is converted.`,
    unitRemedy(written, unit),
  );
}

/** A year as tables write it: `1750`, or `1750.5` for its middle. `undefined` for anything else. */
export function parseYear(text: string): { readonly year: number; readonly middle: boolean } | undefined {
  const found = /^(\d{4})(?:[.,]([05]))?$/.exec(text.trim());
  return found === null ? undefined : { year: Number(found[1]), middle: found[2] === '5' };
}

/** @throws {FormatError} `year-invalid` for a year outside 1750 to 2500 */
export function checkYear(year: number, place: FilePlace): void {
  const { first, last } = EMISSION_YEARS;
  if (year >= first && year <= last) return;
  throw new FormatError(
    'year-invalid',
    place,
    `The year ${year} is outside ${first} to ${last}.`,
    `Remove it: the climate is run from ${first} to ${last}.`,
  );
}

/** @throws {FormatError} `file-truncated` for too few fields, `table-malformed` for too many */
export function checkWidth(fields: readonly string[], width: number, file: string, row: number): void {
  if (fields.length === width) return;
  const count = `The row has ${fields.length} fields, the header ${width}.`;
  if (fields.length < width) {
    throw new FormatError(
      'file-truncated',
      { file, row },
      count,
      'If it is the last row the file was cut short: export it again. Otherwise complete the row.',
    );
  }
  throw new FormatError(
    'table-malformed',
    { file, row },
    count,
    'Probably a decimal comma: write decimal points, or put the field in quotation marks.',
  );
}
