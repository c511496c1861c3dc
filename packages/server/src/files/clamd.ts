/**
 * Files are looked at for malware by ClamAV, where the installation has it: its daemon is asked over a socket (INSTREAM, clamd(8)), and
 * keeps nothing. Without its word no file is taken.
 */
import { connect, type Socket } from 'node:net';
import { Refused } from '../refused.ts';

/** Where the daemon listens: a socket of this machine, or a host and port. */
export type ClamdPlace = { readonly path: string } | { readonly host: string; readonly port: number };

/** @throws {Refused} 422 `file-infected`; 503 `scanner-unavailable` where nobody can say */
export type Scanner = (bytes: Uint8Array) => Promise<void>;

const PATIENCE_MS = 60_000;
const CHUNK = 64 * 1024;
/** The daemon answers in a line; nobody is read endlessly. */
const LONGEST_ANSWER = 4096;

/** Ask the daemon about each file. */
export function createScanner(place: ClamdPlace, patienceMs = PATIENCE_MS): Scanner {
  return async (bytes) => {
    const said = await ask(place, bytes, patienceMs).catch((cause: unknown) => {
      throw unavailable('it did not answer', cause);
    });
    if (said === 'stream: OK') return;
    if (said.endsWith(' FOUND'))
      throw new Refused(422, 'file-infected', 'a scanner found malware in this file: it was not kept');
    throw unavailable('it could not look at the file');
  };
}

const unavailable = (why: string, cause?: unknown): Refused =>
  new Refused(
    503,
    'scanner-unavailable',
    `files are taken only once they were scanned, and the scanner cannot be asked: ${why}`,
    {
      headers: { 'Retry-After': '60' },
      ...(cause !== undefined && { cause }),
    },
  );

/** The answer to one file, without its end. */
function ask(place: ClamdPlace, bytes: Uint8Array, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(place);
    let answer = '';
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    const timer = setTimeout(() => fail(new Error('no answer in time')), patienceMs);
    socket.setEncoding('utf8');
    socket.on('connect', () => sendStream(socket, bytes));
    socket.on('data', (text: string) => {
      answer += text;
      // In the form with `z`, answers end with a null character.
      if (answer.includes('\0')) socket.end();
      else if (answer.length > LONGEST_ANSWER) fail(new Error('an endless answer'));
    });
    socket.on('error', fail);
    socket.on('close', () => {
      clearTimeout(timer);
      const end = answer.indexOf('\0');
      if (end >= 0) resolve(answer.slice(0, end));
      else reject(new Error('an answer without an end'));
    });
  });
}

/** The command, the file in pieces that each have their length before them, and a piece of length zero. */
function sendStream(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const piece = bytes.subarray(from, from + CHUNK);
    socket.write(lengthOf(piece.length));
    socket.write(piece);
  }
  socket.write(lengthOf(0));
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(count);
  return length;
}
