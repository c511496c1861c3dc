/** Backup and restore, between databases of both kinds; files that are cut off, damaged, foreign or too new. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addComment,
  addEvidence,
  addInventory,
  addPasskey,
  addPlan,
  addServiceAccount,
  addToken,
  addWebhook,
  chooseBaseYear,
  BACKUP_TABLES,
  checkAudit,
  checkBackup,
  copyPlan,
  installationSecret,
  invite,
  inviteToNetwork,
  makeLink,
  newId,
  openStore,
  PASSING_TABLES,
  publish,
  recordEvent,
  readInventory,
  saveInventory,
  restoreBackup,
  setPassword,
  sha256,
  shareWith,
  foundNetwork,
  onBehalfOf,
  SYSTEM,
  writeBackup,
  type Database,
  type DocumentKey,
} from '../src/index.ts';
import { as, inventoryOf, newCity, newPerson, planOf, refusalOf } from './documents.ts';
import { temporaryFolder } from './folders.ts';
import { findPostgres, TestServer } from './postgres.ts';

const bin = findPostgres();
let server: TestServer | undefined;
let filled: Database;
let empty: Database;
let key: DocumentKey;
let file: string;
const folder = temporaryFolder();

beforeAll(async () => {
  server = bin ? await TestServer.start(bin) : undefined;
  [filled, empty] = [await openStore({}), await openStore({})];
  key = await fill(filled);
  file = join(folder, 'store.backup');
  await writeBackup(filled, file);
}, 120_000);
afterAll(async () => {
  await Promise.all([filled.close(), empty.close()]);
  await server?.stop();
}, 60_000);

/** What people sign in with, and who was invited. */
async function fillAccounts(db: Database, cityId: string, userId: string): Promise<void> {
  await db.as(onBehalfOf(userId), (tx) =>
    addServiceAccount(tx, userId, { cityId, name: 'Sensor', role: 'viewer', scopes: ['read'] }),
  );
  await db.as(as({ id: userId }), (tx) => invite(tx, { cityId, email: 'new@example.org', role: 'editor' }));
  const hook = { cityId, url: 'https://example.org/', events: ['comment.added'], sealedSecret: 's' } as const;
  await db.as(as({ id: userId }), (tx) => addWebhook(tx, hook));
  await db.as(SYSTEM, async (tx) => {
    await installationSecret(tx);
    await setPassword(tx, userId, 'scrypt$...');
    await recordEvent(tx, { event: 'sign-in', outcome: 'done', userId, address: '192.0.2.1' });
    await makeLink(tx, { purpose: 'password', userId, lifetimeHours: 1 });
    await sql`INSERT INTO auth_two_factors (id, user_id, secret, backup_codes) VALUES (${newId()}, ${userId}, 's', 'b')`.execute(tx); // prettier-ignore
    await addPasskey(tx, { userId, name: 'Phone', credentialId: 'c', publicKey: 'k', counter: 7, transports: ['internal'], deviceType: 'multiDevice', backedUp: true, rpId: 'x.example' }); // prettier-ignore
  });
}

/** Something in every table, awkward where it may be. */
async function fill(db: Database): Promise<DocumentKey> {
  const { city, people } = await newCity(db);
  const secretary = await newPerson(db, 'Ümit "the\\pen" \n Öz');
  const network = await db.as(SYSTEM, (tx) => foundNetwork(tx, 'One Thousand', secretary.id));
  await db.as(SYSTEM, (tx) =>
    tx.insertInto('identities').values({ user_id: secretary.id, provider: 'oidc', subject: '1' }).execute(),
  );
  await db.as(as(secretary), (tx) =>
    inviteToNetwork(tx, { networkId: network.id, email: 'new@example.org', role: 'validator' }),
  );
  await fillAccounts(db, city.id, people.lead.id);
  return db.as(as(people.lead), async (tx) => {
    await shareWith(tx, city.id, network.id, ['inventory', 'plan']);
    const inventory = await addInventory(tx, city.id, inventoryOf(2025, 0.1 + 0.2));
    await chooseBaseYear(tx, city.id, { inventoryId: inventory.id, basedOn: 0 });
    await saveInventory(tx, inventory, { basedOn: 1, inventory: inventoryOf(2025, 0.1 + 0.2), state: 'review' });
    const plan = await addPlan(tx, city.id, 'Main', planOf('\u2028 ends \\u0000 "here"'));
    await copyPlan(tx, plan, 'Copy');
    await publish(tx, 'plan', plan, 1, 'Published');
    const about = { cityId: city.id, kind: 'plan', subjectId: plan.id } as const;
    const first = await addComment(tx, { ...about, version: 1, body: 'Why?' });
    await addComment(tx, { ...about, version: 1, body: 'Because.', replyTo: first.id });
    const bytes = new Uint8Array(70_000).map((_, i) => (i * 7) % 256);
    const bill = { ...about, name: 'bill.pdf', mediaType: 'application/pdf', bytes };
    const old = await addEvidence(tx, bill);
    await addEvidence(tx, { ...bill, bytes: new Uint8Array([1, 2]), supersedes: old.id });
    await addToken(tx, { userId: people.lead.id, name: 'script', scopes: ['read', 'write'] });
    return inventory;
  });
}

