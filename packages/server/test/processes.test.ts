/** Three real `cities serve` processes over one PostgreSQL server; where PostgreSQL can be started. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlan, type Plan } from '@thousand-cities/model';
import { addPlan, addToken, makeLink, openStore, SYSTEM, type Database } from '@thousand-cities/store';
import { findPostgres, TestServer } from '../../store/test/postgres.ts';
import { newTown, plan, type Town } from './people.ts';
import { cookiesOf, type TestWorkspace } from './workspace.ts';

const ROOT = new URL('../../../', import.meta.url);
const bin = findPostgres();
/** Short, so that a dead process is noticed within the test. */
const LEASE_SECONDS = 2;

/** Also those that did not come so far as to be asked: none outlives the test. */
const children: ChildProcess[] = [];

interface Served {
  readonly child: ChildProcess;
  readonly url: string;
}

/** Start one, from the build; resolves when its workspace is open, and it has made the set-up link that ends those of the others. */
function serve(databaseUrl: string, ...argv: readonly string[]): Promise<Served> {
  const command = fileURLToPath(new URL('packages/cli/bin/cities.mjs', ROOT));
  const env = { ...process.env, DATABASE_URL: databaseUrl, CITIES_JOB_LEASE_SECONDS: String(LEASE_SECONDS) };
  const args = [command, 'serve', '--port', '0', '--host', '127.0.0.1', ...argv];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return new Promise((resolve, reject) => {
    let out = '';
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}: ${out}`)));
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
      const [, port] = /http:\/\/localhost:(\d+)/.exec(out) ?? [];
      if (port !== undefined && out.includes('/set-up#')) resolve({ child, url: `http://127.0.0.1:${port}` });
    });
  });
}

