/** Files the commands read and write: plans whole or not at all. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { DomainError, readPlan, type Plan } from '@thousand-cities/model';

/** No plan of ours comes near this; a larger file is something else. */
const LARGEST_PLAN_BYTES = 64 * 1024 * 1024;

/**
 * Read a plan file.
 *
 * @throws {DomainError} `plan-invalid`, `plan-newer`, with the file's name; system errors pass through.
 */
export function readPlanFile(path: string): Plan {
  const { size } = statSync(path);
  if (size > LARGEST_PLAN_BYTES) {
    throw new DomainError(
      'plan-invalid',
      `${path}: ${Math.round(size / 1e6)} MB is more than any plan file; a plan is JSON of a few hundred kB`,
    );
  }
  const bytes = readFileSync(path);
  try {
    return readPlan(textOf(bytes));
  } catch (error) {
    if (error instanceof DomainError)
      throw new DomainError(error.code, `${path}: ${error.message}`, [], { cause: error });
    throw error;
  }
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

/** Write a file whole or not at all: to a neighbour first, flushed, then renamed over the name. */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.part`;
  try {
    const file = openSync(draft, 'w');
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
