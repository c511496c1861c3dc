/** The header of an inventory table: which columns it must have, how they may be spelled, and which of the two shapes it is. */
import type { Finding } from '@thousand-cities/model';
import { FormatError } from '../format-error.ts';
import { ignoredColumn, refuseWithout } from '../table/header.ts';

const COMMON = ['city', 'country', 'year', 'population', 'gpc_ref'] as const;
const LONG = [...COMMON, 'co2e_tonnes', 'notation_key'] as const;
const ACTIVITY = [...COMMON, 'activity', 'carrier', 'amount', 'unit'] as const;
const OPTIONAL = ['factor_source', 'gwp_set', 'explanation', 'source', 'row_id'] as const;

export type Column = (typeof LONG)[number] | (typeof ACTIVITY)[number] | (typeof OPTIONAL)[number];
/** `long`: one row per reference with its t CO2e. `activity`: one row per activity, from which emissions are calculated. */
export type Shape = 'long' | 'activity';

const REQUIRED: Readonly<Record<Shape, readonly Column[]>> = { long: LONG, activity: ACTIVITY };
const KNOWN = new Set<string>([...LONG, ...ACTIVITY, ...OPTIONAL]);

/** Spellings met in the wild, by what they mean. Compared in lower case with `_` for spaces and hyphens. */
const ALIASES: Readonly<Record<string, Column>> = {
  gpc_reference: 'gpc_ref',
  gpc_ref_no: 'gpc_ref',
  gpc_reference_number: 'gpc_ref',
  tco2e: 'co2e_tonnes',
  t_co2e: 'co2e_tonnes',
  emissions_tco2e: 'co2e_tonnes',
  notation_keys: 'notation_key',
};

/** Where each column stands, and what the reader should know about the header. */
export interface Header {
  readonly shape: Shape;
  readonly index: Readonly<Partial<Record<Column, number>>>;
  /** Names as the file spells them, for messages. */
  readonly width: number;
  readonly findings: readonly Finding[];
}

/**
 * Understand the header row.
 *
 * @throws {FormatError} `column-missing`, `column-unknown` for a likely misspelling, `column-repeated`
 */
export function readHeader(fields: readonly string[], file: string, row: number): Header {
  const index: Partial<Record<Column, number>> = {};
  const strange: string[] = [];
  fields.forEach((field, position) => {
    const column = columnOf(field);
    if (column === undefined) {
      if (field.trim() !== '') strange.push(field.trim());
    } else if (index[column] !== undefined) {
      throw new FormatError(
        'column-repeated',
        { file, row, column: field.trim() },
        'The column appears twice.',
        'Remove or rename one of them.',
      );
    } else index[column] = position;
  });
  const shape: Shape = index.amount !== undefined || index.activity !== undefined ? 'activity' : 'long';
  requireColumns(shape, index, strange, file, row);
  return { shape, index, width: fields.length, findings: strange.map((name) => ignoredColumn(name, file)) };
}

/** How many columns of an inventory table a row names. */
export function knownColumns(fields: readonly string[]): number {
  return new Set(fields.map(columnOf).filter((column) => column !== undefined)).size;
}

function columnOf(field: string): Column | undefined {
  const name = field
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  return ALIASES[name] ?? (KNOWN.has(name) ? (name as Column) : undefined);
}

function requireColumns(
  shape: Shape,
  index: Readonly<Partial<Record<Column, number>>>,
  strange: readonly string[],
  file: string,
  row: number,
): void {
  for (const column of REQUIRED[shape]) {
    if (index[column] !== undefined) continue;
    refuseWithout(
      column,
      { file, row, strange },
      3,
      `The header of a table of ${shape === 'long' ? 'emissions' : 'activity data'} is: ${REQUIRED[shape].join(',')}.`,
    );
  }
}