const linesOf = (path: string): string[] => gunzipSync(readFileSync(path)).toString('utf8').split('\n');

/** A backup made from the lines of the good one. */
function altered(name: string, change: (lines: string[]) => string[]): string {
  const path = join(folder, name);
  writeFileSync(path, gzipSync(change(linesOf(file)).join('\n')));
  return path;
}

describe('a backup', () => {
  it('holds every table that is not worked out again', async () => {
    const tables = await filled.as(SYSTEM, (tx) =>
      sql<{ tablename: string }>`SELECT tablename FROM pg_tables WHERE schemaname = 'cities'`.execute(tx),
    );
    const expected = tables.rows.map(({ tablename }) => tablename);
    expect([...BACKUP_TABLES, ...PASSING_TABLES, 'inventory_rows', 'rights', 'migrations'].sort()).toEqual(
      expected.sort(),
    );
    expect(Object.keys((await checkBackup(file)).tables).sort()).toEqual([...BACKUP_TABLES].sort());
  });

  it('has each table after those it refers to', async () => {
    const { rows } = await filled.as(SYSTEM, (tx) =>
      sql<{ from: string; to: string }>`
        SELECT c.relname AS from, t.relname AS to FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
        WHERE k.contype = 'f' AND k.connamespace = 'cities'::regnamespace AND c.oid <> t.oid`.execute(tx),
    );
    const place = (table: string): number => (BACKUP_TABLES as readonly string[]).indexOf(table);
    const passing: readonly string[] = PASSING_TABLES;
    const wrong = rows.filter(
      ({ from, to }) => from !== 'inventory_rows' && !passing.includes(from) && place(from) < place(to),
    );
    expect(wrong).toEqual([]);
  });

  it('replaces an earlier backup and an empty file, and nothing else', async () => {
    const path = join(folder, 'again.backup');
    writeFileSync(path, '');
    await writeBackup(filled, path);
    await writeBackup(filled, path);
    writeFileSync(join(folder, 'letter.txt'), 'Dear');
    expect(await refusalOf(writeBackup(filled, join(folder, 'letter.txt')))).toMatchObject({ code: 'already-exists' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is a picture of one moment, while others write', async () => {
    const { city, people } = await newCity(filled);
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        filled.as(as(people.lead), (tx) => addInventory(tx, city.id, inventoryOf(2000 + i))),
      ),
    );
    const { tables } = await writeBackup(filled, join(folder, 'moment.backup'));
    await writing;
    // One of them was submitted, and so has two.
    expect(tables.inventory_versions).toBe(tables.inventories! + 1);
  });
});

describe('restoring', () => {
  // One after the other in this database: making one takes longer than a test.
  let scratch: Database;
  beforeAll(async () => {
    scratch = await openStore({});
  }, 120_000);
  afterAll(() => scratch.close());
  const targets = [
    { kind: 'embedded', open: () => Promise.resolve(scratch) },
    ...(bin ? [{ kind: 'server', open: async () => openStore({ databaseUrl: await server!.createDatabase() }) }] : []),
  ];
  it.each(targets)(
    'brings everything back, byte for byte: $kind',
    async ({ kind, open }) => {
      const db = await open();
      await restoreBackup(db.source, file);
      const again = join(folder, `${kind}.backup`);
      await writeBackup(db, again);
      const content = (path: string) => linesOf(path).slice(1, -2).sort();
      expect(content(again)).toEqual(content(file));
      const restored = await db.as(SYSTEM, async (tx) => ({
        inventory: (await readInventory(tx, key))?.inventory,
        audit: await checkAudit(tx, key.cityId),
        rows: (await tx.selectFrom('inventory_rows').selectAll().execute()).length,
        versions: await tx.selectFrom('plan_versions').select(['document', 'sha256']).execute(),
      }));
      expect(restored).toMatchObject({ inventory: inventoryOf(2025, 0.1 + 0.2), audit: { sound: true }, rows: 4 });
      expect(restored.versions.every(({ document, sha256: hash }) => sha256(document) === hash)).toBe(true);
      if (kind === 'server') await db.close();
    },
    120_000,
  );

  it('does not overwrite what is there, unless it is told to', async () => {
    const db = scratch;
    const stranger = await newPerson(db);
    const refusal = await refusalOf(restoreBackup(db.source, file));
    expect(refusal).toMatchObject({ code: 'store-not-empty' });
    expect(refusal.message).toMatch(/holds 1 city and \d+ people/);
    const { tables } = await restoreBackup(db.source, file, { force: true });
    const people = await db.as(SYSTEM, (tx) => tx.selectFrom('users').select('id').execute());
    expect(people).toHaveLength(tables.users!);
    expect(people).not.toContainEqual({ id: stranger.id });
  }, 120_000);

  it('leaves everything as it was when it fails half-way', async () => {
    const db = scratch;
    const person = await newPerson(db);
    // Whole by its checksum, but with a member of a city that is not in it.
    const path = resealed('dangling.backup', (line) => !line.includes('"place_id"'));
    const refusal = await refusalOf(restoreBackup(db.source, path, { force: true }));
    expect(refusal).toMatchObject({ code: 'backup-invalid' });
    expect(await db.as(SYSTEM, (tx) => tx.selectFrom('users').select('id').execute())).toContainEqual({
      id: person.id,
    });
  }, 120_000);
});

