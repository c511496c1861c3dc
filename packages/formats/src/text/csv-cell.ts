/**
 * Cells of CSV by one rule: numbers as they stand, text as text. A text that begins like a formula would be run as one by a
 * spreadsheet; an apostrophe before it makes it text (OWASP, CSV injection; the wide signs are those of East Asian keyboards).
 */

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'[=+\-@\t\r\n＝＋－＠]/;

/** A cell (RFC 4180), ready to stand between commas; nothing for a missing one. */
export function csvCell(cell: string | number | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text as it was before `csvCell` put the apostrophe: what is written reads back the same. */
export function withoutGuard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
