/** The table of contents of a zip archive, read and distrusted: nothing is expanded here. Source: PKWARE APPNOTE 6.3.10. */
import { FormatError } from '../format-error.ts';
import type { ArchiveLimits } from './limits.ts';

/** One file in an archive. `compressed` and `size` are what the archive says, in bytes. */
export interface ArchiveEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  readonly compressed: number;
  readonly size: number;
  /** Where its bytes begin in the archive. */
  readonly start: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 0x1;

/**
 * Read the table of contents.
 *
 * @throws {FormatError} `file-truncated` without an end, `file-unsafe` for too many entries, names that leave the folder, entries
 *   that overlap or say they are too large, `file-encrypted`, `file-unreadable`
 */
export function readDirectory(bytes: Uint8Array, file: string, limits: ArchiveLimits): readonly ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view, file);
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  const begin = view.getUint32(end + 16, true);
  if (count > limits.entries) {
    throw unsafe(file, `It holds ${count} files; a workbook has some dozens.`);
  }
  if (count === 0 || begin + length !== end || view.getUint16(end + 4, true) !== 0) {
    throw unreadable(file, 'Its table of contents is not where it should be.');
  }
  const entries: ArchiveEntry[] = [];
  for (let at = begin, left = count; left > 0; left--) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw unreadable(file, 'Its table of contents is damaged.');
    }
    entries.push(entryAt(view, at, begin, file));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  checkTogether(entries, file, limits);
  return entries;
}

function endOf(view: DataView, file: string): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    if (at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new FormatError(
    'file-truncated',
    { file },
    'The file has no end: it was cut short, or something is appended to it.',
    'Copy or export it again.',
  );
}

function entryAt(view: DataView, at: number, directory: number, file: string): ArchiveEntry {
  const nameLength = view.getUint16(at + 28, true);
  if (at + 46 + nameLength > view.byteLength) throw unreadable(file, 'Its table of contents is damaged.');
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
  checkName(name, file);
  if (view.getUint16(at + 8, true) & ENCRYPTED) throw encrypted(file);
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw unreadable(file, `"${name}" is packed in a way that workbooks are not.`);
  const compressed = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + 30 > directory || view.getUint32(local, true) !== LOCAL_ENTRY) {
    throw unreadable(file, `"${name}" is not where the table of contents says.`);
  }
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + compressed > directory) throw unreadable(file, `"${name}" is not where the table of contents says.`);
  const size = view.getUint32(at + 24, true);
  return { name, method, crc32: view.getUint32(at + 16, true), compressed, size, start };
}

/** A name is a path below the archive, whatever system reads it. */
function checkName(name: string, file: string): void {
  const parts = name.split('/');
  if (name === '' || name.length > 512 || /[\\\0:]/.test(name) || name.startsWith('/') || parts.includes('..')) {
    throw unsafe(file, `It holds a file whose name is not one of a workbook: "${name.slice(0, 80)}".`);
  }
}

function checkTogether(entries: readonly ArchiveEntry[], file: string, limits: ArchiveLimits): void {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) throw unsafe(file, 'Two files in it have the same name.');
  const said = entries.reduce((sum, { size }) => sum + size, 0);
  if (said > limits.expanded * 4) throw tooLarge(file, limits.expanded);
  const inOrder = entries.toSorted((one, other) => one.start - other.start);
  inOrder.forEach(({ start, compressed }, index) => {
    const next = inOrder[index + 1];
    // Entries that share their bytes are how a small archive says the same gigabyte a thousand times.
    if (next !== undefined && start + compressed > next.start) throw unsafe(file, 'Files in it overlap.');
  });
}

/** The file may harm whoever expands it. */
export function unsafe(file: string, problem: string): FormatError {
  return new FormatError(
    'file-unsafe',
    { file },
    problem,
    'Open it in the spreadsheet program, save it as a new workbook (.xlsx), and give that.',
  );
}

/** The file is more than is read at once. `limit` in bytes. */
export function tooLarge(file: string, limit: number): FormatError {
  return new FormatError(
    'file-too-large',
    { file },
    `It is larger than ${Math.round(limit / 1024 / 1024)} MB.`,
    'Leave out pictures and other sheets, or save the one sheet as CSV UTF-8.',
  );
}

/** The archive is damaged, or something else. */
export function unreadable(file: string, problem: string): FormatError {
  return new FormatError('file-unreadable', { file }, problem, 'Copy it again, or save it anew as a workbook (.xlsx).');
}

/** A password is needed. */
export function encrypted(file: string): FormatError {
  return new FormatError(
    'file-encrypted',
    { file },
    'The file is protected by a password.',
    'Take the password off in the spreadsheet program (File, Info, Protect), save, and give it again.',
  );
}
