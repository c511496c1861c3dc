/** The same API over a PostgreSQL server, with two processes' worth of it at once; where PostgreSQL can be started. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, TestServer } from '../../store/test/postgres.ts';
import { newTown, plan, type Town } from './people.ts';
import { cookiesOf, startWorkspace, type TestWorkspace } from './workspace.ts';
import { makeLink, SYSTEM } from '@thousand-cities/store';

const bin = findPostgres();

describe.skipIf(!bin)('two processes over one PostgreSQL server', () => {
  let server: TestServer;
  let both: readonly [TestWorkspace, TestWorkspace];
  let town: Town;
  beforeAll(async () => {
    server = await TestServer.start(bin!);
    const location = { databaseUrl: await server.createDatabase() };
    const options = { location, openRegistration: true };
    both = [await startWorkspace(options), await startWorkspace(options)];
    town = await newTown(both[0]);
  }, 60_000);
  afterAll(async () => {
    for (const world of both) {
      expect(world.faults).toEqual([]);
      await world.close();
    }
    await server.stop();
  });

  const add = (world: TestWorkspace, name: string, headers: Record<string, string> = {}) =>
    world.ask('POST', `/api/v1/cities/${town.cityId}/plans`, {
      token: town.tokens.editor!,
      json: { name, document: plan },
      headers,
    });

  it('know one session', async () => {
    const [one, two] = both;
    const secret = await one.db.as(SYSTEM, (tx) => makeLink(tx, { purpose: 'set-up', lifetimeHours: 1 }));
    const person = { email: 'admin@example.org', password: 'the river rises in may' };
    await one.ask('POST', '/api/v1/set-up', { json: { ...person, secret, name: 'Ada' } });
    const cookie = cookiesOf(await two.ask('POST', '/api/v1/auth/sign-in/email', { json: person }));
    expect((await one.ask('GET', '/api/v1/me/sessions', { cookie })).status).toBe(200);
    await one.ask('DELETE', '/api/v1/me/sessions', { cookie });
    expect((await two.ask('POST', '/api/v1/auth/sign-out', { cookie, json: {} })).status).toBe(200);
    expect((await one.ask('GET', '/api/v1/me/sessions', { cookie })).status).toBe(401);
  });

  it('let one person found five cities, however many are asked for at once', async () => {
    const person = { email: 'founder@example.org', password: 'the river rises in may' };
    await both[0].ask('POST', '/api/v1/accounts', { json: { ...person, name: 'Fay' } });
    const cookie = cookiesOf(await both[0].ask('POST', '/api/v1/auth/sign-in/email', { json: person }));
    const found = (n: number) => both[(n % 2) as 0 | 1].ask('POST', '/api/v1/cities', { cookie, json: { name: `Town ${n}`, country: 'DEU' } }); // prettier-ignore
    const statuses = (await Promise.all(Array.from({ length: 10 }, (_, n) => found(n)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(5);
    expect(statuses.filter((status) => status === 403)).toHaveLength(5);
  });

  it('act once for one key, however the requests fall', async () => {
    for (let i = 0; i < 10; i++) {
      const answers = await Promise.all([0, 1, 0, 1, 0, 1].map((n) => add(both[n as 0 | 1], `Plan ${i}`, { 'Idempotency-Key': `k${i}` }))); // prettier-ignore
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
      const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { id: string }).id));
      expect(new Set(ids).size).toBe(1);
    }
  });

  it('take one of several edits of a version, and give the others both sides', async () => {
    const { id } = (await (await add(both[0], 'Edited')).json()) as { id: string };
    const save = (n: 0 | 1, title: string) =>
      both[n].ask('PUT', `/api/v1/cities/${town.cityId}/plans/${id}`, {
        token: town.tokens.editor!,
        json: { basedOn: 1, document: { ...plan, title } },
      });
    const answers = await Promise.all([save(0, 'a'), save(1, 'b'), save(0, 'c'), save(1, 'd')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    for (const answer of answers.filter(({ status }) => status === 409)) {
      expect(await answer.json()).toMatchObject({ code: 'version-conflict', theirs: { version: 2 } });
    }
  });

  it('take one of two approvals and an edit that come at once, and publish while the version before is withdrawn', async () => {
    const { id } = (await (await add(both[0], 'Contested')).json()) as { id: string };
    const ask = (n: 0 | 1, role: 'lead' | 'editor' | 'reviewer', method: string, path: string, json?: unknown) =>
      both[n].ask(method, `/api/v1/cities/${town.cityId}${path}`, { token: town.tokens[role]!, ...(json !== undefined && { json }) }); // prettier-ignore
    const at = `/plans/${id}`;
    const move = (n: 0 | 1, role: 'lead' | 'reviewer', basedOn: number, to: string) => ask(n, role, 'POST', `${at}/state`, { basedOn, to }); // prettier-ignore
    let version = 1;
    for (let round = 0; round < 4; round++) {
      expect((await move(0, 'lead', version, 'review')).status).toBe(200);
      version++;
      const answers = await Promise.all([
        move(0, 'lead', version, 'approved'),
        move(1, 'reviewer', version, 'approved'),
        ask(1, 'editor', 'PUT', at, { basedOn: version, document: { ...plan, title: `Edit ${round}` } }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      version++;
      // Whatever won is the newest; a draft upon it begins the next round.
      const newest = (await (await ask(0, 'lead', 'GET', at)).json()) as { version: number; state: string };
      expect(newest.version).toBe(version);
      if (newest.state === 'draft') continue;
      expect((await ask(0, 'editor', 'PUT', at, { basedOn: version, document: plan })).status).toBe(200);
      version++;
    }

    const approve = async () => {
      for (const [to, role] of [['review', 'lead'], ['approved', 'reviewer']] as const) expect((await move(0, role, version++, to)).status).toBe(200); // prettier-ignore
    };
    const publish = () => ask(0, 'lead', 'POST', `${at}/publication`, { basedOn: version++, title: 'Ours' });
    await approve();
    const first = (await (await publish()).json()) as { id: string };
    expect((await ask(0, 'editor', 'PUT', at, { basedOn: version++, document: plan })).status).toBe(200);
    await approve();
    const [second, withdrawn, again] = await Promise.all([
      publish(),
      ask(1, 'lead', 'DELETE', `/publications/${first.id}`),
      ask(0, 'lead', 'DELETE', `/publications/${first.id}`),
    ]);
    expect([second.status, ...[withdrawn.status, again.status].sort()]).toEqual([201, 204, 404]);
    const standing = (await (await both[1].ask('GET', `/api/v1/cities/${town.cityId}/publications`)).json()) as { items: unknown[] }; // prettier-ignore
    expect(standing.items).toMatchObject([{ id: ((await second.json()) as { id: string }).id, version }]);
  });
});
