/** The database's own program, PGlite, as it is installed. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What this needs of it; the types of Node 20 do not name it. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> };

const folder = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));

/** Its version; a database of one cannot be opened by another. */
export function libraryVersion(): string {
  return (JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as { version: string }).version;
}

let module: Promise<object> | undefined;

/**
 * Its WebAssembly, compiled once and kept for every thread of this process: what one has run so often that it was compiled again, to be
 * quick, is quick in the next from the start. A second store takes half of the processor time of a first, its migrations a third.
 */
export function libraryModule(): Promise<object> {
  return (module ??= readFile(join(folder, 'pglite.wasm')).then((bytes) => WebAssembly.compile(bytes)));
}
