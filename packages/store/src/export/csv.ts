/** CSV that a spreadsheet opens without doing anything. */

/** A cell: text, or a number as it stands. */
export type Cell = string | number | null | undefined;

/** Rows as CSV (RFC 4180) in UTF-8, with `\n` line ends. */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cellText).join(',')}\n`).join('');
}

/** Objects as CSV: of each the members that are named, by the names in the header (`createdBy` is the column `created_by`). */
export function table<Name extends string>(
  names: readonly Name[],
  rows: readonly Readonly<Partial<Record<Name, Cell>>>[],
): string {
  const header = names.map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  return csv(header, rows.map((row) => names.map((name) => row[name]))); // prettier-ignore
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  // A text that begins like a formula would be run as one; the apostrophe makes it text (OWASP, CSV injection; the wide signs are East Asian).
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  // Where a comma is for decimals, spreadsheets part cells at semicolons: what follows one must not begin a cell.
  return /[",;\t\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
