/** Three columns of a table as a range, in order. */
import type { Range } from '@thousand-cities/model';
import type { TableRow } from '../table.ts';

/** Read `<prefix>_low`, `<prefix>_central`, `<prefix>_high`. @throws {TableError} when they are out of order */
export function rangeField(row: TableRow, prefix: string): Range {
  const [low, central, high] = (['low', 'central', 'high'] as const).map((end) => row.number(`${prefix}_${end}`));
  if (!(low! <= central! && central! <= high!)) row.fail(`${prefix}_central`, 'needs low ≤ central ≤ high');
  return { low: low!, central: central!, high: high! };
}

/** A range of shares, 0…1. @throws {TableError} */
export function shareRangeField(row: TableRow, prefix: string): Range {
  const range = rangeField(row, prefix);
  if (range.low < 0 || range.high > 1) row.fail(`${prefix}_low`, 'a share lies between 0 and 1');
  return range;
}

/** A range that may be left out as a whole. */
export function optionalRangeField(row: TableRow, prefix: string): Range | undefined {
  return row.optionalText(`${prefix}_central`) === undefined ? undefined : rangeField(row, prefix);
}
