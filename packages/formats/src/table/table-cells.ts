/** One row of a table as typed cells; every refusal names file, row and column. */
import type { FormatErrorCode } from '../format-error.ts';
import { FormatError } from '../format-error.ts';
import type { Delimiter } from './csv-rows.ts';
import { parseFigure } from '../text/figure.ts';
import { withoutGuard } from '../text/csv-cell.ts';

/** Where the columns of a table stand. */
export interface TableHeader<Column extends string> {
  readonly index: Readonly<Partial<Record<Column, number>>>;
  /** Fields of a row. */
  readonly width: number;
}

/** A cursor over the rows of one file. It is moved from row to row, so that a row costs no allocation. */
export class TableCells<Column extends string, Header extends TableHeader<Column> = TableHeader<Column>> {
  readonly file: string;
  readonly header: Header;
  readonly #pointIsDecimal: boolean;
  #fields: readonly string[] = [];
  row = 0;

  constructor(file: string, header: Header, delimiter: Delimiter) {
    this.file = file;
    this.header = header;
    this.#pointIsDecimal = delimiter === ',';
  }

  /** Move to a row. @throws {FormatError} `file-truncated` for too few fields, `table-malformed` for too many */
  moveTo(fields: readonly string[], row: number): void {
    this.#fields = fields;
    this.row = row;
    const { width } = this.header;
    if (fields.length === width) return;
    const count = `The row has ${fields.length} fields, the header ${width}.`;
    if (fields.length < width) {
      throw new FormatError(
        'file-truncated',
        { file: this.file, row },
        count,
        'If it is the last row the file was cut short: export it again. Otherwise complete the row.',
      );
    }
    throw new FormatError(
      'table-malformed',
      { file: this.file, row },
      count,
      this.#pointIsDecimal
        ? 'Probably a decimal comma or a comma in a name: write a decimal point, or put the field in quotation marks.'
        : 'Put fields that hold the delimiter in quotation marks.',
    );
  }

  /** The text of a cell without surrounding spaces and the apostrophe that keeps it from being a formula; `''` when blank or when the table has no such column. */
  text(column: Column): string {
    const position = this.header.index[column];
    return position === undefined ? '' : withoutGuard(this.#fields[position]!.trim());
  }

  /** A cell that must say something. @throws {FormatError} `cell-empty` */
  required(column: Column, remedy: string): string {
    const text = this.text(column);
    return text === '' ? this.fail('cell-empty', column, 'The cell is empty.', remedy) : text;
  }

  /** A number, or `undefined` for a blank cell. @throws {FormatError} `cell-not-a-number`, `number-ambiguous` */
  number(column: Column): number | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const figure = parseFigure(text, this.#pointIsDecimal);
    if (figure.ok) return figure.value;
    if (figure.why === 'ambiguous') {
      return this.fail(
        'number-ambiguous',
        column,
        `"${text}" can be read as ${figure.readings?.join(' or as ') ?? 'two numbers'}.`,
        'Write it without thousands separators, and with a decimal point.',
      );
    }
    return this.fail('cell-not-a-number', column, `"${text}" is not a number.`, 'Write digits only, such as 1234.5.');
  }

  /** @throws {FormatError} naming this row and `column` */
  fail(code: FormatErrorCode, column: Column, problem: string, remedy: string): never {
    const given = this.text(column);
    const place = { file: this.file, row: this.row, column };
    throw new FormatError(code, place, problem, remedy, given === '' ? {} : { given });
  }
}
