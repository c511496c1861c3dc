/** `npm test`: do all set-up, then run every check. Options: `--only NAME,…` of the steps below. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, ensureLibraries, ensurePage, root } from './setup.mjs';
import { chromium, postgres } from './test-tools.mjs';

ensureInstalled();

const bin = (path) => [process.execPath, join(root, 'node_modules', path)];
const vitest = (name, config) => [
  ...bin('vitest/vitest.mjs'),
  'run',
  '--config',
  config,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=test-output/${name}.json`,
];
/** A file that has not changed since it was found good is not looked at again: by its content, under the same settings and versions. */
const remembered = (name) => [
  '--cache',
  '--cache-strategy',
  'content',
  '--cache-location',
  join(root, `node_modules/.cache/checks/${name}`),
];

/**
 * Steps of a row run one after the other, rows beside each other: one row for each of two cores, about equally long, and one that
 * waits for the network. Then come the test runners, each `alone`, or `beside` another.
 */
const steps = [
  { name: 'types', row: 1, command: [...bin('ts7/bin/tsc'), '-b'] },
  { name: 'build', row: 1, command: [process.execPath, join(root, 'scripts/build.mjs')] },
  {
    name: 'lint',
    row: 1,
    command: [...bin('eslint/bin/eslint.js'), '--max-warnings', '0', ...remembered('lint'), '.'],
  },
  {
    name: 'format',
    row: 2,
    command: [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', ...remembered('format'), '.'],
  },
  {
    name: 'arrows',
    row: 2,
    command: [
      ...bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      'packages',
      '--config',
      '.dependency-cruiser.cjs',
    ],
  },
  { name: 'tools', row: 3, command: [process.execPath, join(root, 'scripts/test-tools.mjs')] },
  { name: 'audit', row: 3, command: [process.execPath, join(root, 'scripts/audit.mjs')], says: /^NOT ASKED: .*$/gm },
  { name: 'unit', command: vitest('unit', 'vitest.config.ts'), alone: true, prepare: preparePostgres },
  {
    name: 'durability',
    command: vitest('durability', 'vitest.crash.config.ts'),
    // It waits for the disk mostly; at lower priority, so that the unit tests do not wait for it.
    beside: 'unit',
    prepare: prepareDurability,
  },
  { name: 'browser', command: vitest('browser', 'vitest.browser.config.ts'), alone: true, prepare: prepareBrowser },
];

/** Find Chromium, else say plainly what is skipped and how to get it. */
function prepareBrowser() {
  ensureLibraries();
  ensurePage();
  const found = chromium();
  if (found) {
    process.env.CHROMIUM_PATH = found;
    return undefined;
  }
  return 'no Chromium found. Install it (Debian: `apt-get install chromium`) or set CHROMIUM_PATH, then run `npm test` again.';
}

/** The tests over a server skip themselves where there is none; here it is said once more, and how to get one. */
function preparePostgres() {
  if (postgres()) return;
  skippedSteps.push(
    'database server: no PostgreSQL found. Install it (Debian: `apt-get install postgresql`) or set POSTGRES_BIN, then run `npm test` again.',
  );
}

/** The process that is killed runs the build. */
function prepareDurability() {
  ensureLibraries();
  preparePostgres();
}

function runStep(step) {
  return new Promise((resolve) => {
    const began = Date.now();
    const [command, ...args] = step.command;
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (step.beside) setPriority(child.pid, 10);
    let output = '';
    const take = (chunk) => {
      if (step.alone) process.stdout.write(chunk);
      else output += chunk;
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('close', (code) => {
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      if (!step.alone && code !== 0) process.stdout.write(output);
      else for (const [line] of step.says ? output.matchAll(step.says) : []) process.stdout.write(`${line}\n`);
      process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)\n`);
      resolve(code === 0);
    });
  });
}

function tally(name) {
  const file = join(root, 'test-output', `${name}.json`);
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

const onlyAt = process.argv.indexOf('--only');
const only = onlyAt > 0 ? process.argv[onlyAt + 1].split(',') : undefined;
const chosen = steps.filter((step) => !only || only.includes(step.name));
rmSync(join(root, 'test-output'), { recursive: true, force: true });
mkdirSync(join(root, 'test-output'), { recursive: true });

const skippedSteps = [];
let good = true;
const rows = [1, 2, 3].map(async (row) => {
  for (const step of chosen.filter((other) => other.row === row)) good = (await runStep(step)) && good;
});
await Promise.all(rows);
const prepared = (step) => {
  const why = step.prepare?.();
  if (why) skippedSteps.push(`${step.name}: ${why}`);
  return !why;
};
const alone = chosen.filter((step) => step.alone);
for (const step of alone) {
  const beside = chosen.filter((other) => other.beside === step.name);
  const results = await Promise.all([step, ...beside].filter(prepared).map(runStep));
  good = results.every(Boolean) && good;
}
// Beside a step that was not chosen: by itself.
for (const step of chosen.filter((other) => other.beside && !alone.some(({ name }) => name === other.beside))) {
  if (prepared(step)) good = (await runStep(step)) && good;
}

const sum = ['unit', 'durability', 'browser']
  .map(tally)
  .reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }));
for (const line of new Set(skippedSteps)) process.stdout.write(`SKIPPED ${line}\n`);
if (process.env.CI && sum.skipped > 0) {
  process.stdout.write(`${sum.skipped} tests were skipped; in CI nothing is skipped.\n`);
  good = false;
}
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`);
process.exitCode = good ? 0 : 1;
