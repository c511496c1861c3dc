/**
 * Passwords known to be stolen, from a file on this machine: SHA-1 in order, `HASH:COUNT` by line, as the downloader of Have I Been
 * Pwned writes it (40 GB). It is searched by halves and never loaded; nothing is asked of the network.
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, read, readSync } from 'node:fs';
import { promisify } from 'node:util';
import { DomainError } from '@thousand-cities/model';

export interface StolenPasswords {
  /** Whether a password is in the list, as it was typed or with its letters composed otherwise. */
  has(password: string): Promise<boolean>;
  close(): void;
}

const readAt = promisify(read);

/** A line is shorter than this: 40 digits of SHA-1, a count, an end of line. */
const LONGEST_LINE = 80;
/** Once no more than this is left, it is read whole. */
const BLOCK = 4096;
/** How many places of the file are looked at before it is believed. */
const SAMPLES = 256;
const LINE = /^([0-9A-F]{40}):\d{1,12}\r?$/i;

/**
 * Open the list, after a look at some of its lines.
 *
 * @throws {DomainError} `out-of-range` for a file that is not there, is something else, or is not in order
 */
export function openStolenPasswords(path: string): StolenPasswords {
  const file = openFile(path);
  const { size } = fstatSync(file);
  try {
    checkSample(file, size);
  } catch (error) {
    closeSync(file);
    throw error;
  }
  return {
    has: async (password) => {
      const hashes = new Set([password, password.normalize('NFKC')].map(sha1));
      for (const hash of hashes) if (await isIn(file, size, hash)) return true;
      return false;
    },
    close: () => closeSync(file),
  };
}

const sha1 = (text: string) => createHash('sha1').update(text, 'utf8').digest('hex').toUpperCase();

const refuse = (what: string) => new DomainError('out-of-range', `the list of stolen passwords ${what}`);

function openFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (cause) {
    throw new DomainError('out-of-range', `the list of stolen passwords cannot be read: ${path}`, [], { cause });
  }
}

/** Lines from all over the file are of the form, and each comes after the one before. */
function checkSample(file: number, size: number): void {
  let before = '';
  for (let sample = 0; sample < SAMPLES; sample++) {
    const from = Math.floor((sample * size) / SAMPLES);
    const buffer = Buffer.alloc(2 * LONGEST_LINE);
    const text = buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, from));
    const line = from === 0 ? text.split('\n', 1)[0]! : text.split('\n', 2)[1];
    // The last place may be within the last line.
    if (sample > 0 && (line === undefined || line === '')) continue;
    const [, hash] = LINE.exec(line ?? '') ?? [];
    if (hash === undefined) throw refuse('has lines that are not HASH:COUNT with a SHA-1');
    if (hash.toUpperCase() < before) throw refuse('is not ordered by hash');
    before = hash.toUpperCase();
  }
}

/** By halves: the wanted line, if it is there, begins at `low` or after it, and before `high`. */
async function isIn(file: number, size: number, wanted: string): Promise<boolean> {
  let [low, high] = [0, size];
  while (high - low > BLOCK) {
    const middle = Math.floor((low + high) / 2);
    const text = await textAt(file, middle, 2 * LONGEST_LINE);
    const start = text.indexOf('\n') + 1;
    if (text.slice(start, start + wanted.length).toUpperCase() > wanted) high = middle + start;
    else low = middle + start;
  }
  const rest = await textAt(file, low, high - low + LONGEST_LINE);
  return rest.split('\n').some((line) => LINE.exec(line)?.[1]?.toUpperCase() === wanted);
}

async function textAt(file: number, position: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await readAt(file, Buffer.alloc(length), 0, length, position);
  return buffer.toString('latin1', 0, bytesRead);
}
