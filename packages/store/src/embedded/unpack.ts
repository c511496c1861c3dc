/** Unpack the archive of a blank database. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const BLOCK = 512;
const FOLDER = '5';

/**
 * Write the files of a tar archive below a folder, readable by the owner only, as PostgreSQL asks. For archives of PGlite, whose
 * names are short: anything but folders and files with a name in one piece is not looked for.
 */
export function unpack(archive: string, folder: string): void {
  const bytes = readFileSync(archive);
  const field = (from: number, to: number): string => bytes.toString('latin1', from, to).replace(/\0.*$/s, '');
  for (let at = 0; at < bytes.length && bytes[at] !== 0;) {
    const path = join(folder, field(at, at + 100));
    const size = Number.parseInt(field(at + 124, at + 136), 8);
    const isFolder = field(at + 156, at + 157) === FOLDER;
    at += BLOCK;
    mkdirSync(isFolder ? path : dirname(path), { recursive: true, mode: 0o700 });
    if (!isFolder) writeFileSync(path, bytes.subarray(at, at + size), { mode: 0o600 });
    at += Math.ceil(size / BLOCK) * BLOCK;
  }
}
