/** Webhooks: what is sent, how it is signed, to whom it is not sent, and what happens when nobody takes it. */
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPlan, addWebhook, listDeliveries, listWebhooks, sha256, SYSTEM, WEBHOOK_EVENTS, type Role, type Transaction } from '@thousand-cities/store'; // prettier-ignore
import { startJobs } from '../src/jobs/start.ts';
import type { JobWorker } from '../src/jobs/worker.ts';
import type { CityServices } from '../src/services.ts';
import { PUBLIC_ONLY, type Permit } from '../src/webhooks/permit.ts';
import { createSealer } from '../src/webhooks/seal.ts';
import { send } from '../src/webhooks/send.ts';
import { newWebhookSecret, signatureOf } from '../src/webhooks/signature.ts';
import { newTown, plan, type Town } from './people.ts';
import { HERE, startReceiver, type Received, type Receiver } from './receiver.ts';
import { startWorkspace, type TestWorkspace } from './workspace.ts';

let world: TestWorkspace;
let town: Town;
let planId: string;
let receiver: Receiver;
let worker: JobWorker | undefined;
const faults: unknown[] = [];

beforeAll(async () => {
  receiver = await startReceiver();
  world = await startWorkspace();
  town = await newTown(world);
  planId = await asLead(async (tx) => (await addPlan(tx, town.cityId, 'Main', plan)).id);
}, 60_000);
beforeEach(() => {
  receiver.received.length = 0;
});
afterEach(() => worker?.stop());
afterAll(async () => {
  expect(faults).toEqual([]);
  expect(world.faults).toEqual([]);
  receiver.close();
  await world.close();
});

const asLead = <T>(work: (tx: Transaction) => Promise<T>) =>
  world.db.as({ kind: 'person', userId: town.users.lead.id }, work);
const ask = (role: Role, method: string, path: string, json?: unknown) =>
  world.ask(method, `/api/v1/cities/${town.cityId}${path}`, { token: town.tokens[role]!, ...(json !== undefined && { json }) }); // prettier-ignore
const work = (permit: Permit = HERE) => {
  const webhooks = { permit, pauses: [10], timeoutMs: 2000 };
  worker = startJobs(world, { services: {} as CityServices, webhooks, onFault: (error) => faults.push(error) });
};
/** A webhook to the receiver; by the API only public ones over TLS can be made. */
async function hookTo(path: string, secret = newWebhookSecret()): Promise<string> {
  const url = `http://hooks.example.org:${receiver.port}${path}`;
  const hook = { cityId: town.cityId, url, events: WEBHOOK_EVENTS, sealedSecret: world.sealer.seal(secret) };
  return (await asLead((tx) => addWebhook(tx, hook))).id;
}
const comment = () =>
  ask('editor', 'POST', '/comments', { kind: 'plan', subjectId: planId, version: 1, body: 'Why so much coal?' });
const deliveries = (id: string) => asLead((tx) => listDeliveries(tx, town.cityId, id));
const endAll = () => world.db.as(SYSTEM, (tx) => tx.updateTable('webhooks').set({ ended_at: new Date().toISOString() }).execute()); // prettier-ignore

async function until<T>(find: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let n = 0; n < 400; n++) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not come');
}

type IsGenuine = (headers: Received['headers'], body: string, secret: string) => boolean;

/** The lines that the guide gives to receivers, as they stand there. */
async function isGenuineOfGuide(): Promise<IsGenuine> {
  const guide = readFileSync(new URL('../../../docs/guide/jobs-and-webhooks.md', import.meta.url), 'utf8');
  const [, code] = /```js\n([\s\S]*?)```/.exec(guide)!;
  const url = `data:text/javascript,${encodeURIComponent(code!)}`;
  return ((await import(/* @vite-ignore */ url)) as { isGenuine: IsGenuine }).isGenuine;
}

