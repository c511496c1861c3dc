/** What a file of evidence is, told by its first bytes and its name together: what a sender calls it is not believed. */
import { ARCHIVE_LIMITS, FormatError, readDirectory } from '@thousand-cities/formats';
import { Refused } from '../refused.ts';

interface EvidenceType {
  readonly mediaType: string;
  /** Endings of names. */
  readonly endings: readonly string[];
  readonly fits: (bytes: Uint8Array) => boolean;
}

const starts =
  (...magic: readonly number[]) =>
  (bytes: Uint8Array): boolean =>
    magic.every((byte, index) => bytes[index] === byte);
const ascii = (text: string, at = 0) =>
  starts0(
    Array.from(text, (sign) => sign.charCodeAt(0)),
    at,
  );
const starts0 =
  (magic: readonly number[], at: number) =>
  (bytes: Uint8Array): boolean =>
    magic.every((byte, index) => bytes[at + index] === byte);

const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** Files that a city keeps: documents, pictures, tables. No pages, programs, archives, or anything that runs when opened. */
const TYPES: readonly EvidenceType[] = [
  { mediaType: 'application/pdf', endings: ['pdf'], fits: ascii('%PDF-') },
  { mediaType: 'image/png', endings: ['png'], fits: starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], fits: starts(0xff, 0xd8, 0xff) },
  { mediaType: 'image/webp', endings: ['webp'], fits: (bytes) => ascii('RIFF')(bytes) && ascii('WEBP', 8)(bytes) },
  { mediaType: 'image/tiff', endings: ['tif', 'tiff'], fits: (bytes) => starts(0x49, 0x49, 0x2a, 0)(bytes) || starts(0x4d, 0x4d, 0, 0x2a)(bytes) }, // prettier-ignore
  { mediaType: `${office}.spreadsheetml.sheet`, endings: ['xlsx'], fits: holds('xl/workbook.xml') },
  { mediaType: `${office}.wordprocessingml.document`, endings: ['docx'], fits: holds('word/document.xml') },
  { mediaType: `${office}.presentationml.presentation`, endings: ['pptx'], fits: holds('ppt/presentation.xml') },
  { mediaType: `${openDocument}.spreadsheet`, endings: ['ods'], fits: isOpenDocument('spreadsheet') },
  { mediaType: `${openDocument}.text`, endings: ['odt'], fits: isOpenDocument('text') },
  { mediaType: 'text/csv', endings: ['csv', 'tsv'], fits: isText },
  { mediaType: 'text/plain', endings: ['txt'], fits: isText },
];

/** Endings that are taken, for people. */
export const EVIDENCE_ENDINGS: readonly string[] = TYPES.flatMap(({ endings }) => endings);

/**
 * The media type under which a file is kept.
 *
 * @throws {Refused} 415 `file-type` for a kind that is not kept, or a name that does not fit the content; `file-macros`; `file-unsafe`
 */
export function evidenceType(name: string, bytes: Uint8Array): string {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = TYPES.find(({ endings }) => endings.includes(ending));
  const members = { endings: EVIDENCE_ENDINGS };
  if (!named) throw new Refused(415, 'file-type', `files ending in ".${ending}" are not kept`, { members });
  if (!named.fits(bytes)) {
    throw new Refused(415, 'file-type', `the content of the file is not what its ending ".${ending}" says`, {
      members,
    });
  }
  return named.mediaType;
}

/** Office files may hold many parts; nothing of them is unpacked here. */
const LIMITS = { ...ARCHIVE_LIMITS, entries: 5000, expanded: 4 * ARCHIVE_LIMITS.expanded };

function partsOf(bytes: Uint8Array): readonly string[] {
  if (!ascii('PK')(bytes)) return [];
  try {
    return readDirectory(bytes, 'file', LIMITS).map(({ name }) => name);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new Refused(415, error.code, error.problem, { members: { problem: error.problem, remedy: error.remedy } });
  }
}

function holds(part: string): (bytes: Uint8Array) => boolean {
  return (bytes) => {
    const parts = partsOf(bytes);
    if (parts.some((name) => /(^|\/)vbaProject|macrosheets\//i.test(name))) {
      throw new Refused(415, 'file-macros', 'the file holds macros: save it without them');
    }
    return parts.includes(part);
  };
}

/** Its first part is called `mimetype` and is stored as it is. */
function isOpenDocument(kind: string): (bytes: Uint8Array) => boolean {
  const sought = `mimetype${openDocument}.${kind}`;
  return (bytes) => {
    const parts = partsOf(bytes);
    if (parts.some((name) => /^(Basic|Scripts)\//.test(name))) {
      throw new Refused(415, 'file-macros', 'the file holds macros: save it without them');
    }
    return new TextDecoder('latin1').decode(bytes.subarray(30, 30 + sought.length)) === sought;
  };
}

/** UTF-8 text that is not a page, a picture in XML, or a script. */
function isText(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  return !/[\0-\x08\x0e-\x1f]/.test(text) && !/^\s*(<|#!)/.test(text);
}