describe.skipIf(!bin)('three processes over one PostgreSQL server', () => {
  let server: TestServer;
  let db: Database;
  let all: readonly Served[] = [];
  let town: Town;
  let hamburg: string;

  beforeAll(async () => {
    server = await TestServer.start(bin!);
    const url = await server.createDatabase();
    // The first only answers; the others work as well. All three come to an empty database.
    const starting = Promise.all([serve(url, '--no-worker'), serve(url), serve(url)]);
    db = await openStore({ databaseUrl: url });
    const tokenOf: TestWorkspace['tokenOf'] = ({ id: userId }) =>
      db.as(SYSTEM, async (tx) => (await addToken(tx, { userId, name: 't', scopes: ['read', 'write'] })).secret);
    town = await newTown({ db, tokenOf } as TestWorkspace);
    const example = readPlan(readFileSync(new URL('examples/hamburg.plan.json', ROOT), 'utf8'));
    const lead = { kind: 'person', userId: town.users.lead.id } as const;
    hamburg = (await db.as(lead, (tx) => addPlan(tx, town.cityId, 'Hamburg', example))).id;
    all = await starting;
  }, 120_000);
  afterAll(async () => {
    const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ended = running.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of running) child.kill('SIGTERM');
    await Promise.all(ended);
    await db.close();
    await server.stop();
  }, 60_000);

  const ask = (n: number, method: string, path: string, { token = town.tokens.editor, cookie, json, key }: { token?: string | undefined; cookie?: string; json?: unknown; key?: string } = {}) =>
    fetch(`${all[n]!.url}/api/v1${path}`, {
      method,
      headers: {
        ...(cookie === undefined ? { Authorization: `Bearer ${token!}` } : { Cookie: cookie, Origin: all[n]!.url }),
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    }); // prettier-ignore
  const at = [0, 1, 2] as const;

  it('know a session that was made at one, and its end', async () => {
    const secret = await db.as(SYSTEM, (tx) => makeLink(tx, { purpose: 'set-up', lifetimeHours: 1 }));
    const person = { email: 'admin@example.org', password: 'the river rises in may' };
    expect((await ask(0, 'POST', '/set-up', { json: { ...person, secret, name: 'Ada' } })).status).toBeLessThan(300);
    const signIn = (n: number) => ask(n, 'POST', '/auth/sign-in/email', { cookie: '', json: person });
    const cookie = cookiesOf(await signIn(1));
    const seen = () => Promise.all(at.map(async (n) => (await ask(n, 'GET', '/me/sessions', { cookie })).status));
    expect(await seen()).toEqual([200, 200, 200]);
    expect((await ask(2, 'POST', '/auth/sign-out', { cookie, json: {} })).status).toBe(200);
    expect(await seen()).toEqual([401, 401, 401]);
  });

  it('take one of nine edits of a version, and give the other eight both sides', async () => {
    const path = `/cities/${town.cityId}/plans`;
    const { id } = (await (await ask(0, 'POST', path, { json: { name: 'Edited', document: plan } })).json()) as { id: string }; // prettier-ignore
    for (let version = 1; version <= 4; version++) {
      const edit = (n: number): { document: Plan; basedOn: number } => ({ basedOn: version, document: { ...plan, title: `${version} ${n}` } }); // prettier-ignore
      const answers = await Promise.all(Array.from({ length: 9 }, (_, n) => ask(n % 3, 'PUT', `${path}/${id}`, { json: edit(n) }))); // prettier-ignore
      const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { version?: number; mine?: Plan }[];
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(8).fill(409)]);
      const won = answers.findIndex(({ status }) => status === 200);
      for (const [n, body] of bodies.entries()) {
        if (n === won) expect(body).toMatchObject({ version: version + 1 });
        else expect(body).toMatchObject({ code: 'version-conflict', base: { version }, mine: { title: `${version} ${n}` }, theirs: { version: version + 1, document: { title: `${version} ${won}` } } }); // prettier-ignore
      }
    }
  });

  it('act once for one key, at the same moment and later, wherever it comes', async () => {
    const send = (n: number) => ask(n, 'POST', `/cities/${town.cityId}/plans`, { key: 'k', json: { name: 'Once', document: plan } }); // prettier-ignore
    const answers = [...(await Promise.all(at.map(send))), await send(0), await send(2)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { id: string }).id));
    expect(new Set(ids).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.has('Idempotent-Replayed'))).toHaveLength(4);
  });

  it('count attempts together', async () => {
    // Twenty a minute of one address are let in; the set-up and the sign-in above were two, unless a minute has gone by.
    const look = (n: number) => ask(n % 3, 'POST', '/invitations/look', { json: { secret: 'x'.repeat(43) } });
    const statuses = await Promise.all(Array.from({ length: 24 }, async (_, n) => (await look(n)).status));
    const refused = statuses.filter((status) => status === 429).length;
    expect(refused).toBeGreaterThanOrEqual(4);
    expect(refused).toBeLessThanOrEqual(6);
    expect(statuses.filter((status) => status === 404)).toHaveLength(24 - refused);
  });

  it('finish a job that was begun at one, was worked on by another, and was left by its death to the third', async () => {
    const json = { kind: 'evaluate-plan', payload: { planId: hamburg, draws: 1024 } };
    const { id } = (await (await ask(0, 'POST', `/cities/${town.cityId}/jobs`, { json })).json()) as { id: string };
    const row = () => db.as(SYSTEM, (tx) => tx.selectFrom('jobs').select(['state', 'worker', 'tries', 'progress']).where('id', '=', id).executeTakeFirstOrThrow()); // prettier-ignore
    const until = async (state: string) => {
      for (;;) {
        const found = await row();
        if (found.state === state) return found;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const { worker } = await until('running');
    const dead = all.findIndex(({ child }) => child.pid === Number(worker!.split('/')[1]));
    expect([1, 2]).toContain(dead);
    all[dead]!.child.kill('SIGKILL');
    const { tries, worker: other } = await until('done');
    const alive = 3 - dead;
    expect({ tries, pid: Number(other!.split('/')[1]) }).toEqual({ tries: 2, pid: all[alive]!.child.pid });
    const job = (await (await ask(alive, 'GET', `/jobs/${id}`)).json()) as { result: { outcome: { draws: number } } };
    expect(job.result.outcome.draws).toBe(1024);
  }, 60_000);
});
