/** The table behind a chart: the same data, for reading, for a screen reader, and as a CSV file. */
export interface TableColumn {
  readonly label: string;
  readonly numeric?: boolean;
  /** Years and identifiers: never grouped or rounded. */
  readonly plain?: boolean;
}

export type TableCell = string | number | null;

export interface TableData {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Text that a spreadsheet would run as a formula is made plain text: beginnings after OWASP, "CSV injection". */
const harmless = (text: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);

/**
 * Comma-separated values with a byte order mark, so that spreadsheets read names in any script. Missing cells are empty.
 *
 * @param notes lines of text below the table, after an empty one: where the figures come from
 */
export function csvOf({ columns, rows }: TableData, notes: readonly string[] = []): string {
  const line = (cells: readonly TableCell[]) =>
    cells
      .map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : quoted(harmless(cell))))
      .join(',');
  const below = notes.length > 0 ? ['', ...notes.map((note) => line([note]))] : [];
  return `\ufeff${[line(columns.map(({ label }) => label)), ...rows.map(line), ...below].join('\r\n')}\r\n`;
}
