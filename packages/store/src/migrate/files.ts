/** The migrations as they lie in `migrations/`: numbered SQL files, each with the hash of its text. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text with Unix line ends. */
  readonly sha256: string;
}

const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url));

let read: readonly Migration[] | undefined;

/** All migrations of this program, in order. */
export function migrations(): readonly Migration[] {
  return (read ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map(readMigration));
}

function readMigration(file: string, index: number): Migration {
  const [, number, name] = /^(\d{4})-([a-z-]+)\.sql$/.exec(file) ?? [];
  if (Number(number) !== index + 1) throw new Error(`migrations/${file} is out of order: number ${index + 1} expected`);
  const sql = readFileSync(`${FOLDER}${file}`, 'utf8').replaceAll('\r\n', '\n');
  return { version: index + 1, name: name!, sql, sha256: createHash('sha256').update(sql).digest('hex') };
}
