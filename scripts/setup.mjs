/** Set-up shared by `npm start`, `npm test`, `npm run bench` and the `cities` command: install when needed, build when stale. */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Thousand Cities needs Node 20.19 or newer; this is ${process.version}. Get it from https://nodejs.org\n`,
  );
  process.exit(1);
}

function run(command, args, { quiet = false, env = {} } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
    env: { ...process.env, ...env },
    encoding: 'utf8',
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    if (quiet) process.stderr.write(`${result.stdout}${result.stderr}`);
    throw new Error(`${command} ${args.join(' ')} failed (exit ${result.status})`);
  }
}

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

const packages = join(root, 'node_modules');

function isInstalled() {
  const installed = modified(join(packages, '.package-lock.json'));
  return installed > 0 && installed >= modified(join(root, 'package-lock.json'));
}

/**
 * Run `npm ci` when node_modules is missing or older than the lockfile; of several processes at once, one does. No package of the
 * tree needs an install script.
 */
export function ensureInstalled() {
  if (isInstalled()) return;
  refuseLink();
  // Not in node_modules, which `npm ci` empties.
  whileLocked(join(root, '.install.lock'), () => {
    if (isInstalled()) return;
    process.stderr.write('Installing packages (npm ci) …\n');
    const [command, ...before] = npmCommand();
    run(command, [...before, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      env: { NODE_ENV: 'development' },
    });
  });
}

/** `npm ci` empties the folder that a link leads to, which belongs to another checkout. */
function refuseLink() {
  if (!lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  process.stderr.write(
    `node_modules is a link to ${readlinkSync(packages)}, whose packages are not those of this package-lock.json. Nothing was\n` +
      'installed: remove the link to install here, or bring the other checkout to this version.\n',
  );
  process.exit(1);
}

/** The npm that started this, by the file that it is: Windows starts no `npm` by its bare name. */
function npmCommand() {
  const { npm_execpath: file = '' } = process.env;
  return /npm-cli\.c?js$/.test(file) ? [process.execPath, file] : ['npm'];
}

/** Newest modification time of the files below a folder, `dist` and `node_modules` left out. */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'dist' || entry.name === 'node_modules' || entry.name === 'test') continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : modified(path));
  }
  return latest;
}

/** Say whether the process that holds a lock still runs. */
function isHeld(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return true;
  } catch {
    // No such process, or the lock is only just being made.
    return Date.now() - modified(lock) < 1000;
  }
}

/** A takeover lasts milliseconds; one that is older was cut off. */
const TAKEOVER_MS = 5000;

/** Remove the lock of a process that has died. One process does so at a time, or the second would remove the first one's new lock. */
function clearDead(lock) {
  const guard = `${lock}.takeover`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (Date.now() - modified(guard) > TAKEOVER_MS) rmSync(guard, { recursive: true, force: true });
    return;
  }
  try {
    if (existsSync(lock) && !isHeld(lock)) rmSync(lock, { recursive: true, force: true });
  } finally {
    rmdirSync(guard);
  }
}

/** Let one process at a time do something; a lock whose owner has died is taken over. */
function whileLocked(lock, work) {
  const sleep = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isHeld(lock)) clearDead(lock);
      Atomics.wait(sleep, 0, 0, 100);
    }
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function buildWhenStale(name, folders, build) {
  const stamp = join(root, 'node_modules', `.${name}.stamp`);
  const stale = () => modified(stamp) < Math.max(...folders.map((folder) => newest(join(root, folder))));
  if (!stale()) return;
  whileLocked(join(packages, `.${name}.lock`), () => {
    if (!stale()) return;
    const began = new Date();
    build();
    writeFileSync(stamp, `${began.toISOString()}\n`);
  });
}

const libraries = ['model', 'reference', 'formats', 'store', 'server', 'cli'].map((name) => `packages/${name}`);

/** Compile the Node side to `dist` when a source is newer than the last build. */
export function ensureLibraries({ quiet = true } = {}) {
  buildWhenStale('libraries', libraries, () => {
    if (!quiet) process.stderr.write('Compiling …\n');
    run(process.execPath, [join(root, 'node_modules/ts7/bin/tsc'), '-b', 'tsconfig.build.json'], { quiet: true });
    ensureBlankDatabase();
  });
}

/** Make the blank database that new ones begin as, once for each version of its library and of the migrations. */
function ensureBlankDatabase() {
  const blank = join(root, 'packages/store/dist/embedded/make-blank.js');
  const make = `import(${JSON.stringify(pathToFileURL(blank).href)}).then(({ makeBlankDatabase }) => makeBlankDatabase())`;
  run(process.execPath, ['--input-type=module', '--eval', make], { quiet: true });
}

/** Bundle the page to `packages/web/dist/app` when a source is newer than the last build. */
export function ensurePage({ quiet = true } = {}) {
  buildWhenStale('page', ['packages/model', 'packages/web'], () => {
    if (!quiet) process.stderr.write('Bundling the page …\n');
    run(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'packages/web', '--logLevel', 'warn'],
      {
        quiet: true,
        env: { NODE_ENV: 'production' },
      },
    );
  });
}
