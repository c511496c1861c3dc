/** Files the commands read and write: plans whole or not at all. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { DomainError, readPlan, type Plan } from '@thousand-cities/model';
import { isSystemError, Refusal } from './failure.ts';

/** No plan of ours comes near this; a larger file is something else. */
const LARGEST_PLAN_BYTES = 64 * 1024 * 1024;

/**
 * Read a plan file.
 *
 * @throws {DomainError} `plan-invalid`, `plan-newer`, with the file's name; system errors pass through.
 */
export function readPlanFile(path: string): Plan {
  return planIn(path, readPlanBytes(path));
}

/**
 * The bytes of what should be a plan file. Nothing larger than 64 MiB is read.
 *
 * @throws {DomainError} `plan-invalid` for a folder or a larger file
 */
export function readPlanBytes(path: string): Buffer {
  const found = statSync(path);
  if (found.isDirectory()) throw new DomainError('plan-invalid', `${path}: is a folder, a plan file was expected`);
  if (found.size > LARGEST_PLAN_BYTES) {
    throw new DomainError(
      'plan-invalid',
      `${path}: ${Math.round(found.size / 1e6)} MB is more than any plan file; a plan is JSON of a few hundred kB`,
    );
  }
  return readFileSync(path);
}

/** The plan in the bytes of a file. @throws {DomainError} as `readPlanFile` */
export function planIn(path: string, bytes: Buffer): Plan {
  return aboutFile(path, () => readPlan(textOf(bytes)));
}

/** Do what depends on a file; a refusal then begins with the file's name. */
export function aboutFile<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw namingFile(path, error);
  }
}

/** The refusal with the file's name before it; any other error as it is. */
export function namingFile(path: string, error: unknown): unknown {
  if (!(error instanceof DomainError) || error.code === 'unknown-path' || error.message.includes(path)) return error;
  return new DomainError(error.code, `${path}: ${error.message}`, error.at, { cause: error });
}

/** Text of a file in UTF-8 or, by its mark, UTF-16. Throws `plan-invalid` for a workbook or other binary file. */
function textOf(bytes: Buffer): string {
  if (bytes.length >= 4 && (bytes.readUInt32BE(0) === 0x504b0304 || bytes.readUInt32BE(0) === 0xd0cf11e0)) {
    throw new DomainError(
      'plan-invalid',
      'this is a spreadsheet or zip file, whatever its name says; a plan is a JSON document',
    );
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DomainError('plan-invalid', 'the file is not text; a plan is a JSON document in UTF-8', [], { cause });
  }
}

/** True where a file, whatever it is called, opens as a JSON object does. False for a folder and for no file at all. */
export function opensAsJson(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  const head = Buffer.alloc(64);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  // Zero bytes are those of UTF-16, or what follows a short file.
  return head.toString('latin1').replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\0', '').trimStart().startsWith('{'); // prettier-ignore
}

/** Throws `Refusal` where a file of this name could not be written. Asked before any long work begins. */
export function checkWritable(path: string): void {
  const kind = kindOf(path);
  const folder = dirname(path);
  if (kind === 'folder') throw new Refusal(`${path}: is a folder\n  remedy: name a file in it with -o`);
  if (kindOf(folder) !== 'folder') {
    throw new Refusal(`${path}: there is no folder ${folder}\n  remedy: make it first, or write elsewhere with -o`);
  }
  try {
    accessSync(kind === 'device' ? path : folder, constants.W_OK);
    if (kind === 'file') accessSync(path, constants.W_OK);
  } catch (cause) {
    throw new Refusal(`${path}: may not be written by this user\n  remedy: write elsewhere with -o`, { cause });
  }
}

function kindOf(path: string): 'file' | 'folder' | 'device' | undefined {
  if (!existsSync(path)) return undefined;
  const found = statSync(path);
  return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'device';
}

/**
 * Write a file whole or not at all: to a neighbour first, flushed, then renamed over the name. A link is followed; a
 * device such as /dev/stdout is written as it is.
 *
 * @throws {Refusal}
 */
export function writeWhole(path: string, text: string): void {
  writePieces(path, [text]);
}

/**
 * The same for what is made while it is written. What making a piece throws is thrown on, and nothing is left behind.
 *
 * @throws {Refusal}
 */
export function writePieces(path: string, pieces: Iterable<string>): void {
  checkWritable(path);
  const kind = kindOf(path);
  const target = kind === 'file' ? realpathSync(path) : path;
  const draft = `${target}.${process.pid}.part`;
  try {
    if (kind === 'device') writeAll(path, pieces);
    else replace(target, draft, pieces);
  } catch (error) {
    rmSync(draft, { force: true });
    if (!isSystemError(error)) throw error;
    throw new Refusal(`${path}: could not be written, and nothing was changed: ${error.message}`, { cause: error });
  }
}

function replace(target: string, draft: string, pieces: Iterable<string>): void {
  writeAll(draft, pieces);
  renameSync(draft, target);
}

function writeAll(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeFileSync(file, piece);
    if (fstatSync(file).isFile()) fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
