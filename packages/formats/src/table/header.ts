/** What every table says of its header: a column that is missing or misspelt, and one that nobody reads. */
import type { Finding } from '@thousand-cities/model';
import { FormatError } from '../format-error.ts';
import { editDistance } from '../text/edit-distance.ts';

/** Where a header stands, and which of its names are none of the table's columns. */
export interface HeaderPlace {
  readonly file: string;
  readonly row: number;
  readonly strange: readonly string[];
}

/**
 * Refuse a header without a column it must have: `column-unknown` when a strange name is at most `tolerance` letters from it,
 * else `column-missing`.
 */
export function refuseWithout(
  column: string,
  { file, row, strange }: HeaderPlace,
  tolerance: number,
  remedy: string,
): never {
  const near = strange.find((name) => editDistance(name.toLowerCase(), column) <= tolerance);
  if (near !== undefined) {
    throw new FormatError(
      'column-unknown',
      { file, row, column: near },
      `There is no column "${column}", but one called "${near}".`,
      `Rename it to "${column}".`,
    );
  }
  throw new FormatError('column-missing', { file, row, column }, `The column "${column}" is missing.`, remedy);
}

/** A column that is none of the table's. */
export function ignoredColumn(name: string, file: string): Finding {
  return {
    code: 'column-ignored',
    severity: 'note',
    path: [file, name],
    message: `The column "${name}" is not used.`,
    remedy: 'Nothing to do, unless it should have been one of the known columns.',
    values: { column: name },
  };
}
