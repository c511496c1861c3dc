/** The door for changes of world emissions: one row for each year and species becomes one series for each species. */
import { EMISSION_SPECIES, type EmissionDelta } from '@thousand-cities/model';
import { FormatError } from '../format-error.ts';
import { readCsvRows, type Bytes } from '../table/csv-rows.ts';
import { checkUnit, checkWidth, checkYear, parseYear, readFigure, readSpecies, shown } from './cells.ts';

const COLUMNS = ['year', 'species', 'unit', 'delta'] as const;
type Column = (typeof COLUMNS)[number];

/** What was read of a species: by year, the change and the row it stands in. */
type Entries = Map<number, { readonly delta: number; readonly row: number }>;

/**
 * Read changes of world emissions: `year,species,unit,delta`, in the units of the species, in any order. The years of a species must
 * follow each other without a gap; before the first and after the last the change is nought.
 *
 * @throws {FormatError} for anything that is not clear: file, row, column and remedy are in the message
 */
export async function readDeltaTable(
  bytes: Bytes,
  options: { readonly file: string },
): Promise<readonly EmissionDelta[]> {
  const { file } = options;
  const bySpecies = new Map<number, Entries>();
  let header: Readonly<Record<Column, number>> | undefined;
  await readCsvRows(bytes, file, (fields, row, delimiter) => {
    if (header === undefined) header = readHeader(fields, file, row);
    else readRow(fields, { file, row, header, pointIsDecimal: delimiter === ',' }, bySpecies);
  });
  if (bySpecies.size === 0) {
    throw new FormatError('file-empty', { file }, 'The table has no rows below its header.', 'Export the table again.');
  }
  return [...bySpecies].sort(([a], [b]) => a - b).map(([species, entries]) => seriesOf(species, entries, file));
}

function readHeader(fields: readonly string[], file: string, row: number): Record<Column, number> {
  const names = fields.map((field) => field.trim().toLowerCase());
  const remedy = `The header is ${COLUMNS.join(',')}.`;
  for (const column of COLUMNS) {
    if (names.includes(column)) continue;
    throw new FormatError('column-missing', { file, row, column }, 'The column is missing.', remedy);
  }
  names.forEach((name, position) => {
    const column = fields[position]!.trim();
    if (names.indexOf(name) !== position) {
      throw new FormatError(
        'column-repeated',
        { file, row, column },
        'The column appears twice.',
        'Remove one of them.',
      );
    }
    if (!COLUMNS.some((known) => known === name)) {
      throw new FormatError(
        'column-unknown',
        { file, row, column },
        `"${shown(column)}" is not a column of changes.`,
        remedy,
      );
    }
  });
  return Object.fromEntries(COLUMNS.map((column) => [column, names.indexOf(column)])) as Record<Column, number>;
}

interface RowContext {
  readonly file: string;
  readonly row: number;
  readonly header: Readonly<Record<Column, number>>;
  readonly pointIsDecimal: boolean;
}

function readRow(fields: readonly string[], context: RowContext, bySpecies: Map<number, Entries>): void {
  const { file, row, header, pointIsDecimal } = context;
  checkWidth(fields, COLUMNS.length, file, row);
  const place = (column: Column) => ({ file, row, column });
  const text = (column: Column): string => fields[header[column]]!;
  const found = parseYear(text('year'));
  if (found === undefined) {
    throw new FormatError(
      'year-invalid',
      place('year'),
      `"${shown(text('year').trim())}" is not a year.`,
      'Write a year such as 2030.',
    );
  }
  checkYear(found.year, place('year'));
  const species = readSpecies(text('species'), place('species'));
  checkUnit(text('unit'), species, place('unit'));
  const delta = readFigure(text('delta'), place('delta'), pointIsDecimal);
  const entries = bySpecies.get(species) ?? new Map<number, { delta: number; row: number }>();
  const before = entries.get(found.year);
  if (before !== undefined) {
    throw new FormatError(
      'row-duplicate',
      place('year'),
      `${EMISSION_SPECIES[species]!.name} in ${found.year} was given in row ${before.row} already.`,
      'Add the changes up and keep one row.',
    );
  }
  entries.set(found.year, { delta, row });
  bySpecies.set(species, entries);
}

function seriesOf(species: number, entries: Entries, file: string): EmissionDelta {
  const { name } = EMISSION_SPECIES[species]!;
  const years = [...entries.keys()].sort((a, b) => a - b);
  const [firstYear] = years as [number];
  years.forEach((year, i) => {
    if (year === firstYear + i) return;
    throw new FormatError(
      'year-gap',
      { file, row: entries.get(year)!.row, column: 'year' },
      `The changes of ${name} jump from ${years[i - 1]!} to ${year}.`,
      'Give every year between the first and the last; 0 where nothing changes.',
    );
  });
  return { species: name, firstYear, values: Float64Array.from(years, (year) => entries.get(year)!.delta) };
}
