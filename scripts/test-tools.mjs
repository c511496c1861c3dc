/** What tests need from the machine: Chromium and PostgreSQL. On Debian as root they are installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Install Debian packages where that can be done. */
function installDebian(name, what) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  process.stdout.write(`Installing Debian’s ${name} for ${what} …\n`);
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '-qq', name], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** Find a tool, or install it. Returns where it is; throws in CI when it is nowhere, undefined elsewhere. */
function findOrInstall(find, name, what) {
  if (!find()) installDebian(name, what);
  const found = find();
  if (!found && process.env.CI) {
    throw new Error(`no ${name}, and it could not be installed: in CI ${what} are never skipped`);
  }
  return found;
}

/** The path of Chromium. */
export function chromium() {
  const known = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return findOrInstall(() => known.find((path) => path && existsSync(path)), 'chromium', 'the browser tests');
}

/** The folder of PostgreSQL's programs, as `packages/store/test/postgres.ts` looks for it. */
export function postgres() {
  const find = () => {
    const debian = '/usr/lib/postgresql';
    const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : [];
    const folders = [process.env.POSTGRES_BIN, ...versions, '/opt/homebrew/bin', '/usr/local/bin', '/usr/bin'];
    return folders.find((folder) => folder && existsSync(join(folder, 'initdb')));
  };
  return findOrInstall(find, 'postgresql', 'the tests over a database server');
}

// As a program: have both before they are asked for, while other checks run.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  chromium();
  postgres();
}
