/** Everything a city owns as files that other programs read. */
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlan } from '@thousand-cities/model';
import {
  addComment,
  addEvidence,
  addInventory,
  addPlan,
  chooseBaseYear,
  exportAll,
  invite,
  openStore,
  saveInventory,
  sha256,
  SYSTEM,
  type Database,
} from '../src/index.ts';
import { csv } from '../src/export/csv.ts';
import { EXPORTED } from '../src/export/tables.ts';
import { fileName, pathName } from '../src/export/names.ts';
import { as, inventoryOf, newCity, planOf, refusalOf } from './documents.ts';
import { temporaryFolder } from './folders.ts';

describe('exporting everything', () => {
  let db: Database;
  let folder: string;
  let bill: Uint8Array;
  beforeAll(async () => {
    db = await openStore({});
    const { city, people } = await newCity(db);
    await newCity(db, 'IDN');
    await db.as(as(people.lead), async (tx) => {
      const inventory = await addInventory(tx, city.id, inventoryOf(2025));
      await saveInventory(tx, inventory, { basedOn: 1, inventory: inventoryOf(2025, 300), state: 'review' });
      await saveInventory(tx, inventory, { basedOn: 2, inventory: inventoryOf(2025, 300), state: 'approved' });
      // Two names that leave the same for a path.
      for (const name of ['Draft (old)', 'draft: OLD']) await addInventory(tx, city.id, inventoryOf(2025), { name });
      await chooseBaseYear(tx, city.id, { inventoryId: inventory.id, basedOn: 0 });
      await invite(tx, { cityId: city.id, email: 'rosa@example.org', role: 'viewer' });
      const plan = await addPlan(tx, city.id, 'Main: 50 % by 2030', planOf('first'), { note: 'From the workshop' });
      const about = { cityId: city.id, kind: 'plan', subjectId: plan.id } as const;
      await addComment(tx, { ...about, version: 1, body: '=HYPERLINK("http://evil")' });
      bill = new Uint8Array([0, 1, 254, 255]);
      await addEvidence(tx, { ...about, name: '../../etc/bill.PDF', mediaType: 'application/pdf', bytes: bill });
    });
    const root = join(temporaryFolder(), 'all');
    expect(await exportAll(db, root)).toMatchObject({ cities: 2 });
    if (process.platform !== 'win32') expect(statSync(root).mode & 0o077).toBe(0);
    const cities = readFileSync(join(root, 'cities.csv'), 'utf8').trim().split('\n').slice(1);
    folder = join(
      root,
      cities
        .find((line) => line.includes('DEU'))!
        .split(',')
        .at(-1)!,
    );
  }, 120_000);
  afterAll(() => db.close());

  it('says which inventory is the base year', () => {
    const { baseYear } = JSON.parse(readFileSync(join(folder, 'city.json'), 'utf8')) as { baseYear: { inventoryId: string } }; // prettier-ignore
    const inventory = readFileSync(join(folder, 'documents.csv'), 'utf8').split('\n').find((line) => line.includes(baseYear.inventoryId)); // prettier-ignore
    expect(inventory).toContain('2025');
    expect(baseYear).toMatchObject({ version: 1 });
  });

  it('gives every version of a plan as the plan file it is', () => {
    const plans = readdirSync(join(folder, 'plans'));
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatch(/^main-50-by-2030-/);
    const text = readFileSync(join(folder, 'plans', plans[0]!, 'v1-draft.plan.json'), 'utf8');
    expect(readPlan(text)).toEqual(planOf('first'));
  });

  it('gives every version of an inventory as JSON and as the long table', () => {
    expect(readdirSync(join(folder, 'inventories', '2025')).sort()).toEqual([
      'v1-draft.csv',
      'v1-draft.json',
      'v2-review.csv',
      'v2-review.json',
      'v3-approved.csv',
      'v3-approved.json',
    ]);
    expect(readFileSync(join(folder, 'inventories', '2025', 'v3-approved.csv'), 'utf8')).toBe(
      'city,country,year,population,gpc_ref,co2e_tonnes,notation_key\n' +
        'Tinytown,DEU,2025,1000,I.1.1,300,\n' +
        'Tinytown,DEU,2025,1000,I.1.2,50,\n' +
        'Tinytown,DEU,2025,1000,III.1.1,270,\n' +
        'Tinytown,DEU,2025,1000,II.4.1,,NO\n',
    );
  });

  it('says of every document what it is called and came from, and of every version who made it, when and why', () => {
    const documents = readFileSync(join(folder, 'documents.csv'), 'utf8');
    expect(documents).toMatch(/^kind,id,name,year,copied_from,copied_version,version,state,approved_version,published_version,folder\n/); // prettier-ignore
    expect(documents).toMatch(
      /inventory,[0-9a-f-]{36},Draft \(old\),2025,,,1,draft,,,inventories\/2025-draft-old-[0-9a-f]{6}\n/,
    );
    expect(documents).toMatch(/plan,[0-9a-f-]{36},Main: 50 % by 2030,,/);
    const versions = readFileSync(join(folder, 'versions.csv'), 'utf8').trim().split('\n').slice(1);
    expect(versions).toHaveLength(6);
    for (const line of versions) {
      const [, hash, file] = /,([0-9a-f]{64}),.*,([^,]+)$/.exec(line)!;
      expect(sha256(readFileSync(join(folder, file!)))).toBe(hash);
    }
    expect(versions.join('\n')).toContain('From the workshop');
  });

  it('has something of every table of a city, or says why not', async () => {
    const { rows } = await db.as(SYSTEM, (tx) =>
      sql<{ name: string }>`
        SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'cities' AND column_name = 'city_id'`.execute(tx),
    ); // prettier-ignore
    expect([...rows.map(({ name }) => name), 'cities'].sort()).toEqual(Object.keys(EXPORTED).sort());
    for (const file of new Set(Object.values(EXPORTED).filter((each) => !each.startsWith('(')))) {
      expect(existsSync(join(folder, file)), file).toBe(true);
    }
    const invitations = readFileSync(join(folder, 'invitations.csv'), 'utf8');
    expect(invitations).toContain('rosa@example.org,viewer');
    expect(invitations).not.toMatch(/[0-9a-f]{64}/);
  });

  it('gives evidence byte for byte, under a name that leads nowhere else', () => {
    const [name] = readdirSync(join(folder, 'evidence'));
    expect(name).toMatch(/^[0-9a-f]{12}-etc-bill\.pdf$/);
    expect(new Uint8Array(readFileSync(join(folder, 'evidence', name!)))).toEqual(bill);
    expect(readFileSync(join(folder, 'evidence.csv'), 'utf8')).toContain(sha256(bill));
  });

  it('gives the audit log with its hashes, and comments that no spreadsheet runs', () => {
    const audit = readFileSync(join(folder, 'audit.csv'), 'utf8');
    expect(audit).toMatch(/^seq,at,actor,action,subject,detail,sha256\n1,20/);
    expect(audit.match(/inventory\.approved/g)).toHaveLength(1);
    expect(readFileSync(join(folder, 'webhooks.csv'), 'utf8')).toBe(
      'id,url,events,created_by,created_at,disabled_at,ended_at\n',
    );
    expect(readFileSync(join(folder, 'comments.csv'), 'utf8')).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });

  it('writes into no folder that holds something', async () => {
    const taken = temporaryFolder();
    writeFileSync(join(taken, 'letter.txt'), 'Dear');
    expect(await refusalOf(exportAll(db, taken))).toMatchObject({ code: 'already-exists' });
    expect(existsSync(join(taken, 'cities.csv'))).toBe(false);
  });
});

