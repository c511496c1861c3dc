/** The command as a real process: exit codes, streams, pipes and permissions. Slow to start, so only what needs one. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../src/failure.ts';
import { refusalOf } from '../src/network/refusal.ts';
import { citiesProcess, COMMAND, example, ROOT, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
const TIMEOUT = 120_000;

describe('the process', () => {
  it('ends with 0 and prints nothing but the document', { timeout: TIMEOUT }, async () => {
    const { exit, out, err } = await citiesProcess(['evaluate', example('hamburg.plan.json'), '--json']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(JSON.parse(out)).toHaveProperty('emissions.plan');
  });

  it('ends with 1 on a finding that is an error', { timeout: TIMEOUT }, async () => {
    const file = join(folder, 'nobody.csv');
    writeFileSync(file, 'city,country,year,population,gpc_ref,co2e_tonnes,notation_key\nA,Latvia,2020,0,I.1.1,5,\n');
    expect((await citiesProcess(['inventory', file, '--json'])).exit).toBe(1);
  });

  it('ends with 2 on refused input, which it names on standard error', { timeout: TIMEOUT }, async () => {
    const { exit, out, err } = await citiesProcess(['evaluate', 'none.json'], { cwd: folder });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toBe('cities: none.json: no such file\n  remedy: check the path\n');
  });

  it('ends quietly when whoever reads has seen enough', { timeout: TIMEOUT }, async () => {
    const argv = ['explain', example('hamburg.plan.json'), 'emissions.plan.2040', '--json'];
    const child = spawn(process.execPath, [COMMAND, ...argv], { cwd: ROOT });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('permissions', () => {
  // Root may read and write everything: as root the process is run as nobody, who may not. Where nobody may not even read
  // this checkout or run this Node, what is left to test is the words for the system's own refusal.
  const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  const look = `require('fs').readFileSync(${JSON.stringify(join(ROOT, 'node_modules/tsx/package.json'))})`;
  const canRun = spawnSync(process.execPath, ['-e', look], uid).status === 0;
  const refusal = (path: string, code: string) =>
    failureOf(Object.assign(new Error(code), { code, syscall: 'open', path }));

  it('a file that may not be read', { timeout: TIMEOUT }, async () => {
    chmodSync(folder, 0o755);
    const file = join(folder, 'secret.json');
    writeFileSync(file, '{}');
    chmodSync(file, 0o000);
    if (!canRun) {
      expect(refusal(file, 'EACCES')).toMatchObject({
        exitCode: 2,
        message: expect.stringMatching(/may not be read/) as string,
      });
      return;
    }
    const { exit, err } = await citiesProcess(['evaluate', file], uid);
    expect(exit).toBe(2);
    expect(err).toMatch(/secret\.json: may not be read[\s\S]*remedy/);
  });

  it('a plan in a folder that may not be read, and a folder in it', { timeout: TIMEOUT }, async () => {
    chmodSync(folder, 0o755);
    const inside = join(folder, 'network');
    mkdirSync(join(inside, 'closed'), { recursive: true });
    copyFileSync(example('nairobi.plan.json'), join(inside, 'nairobi.plan.json'));
    writeFileSync(join(inside, 'secret.json'), '{}');
    chmodSync(join(inside, 'secret.json'), 0o000);
    chmodSync(join(inside, 'closed'), 0o000);
    if (!canRun) {
      expect(refusalOf('x', Object.assign(new Error(), { code: 'EACCES', syscall: 'open' })).reason).toMatch(
        /may not be read/,
      );
      return;
    }
    const { exit, out } = await citiesProcess(['network', inside, '--json'], uid);
    expect(exit).toBe(1);
    const { counts, refusals } = JSON.parse(out) as { counts: { cities: number }; refusals: { file: string; reason: string }[] }; // prettier-ignore
    expect(counts.cities).toBe(1);
    expect(refusals.map(({ file }) => file)).toEqual([join(inside, 'closed'), join(inside, 'secret.json')]);
    for (const { reason } of refusals) expect(reason).toMatch(/may not be read/);
    chmodSync(join(inside, 'closed'), 0o755);
  });

  it('a folder that may not be written', { timeout: TIMEOUT }, async () => {
    chmodSync(folder, 0o755);
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o555 });
    if (!canRun) {
      expect(refusal(closed, 'EACCES').exitCode).toBe(2);
      return;
    }
    const { exit, out, err } = await citiesProcess(
      ['plan', 'Semarang', '--quick', '-o', join(closed, 'plan.json')],
      uid,
    );
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(/plan\.json: may not be written by this user[\s\S]*remedy/);
    expect(readdirSync(closed)).toEqual([]);
  });
});
