/** `cities backup`, `restore` and `export` on an embedded database in a folder: what they say, and their exit codes. */
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  addInventory,
  addPlan,
  addUser,
  findUserByEmail,
  foundCity,
  openStore,
  setDisabled,
  SYSTEM,
} from '@thousand-cities/store';
import { readPlan } from '@thousand-cities/model';
import { cities, example, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const backup = join(folder, 'store.backup');
const plan = readPlan(readFileSync(example('hamburg.plan.json'), 'utf8'));

beforeAll(async () => {
  const db = await openStore({ directory: data });
  await db.as(SYSTEM, async (tx) => {
    const lead = await addUser(tx, { email: 'lead@example.org', name: 'Lead' });
    const city = await foundCity(tx, { name: 'Hamburg', country: 'DEU' }, lead.id);
    await addInventory(tx, city.id, plan.inventories[0]!);
    await addPlan(tx, city.id, 'Main', plan);
  });
  await db.close();
}, 60_000);

describe('cities backup and restore', { timeout: 60_000 }, () => {
  it('move everything to another folder', async () => {
    const made = await cities('backup', backup, '--data', data);
    expect(made).toMatchObject({ exit: 0, err: '' });
    expect(made.out).toMatch(/: 1 city, 1 person, 1 version of inventories, 1 version of plans, \d+ rows in all\n$/);
    const there = join(folder, 'moved');
    const restored = await cities('restore', backup, '--data', there, '--json');
    expect(restored).toMatchObject({ exit: 0, err: '' });
    expect(JSON.parse(restored.out)).toMatchObject({ tables: { cities: 1, plans: 1 } });
    const again = await cities('restore', backup, '--data', there);
    expect(again).toMatchObject({ exit: 2, out: '' });
    expect(again.err).toMatch(/holds 1 city and 1 person[\s\S]*--force/);
    expect(await cities('restore', backup, '--data', there, '--force')).toMatchObject({ exit: 0, err: '' });
  });

  it('refuse a file that is cut off, and make nothing of it', async () => {
    const short = join(folder, 'short.backup');
    writeFileSync(short, readFileSync(backup));
    truncateSync(short, 1000);
    const { exit, out, err } = await cities('restore', short, '--data', join(folder, 'never'));
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(/short\.backup: this is no backup to restore: it ends too early/);
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });

  it('refuse a plan file, and to write over one', async () => {
    const hamburg = example('hamburg.plan.json');
    expect(await cities('restore', hamburg, '--data', join(folder, 'never'))).toMatchObject({ exit: 2, out: '' });
    const copy = join(folder, 'copy.plan.json');
    writeFileSync(copy, readFileSync(hamburg));
    const over = await cities('backup', copy, '--data', data);
    expect(over).toMatchObject({ exit: 2, out: '' });
    expect(over.err).toMatch(/is no backup; name another file/);
    expect(readFileSync(copy)).toEqual(readFileSync(hamburg));
  });

  it('say that there are no data where there are none, and which process has those that are in use', async () => {
    const nothing = await cities('backup', join(folder, 'x.backup'), '--data', join(folder, 'nowhere'));
    expect(nothing).toMatchObject({ exit: 2, out: '' });
    expect(nothing.err).toMatch(/there are no data here/);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
    const db = await openStore({ directory: data });
    const taken = await cities('backup', join(folder, 'x.backup'), '--data', data);
    await db.close();
    expect(taken).toMatchObject({ exit: 2, out: '' });
    expect(taken.err).toMatch(/in use by this process/);
  });

  it('say when a server does not answer, without its password', async () => {
    const before = process.env['DATABASE_URL'];
    process.env['DATABASE_URL'] = 'postgresql://cities:secret@127.0.0.1:1/cities';
    const { exit, err } = await cities('backup', join(folder, 'x.backup'));
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
    expect(exit).toBe(2);
    expect(err).toMatch(/does not answer/);
    expect(err).not.toContain('secret');
  });
});

describe('cities export --all', { timeout: 60_000 }, () => {
  it('writes files that the other commands read', async () => {
    const out = join(folder, 'everything');
    expect(await cities('export', '--all', '-o', out, '--data', data)).toMatchObject({ exit: 0, err: '' });
    const city = join(
      out,
      readdirSync(out).find((name) => name.startsWith('hamburg-deu-'))!,
    );
    const [scenario] = readdirSync(join(city, 'plans'));
    const evaluated = await cities('evaluate', join(city, 'plans', scenario!, 'v1-draft.plan.json'), '--json');
    const original = await cities('evaluate', example('hamburg.plan.json'), '--json');
    expect(evaluated).toEqual(original);
    const [year] = readdirSync(join(city, 'inventories'));
    const read = await cities('inventory', join(city, 'inventories', year!, 'v1-draft.csv'), '--json');
    const [inventory] = JSON.parse(read.out) as [{ totals: { basic: number } }];
    const { emissions } = JSON.parse(original.out) as { emissions: { bau: number[] } };
    // The plan counts the same boundary from the same inventory.
    expect(inventory.totals.basic / emissions.bau[0]!).toBeCloseTo(1, 3);
  });

  it('wants to know what and where, and a folder that is empty', async () => {
    expect((await cities('export', '--data', data)).err).toMatch(/add --all/);
    expect((await cities('export', '--all', '--data', data)).err).toMatch(/add -o/);
    const full = await cities('export', '--all', '-o', folder, '--data', data);
    expect(full).toMatchObject({ exit: 2, out: '' });
    expect(full.err).toMatch(/holds something already/);
  });
});

describe('cities account', { timeout: 60_000 }, () => {
  it('gives a city that nobody leads a link for a new lead, and takes a person out of their account', async () => {
    const account = (...rest: string[]) => cities('account', ...rest, '--data', data);
    expect((await account('anonymise', 'lead@example.org')).err).toMatch(/for good[\s\S]*--yes/);
    expect((await account('lead', 'Hamburg')).err).toMatch(/add the e-mail address/);
    // Who is disabled leads nothing any more.
    const db = await openStore({ directory: data });
    const { id } = (await db.as(SYSTEM, (tx) => findUserByEmail(tx, 'lead@example.org')))!;
    await db.as(SYSTEM, (tx) => setDisabled(tx, id, true));
    await db.close();
    expect((await account('lead', 'hamburg', 'ana@example.org')).out).toMatch(/ana@example\.org the lead of Hamburg[\s\S]*\/join#[\w-]{43}\n$/); // prettier-ignore
    expect(await account('anonymise', 'lead@example.org', '--yes')).toMatchObject({ exit: 0, err: '' });
  });
});

it.each(['backup', 'restore', 'export'])('cities %s --help shows where the data are, and examples', async (command) => {
  const { exit, out } = await cities(command, '--help');
  expect(exit).toBe(0);
  expect(out).toMatch(/DATABASE_URL[\s\S]*CITIES_DATA[\s\S]*~\/thousand-cities[\s\S]*Examples:\n {2}cities /);
  for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(132);
});
