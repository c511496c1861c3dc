/** Folders for tests, gone after the tests of the file that imports this. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];
// Hooks run last to first: whoever has a database in a folder closes it before.
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cities-store-'));
  made.push(folder);
  return folder;
}
