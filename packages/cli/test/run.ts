/** Running the command line in tests: in this process with its output caught, or as a real child process. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { Ran } from './run-in-process.ts';

export { cities, type Ran } from './run-in-process.ts';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A file of `examples/`. */
export const example = (name: string): string => join(ROOT, 'examples', name);

/** The command as people run it: built when a source is newer than the last build. */
export const COMMAND = join(ROOT, 'packages/cli/bin/cities.mjs');

/** `cities …` as a process of its own, as another user where one is given. */
export function citiesProcess(argv: readonly string[], options: { cwd?: string; uid?: number } = {}): Promise<Ran> {
  const child = spawn(process.execPath, [COMMAND, ...argv], {
    cwd: options.cwd ?? ROOT,
    ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ exit: code ?? -1, out, err })));
}

/** A folder that is gone after the tests of a file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cities-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
