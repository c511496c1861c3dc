/**
 * What comments and evidence hang on: the row by its id, `@rk3m9x…`, or one of its cells, `@rk3m9x…:amount`. A row that has no id yet
 * has one that follows from its name, so that what hangs on it stays when it is renamed. Before rows had ids, things hung on the name
 * itself, `I.1.1/natural-gas/heating#1:amount`; they are found by the id that follows from it.
 */
import type { InventoryRow } from '@thousand-cities/model';
import { absentName, idOfName, rowNames, withRowIds } from './row-ids.ts';

/** The place of a row by its id. */
export const placeOfId = (id: string): string => `@${id}`;

/** The place of every row, in their order. */
export const rowPlaces = (rows: readonly InventoryRow[]): readonly string[] =>
  withRowIds(rows).map(({ id }) => placeOfId(id!));

/** The place of a reference that has no row yet; its first row takes it over. */
export const absentPlace = (ref: string): string => placeOfId(idOfName(absentName(ref)));

/** The place of a row, or of one of its cells. */
export const placeOf = (rowPlace: string, column?: string): string =>
  column === undefined ? rowPlace : `${rowPlace}:${column}`;

/** The row and the column of a place; no column for the row as a whole. */
export function placeParts(place: string): { readonly row: string; readonly column?: string } {
  const match = /^(@[\w-]+|.*#\d+):([a-z]+)$/u.exec(place);
  return match ? { row: match[1]!, column: match[2]! } : { row: place };
}

/** The place where something stands today that was put to a place, then or now. */
export type PlaceToday = (stored: string) => string;

/**
 * Where things stand among these rows. What hangs on a name belongs to the row whose id follows from that name, whatever it is called
 * now; where there is none, to the row that has the name.
 */
export function placesAmong(rows: readonly InventoryRow[]): PlaceToday {
  const known = withRowIds(rows);
  const ids = new Set(known.map(({ id }) => id));
  const named = new Map(rowNames(rows).map((name, index) => [name, known[index]!.id!]));
  const rowToday = (row: string): string => {
    if (row.startsWith('@')) return row;
    const followed = idOfName(row);
    return placeOfId(ids.has(followed) ? followed : (named.get(row) ?? followed));
  };
  return (stored) => {
    const { row, column } = placeParts(stored);
    return placeOf(rowToday(row), column);
  };
}
