/** The header of a network table: columns of words, then one column for each year that has figures. */
import type { Finding } from '@thousand-cities/model';
import { FormatError } from '../format-error.ts';
import { ignoredColumn, refuseWithout } from '../table/header.ts';
import type { TableHeader } from '../table/table-cells.ts';

/** Who the city is, what its figures stand on, which figures the row has, and what the city has promised. */
export const WORD_COLUMNS = [
  'city',
  'country',
  'id',
  'locode',
  'latitude',
  'longitude',
  'population',
  'region',
  'contains',
  'inventory',
  'inventory_year',
  'reported_share',
  'gwp_set',
  'gwp_ch4',
  'gwp_n2o',
  'target_year',
  'target_cut_percent',
  'base_year',
  'path',
  'gas',
  'unit',
] as const;
export type WordColumn = (typeof WORD_COLUMNS)[number];
export type NetworkColumn = WordColumn | `${number}`;

/** Columns that a table of figures cannot do without. */
const WITH_FIGURES: readonly WordColumn[] = ['inventory', 'inventory_year', 'path', 'gas', 'unit'];

/** Spellings met in the wild. */
const ALIASES: Readonly<Record<string, WordColumn>> = {
  name: 'city',
  iso3: 'country',
  lat: 'latitude',
  lon: 'longitude',
  lng: 'longitude',
  un_locode: 'locode',
  geonames_id: 'id',
  residents: 'population',
};

const FIRST_YEAR = 1850;
const LAST_YEAR = 2300;

export interface NetworkHeader extends TableHeader<NetworkColumn> {
  /** Ascending. Empty in a table that only names cities. */
  readonly years: readonly number[];
  readonly findings: readonly Finding[];
}

/**
 * Understand the header row.
 *
 * @throws {FormatError} `column-missing`, `column-unknown` for a likely misspelling, `column-repeated`, `year-invalid`, `year-order`
 */
export function readHeader(fields: readonly string[], file: string, row: number): NetworkHeader {
  const index: Partial<Record<NetworkColumn, number>> = {};
  const years: number[] = [];
  const strange: string[] = [];
  fields.forEach((field, position) => {
    const written = field.trim();
    const place = { file, row, column: written };
    const column = columnOf(written);
    if (column === undefined) {
      if (written !== '') strange.push(written);
      return;
    }
    if (index[column] !== undefined) {
      throw new FormatError('column-repeated', place, 'The column appears twice.', 'Remove or rename one of them.');
    }
    index[column] = position;
    if (/^\d/.test(column)) years.push(yearOf(column, years.at(-1), place));
  });
  requireColumns(index, years, strange, file, row);
  return { index, width: fields.length, years, findings: strange.map((name) => ignoredColumn(name, file)) };
}

function columnOf(written: string): NetworkColumn | undefined {
  if (/^\d{4}$/.test(written)) return written as `${number}`;
  const name = written.toLowerCase().replaceAll(/[\s-]+/g, '_');
  return ALIASES[name] ?? WORD_COLUMNS.find((known) => known === name);
}

function yearOf(column: string, before: number | undefined, place: { file: string; row: number; column: string }) {
  const year = Number(column);
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new FormatError(
      'year-invalid',
      place,
      `The year is outside ${FIRST_YEAR} to ${LAST_YEAR}.`,
      'Remove the column.',
    );
  }
  if (before !== undefined && year <= before) {
    throw new FormatError('year-order', place, `The year stands after ${before}.`, 'Put the years in ascending order.');
  }
  return year;
}

function requireColumns(
  index: Readonly<Partial<Record<NetworkColumn, number>>>,
  years: readonly number[],
  strange: readonly string[],
  file: string,
  row: number,
): void {
  refuseOtherTables(index, years, strange, file, row);
  const needed: readonly WordColumn[] = ['city', 'country', ...(years.length > 0 ? WITH_FIGURES : [])];
  for (const column of needed) {
    if (index[column] !== undefined) continue;
    refuseWithout(
      column,
      { file, row, strange },
      Math.min(3, column.length / 3),
      `The header of a network is city,country to name cities; with figures also ${WITH_FIGURES.join(',')} and the years.`,
    );
  }
}

/** What also has a city and a country, but would be misread as a list of names. */
function refuseOtherTables(
  index: Readonly<Partial<Record<NetworkColumn, number>>>,
  years: readonly number[],
  strange: readonly string[],
  file: string,
  row: number,
): void {
  const gpc = strange.find((name) => /^gpc[\s_-]/i.test(name));
  if (gpc !== undefined) {
    throw new FormatError(
      'column-unknown',
      { file, row, column: gpc },
      'This is a table of inventories; a network has one row for each city, path and gas.',
      'Read it with `cities inventory`, or make plans of it with `cities plan`.',
    );
  }
  if (index.path !== undefined && years.length === 0) {
    throw new FormatError(
      'year-missing',
      { file, row },
      'The table has paths, and no column of a year.',
      'Head each column of figures with its year, four digits such as 2030.',
    );
  }
}