describe('a delivery', () => {
  afterEach(endAll);

  it('comes with what happened, by ids, signed by both secrets after one was replaced', async () => {
    const secret = newWebhookSecret();
    const id = await hookTo('/signed', secret);
    const rotated = await ask('lead', 'POST', `/webhooks/${id}/secret`);
    const { secret: newer } = (await rotated.json()) as { secret: string };
    work();
    expect((await comment()).status).toBe(201);
    const got = await until(() => receiver.received[0]);
    expect(JSON.parse(got.body)).toMatchObject({ type: 'comment.added', data: { cityId: town.cityId, kind: 'plan', documentId: planId, actorId: town.users.editor.id } }); // prettier-ignore
    expect(got.body).not.toContain('coal');
    expect(got.headers).toMatchObject({
      'content-type': 'application/json',
      host: `hooks.example.org:${receiver.port}`,
    });
    const isGenuine = await isGenuineOfGuide();
    expect([secret, newer].map((each) => isGenuine(got.headers, got.body, each))).toEqual([true, true]);
    expect(isGenuine(got.headers, `${got.body} `, secret)).toBe(false);
    expect(isGenuine(got.headers, got.body, newWebhookSecret())).toBe(false);
    const old = { ...got.headers, 'webhook-timestamp': String(Number(got.headers['webhook-timestamp']) - 600) };
    expect(isGenuine(old, got.body, secret)).toBe(false);
    const log = await until(async () => (await deliveries(id)).find(({ state }) => state === 'delivered'));
    expect(log).toMatchObject({ event: 'comment.added', tries: 1, status: 204, eventId: got.headers['webhook-id'] });
  });

  it('is tried again under the same id until it is taken', async () => {
    const id = await hookTo('/busy');
    let asked = 0;
    receiver.answers.set('/busy', (response) => void response.writeHead(++asked < 3 ? 503 : 200).end('ok'));
    work();
    await comment();
    const log = await until(async () => (await deliveries(id)).find(({ state }) => state === 'delivered'));
    expect(log).toMatchObject({ tries: 3, status: 200, problem: null });
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await asLead((tx) => listWebhooks(tx, town.cityId)))[0]).toMatchObject({ failingSince: null });
  });

  it('is given up after ten tries, and at once where the receiver says it is gone', async () => {
    const [down, gone] = [await hookTo('/down'), await hookTo('/gone')];
    receiver.answers.set('/down', (response) => void response.writeHead(500).end());
    receiver.answers.set('/gone', (response) => void response.writeHead(410).end());
    work();
    await comment();
    expect(await until(async () => (await deliveries(down)).find(({ state }) => state === 'failed'))).toMatchObject({ tries: 10, status: 500, problem: 'answered 500' }); // prettier-ignore
    expect(await until(async () => (await deliveries(gone)).find(({ state }) => state === 'failed'))).toMatchObject({ tries: 1 }); // prettier-ignore
    const hooks = (await (await ask('lead', 'GET', '/webhooks')).json()) as { items: { id: string; disabledWhy: string }[] }; // prettier-ignore
    expect(hooks.items.find((hook) => hook.id === gone)?.disabledWhy).toContain('410');
    expect((await ask('lead', 'POST', `/webhooks/${gone}/test`)).status).toBe(409);
    expect((await ask('lead', 'POST', `/webhooks/${gone}/enabling`)).status).toBe(204);
    receiver.answers.delete('/gone');
    expect((await ask('lead', 'POST', `/webhooks/${gone}/test`)).status).toBe(204);
    expect(
      await until(async () => (await deliveries(gone)).find(({ event }) => event === 'webhook.test')),
    ).toBeDefined();
    await until(async () => (await deliveries(gone)).find(({ state }) => state === 'delivered'));
  });

  it('goes nowhere when the name leads inside, whatever it led to before', async () => {
    const id = await hookTo('/inside');
    // The permit of the program, with a resolver that has changed its mind.
    work({ ...PUBLIC_ONLY, resolve: () => Promise.resolve(['127.0.0.1']), http: true });
    await comment();
    const log = await until(async () => (await deliveries(id)).find(({ tries }) => tries > 0));
    expect(log).toMatchObject({ status: null, problem: 'its name leads to an address that is not public' });
    expect(receiver.received).toEqual([]);
  });
});

describe('registering', () => {
  it('shows the secret once, and never again', async () => {
    const json = { url: 'https://hooks.example.org/x', events: ['comment.added'] };
    const headers = { 'Idempotency-Key': 'hook' };
    const make = () => world.ask('POST', `/api/v1/cities/${town.cityId}/webhooks`, { token: town.tokens.lead!, json, headers }); // prettier-ignore
    const { secret, webhook } = (await (await make()).json()) as { secret: string; webhook: { id: string } };
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await (await make()).json()).toMatchObject({ secret: null, webhook });
    expect(await (await ask('lead', 'GET', '/webhooks')).text()).not.toContain('whsec_');
    const rows = await world.db.as(SYSTEM, (tx) => tx.selectFrom('webhooks').selectAll().where('id', '=', webhook.id).execute()); // prettier-ignore
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6, 30));
    expect((await ask('lead', 'DELETE', `/webhooks/${webhook.id}`)).status).toBe(204);
    expect((await ask('lead', 'DELETE', `/webhooks/${webhook.id}`)).status).toBe(404);
  });

  it.each(['http://hooks.example.org/', 'https://169.254.169.254/', 'https://localhost/', 'nonsense'])(
    'refuses %s',
    async (url) => {
      const refused = await ask('lead', 'POST', '/webhooks', { url, events: ['comment.added'] });
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({ code: 'url-refused', at: ['url'] });
    },
  );

  it('is for leads alone', async () => {
    for (const role of ['editor', 'reviewer', 'viewer', 'validator'] as const) {
      expect((await ask(role, 'GET', '/webhooks')).status).toBe(403);
    }
  });
});

