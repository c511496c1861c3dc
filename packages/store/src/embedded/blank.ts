/**
 * A blank database, made once by the build: a new one begins as a copy of it, some two seconds sooner than by making it.
 * Where the build has left none, it is made as ever.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A database of one version of PGlite cannot be opened by another, so the name has the version. */
function blankFile(): string {
  const library = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(readFileSync(join(dirname(library), '../package.json'), 'utf8')) as {
    version: string;
  };
  return fileURLToPath(new URL(`../../dist/blank-${version}.tar.gz`, import.meta.url));
}

/** The blank database as an archive; undefined where the build has left none. */
export function blankDatabase(): Blob | undefined {
  const file = blankFile();
  return existsSync(file) ? new Blob([new Uint8Array(readFileSync(file))]) : undefined;
}

/** Make the archive where there is none of this version. The build calls this. */
export async function makeBlankDatabase(): Promise<void> {
  const file = blankFile();
  if (existsSync(file)) return;
  const { PGlite } = await import('@electric-sql/pglite');
  const db = await PGlite.create();
  const archive = await db.dumpDataDir('gzip');
  await db.close();
  mkdirSync(dirname(file), { recursive: true });
  // Whole or not at all: another process may look at any moment.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, new Uint8Array(await archive.arrayBuffer()));
  renameSync(draft, file);
}
