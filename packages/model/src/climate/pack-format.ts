/**
 * The container of the climate data: a fixed beginning, a header in JSON, then tables of float64 (little-endian).
 *
 * | bytes | content                                                                                     |
 * | ----- | ------------------------------------------------------------------------------------------- |
 * | 0–7   | `TCCLIM\r\n`; the line ending shows a copy made in text mode                                   |
 * | 8–11  | version of this format                                                                      |
 * | 12–15 | length of the header, a multiple of 8 (padded with spaces)                                  |
 * | 16–19 | length of the whole                                                                         |
 * | 20–23 | CRC-32 of everything from byte 24 on                                                        |
 * | 24–   | header; its `tables` names each table, in order, with rows and columns; then their float64 |
 */
import { DomainError } from '../errors.ts';
import { crc32 } from './checksum.ts';

export const PACK_VERSION = 1;

const MAGIC = 'TCCLIM\r\n';
const START = 24;

/** Rows and columns of numbers; [row × column]. */
export interface PackTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** What a container holds: any JSON object, and tables. */
export interface PackContent {
  readonly header: Readonly<Record<string, unknown>>;
  readonly tables: readonly PackTable[];
}

/** Write a container. Same content, same bytes. The header is ASCII. */
export function packBytes({ header, tables }: PackContent): Uint8Array {
  const directory = tables.map(({ name, rows, columns }) => ({ name, rows, columns }));
  const json = JSON.stringify({ ...header, tables: directory });
  const text = json.padEnd(Math.ceil(json.length / 8) * 8, ' ');
  const cells = tables.reduce((total, { values }) => total + values.length, 0);
  const bytes = new Uint8Array(START + text.length + 8 * cells);
  const view = new DataView(bytes.buffer);
  writeText(bytes, 0, MAGIC);
  writeText(bytes, START, text);
  let at = START + text.length;
  for (const { values } of tables) for (const value of values) view.setFloat64((at += 8) - 8, value, true);
  view.setUint32(8, PACK_VERSION, true);
  view.setUint32(12, text.length, true);
  view.setUint32(16, bytes.length, true);
  view.setUint32(20, crc32(bytes.subarray(START)), true);
  return bytes;
}

function writeText(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}

function refuse(message: string): never {
  throw new DomainError('document-invalid', `climate data: ${message}`);
}

/**
 * Read a container.
 *
 * @throws {DomainError} `document-invalid` for another file, a piece of one, or a damaged one; `plan-newer` for a later format
 */
export function readPack(bytes: Uint8Array): PackContent {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = checkedHeaderLength(bytes, view);
  const { tables, ...header } = parse(textOf(bytes, START, START + headerLength));
  let at = START + headerLength;
  const read = tables.map(({ name, rows, columns }) => {
    const length = rows * columns;
    if (at + 8 * length > bytes.length) refuse(`the table ${name} ends after the file`);
    const values = new Float64Array(length);
    for (let i = 0; i < length; i++) values[i] = view.getFloat64(at + 8 * i, true);
    at += 8 * length;
    return { name, rows, columns, values };
  });
  return { header, tables: read };
}

/** Check the fixed beginning; returns the length of the header. */
function checkedHeaderLength(bytes: Uint8Array, view: DataView): number {
  if (textOf(bytes, 0, MAGIC.length) !== MAGIC) refuse('this is some other file');
  if (bytes.length < START) refuse('only the beginning of the file is here');
  const version = view.getUint32(8, true);
  if (version > PACK_VERSION) {
    throw new DomainError(
      'plan-newer',
      `climate data: written as version ${version}; this program reads ${PACK_VERSION}`,
    );
  }
  const length = view.getUint32(16, true);
  if (bytes.length < length) refuse(`only ${bytes.length} of ${length} bytes are here`);
  if (bytes.length > length) refuse(`${bytes.length - length} bytes too many`);
  if (crc32(bytes.subarray(START)) !== view.getUint32(20, true)) refuse('damaged: the checksum does not fit');
  return view.getUint32(12, true);
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (const byte of bytes.subarray(from, to)) text += String.fromCharCode(byte);
  return text;
}

type Header = Record<string, unknown> & { readonly tables: readonly Omit<PackTable, 'values'>[] };

function parse(text: string): Header {
  try {
    return JSON.parse(text) as Header;
  } catch (cause) {
    throw new DomainError('document-invalid', 'climate data: the header is not JSON', [], { cause });
  }
}
