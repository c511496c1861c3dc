/** What each column of the place tables means: unit, source, licence, quality and provenance, from `places/columns.csv`. */
import type { Provenance, Quality } from '@thousand-cities/model';
import { parseTable } from '../table.ts';

/** Meaning of one column (or of one key, in tables that have a key column). `*` stands for every year column. */
export interface PlaceColumn {
  readonly table: string;
  readonly column: string;
  readonly unit: string;
  readonly source: string;
  readonly licence: string;
  readonly quality: Quality;
  readonly provenance: Provenance;
  /** Year the column stands for, where the table does not say it. */
  readonly year?: number;
  /** First year that is not an observation. */
  readonly projectedFrom?: number;
  readonly note?: string;
}

const PROVENANCES = ['default', 'assumption', 'method-locked'] as const;

/** A lookup of column meanings; it throws a bare error for a column without an entry, which is a fault in the tables. */
export type ColumnLookup = (table: string, column?: string) => PlaceColumn;

/** Read `columns.csv`. @throws {TableError} */
export function parseColumns(text: string): readonly PlaceColumn[] {
  return parseTable('places/columns', text).rows.map((row) => {
    const year = row.optionalNumber('year');
    const projectedFrom = row.optionalNumber('projected_from');
    const note = row.optionalText('note');
    return {
      table: row.text('table'),
      column: row.text('column'),
      unit: row.text('unit'),
      source: row.text('source'),
      licence: row.text('licence'),
      quality: row.oneOf('quality', ['H', 'M', 'L']),
      provenance: row.oneOf('provenance', PROVENANCES),
      ...(year === undefined ? {} : { year }),
      ...(projectedFrom === undefined ? {} : { projectedFrom }),
      ...(note === undefined ? {} : { note }),
    };
  });
}

/** Index column meanings by table and column. */
export function columnLookup(columns: readonly PlaceColumn[]): ColumnLookup {
  const index = new Map(columns.map((column) => [`${column.table}/${column.column}`, column]));
  return (table, column = '*') => {
    const found = index.get(`${table}/${column}`);
    if (!found) throw new Error(`places/columns.csv says nothing of column "${column}" of table "${table}"`);
    return found;
  };
}
