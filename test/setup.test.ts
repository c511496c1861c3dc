/** Installing packages, as `npm start` does it first of all: by a stand-in for npm, in a checkout that holds nothing else. */
import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'cities-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Empties node_modules and fills it after a while, like npm; fails where another is at it. */
const NPM = `#!/bin/sh
mkdir busy || exit 9
echo ran >> runs
rm -rf node_modules/*
sleep 0.3
mkdir -p node_modules && touch node_modules/.package-lock.json
rmdir busy
`;

function checkout(name: string): string {
  const root = join(folder, name);
  mkdirSync(join(root, 'scripts'), { recursive: true });
  mkdirSync(join(root, 'bin'));
  copyFileSync(fileURLToPath(new URL('../scripts/setup.mjs', import.meta.url)), join(root, 'scripts/setup.mjs'));
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'bin/npm'), NPM);
  chmodSync(join(root, 'bin/npm'), 0o755);
  return root;
}

function install(root: string): Promise<{ readonly code: number | null; readonly said: string }> {
  const setup = pathToFileURL(join(root, 'scripts/setup.mjs')).href;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', `(await import('${setup}')).ensureInstalled()`],
    { env: { ...process.env, npm_execpath: '', PATH: join(root, 'bin') + delimiter + process.env['PATH']! } },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}

it('installs once where several begin at once, also after one that died in the middle', async () => {
  const root = checkout('several');
  // Left by a process that is gone: no process has this number.
  mkdirSync(join(root, '.install.lock'));
  writeFileSync(join(root, '.install.lock/pid'), '4194305');
  const all = await Promise.all([1, 2, 3].map(() => install(root)));
  expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(readFileSync(join(root, 'runs'), 'utf8')).toBe('ran\n');
  expect(existsSync(join(root, '.install.lock'))).toBe(false);
});

it('empties no folder that node_modules is only a link to', async () => {
  const root = checkout('linked');
  const theirs = join(folder, 'theirs');
  mkdirSync(theirs);
  writeFileSync(join(theirs, 'package'), 'of another checkout');
  symlinkSync(theirs, join(root, 'node_modules'));
  const { code, said } = await install(root);
  expect(code).toBe(1);
  expect(said).toMatch(/node_modules is a link to .*theirs/);
  expect(existsSync(join(theirs, 'package'))).toBe(true);
  expect(existsSync(join(root, 'runs'))).toBe(false);
});
