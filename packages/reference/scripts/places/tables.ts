/** Writing the place tables: plain CSV with LF, sorted, numbers rounded to what the source supports. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Series } from './names.ts';

export type Cell = string | number | undefined;

const root = new URL('../../tables/places/', import.meta.url);

function field(cell: Cell): string {
  if (cell === undefined) return '';
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Write `tables/places/<name>.csv`. */
export function writeTable(name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const file = fileURLToPath(new URL(`${name}.csv`, root));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, [header, ...rows].map((row) => row.map(field).join(',')).join('\n') + '\n');
  process.stderr.write(`${name}: ${rows.length} rows\n`);
}

/** Round to significant digits, without exponent. */
export function significant(value: number | undefined, digits: number): number | undefined {
  return value === undefined ? undefined : Number(value.toPrecision(digits));
}

export function rounded(value: number | undefined, decimals: number): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(decimals));
}

export const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Write a table with one line per country and one column per year. */
export function writeYears(name: string, series: Series, years: readonly number[], round: (v: number) => number): void {
  const rows = [...series]
    .filter(([, values]) => years.some((year) => values.has(year)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([iso3, values]) => [iso3, ...years.map((year) => (values.has(year) ? round(values.get(year)!) : undefined))]);
  writeTable(name, ['iso3', ...years.map(String)], rows);
}
