/** Rows of a delimited text file, streamed: encoding, delimiter and quoting are settled here, and memory stays bounded. */
import { parse } from 'csv-parse';
import type { Parser } from 'csv-parse';
import { once } from 'node:events';
import { FormatError } from '../format-error.ts';
import { TextPieces } from '../text/encoding.ts';

/** Bytes of a file, in pieces: `createReadStream(path)`, or `[bytes]`. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type Delimiter = ',' | ';' | '\t';

/** Called once for each row, the header first. `row` is the line of the file on which the row ends. */
export type RowSink = (fields: readonly string[], row: number, delimiter: Delimiter) => void;

/** Longest row accepted, characters. A table row has a few hundred; a file without line ends has millions. */
const LONGEST_ROW = 1_000_000;

/**
 * Read a delimited table row by row. Blank lines are skipped. The delimiter is the one of comma, semicolon and tab that the header line
 * holds most of. What `sink` throws ends the reading and is thrown on.
 *
 * @throws {FormatError} for what is not a text table, for an open quotation mark and for an endless line
 */
export async function readCsvRows(bytes: Bytes, file: string, sink: RowSink): Promise<void> {
  const pieces = new TextPieces(file);
  let parser: Parser | undefined;
  let failure: unknown;
  let head = '';
  const feed = async (text: string, last: boolean): Promise<void> => {
    if (parser === undefined) {
      head += text;
      if (!last && !/[\r\n]/.test(head) && head.length < LONGEST_ROW) return;
      if (head.trim() === '') return;
      const started = startParser(detectDelimiter(head), sink);
      started.on('error', (error) => (failure ??= error));
      started.resume();
      parser = started;
      text = head;
    }
    if (failure === undefined && text !== '' && !parser.write(text)) {
      // Both reject when the parser fails; what failed is kept in `failure`.
      await Promise.race([once(parser, 'drain'), once(parser, 'close')]).catch(() => undefined);
    }
  };
  for await (const piece of bytes) {
    await feed(pieces.next(piece), false);
    if (failure !== undefined) break;
  }
  if (failure === undefined) await feed(pieces.end(), true);
  if (failure === undefined) await finish(parser, file, () => failure);
  if (failure !== undefined) throw translate(failure, file);
}

async function finish(parser: Parser | undefined, file: string, failure: () => unknown): Promise<void> {
  if (parser === undefined) {
    throw new FormatError(
      'file-empty',
      { file },
      'The file holds no rows.',
      'Save the table again and check its size.',
    );
  }
  const closed = once(parser, 'close').catch(() => undefined);
  parser.end();
  if (failure() === undefined) await closed;
}

function startParser(delimiter: Delimiter, sink: RowSink): Parser {
  return parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    on_record: (fields: string[], { lines }) => {
      if (fields.some((field) => field !== '')) sink(fields, lines, delimiter);
      return null;
    },
  });
}

function detectDelimiter(head: string): Delimiter {
  const line = (/^[^\r\n]*/.exec(head.trimStart())?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (sign: string): number => line.split(sign).length;
  const candidates: readonly Delimiter[] = [',', ';', '\t'];
  return candidates.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

const CSV_FAULTS: Readonly<Record<string, readonly [string, string]>> = {
  CSV_QUOTE_NOT_CLOSED: [
    'A quotation mark opens and never closes; the file may have been cut short.',
    'Close the quotation mark, or export the table again.',
  ],
  CSV_INVALID_CLOSING_QUOTE: ['A quotation mark stands inside a field.', 'Double it ("") or remove it.'],
  INVALID_OPENING_QUOTE: ['A quotation mark stands inside a field.', 'Double it ("") or remove it.'],
  CSV_MAX_RECORD_SIZE: [
    'One line runs on without an end; this is not a table, or a quotation mark is never closed.',
    'Check the line ends and quotation marks.',
  ],
};

function translate(failure: unknown, file: string): unknown {
  if (!(failure instanceof Error) || !('code' in failure) || failure instanceof FormatError) return failure;
  const fault = CSV_FAULTS[String(failure.code)];
  if (fault === undefined) return failure;
  const row = 'lines' in failure && typeof failure.lines === 'number' ? failure.lines : undefined;
  const code = failure.code === 'CSV_QUOTE_NOT_CLOSED' ? 'file-truncated' : 'table-malformed';
  return new FormatError(code, { file, ...(row !== undefined && { row }) }, fault[0], fault[1], { cause: failure });
}
