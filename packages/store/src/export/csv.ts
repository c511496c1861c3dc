/** CSV that a spreadsheet opens without doing anything. */

/** A cell: text, or a number as it stands. */
export type Cell = string | number | null | undefined;

/** Rows as CSV (RFC 4180) in UTF-8, with `\n` line ends. */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cellText).join(',')}\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  // A text that begins like a formula would be run as one; the apostrophe makes it text (OWASP, CSV injection; the wide signs are East Asian).
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
