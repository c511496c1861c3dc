/** Tables with one line per country (and key) and one column per year. */
import type { FactSeries } from '@thousand-cities/model';
import { TableError } from '../table.ts';
import type { PlaceColumn } from './columns.ts';

export interface YearValue {
  readonly year: number;
  readonly value: number;
}

/** Lines of a year table by their first column, or by `iso3|key` where the second column is `key`. */
export type YearTable = ReadonlyMap<string, readonly YearValue[]>;

/**
 * Read a year table. These are the largest tables and hold no quoted text, so they are split directly.
 *
 * @throws {TableError} for a header that is no year, a line of the wrong width, a figure that is no number, a line twice
 */
export function parseYears(name: string, text: string): YearTable {
  const lines = text.split(/\r?\n/);
  const header = (lines[0] ?? '').split(',');
  const keys = header[1] === 'key' ? 2 : 1;
  const years = header.slice(keys).map((label) => {
    if (!/^\d{4}$/.test(label)) throw new TableError(name, 1, label, 'is not a year');
    return Number(label);
  });
  const table = new Map<string, YearValue[]>();
  lines.forEach((line, at) => {
    if (at === 0 || line === '') return;
    const fields = line.split(',');
    if (fields.length !== header.length) {
      throw new TableError(name, at + 1, '', `has ${fields.length} fields, the header ${header.length}`);
    }
    const id = fields.slice(0, keys).join('|');
    if (table.has(id)) throw new TableError(name, at + 1, header[0]!, `"${id}" appears twice`);
    table.set(id, valuesOf(name, at + 1, years, fields.slice(keys)));
  });
  return table;
}

function valuesOf(name: string, line: number, years: readonly number[], fields: readonly string[]): YearValue[] {
  const values: YearValue[] = [];
  fields.forEach((text, i) => {
    if (text === '') return;
    const value = Number(text);
    const year = years[i]!;
    if (!Number.isFinite(value)) throw new TableError(name, line, String(year), `"${text}" is not a number`);
    values.push({ year, value });
  });
  return values;
}

/** A line as a series of facts with its column's meaning; `undefined` when the table has no such line. */
export function seriesOf(values: readonly YearValue[] | undefined, column: PlaceColumn): FactSeries | undefined {
  if (values === undefined || values.length === 0) return undefined;
  const { unit, source, projectedFrom, note } = column;
  const projected = projectedFrom !== undefined && values.at(-1)!.year >= projectedFrom;
  return {
    unit,
    source,
    points: values,
    ...(projected ? { projectedFrom } : {}),
    ...(note === undefined ? {} : { note }),
  };
}
