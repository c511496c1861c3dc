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

/** Split one record that holds quotation marks, from `from` on; answers its fields and where the next record begins. */
function splitQuoted(name: string, text: string, from: number, line: number): { fields: string[]; next: number } {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = from; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i]!;
      else quoted = false;
    } else if (c === '"' && field === '') quoted = true;
    else if (c === ',') {
      fields.push(field);
      field = '';
    } else if (c === '\n') return { fields: [...fields, field], next: i + 1 };
    else if (c !== '\r') field += c;
  }
  if (quoted) throw new TableError(name, line, '', 'a quotation mark is never closed');
  return { fields: [...fields, field], next: text.length };
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let i = text.indexOf('\n', from); i !== -1 && i < to; i = text.indexOf('\n', i + 1)) lines++;
  return lines;
}

/** Split CSV text (RFC 4180, UTF-8 without BOM, LF or CRLF) into raw rows; blank lines are passed over. */
function splitRows(name: string, text: string): RawRow[] {
  const rows: RawRow[] = [];
  let line = 1;
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const stop = end === -1 ? text.length : end;
    const plain = text.slice(from, text[stop - 1] === '\r' ? stop - 1 : stop);
    if (plain.includes('"')) {
      const { fields, next } = splitQuoted(name, text, from, line);
      rows.push({ line, fields });
      line += countLines(text, from, next);
      from = next;
    } else {
      if (plain !== '') rows.push({ line, fields: plain.split(',') });
      line++;
      from = stop + 1;
    }
  }
  return rows;
}

class Row implements TableRow {
  readonly table: string;
  readonly line: number;
  readonly #fields: readonly string[];
  readonly #columns: ReadonlyMap<string, number>;

  constructor(table: string, columns: ReadonlyMap<string, number>, raw: RawRow) {
    this.table = table;
    this.line = raw.line;
    this.#fields = raw.fields;
    this.#columns = columns;
  }

  fail(column: string, problem: string): never {
    throw new TableError(this.table, this.line, column, problem);
  }

  optionalText(column: string): string | undefined {
    const index = this.#columns.get(column);
    if (index === undefined) return this.fail(column, 'the table has no such column');
    const value = this.#fields[index]!;
    return value === '' ? undefined : value;
  }

  text(column: string): string {
    return this.optionalText(column) ?? this.fail(column, 'is blank');
  }

  optionalNumber(column: string): number | undefined {
    const value = this.optionalText(column);
    if (value === undefined) return undefined;
    return decimal.test(value) ? Number(value) : this.fail(column, `"${value}" is not a number`);
  }

  number(column: string): number {
    return this.optionalNumber(column) ?? this.fail(column, 'is blank');
  }

  oneOf<T extends string>(column: string, values: readonly T[]): T {
    const value = this.text(column);
    return (
      values.find((candidate) => candidate === value) ?? this.fail(column, `"${value}" is none of ${values.join(', ')}`)
    );
  }
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
    return new Row(name, columns, raw);
  });
  return { name, columns: header.fields, rows };
}
