/** A small strict reader of CSV tables: text in, rows out; every fault names table, line and column. */

/** A fault in a reference table. These tables ship with the product, so a fault is ours to repair, not the city's. */
export class TableError extends Error {
  override readonly name = 'TableError';
  readonly table: string;
  readonly line: number;
  readonly column: string;

  constructor(table: string, line: number, column: string, problem: string) {
    super(`${table}.csv, line ${line}${column === '' ? '' : `, column "${column}"`}: ${problem}`);
    this.table = table;
    this.line = line;
    this.column = column;
  }
}

/** One row, read by column name. A blank field is `undefined` to the optional readers and refused by the others. */
export interface TableRow {
  readonly table: string;
  /** Line of the file on which the row begins; the header is line 1. */
  readonly line: number;
  /** @throws {TableError} when the column does not exist or the field is blank */
  text(column: string): string;
  optionalText(column: string): string | undefined;
  /** @throws {TableError} when the field is blank or not a plain decimal number */
  number(column: string): number;
  optionalNumber(column: string): number | undefined;
  /** @throws {TableError} when the field is none of `values` */
  oneOf<T extends string>(column: string, values: readonly T[]): T;
  /** @throws {TableError} naming this row and `column` */
  fail(column: string, problem: string): never;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

interface RawRow {
  readonly line: number;
  readonly fields: string[];
}

/** Split CSV text (RFC 4180, UTF-8 without BOM, LF or CRLF) into raw rows. */
function splitRows(name: string, text: string): RawRow[] {
  const rows: RawRow[] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  const endRow = () => {
    fields.push(field);
    if (fields.length > 1 || fields[0] !== '') rows.push({ line: start, fields });
    fields = [];
    field = '';
    start = line;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '\n') line++;
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i]!;
      else quoted = false;
    } else if (c === '"' && field === '') quoted = true;
    else if (c === ',') {
      fields.push(field);
      field = '';
    } else if (c === '\n') endRow();
    else if (c !== '\r') field += c;
  }
  if (quoted) throw new TableError(name, start, '', 'a quotation mark is never closed');
  if (field !== '' || fields.length > 0) endRow();
  return rows;
}

function rowOf(table: string, columns: ReadonlyMap<string, number>, raw: RawRow): TableRow {
  const fail = (column: string, problem: string): never => {
    throw new TableError(table, raw.line, column, problem);
  };
  const optionalText = (column: string): string | undefined => {
    const index = columns.get(column);
    if (index === undefined) return fail(column, 'the table has no such column');
    const value = raw.fields[index]!;
    return value === '' ? undefined : value;
  };
  const text = (column: string): string => optionalText(column) ?? fail(column, 'is blank');
  const toNumber = (column: string, value: string): number =>
    decimal.test(value) ? Number(value) : fail(column, `"${value}" is not a number`);
  return {
    table,
    line: raw.line,
    text,
    optionalText,
    number: (column) => toNumber(column, text(column)),
    optionalNumber: (column) => {
      const value = optionalText(column);
      return value === undefined ? undefined : toNumber(column, value);
    },
    oneOf: (column, values) => {
      const value = text(column);
      return (
        values.find((candidate) => candidate === value) ?? fail(column, `"${value}" is none of ${values.join(', ')}`)
      );
    },
    fail,
  };
}

/**
 * Read CSV text with one header line.
 *
 * @param required columns that must be there
 * @throws {TableError} for a missing or repeated column, a row of the wrong width, or an open quotation mark
 */
export function parseTable(name: string, text: string, required: readonly string[] = []): Table {
  const [header, ...body] = splitRows(name, text);
  if (!header) throw new TableError(name, 1, '', 'the table is empty');
  const columns = new Map<string, number>();
  header.fields.forEach((column, index) => {
    if (columns.has(column)) throw new TableError(name, 1, column, 'the column appears twice');
    columns.set(column, index);
  });
  for (const column of required) {
    if (!columns.has(column)) throw new TableError(name, 1, column, 'the column is missing');
  }
  const rows = body.map((raw) => {
    if (raw.fields.length !== header.fields.length) {
      throw new TableError(name, raw.line, '', `has ${raw.fields.length} fields, the header ${header.fields.length}`);
    }
    return rowOf(name, columns, raw);
  });
  return { name, columns: header.fields, rows };
}