/** The good backup without some of its lines, with count and checksum made to fit. */
function resealed(name: string, keep: (line: string) => boolean): string {
  const body = linesOf(file).slice(0, -2).filter(keep);
  const rows = body.filter((line) => line.startsWith('{')).length - 1;
  const hash = sha256(body.map((line) => `${line}\n`).join(''));
  const path = join(folder, name);
  writeFileSync(path, gzipSync([...body, JSON.stringify(['end', rows, hash]), ''].join('\n')));
  return path;
}

describe('a file that is refused', () => {
  const broken: readonly (readonly [string, () => string, string, RegExp])[] = [
    ['cut off in its gzip', () => cut('cut.backup', 0.5), 'backup-invalid', /ends too early/],
    ['cut off at its very end', () => cut('cut-end.backup', 0.999), 'backup-invalid', /ends too early|damaged/],
    ['without its last line', () => altered('no-end.backup', (lines) => [...lines.slice(0, -2), '']), 'backup-invalid', /ends too early/], // prettier-ignore
    ['with a row less', () => altered('row-less.backup', (lines) => lines.filter((_, i) => i !== 2)), 'backup-invalid', /checksum/], // prettier-ignore
    ['with a letter changed', () => altered('letter.backup', (lines) => lines.map((line) => line.replace('Tinytown', 'Finytown'))), 'backup-invalid', /checksum/], // prettier-ignore
    ['with something after its end', () => altered('after.backup', (lines) => [...lines.slice(0, -1), '{}', '']), 'backup-invalid', /follows its end/], // prettier-ignore
    ['with a table nobody has', () => altered('table.backup', (lines) => [lines[0]!, '["table","pg_authid"]', ...lines.slice(1)]), 'backup-invalid', /a line that no backup has/], // prettier-ignore
    ['of another program', () => written('other.gz', gzipSync('{"format":"other"}\n')), 'backup-invalid', /not written by/], // prettier-ignore
    ['no gzip', () => written('plan.json', Buffer.from('{"schema":"thousand-cities/plan"}')), 'backup-invalid', /not written by/], // prettier-ignore
    ['empty', () => written('empty', Buffer.alloc(0)), 'backup-invalid', /ends too early|empty/],
    ['of a newer program', () => altered('newer.backup', ([head, ...lines]) => [head!.replace(/"version":\d+/, '"version":999'), ...lines]), 'backup-newer', /version 999/], // prettier-ignore
    ['of a newer format', () => altered('format.backup', ([head, ...lines]) => [head!.replace('"formatVersion":1', '"formatVersion":2'), ...lines]), 'backup-newer', /update the program/], // prettier-ignore
  ];
  const written = (name: string, bytes: Buffer): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const cut = (name: string, part: number): string => {
    const bytes = readFileSync(file);
    return written(name, bytes.subarray(0, Math.floor(bytes.length * part)));
  };

  it.each(broken)('%s', async (_name, make, code, message) => {
    const path = make();
    const refusal = await refusalOf(restoreBackup(empty.source, path, { force: true }));
    expect(refusal).toMatchObject({ code });
    expect(refusal.message).toMatch(message);
    expect(refusal.message).toContain(path);
    expect(await empty.as(SYSTEM, (tx) => tx.selectFrom('cities').selectAll().execute())).toEqual([]);
  });

  it('one that is not there', async () => {
    expect(await refusalOf(checkBackup(join(folder, 'nowhere')))).toMatchObject({ code: 'ENOENT' });
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});
