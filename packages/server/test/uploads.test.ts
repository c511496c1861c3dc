/** Files that people send: tables to be previewed, evidence to be kept. What is too large, dangerous or not what it says is refused. */
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventoryWorkbook } from '@thousand-cities/formats';
import { evidenceUsage, SYSTEM } from '@thousand-cities/store';
import { createScanner } from '../src/files/clamd.ts';
import { EICAR, startDaemon, type Daemon } from './clamd.ts';
import { inventory, newTown, type Town } from './people.ts';
import { startWorkspace, type TestWorkspace } from './workspace.ts';

const MIB = 1024 * 1024;
const HEADER = 'city,country,year,population,gpc_ref,co2e_tonnes,notation_key\n';
const PDF = strToU8('%PDF-1.7\n%%EOF\n');

/** Every file of these tests goes by it. */
let daemon: Daemon;
let world: TestWorkspace;
let town: Town;
let documentId: string;
beforeAll(async () => {
  daemon = await startDaemon();
  world = await startWorkspace({ scanner: createScanner({ host: '127.0.0.1', port: daemon.port }, 2000) });
  town = await newTown(world);
  const made = await world.ask('POST', `/api/v1/cities/${town.cityId}/inventories`, {
    token: town.tokens.editor!,
    json: { document: inventory },
  });
  documentId = ((await made.json()) as { id: string }).id;
}, 60_000);
afterAll(async () => {
  await world.close();
  await daemon.close();
});

type Role = 'lead' | 'editor' | 'reviewer' | 'viewer';
interface Sent {
  readonly role?: Role;
  readonly type?: string;
  readonly query?: Readonly<Record<string, string>>;
}