it.each([
  ['=1+1', `'=1+1`],
  ['@x', `'@x`],
  ['-5', `'-5`],
  [-5, '-5'],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  [null, ''],
] as const)('CSV writes %j as %s', (cell, text) => {
  expect(csv(['x'], [[cell]])).toBe(`x\n${text}\n`);
});

it('no text of an export begins like a formula, and no number is changed', () => {
  const text = fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '＝', ''), fc.string())
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.double({ noNaN: true, noDefaultInfinity: true }), (cell, number) => {
      const [, line] = /^x,y\n([^]*)\n$/.exec(csv(['x', 'y'], [[cell, number]]))!;
      const end = line!.lastIndexOf(',');
      expect(line!.slice(end + 1)).toBe(String(number));
      const raw = line!.slice(0, end);
      const field = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
      expect(field).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      expect(field.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')).toBe(cell);
    }),
  );
});

it.each([
  ['São Paulo', 'sao-paulo'],
  ['../../etc', 'etc'],
  ['CON', 'none'],
  ['…', 'none'],
  ['東京', '東京'],
  // Vowels are marks in these scripts; without them nobody reads the name.
  ['मुंबई', 'मुंबई'],
  ['กรุงเทพ', 'กรุงเทพ'],
  ['Ḧạ̈nọi', 'hanoi'],
  [
    'Plan for a very, very long name that does not end when it should.',
    'plan-for-a-very-very-long-name-that-does-not-end-when-it-sho',
  ],
] as const)('a path is made of %j as %s', (name, path) => {
  expect(pathName(name, 'none')).toBe(path);
});

it('a path is whole characters, short enough for any file system', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      const path = pathName(name, 'none');
      expect(encodeURIComponent(path)).toBeTypeOf('string'); // throws for half a character
      expect(Buffer.byteLength(path)).toBeLessThanOrEqual(160);
      expect(path).toMatch(/^[^-\s./\\:][^\s./\\:]*$/u);
    }),
  );
});

it('a file keeps its ending', () => {
  expect(fileName('Bill (March).PDF', 'file')).toBe('bill-march.pdf');
  expect(fileName('.htaccess', 'file')).toBe('file.htaccess');
});
