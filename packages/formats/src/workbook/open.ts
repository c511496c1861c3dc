/** A workbook that is safe to read: every part is unpacked here under limits, checked, and only then handed to the reader. */
import { zipSync } from 'fflate';
import type { Finding } from '@thousand-cities/model';
import { ARCHIVE_LIMITS, Budget, checkXml, expand, readDirectory, tooLarge } from '../archive/index.ts';
import type { ArchiveEntry, ArchiveLimits } from '../archive/index.ts';
import { encrypted, unreadable } from '../archive/directory.ts';
import { FormatError } from '../format-error.ts';
import { isSheet, measureSheet, type Measured } from './measure.ts';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './limits.ts';

/** A workbook as an archive of checked parts, and what was left out of it. */
export interface SafeWorkbook {
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}

/** Parts that hold cells, their texts, formats and order. Everything else is never unpacked. */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/i;
const MACROS = /(^|\/)vbaProject|^xl\/macrosheets\//i;
const LINKS = /^xl\/externalLinks\/[^/]+\.xml$/i;

/**
 * Check a workbook and keep of it what is read.
 *
 * @throws {FormatError} for what is no workbook, too large, encrypted, damaged or dangerous
 */
export function openWorkbook(
  bytes: Uint8Array,
  file: string,
  limits: ArchiveLimits & WorkbookLimits = { ...ARCHIVE_LIMITS, ...WORKBOOK_LIMITS },
): SafeWorkbook {
  checkFirstBytes(bytes, file, limits);
  const entries = readDirectory(bytes, file, limits);
  checkKind(entries, file);
  const budget = new Budget(file, limits);
  const parts: Record<string, Uint8Array> = {};
  const measured: Measured = { sheets: 0, cells: 0 };
  for (const entry of entries) {
    if (!NEEDED.test(entry.name)) continue;
    const content = expand(bytes, entry, file, budget);
    const text = checkXml(content, entry.name, file);
    if (isSheet(text)) measureSheet(text, entry.name, { file, limits, measured });
    parts[entry.name] = content;
  }
  return { bytes: zipSync(parts, { level: 0 }), findings: leftOut(entries, file) };
}

/** Whether the bytes begin as a workbook does, or as an old or encrypted one. */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return isZip(bytes) || isCompound(bytes);
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** The container of the nineties, now of `.xls` and of anything that Office encrypts. */
const isCompound = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);

function checkFirstBytes(bytes: Uint8Array, file: string, limits: ArchiveLimits): void {
  if (bytes.length === 0) {
    throw new FormatError('file-empty', { file }, 'The file is empty.', 'Save the workbook again and check its size.');
  }
  if (bytes.length > limits.file) throw tooLarge(file, limits.file);
  if (isCompound(bytes)) {
    if (holdsText(bytes, 'EncryptedPackage')) throw encrypted(file);
    throw new FormatError(
      'file-unreadable',
      { file },
      'This is a workbook of the old kind (.xls).',
      'Open it in the spreadsheet program and save it as a workbook (.xlsx).',
    );
  }
  if (!isZip(bytes)) throw unreadable(file, 'This is not a workbook.');
}

/** Names in that container are UTF-16. */
function holdsText(bytes: Uint8Array, text: string): boolean {
  const sought = Buffer.from(text, 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(sought);
}

function checkKind(entries: readonly ArchiveEntry[], file: string): void {
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('xl/workbook.xml')) return;
  const what = names.has('xl/workbook.bin')
    ? 'a binary workbook (.xlsb)'
    : names.has('content.xml')
      ? 'an OpenDocument file'
      : names.has('word/document.xml')
        ? 'a text document'
        : 'an archive of other files';
  throw unreadable(file, `This is ${what}, not a workbook (.xlsx).`);
}

function leftOut(entries: readonly ArchiveEntry[], file: string): readonly Finding[] {
  const findings: Finding[] = [];
  if (entries.some(({ name }) => MACROS.test(name))) {
    findings.push({
      code: 'macros-ignored',
      severity: 'note',
      path: [file],
      message: 'The workbook holds macros. They were not read.',
      remedy: 'Nothing to do: the values as they were last saved are used.',
      values: {},
    });
  }
  if (entries.some(({ name }) => LINKS.test(name))) {
    findings.push({
      code: 'links-ignored',
      severity: 'warning',
      path: [file],
      message: 'The workbook links to other files. They were not asked: values are as they were last saved.',
      remedy: 'Check that the workbook was updated before it was saved.',
      values: {},
    });
  }
  return findings;
}
