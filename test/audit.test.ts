/** Dependencies: what the step `audit` finds in a lockfile, and that ours has none of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import * as audit from '../scripts/audit.mjs';

const { faultsOf, weaknessesIn } = audit as {
  faultsOf(lockfile: object): string[];
  weaknessesIn(output: string): string[] | undefined;
};

const integrity = `sha512-${'A'.repeat(86)}==`;
const sound = { integrity, license: 'MIT', resolved: 'https://registry.npmjs.org/x/-/x-1.0.0.tgz' };
const lockfile = (entry: object, name = 'x') => ({ lockfileVersion: 3, packages: { '': {}, [`node_modules/${name}`]: entry } }); // prettier-ignore

describe('the lockfile', () => {
  it('is sound', () => {
    expect(faultsOf(JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')))).toEqual([]);
    expect(faultsOf(lockfile(sound))).toEqual([]);
    expect(faultsOf(lockfile({ ...sound, license: '(GPL-3.0 OR MIT)' }))).toEqual([]);
  });

  it.each([
    [{ ...sound, integrity: undefined }, 'x has no SHA-512'],
    [{ ...sound, integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'x has no SHA-512'],
    [{ ...sound, resolved: 'git+ssh://git@example.org/x.git' }, 'x comes from git+ssh://git@example.org/x.git'],
    [{ ...sound, resolved: 'http://registry.npmjs.org/x' }, 'x comes from http://registry.npmjs.org/x'],
    [{ ...sound, resolved: 'file:../x' }, 'x comes from file:../x'],
    [{ ...sound, hasInstallScript: true }, 'x runs a script when it is installed'],
    [{ ...sound, license: 'AGPL-3.0' }, 'x has the licence AGPL-3.0'],
    [{ ...sound, license: undefined }, 'x has the licence (none said)'],
    [{ ...sound, license: '(MIT AND GPL-3.0)' }, 'x has the licence (MIT AND GPL-3.0)'],
    [{ ...sound, name: 'xlsx' }, 'xlsx is refused by name'],
  ])('with %j is refused', (entry, fault) => {
    expect(faultsOf(lockfile(entry))).toEqual([fault]);
  });
});

describe('what the registry says', () => {
  it('counts when it is grave, and is not taken for silence', () => {
    const said = { a: { name: 'a', severity: 'high', range: '<2' }, b: { name: 'b', severity: 'low', range: '*' } };
    expect(weaknessesIn(JSON.stringify({ vulnerabilities: said }))).toEqual(['a <2: high (npm audit)']);
    expect(weaknessesIn(JSON.stringify({ vulnerabilities: {} }))).toEqual([]);
    expect(weaknessesIn(JSON.stringify({ message: '405 Method Not Allowed' }))).toBeUndefined();
    expect(weaknessesIn('')).toBeUndefined();
  });
});