async function send(path: string, bytes: Uint8Array, { role = 'editor', type, query = {} }: Sent) {
  const response = await world.ask(
    'POST',
    `/api/v1/cities/${town.cityId}/${path}?${new URLSearchParams(query).toString()}`,
    {
      // prettier-ignore
      token: town.tokens[role]!,
      raw: bytes as Uint8Array<ArrayBuffer>,
      headers: { 'Content-Type': type ?? 'application/octet-stream' },
    },
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const preview = (bytes: Uint8Array, sent: Sent = {}) =>
  send('inventories/import-preview', bytes, { ...sent, query: { name: 'riga.csv', ...sent.query } });
const keep = (name: string, bytes: Uint8Array, sent: Sent = {}) =>
  send('evidence', bytes, { ...sent, query: { kind: 'inventory', subjectId: documentId, name, ...sent.query } });

describe('the preview of a table', () => {
  it('answers what would be taken over and what not, with places and remedies, and writes nothing', async () => {
    const text = `${HEADER}Riga,Latvia,2021,600000,I.1.1,1234.5,\nRiga,Latvia,2021,600000,I.9.9,7,\n`;
    const { status, body } = await preview(strToU8(text), { type: 'text/csv' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      sheet: null,
      shape: 'long',
      entries: [{ document: { year: 2021, city: { country: 'LVA' }, rows: [{ ref: 'I.1.1', co2eTonnes: 1234.5 }] }, fileRows: [2] }], // prettier-ignore
      refusals: [{ code: 'reference-unknown', place: { file: 'riga.csv', row: 3, column: 'gpc_ref' } }],
      moreRefusals: 0,
    });
    const listed = await world.ask('GET', `/api/v1/cities/${town.cityId}/inventories`, { token: town.tokens.editor! });
    expect(((await listed.json()) as { items: unknown[] }).items).toHaveLength(1);
  });

  it('reads back the workbook that a version is written to', async () => {
    const path = `/api/v1/cities/${town.cityId}/inventories/${documentId}/workbook.xlsx`;
    const file = await world.ask('GET', path, { token: town.tokens.viewer! });
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="Tinytown \d{4} v1\.xlsx"$/);
    const { body } = await preview(new Uint8Array(await file.arrayBuffer()), { query: { name: 'again.xlsx' } });
    const [{ document }] = body['entries'] as [{ document: typeof inventory }];
    const figures = (rows: typeof inventory.rows) => rows.map(({ ref, co2eTonnes }) => [ref, co2eTonnes]);
    expect(figures(document.rows)).toEqual(figures(inventory.rows));
    const table = await world.ask('GET', path.replace('workbook.xlsx', 'table.csv'), { token: town.tokens.viewer! });
    expect(table.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect((await preview(new Uint8Array(await table.arrayBuffer()))).body).toMatchObject({ refusals: [] });
  });

  it('of a large table leaves the server to others: a hundred are answered one after the other before it is', async () => {
    const line = (i: number) => `Riga,Latvia,${1990 + (i % 35)},600000,I.${1 + (i % 4)}.1,${i}.5,`;
    const table = HEADER + Array.from({ length: 19_000 }, (_, i) => line(i)).join('\n');
    let isRead = false;
    const reading = preview(strToU8(table)).finally(() => (isRead = true));
    for (let i = 0; i < 100; i++) expect((await world.ask('GET', '/healthz')).status).toBe(200);
    expect(isRead).toBe(false);
    expect((await reading).status).toBe(200);
  });

  it.each<[string, () => Uint8Array | Promise<Uint8Array>, Sent, number, string]>([
    ['too large', () => new Uint8Array(10 * MIB + 1), {}, 413, 'too-large'],
    ['empty', () => new Uint8Array(), {}, 400, 'file-empty'],
    ['of a type that forms can send', () => strToU8(HEADER), { type: 'text/plain' }, 415, 'content-type'],
    ['JSON', () => strToU8('{}'), { type: 'application/json' }, 415, 'content-type'],
    ['a bomb', () => zipSync({ 'xl/workbook.xml': strToU8('<x/>'), 'xl/styles.xml': new Uint8Array(2 * MIB) }), {}, 422, 'file-unsafe'], // prettier-ignore
    ['a billion laughs', () => zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') }), {}, 422, 'file-unsafe'], // prettier-ignore
    ['without an end', async () => (await inventoryWorkbook(inventory)).slice(0, 2000), {}, 422, 'file-truncated'],
    ['no table', () => strToU8('a,b\n1,2\n'), { type: 'text/csv' }, 422, 'column-missing'],
    ['sent by a viewer', () => strToU8(HEADER), { role: 'viewer' }, 403, 'not-allowed'],
  ])('refuses a file that is %s', async (_, make, sent, status, code) => {
    const answer = await preview(await make(), sent);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    if (status === 422) expect(answer.body).toMatchObject({ place: { file: 'riga.csv' }, remedy: expect.any(String) as string }); // prettier-ignore
  });
});

describe('evidence', () => {
  it('is kept behind a place, listed, replaced, and given back as a file that no browser shows', async () => {
    const place = 'I.1.1/natural-gas/-#1';
    const first = await keep('../../Rekening listrik "März".pdf', PDF, { query: { place } });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ place, name: 'Rekening listrik März .pdf', mediaType: 'application/pdf' });
    const id = first.body['id'] as string;
    const second = await keep('new.pdf', strToU8('%PDF-1.7\nnew\n%%EOF'), { query: { place, supersedes: id } });
    expect(second.status).toBe(201);
    const listed = await world.ask('GET', `/api/v1/cities/${town.cityId}/evidence?kind=inventory&subjectId=${documentId}`, { token: town.tokens.viewer! }); // prettier-ignore
    expect(await listed.json()).toMatchObject({ items: [{ id, supersededBy: second.body['id'] }, { supersededBy: null }] }); // prettier-ignore
    const file = await world.ask('GET', `/api/v1/cities/${town.cityId}/evidence/${id}/file`, {
      token: town.tokens.viewer!,
    });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(PDF);
    expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(file.headers.get('Content-Disposition')).toBe(
      `attachment; filename="Rekening listrik M_rz .pdf"; filename*=UTF-8''Rekening%20listrik%20M%C3%A4rz%20.pdf`,
    );
  });

  it('acts once for one key, and not again for another name under it', async () => {
    const path = (name: string) =>
      `/api/v1/cities/${town.cityId}/evidence?kind=inventory&subjectId=${documentId}&name=${name}`;
    const ask = (name: string) =>
      world.ask('POST', path(name), {
        token: town.tokens.editor!,
        raw: PDF as Uint8Array<ArrayBuffer>,
        headers: { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': 'once' },
      });
    const [one, two] = [await ask('a.pdf'), await ask('a.pdf')];
    expect([one.status, two.headers.get('Idempotent-Replayed')]).toEqual([201, 'true']);
    expect(await one.json()).toEqual(await two.json());
    expect((await ask('b.pdf')).status).toBe(422);
  });

  it.each<[string, string, Uint8Array, Sent, number, string]>([
    ['a page', 'a.html', strToU8('<html>'), {}, 415, 'file-type'],
    ['a picture that can run', 'a.svg', strToU8('<svg onload="x()"/>'), {}, 415, 'file-type'],
    ['a page called a text', 'a.txt', strToU8('  <script>x()</script>'), {}, 415, 'file-type'],
    ['a program called a document', 'a.pdf', strToU8('MZ\u0090'), {}, 415, 'file-type'],
    ['an archive', 'a.zip', zipSync({ a: PDF }), {}, 415, 'file-type'],
    ['an archive called a workbook', 'a.xlsx', zipSync({ a: PDF }), {}, 415, 'file-type'],
    ['a workbook with macros', 'a.xlsx', zipSync({ 'xl/workbook.xml': PDF, 'xl/vbaProject.bin': PDF }), {}, 415, 'file-macros'], // prettier-ignore
    ['a document that leaves its folder', 'a.docx', zipSync({ '../word/document.xml': PDF }), {}, 415, 'file-unsafe'],
    ['larger than allowed', 'a.pdf', new Uint8Array(20 * MIB + 1), {}, 413, 'too-large'],
    ['sent by a reviewer', 'a.pdf', PDF, { role: 'reviewer' }, 403, 'not-allowed'],
    ['behind a document that is not there', 'a.pdf', PDF, { query: { subjectId: '01900000-0000-7000-8000-000000000000' } }, 404, 'not-found'], // prettier-ignore
    ['for evidence that is not there', 'a.pdf', PDF, { query: { supersedes: '01900000-0000-7000-8000-000000000000' } }, 404, 'not-found'], // prettier-ignore
  ])('refuses %s', async (_, name, bytes, sent, status, code) => {
    const answer = await keep(name, bytes, sent);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it('is seen by nobody of another city, and what a city keeps is counted', async () => {
    const { body } = await keep('table.csv', strToU8('a,b\n1,2\n'));
    const path = `/api/v1/cities/${town.cityId}/evidence/${body['id'] as string}/file`;
    expect((await world.ask('GET', path, { token: town.strangerToken })).status).toBe(403);
    expect((await world.ask('GET', path)).status).toBe(401);
    const usage = await world.db.as({ kind: 'person', userId: town.users.editor.id }, (tx) =>
      evidenceUsage(tx, town.cityId),
    );
    expect(usage.files).toBeGreaterThanOrEqual(4);
    expect(usage.bytes).toBeGreaterThan(3 * PDF.length);
  });
});

describe('a scanner for malware', () => {
  const codeOf = async (answer: ReturnType<typeof keep>) => [(await answer).status, (await answer).body['code']];

  it('is shown every file, whole, before it is kept or read', async () => {
    const large = new Uint8Array(3 * MIB).fill(0x20);
    large.set(PDF);
    daemon.files.length = 0;
    expect((await keep('large.pdf', large)).status).toBe(201);
    await preview(strToU8(HEADER));
    expect(daemon.files).toEqual([3 * MIB, HEADER.length]);
  });

  it('lets nothing through that it finds something in, at the end of a large file too', async () => {
    const before = await usage();
    const large = new Uint8Array(2 * MIB).fill(0x20);
    large.set(PDF);
    large.set(strToU8(EICAR), 2 * MIB - EICAR.length);
    expect(await codeOf(keep('bill.pdf', large))).toEqual([422, 'file-infected']);
    expect(await codeOf(preview(strToU8(EICAR)))).toEqual([422, 'file-infected']);
    expect(await usage()).toEqual(before);
  });

  it('whose word is missing, cut, slow or another lets nothing through either', async () => {
    const before = await usage();
    for (const says of ['INSTREAM size limit exceeded. ERROR', 'stream: OKAY', '', 'x'.repeat(10_000)]) {
      daemon.says = says;
      expect(await codeOf(keep('a.pdf', PDF))).toEqual([503, 'scanner-unavailable']);
    }
    daemon.says = undefined;
    const nobody = createScanner({ path: '/no/such/clamd.sock' });
    await expect(nobody(PDF)).rejects.toMatchObject({ problem: { status: 503, code: 'scanner-unavailable' } });
    expect(await usage()).toEqual(before);
  });

  const usage = () => world.db.as(SYSTEM, (tx) => evidenceUsage(tx, town.cityId));
});
