/** `-o` writes a whole plan or leaves everything as it was, and says so before any work is done. */
import { lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readPlan } from '@thousand-cities/model';
import { writeWhole } from '../src/files.ts';
import { cities, example, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
const plan = (target: string) => cities('plan', 'Semarang', '--quick', '-o', target);

describe('cities plan -o', () => {
  it('writes a plan that reads back, and nothing beside it', async () => {
    const inside = join(folder, 'fresh');
    mkdirSync(inside);
    const { exit, out } = await plan(join(inside, 'semarang.plan.json'));
    expect(exit).toBe(0);
    expect(out).toContain('The plan is in ');
    expect(readdirSync(inside)).toEqual(['semarang.plan.json']);
    expect(readPlan(readFileSync(join(inside, 'semarang.plan.json'), 'utf8')).city.name).toBe('Semarang');
  });

  it.each([
    ['a folder that is not there', 'none/plan.json', /there is no folder .*none[\s\S]*make it first/],
    ['a folder', '.', /is a folder[\s\S]*name a file in it/],
    ['a file as if it were a folder', 'file.txt/plan.json', /there is no folder/],
  ])('refuses %s', async (_what, name, message) => {
    writeFileSync(join(folder, 'file.txt'), 'kept');
    const before = readdirSync(folder);
    const { exit, out, err } = await plan(join(folder, name));
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(message);
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(join(folder, 'file.txt'), 'utf8')).toBe('kept');
  });

  it('leaves an old plan alone when the command is refused', async () => {
    const target = join(folder, 'old.plan.json');
    writeFileSync(target, 'the old plan');
    expect((await cities('plan', 'Atlantropa', '--quick', '-o', target)).exit).toBe(2);
    expect(readFileSync(target, 'utf8')).toBe('the old plan');
  });
});

describe('writing whole', () => {
  it('follows a link instead of replacing it', () => {
    const file = join(folder, 'real.json');
    const link = join(folder, 'link.json');
    writeFileSync(file, 'old');
    symlinkSync(file, link);
    writeWhole(link, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it('leaves no draft behind when the disk is full', () => {
    // /dev/full takes no byte; as a device it is written without a draft.
    expect(() => writeWhole('/dev/full', 'x')).toThrow(/could not be written, and nothing was changed/);
    expect(readdirSync('/dev').filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

it('cities plan finds the same plan however slow the machine is, unless --time is given, and then says so', async () => {
  const nairobi = example('nairobi.plan.json');
  const quick = await cities('plan', nairobi, '--json');
  let now = performance.now();
  const slowly = vi.spyOn(performance, 'now').mockImplementation(() => (now += 100_000));
  try {
    expect(await cities('plan', nairobi, '--json')).toEqual(quick);
    expect((await cities('plan', nairobi, '--time', '60')).out).toMatch(/Stopped by --time.*another machine/);
  } finally {
    slowly.mockRestore();
  }
});
