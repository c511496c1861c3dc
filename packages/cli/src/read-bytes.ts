/** Files as streams of bytes, for the readers of tables. */
import { createReadStream, statSync } from 'node:fs';
import { FormatError } from '@thousand-cities/formats';
import type { Io } from './io.ts';

/** A file as a stream; a large one shows how far it is read, where someone watches. */
export async function* bytesOf(file: string, io: Io): AsyncGenerator<Uint8Array> {
  const stats = statSync(file);
  if (stats.isDirectory()) {
    throw new FormatError('file-unreadable', { file }, 'This is a folder.', 'Name a CSV file in it.');
  }
  const { size } = stats;
  const watched = size > 20e6 && process.stderr.isTTY;
  let read = 0;
  let shown = -1;
  for await (const chunk of createReadStream(file)) {
    const bytes = chunk as Uint8Array;
    read += bytes.length;
    const percent = Math.floor((100 * read) / size);
    if (watched && percent !== shown) io.stderr(`\r${file}: ${(shown = percent)} % read`);
    yield bytes;
  }
  if (watched) io.stderr('\r\u001b[K');
}