describe('sending', () => {
  const secrets = [newWebhookSecret()];
  const post = (path: string, permit = HERE, timeoutMs = 2000) =>
    send(
      { url: `http://hooks.example.org:${receiver.port}${path}`, id: 'e', body: '{}', secrets },
      { permit, timeoutMs },
    );

  it('follows no redirect', async () => {
    const to = { Location: `http://127.0.0.1:${receiver.port}/secret` };
    receiver.answers.set('/moved', (response) => void response.writeHead(307, to).end());
    expect(await post('/moved')).toEqual({ status: 307, problem: 'answered 307: redirects are not followed' });
    expect(receiver.received.map(({ path }) => path)).toEqual(['/moved']);
  });

  it('looks a name up once, and connects to what was checked', async () => {
    let asked = 0;
    const rebinding: Permit = {
      ...HERE,
      // The second answer would lead elsewhere: 127.0.0.2 is not listened on.
      resolve: () => Promise.resolve([++asked === 1 ? '127.0.0.1' : '127.0.0.2']),
    };
    expect(await post('/once', rebinding)).toEqual({ status: 204 });
    expect(asked).toBe(1);
  });

  it.each([
    [['127.0.0.1', '10.0.0.1'], 'its name leads to an address that is not public'],
    [['::ffff:127.0.0.1'], 'its name leads to an address that is not public'],
    [[], 'its name leads to no address'],
  ])('refuses a name that leads to %j', async (addresses, problem) => {
    expect(await post('/x', { ...HERE, resolve: () => Promise.resolve(addresses) })).toEqual({ problem });
    expect(receiver.received).toEqual([]);
  });

  it('waits for no slow receiver, and reads no endless answer', async () => {
    receiver.answers.set('/slow', () => undefined);
    receiver.answers.set('/drip', (response) => void response.writeHead(200).write('x'));
    receiver.answers.set('/flood', (response) => {
      response.writeHead(200);
      const flood = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', flood);
      };
      flood();
    });
    expect(await post('/slow', HERE, 200)).toEqual({ problem: 'no answer within 0.2 seconds' });
    expect(await post('/drip', HERE, 200)).toEqual({ problem: 'no answer within 0.2 seconds' });
    expect(await post('/flood')).toEqual({ status: 200 });
    expect(await post('/x', { ...HERE, resolve: () => new Promise(() => undefined) }, 200)).toMatchObject({ problem: expect.stringContaining('within') as string }); // prettier-ignore
  });

  it('asks for the certificate of the name, not of the address, and believes none that nobody vouches for', async () => {
    const pem = readFileSync(new URL('data/self-signed.pem', import.meta.url));
    const named: string[] = [];
    const SNICallback = (name: string, done: (error: null) => void) => (named.push(name), done(null));
    const server = createTlsServer({ key: pem, cert: pem, SNICallback }, (_, response) => void response.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://hooks.example.org:${(server.address() as AddressInfo).port}/`;
    expect(await send({ url, id: 'e', body: '{}', secrets }, { permit: HERE })).toEqual({ problem: 'its certificate is not good' }); // prettier-ignore
    const vouched = { ...HERE, ca: pem };
    expect(await send({ url, id: 'e', body: '{}', secrets }, { permit: vouched })).toEqual({ status: 200 });
    const other = { url: url.replace('hooks', 'other'), id: 'e', body: '{}', secrets };
    expect(await send(other, { permit: vouched })).toEqual({ problem: 'its certificate is not good' });
    expect(named).toEqual(['hooks.example.org', 'hooks.example.org', 'other.example.org']);
    server.close();
  });
});

describe('a secret', () => {
  it('signs as Standard Webhooks says', () => {
    // The example of the specification (standard-webhooks, its libraries' tests).
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
    const signature = signatureOf(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], message);
    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is opened by its own installation alone, for its own purpose, unchanged', () => {
    const sealed = createSealer('one', 'a').seal('whsec_x');
    expect(createSealer('one', 'a').open(sealed)).toBe('whsec_x');
    for (const other of [createSealer('two', 'a'), createSealer('one', 'b')])
      expect(() => other.open(sealed)).toThrow();
    const last = sealed.at(-1) === 'A' ? 'B' : 'A';
    expect(() => createSealer('one', 'a').open(sealed.slice(0, -2) + last + sealed.at(-1)!)).toThrow();
    expect(sha256(sealed)).not.toBe(sha256(createSealer('one', 'a').seal('whsec_x')));
  });
});
