/** The identity of a line of an inventory: what it is known by, whatever it is called. Decided in docs/adr/0014. */
import type { InventoryRow } from './types.ts';

/** How an id is written: letters that mean nothing in a place, a spreadsheet or an address. */
export const ROW_ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** The same in words, to be said where one is refused. */
export const ROW_ID_RULE = '1 to 64 letters (A to Z), digits, "-" and "_", the first a letter or digit';

/** Whether a text can be the id of a row. */
export const isRowId = (text: string): boolean => ROW_ID_PATTERN.test(text);

/** Two rows with one id, by their index, or undefined where each id is there once. */
export function repeatedRowId(
  rows: readonly Pick<InventoryRow, 'id'>[],
): { readonly id: string; readonly first: number; readonly second: number } | undefined {
  const seen = new Map<string, number>();
  for (const [second, { id }] of rows.entries()) {
    if (id === undefined) continue;
    const first = seen.get(id);
    if (first !== undefined) return { id, first, second };
    seen.set(id, second);
  }
  return undefined;
}
