/** From bytes to text: byte order marks, UTF-8 and UTF-16, and files that only pretend to be text. */
import { TextDecoder } from 'node:util';
import { FormatError } from '../format-error.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

interface Disguise {
  readonly magic: readonly number[];
  readonly what: string;
  readonly spreadsheet: boolean;
}

/** First bytes of things that get renamed to .csv. */
const DISGUISES: readonly Disguise[] = [
  { magic: [0x50, 0x4b, 0x03, 0x04], what: 'an Excel or OpenDocument workbook (a zip archive)', spreadsheet: true },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Excel workbook (.xls) or one with a password', spreadsheet: true },
  { magic: [0x25, 0x50, 0x44, 0x46], what: 'a PDF', spreadsheet: false },
  { magic: [0x89, 0x50, 0x4e, 0x47], what: 'a picture (PNG)', spreadsheet: false },
  { magic: [0xff, 0xd8, 0xff], what: 'a picture (JPEG)', spreadsheet: false },
  { magic: [0x1f, 0x8b], what: 'a gzip archive', spreadsheet: false },
  { magic: [0x50, 0x41, 0x52, 0x31], what: 'a Parquet file', spreadsheet: false },
];

/**
 * Tell the encoding of a text file from its first bytes: a byte order mark, or the zero bytes that UTF-16 leaves in plain letters.
 *
 * @throws {FormatError} `file-empty`, `file-is-spreadsheet`, `file-not-text`
 */
export function detectEncoding(head: Uint8Array, file: string): TextEncoding {
  if (head.length === 0) {
    throw new FormatError('file-empty', { file }, 'The file is empty.', 'Save the table again and check its size.');
  }
  const disguise = DISGUISES.find(({ magic }) => magic.every((byte, index) => head[index] === byte));
  if (disguise !== undefined) {
    throw new FormatError(
      disguise.spreadsheet ? 'file-is-spreadsheet' : 'file-not-text',
      { file },
      `This is ${disguise.what}, not a text table.`,
      disguise.spreadsheet
        ? 'Open it in the spreadsheet program and save the sheet as "CSV UTF-8".'
        : 'Give a CSV file saved as UTF-8.',
    );
  }
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return detectByZeros(head, file);
}

function detectByZeros(head: Uint8Array, file: string): TextEncoding {
  if (!head.includes(0)) return 'utf-8';
  let even = 0;
  let odd = 0;
  for (let index = 0; index < head.length; index++) {
    if (head[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  if (even === 0 && odd > head.length / 4) return 'utf-16le';
  if (odd === 0 && even > head.length / 4) return 'utf-16be';
  throw new FormatError(
    'file-not-text',
    { file },
    'The file holds bytes that no text has.',
    'Give a CSV file saved as UTF-8.',
  );
}

/** Decode a stream of bytes piece by piece; a byte order mark is dropped. The first piece decides the encoding. */
export class TextPieces {
  readonly #file: string;
  #decoder: TextDecoder | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws {FormatError} as `detectEncoding`, and `file-encoding` for bytes that are not text in it */
  next(bytes: Uint8Array): string {
    this.#decoder ??= new TextDecoder(detectEncoding(bytes, this.#file), { fatal: true });
    return this.#decode(this.#decoder, bytes);
  }

  /** The rest, after the last piece. @throws {FormatError} `file-empty` when nothing was read, `file-truncated` when it ends inside a character */
  end(): string {
    if (this.#decoder === undefined) {
      detectEncoding(new Uint8Array(), this.#file);
      return '';
    }
    try {
      return this.#decoder.decode();
    } catch (cause) {
      throw new FormatError(
        'file-truncated',
        { file: this.#file },
        'The file ends in the middle of a character.',
        'It was cut short: copy or export it again.',
        { cause },
      );
    }
  }

  #decode(decoder: TextDecoder, bytes: Uint8Array): string {
    try {
      return decoder.decode(bytes, { stream: true });
    } catch (cause) {
      throw new FormatError(
        'file-encoding',
        { file: this.#file },
        `The file is not ${decoder.encoding.toUpperCase()} text; it may be in an older encoding such as Windows-1252.`,
        'Save it as "CSV UTF-8".',
        { cause },
      );
    }
  }
}
