/** A gzipped tar archive (POSIX.1-1988 ustar, long names by pax) of files that come one after the other, each held only while it is packed. */
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

const BLOCK = 512;

export interface ArchiveFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The archive, part by part; what goes wrong with a file is thrown. All times are zero: the same files give the same archive. */
export async function* tarGz(files: AsyncIterable<ArchiveFile>): AsyncGenerator<Buffer> {
  // What goes wrong comes out where the last stream is read.
  yield* pipeline(Readable.from(partsOf(files)), createGzip(), () => undefined);
}

async function* partsOf(files: AsyncIterable<ArchiveFile>): AsyncGenerator<Buffer> {
  for await (const { path, content } of files) {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
    if (Buffer.byteLength(path) > 100 || /[^\x20-\x7e]/.test(path)) yield* entry('pax', 'x', paxPath(path));
    yield* entry(path, '0', bytes);
  }
  yield Buffer.alloc(2 * BLOCK);
}

function entry(path: string, type: string, bytes: Buffer): Buffer[] {
  const padding = Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK);
  return [header(path, type, bytes.length), bytes, padding];
}

function header(path: string, type: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(Buffer.from(path, 'utf8').subarray(0, 100).toString('latin1'), 0, 'latin1');
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  // The sum is taken with blanks in its own place.
  block.write('        ', 148);
  block.write(type, 156);
  block.write('ustar\x0000', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** A pax record: its own length in decimal, then the name and the value. */
function paxPath(path: string): Buffer {
  const rest = ` path=${path}\n`;
  const bare = Buffer.byteLength(rest);
  let length = bare + 1;
  while (String(length).length + bare !== length) length = String(length).length + bare;
  return Buffer.from(`${length}${rest}`);
}
