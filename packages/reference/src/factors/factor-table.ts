/** The form every factor table has: key columns of its own, then value, interval, unit, year, region, source, licence, quality. */
import type { Factor as ModelFactor } from '@thousand-cities/model';
import { parseTable, type TableRow } from '../table.ts';

/** One factor of a table, also with its licence. `source` is an id of `sources.csv`. */
export interface Factor extends ModelFactor {
  readonly licence: string;
  readonly note?: string;
}

/** Columns that every factor table ends with. */
export const FACTOR_COLUMNS = [
  'value',
  'low',
  'high',
  'unit',
  'year',
  'region',
  'source',
  'locator',
  'licence',
  'quality',
  'note',
] as const;

/** Every factor table with its key columns; together they are unique in the table. */
export const FACTOR_TABLES = {
  gwp: ['set', 'species'],
  'gwp-blends': ['blend', 'species'],
  'stationary-combustion': ['fuel', 'name', 'biogenic', 'sector', 'parameter'],
  mobile: ['mode', 'fuel', 'technology', 'parameter'],
  'carbon-budgets': ['set', 'limit', 'probability', 'rounding'],
  'waste-solid': ['item', 'parameter', 'condition'],
  'waste-biological': ['item', 'parameter', 'condition'],
  incineration: ['item', 'parameter', 'condition'],
  wastewater: ['item', 'parameter', 'condition'],
  ippu: ['item', 'parameter', 'condition'],
  livestock: ['item', 'parameter', 'condition'],
  soils: ['item', 'parameter', 'condition'],
  land: ['item', 'parameter', 'condition'],
  fugitive: ['item', 'parameter', 'condition'],
  'energy-use': ['item', 'parameter', 'condition'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FactorTableName = keyof typeof FACTOR_TABLES;

const QUALITIES = ['H', 'M', 'L'] as const;

function factorOf(row: TableRow, keyColumns: readonly string[]): Factor {
  const low = row.optionalNumber('low');
  const high = row.optionalNumber('high');
  const note = row.optionalText('note');
  return {
    keys: Object.fromEntries(keyColumns.map((column) => [column, row.text(column)])),
    value: row.number('value'),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    unit: row.text('unit'),
    year: row.number('year'),
    region: row.text('region'),
    source: row.text('source'),
    locator: row.text('locator'),
    licence: row.text('licence'),
    quality: row.oneOf('quality', QUALITIES),
    ...(note === undefined ? {} : { note }),
  };
}

/**
 * Read one factor table.
 *
 * @throws {TableError} naming table, line and column
 */
export function parseFactors(name: FactorTableName, text: string): readonly Factor[] {
  const keyColumns = FACTOR_TABLES[name];
  return parseTable(`factors/${name}`, text, [...keyColumns, ...FACTOR_COLUMNS]).rows.map((row) =>
    factorOf(row, keyColumns),
  );
}
