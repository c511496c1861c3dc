/** Limits, the demo, and the store while it is not there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '@thousand-cities/model';
import { listMembers, SYSTEM, type openStore } from '@thousand-cities/store';
import { createApp } from '../src/app.ts';
import { builtPage } from '../src/fixture.case.ts';
import { fillDemo } from '../src/workspace/demo.ts';
import { createWorkspace } from '../src/workspace/store-handle.ts';
import { plan } from './people.ts';
import { startWorkspace, type TestWorkspace } from './workspace.ts';

const TIGHT = { requests: 40, writes: 10, signIns: 3 };
let demo: TestWorkspace;
beforeAll(async () => {
  demo = await startWorkspace({ limits: TIGHT, demo: (db) => fillDemo(db, () => [plan]) });
}, 60_000);
afterAll(async () => {
  expect(demo.faults).toEqual([]);
  await demo.close();
});

describe('the demo', () => {
  it('says so on every answer, and lets everybody do everything', async () => {
    const me = await demo.ask('GET', '/api/v1/me');
    expect(me.headers.get('Thousand-Cities-Demo')).toBe('true');
    const { mode, cities } = (await me.json()) as { mode: string; cities: { id: string; role: string }[] };
    expect(mode).toBe('demo');
    expect(cities).toMatchObject([{ role: 'lead' }]);
    expect((await demo.ask('GET', '/healthz')).headers.get('Thousand-Cities-Demo')).toBe('true');
    const made = await demo.ask('POST', `/api/v1/cities/${cities[0]!.id}/plans`, {
      json: { name: 'Mine', document: plan },
    });
    expect(made.status).toBe(201);
    expect((await demo.ask('POST', '/api/v1/cities', { json: { name: 'Newtown', country: 'IDN' } })).status).toBe(201);
  });

  it('has a published plan for everyone, and is filled once', async () => {
    const { cities } = (await (await demo.ask('GET', '/api/v1/me')).json()) as {
      cities: { id: string; name: string }[];
    };
    const city = cities.find(({ name }) => name === plan.city.name)!;
    const list = (await (await demo.ask('GET', `/api/v1/cities/${city.id}/publications`)).json()) as {
      items: { kind: string }[];
    };
    expect(list.items.map(({ kind }) => kind).sort()).toEqual(['inventory', 'plan']);
    const comments = await demo.db.as(SYSTEM, (tx) => tx.selectFrom('comments').select('body').execute());
    expect(comments).toHaveLength(3);
    for (const { body } of comments) expect(body).toMatch(/^Demo: /);
    const roles = await demo.db.as(SYSTEM, (tx) => listMembers(tx, city.id));
    expect(roles.map(({ role }) => role).sort()).toEqual(['editor', 'lead', 'reviewer', 'viewer']);
    expect(await fillDemo(demo.db, () => [plan])).toBe(demo.demoUserId);
  });

  it('has no accounts', async () => {
    const json = { email: 'x@example.org', password: 'the river rises in may' };
    expect((await demo.ask('POST', '/api/v1/auth/sign-in/email', { json })).status).toBe(403);
    expect((await demo.ask('GET', '/api/v1/me/tokens')).status).toBe(403);
  });

  it('sends nothing to anybody', async () => {
    const json = { url: 'https://hooks.example.org/', events: ['comment.added'] };
    const somewhere = '/api/v1/cities/01900000-0000-7000-8000-0000000000c1/webhooks';
    const refused = await demo.ask('POST', somewhere, { json });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'demo' });
  });

  it('sends nothing to anybody', async () => {
    const json = { url: 'https://hooks.example.org/', events: ['comment.added'] };
    const somewhere = '/api/v1/cities/01900000-0000-7000-8000-0000000000c1/webhooks';
    const refused = await demo.ask('POST', somewhere, { json });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'demo' });
  });

  it('is not changed by another site', async () => {
    const headers = { Origin: 'https://evil.example' };
    expect((await demo.ask('PATCH', '/api/v1/me', { json: { name: 'Eve' }, headers })).status).toBe(403);
  });
});

describe('too many requests', () => {
  it('are told when to come again: writes first, then everything', async () => {
    const statuses = (method: string, times: number, options = {}) =>
      Promise.all(Array.from({ length: times }, () => demo.ask(method, '/api/v1/me', options)));
    const writes = await statuses('PATCH', 15, { json: {} });
    const refused = writes.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(Number(refused[0]!.headers.get('Retry-After'))).toBeGreaterThan(0);
    const reads = await statuses('GET', 50);
    expect(reads.at(-1)!.status).toBe(429);
  });

  it('to sign in or use a link are counted by address', async () => {
    const strict = await startWorkspace({ limits: { requests: 1e6, writes: 1e6, signIns: 3 } });
    const look = () => strict.ask('POST', '/api/v1/invitations/look', { json: { secret: 'x'.repeat(43) } });
    expect((await look()).status).toBe(404);
    expect((await look()).status).toBe(404);
    expect((await look()).status).toBe(404);
    expect((await look()).status).toBe(429);
    await strict.close();
  });
});

describe('the store', () => {
  const services = { network: {} } as Parameters<typeof createApp>[0]['services'];
  const appWith = (open: typeof openStore) => {
    const workspace = createWorkspace({ location: {}, open });
    return { workspace, app: createApp({ services, webRoot: builtPage().webRoot, workspace: { workspace } }) };
  };

  it('while it opens is 503, and pages do not wait', async () => {
    const { app } = appWith(() => new Promise(() => undefined));
    const response = await app.request('/api/v1/me');
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('1');
    expect(await response.json()).toMatchObject({ code: 'store-opening' });
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await app.request('/api/v1/openapi.json')).status).toBe(200);
  });

  it('that cannot be opened says so, and nothing of the machine', async () => {
    const failure = new DomainError('store-in-use', 'process 7 has /home/ada/data', ['/home/ada/data']);
    const { app, workspace } = appWith(() => Promise.reject(failure));
    await expect(workspace.open()).rejects.toBe(failure);
    const response = await app.request('/api/v1/me');
    expect(response.status).toBe(503);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'store-in-use' });
    expect(text).not.toContain('ada');
  });

  it('may be left out: then there is no workspace, and everything else', async () => {
    const app = createApp({ services, webRoot: builtPage().webRoot });
    expect((await app.request('/api/v1/me')).status).toBe(404);
  });
});
