/**
 * Stable names of rows and cells of an inventory: what comments and evidence hang on. A place is told by what the row is about,
 * not by where it stands, so that it stays when other rows come, go or are sorted: `I.1.1/natural-gas/heating#1:amount`.
 */
import type { InventoryRow } from '@thousand-cities/model';
import type { GridColumn } from './columns.ts';

/** Letters of the longest part of a name; what is longer is cut, and told apart by its number. */
const LONGEST = 60;

/** A part of a name: lower case, letters and digits of any script, hyphens between. `-` for nothing. */
function part(text: string | undefined): string {
  const slug = (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return slug === '' ? '-' : Array.from(slug).slice(0, LONGEST).join('');
}

type Named = Pick<InventoryRow, 'ref' | 'activity'>;

/** Names are asked for at every keystroke, of rows that have not changed. */
const names = new WeakMap<Named, string>();

function nameOf(row: Named): string {
  const known = names.get(row);
  if (known !== undefined) return known;
  const name = `${row.ref}/${part(row.activity?.carrier)}/${part(row.activity?.activity)}`;
  names.set(row, name);
  return name;
}

/** The place of every row, in their order: `REFERENCE/CARRIER/ACTIVITY#N`, numbered among rows of the same name. */
export function rowPlaces(rows: readonly Named[]): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const name = nameOf(row);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name}#${count}`;
  });
}

/** The place of a reference that has no row yet; the same as its first row's while that names no activity. */
export const absentPlace = (ref: string): string => `${ref}/-/-#1`;

/** The place of a row, or of one of its cells. */
export const placeOf = (rowPlace: string, column?: GridColumn): string =>
  column === undefined ? rowPlace : `${rowPlace}:${column}`;

/** The row and the column of a place; no column for the row as a whole. */
export function placeParts(place: string): { readonly row: string; readonly column?: string } {
  const match = /^(.*#\d+):([a-z]+)$/u.exec(place);
  return match ? { row: match[1]!, column: match[2]! } : { row: place };
}

/** The reference a place belongs to. */
export const refOfPlace = (place: string): string => place.slice(0, Math.max(0, place.indexOf('/')));
