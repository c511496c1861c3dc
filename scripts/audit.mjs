/**
 * `npm test -- --only audit`: what is known against our dependencies. The lockfile is checked without a network; the registry
 * is asked for reported weaknesses and signatures where it answers, and where it does not, that is said.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup.mjs';

/** The one place packages come from. Entries without an address come from it too: npm leaves it out there. */
const REGISTRY = 'https://registry.npmjs.org/';

/** Licences that go with Apache-2.0; of `(A OR B)` one is enough, of `(A AND B)` all are needed. */
const LICENCES = new Set([
  ...['Apache-2.0', 'MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'Zlib'],
  // By file: changes to its files stay under it, and we change none.
  ...['MPL-2.0', 'Python-2.0'],
]);

/** Packages that run a script when they are installed. Ours are installed without scripts, and work. */
const WITH_SCRIPTS = new Set(['esbuild', 'fsevents']);

/** Not to come back: known weaknesses that their registry's version keeps, or taken over by others in the past. */
const REFUSED = new Set(['xlsx', 'event-stream', 'flatmap-stream', 'node-ipc', 'colors', 'faker', 'vm2']); // prettier-ignore

/** What is wrong with a lockfile, in words; nothing when all is well. */
export function faultsOf(lockfile) {
  if (lockfile.lockfileVersion !== 3) return [`lockfile version ${lockfile.lockfileVersion}, 3 expected`];
  return Object.entries(lockfile.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .flatMap(([path, entry]) => faultsOfEntry(entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 13), entry));
}

function faultsOfEntry(name, { integrity = '', resolved, license, hasInstallScript }) {
  const faults = [
    !/^sha512-[\w+/]{86}==$/.test(integrity) && 'has no SHA-512',
    resolved !== undefined && !resolved.startsWith(REGISTRY) && `comes from ${resolved}`,
    hasInstallScript && !WITH_SCRIPTS.has(name) && 'runs a script when it is installed',
    !isAllowed(license) && `has the licence ${license ?? '(none said)'}`,
    REFUSED.has(name) && 'is refused by name',
  ];
  return faults.filter(Boolean).map((fault) => `${name} ${fault}`);
}

function isAllowed(license) {
  if (typeof license !== 'string') return false;
  const bare = license.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  return bare.split(' AND ').every((each) => LICENCES.has(each));
}

const npm = (args, timeout) =>
  spawnSync('npm', [...args, '--fetch-retries=0', '--fetch-timeout=3000'], {
    cwd: root,
    encoding: 'utf8',
    timeout,
    shell: process.platform === 'win32',
  });

/** Weaknesses of what runs in production, that are high or critical, as `npm audit` says; undefined where the registry does not. */
export function weaknessesIn(output) {
  try {
    const { vulnerabilities } = JSON.parse(output);
    if (!vulnerabilities) return undefined;
    return Object.values(vulnerabilities)
      .filter(({ severity }) => severity === 'high' || severity === 'critical')
      .map(({ name, severity, range }) => `${name} ${range}: ${severity} (npm audit)`);
  } catch {
    return undefined;
  }
}

/** Ask the registry. Returns faults, and what could not be asked. */
function askRegistry() {
  const weak = weaknessesIn(npm(['audit', '--omit=dev', '--json'], 4000).stdout ?? '');
  if (!weak) return { faults: [], unasked: ['reported weaknesses', 'signatures'] };
  // Keys come from elsewhere and may take a while; only CI waits.
  if (!process.env.CI) return { faults: weak, unasked: [] };
  const signed = npm(['audit', 'signatures'], 60_000);
  const unsure = /network|ENOTFOUND|ETIMEDOUT|E40\d/.test(signed.stderr ?? '') || signed.error;
  if (unsure) return { faults: weak, unasked: ['signatures'] };
  return { faults: signed.status === 0 ? weak : [...weak, `signatures: ${signed.stdout.trim()}`], unasked: [] };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const asked = process.argv.includes('--offline') ? { faults: [], unasked: ['the registry'] } : askRegistry();
  const faults = [...faultsOf(lockfile), ...asked.faults];
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  for (const what of asked.unasked) process.stdout.write(`NOT ASKED: the registry gave no answer about ${what}.\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
