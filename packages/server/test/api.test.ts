/** The workspace API over the real store: versions, keys, pages, tokens, tenants, limits. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addMember,
  addPasskey,
  addServiceAccount,
  addToken,
  addUser,
  foundCity,
  invite,
  inviteToNetwork,
  listSessions,
  makeLink,
  newId,
  onBehalfOf,
  setPassword,
  shareWith,
  SYSTEM,
  type Assessment,
  type Database,
  type Role,
  type User,
} from '@thousand-cities/store';
import { hashPassword } from '../src/identity/password.ts';
import { operations } from '../src/workspace/api.ts';
import { isLogged } from '../src/workspace/noting.ts';
import { isWrite, takesKey } from '../src/workspace/operation.ts';
import { spool } from '../src/workspace/spool.ts';
import { tarGz } from '../src/workspace/tar.ts';
import { inventory, newTown, plan, type Town } from './people.ts';
import { cookiesOf, startWorkspace, type Ask, type TestWorkspace } from './workspace.ts';

const PASSWORD = 'the river rises in may';

let world: TestWorkspace;
let town: Town;
let other: Town;
beforeAll(async () => {
  world = await startWorkspace();
  [town, other] = [await newTown(world), await newTown(world)];
}, 60_000);
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

interface Saved {
  readonly id: string;
  readonly version: number;
}

const ask = (role: Role, method: string, path: string, options: Ask = {}) =>
  world.ask(method, `/api/v1/cities/${town.cityId}${path}`, { token: town.tokens[role]!, ...options });
const json = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T;
const newPlan = (name: string, options: Ask = {}) =>
  ask('editor', 'POST', '/plans', { json: { name, document: plan }, ...options });

describe('a version', () => {
  it('that is large is read beside the event loop, and refused in the same words', async () => {
    const note = 'as the meters of the district say '.repeat(20);
    const rows = Array.from({ length: 900 }, (_, i) => ({
      ...inventory.rows[i % inventory.rows.length]!,
      note: `${note}${i}`,
    }));
    const send = (document: unknown) => ask('editor', 'POST', '/inventories', { json: { name: 'large', document } });
    const large = { ...inventory, year: 1999, rows };
    const refused = await send({ ...large, rows: [...rows, { ref: 'X' }] });
    expect([refused.status, (await json<{ code: string }>(refused)).code]).toEqual([400, 'plan-invalid']);
    const deep = await send(JSON.parse(`${'{"a":'.repeat(70)}${JSON.stringify('x'.repeat(600_000))}${'}'.repeat(70)}`));
    expect([deep.status, (await json<{ code: string }>(deep)).code]).toEqual([400, 'too-deep']);
    const begun = await send(large);
    expect(begun.status).toBe(201);
    const read = await ask(
      'viewer',
      'GET',
      begun.headers.get('Location')!.replace(`/api/v1/cities/${town.cityId}`, ''),
    );
    expect((await json<{ document: unknown }>(read)).document).toEqual(large);
  });

  it('is saved on the one before it, and read back as it was written', async () => {
    const begun = await newPlan('Saved');
    expect(begun.status).toBe(201);
    expect(begun.headers.get('ETag')).toBe('"v1"');
    const path = begun.headers.get('Location')!.replace(`/api/v1/cities/${town.cityId}`, '');
    const saved = await ask('editor', 'PUT', path, { json: { basedOn: 1, document: { ...plan, title: 'Two' } } });
    expect(saved.headers.get('ETag')).toBe('"v2"');
    const read = await ask('viewer', 'GET', path);
    expect(await read.clone().json()).toMatchObject({ version: 2, state: 'draft', document: { title: 'Two' } });
    expect(read.headers.get('ETag')).toBe('"v2"');
    const unchanged = await ask('viewer', 'GET', path, { headers: { 'If-None-Match': '"v2"' } });
    expect(unchanged.status).toBe(304);
    // Each encoding has a tag of its own, and all name the version, to read it again and to write upon it.
    for (const [encoding, tag] of [
      ['br', '"v2-br"'],
      ['gzip', '"v2-gzip"'],
      ['identity', '"v2"'],
    ] as const) {
      // prettier-ignore
      const sent = await ask('viewer', 'GET', path, { headers: { 'Accept-Encoding': encoding } });
      expect([sent.headers.get('ETag'), sent.headers.get('Vary')?.includes('Accept-Encoding')]).toEqual([tag, true]);
      const again = await ask('viewer', 'GET', path, { headers: { 'If-None-Match': `"v1", W/${tag}` } });
      expect([again.status, again.headers.get('ETag')]).toEqual([304, tag]);
    }
    const onIt = { headers: { 'If-Match': '"v2-br"' }, json: { basedOn: 2, document: { ...plan, title: 'Two' } } };
    expect((await ask('editor', 'PUT', path, onIt)).headers.get('ETag')).toBe('"v3"');
    const heads = await json<{ items: { version: number }[] }>(ask('viewer', 'GET', `${path}/versions`));
    expect(heads.items.map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  it('on one that is not the newest is refused with both sides and what they started from', async () => {
    const { id } = await json<Saved>(newPlan('Conflict'));
    const save = (title: string) =>
      ask('editor', 'PUT', `/plans/${id}`, { json: { basedOn: 1, document: { ...plan, title } } });
    const both = await Promise.all([save('mine'), save('theirs')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = both.find(({ status }) => status === 409)!;
    expect(lost.headers.get('Content-Type')).toContain('application/problem+json');
    const [won, refused] = both[0]!.status === 200 ? ['mine', 'theirs'] : ['theirs', 'mine'];
    expect(await lost.json()).toMatchObject({
      code: 'version-conflict',
      base: { version: 1 },
      theirs: { version: 2, document: { title: won } },
      mine: { title: refused },
    });
  });

  it('is saved only if it is still the one of If-Match', async () => {
    const { id } = await json<Saved>(newPlan('Match'));
    const save = (tag: string) =>
      ask('editor', 'PUT', `/plans/${id}`, { headers: { 'If-Match': tag }, json: { basedOn: 1, document: plan } });
    expect((await save('"v7"')).status).toBe(412);
    expect((await save('"something else"')).status).toBe(412);
    expect((await save('W/"v1"')).status).toBe(412);
    expect((await save('"v7", "v1"')).status).toBe(200);
    expect((await save('"v1"')).status).toBe(412);
  });

  it('goes from draft to review to approved to published, and no other way', async () => {
    const { id } = await json<Saved>(newPlan('Way'));
    const move = (role: Role, basedOn: number, to: string) =>
      ask(role, 'POST', `/plans/${id}/state`, { json: { basedOn, to } });
    const publish = (basedOn: number) =>
      ask('lead', 'POST', `/plans/${id}/publication`, { json: { basedOn, title: 'Our plan' } });
    expect(await json(move('reviewer', 1, 'approved'))).toMatchObject({ code: 'wrong-state', state: 'draft' });
    expect(await json(publish(1))).toMatchObject({ code: 'wrong-state' });
    expect((await move('editor', 1, 'review')).status).toBe(200);
    expect((await move('reviewer', 2, 'returned')).status).toBe(200);
    expect((await move('editor', 3, 'review')).status).toBe(200);
    const submitted = await json<Saved & { sha256: string }>(ask('reviewer', 'GET', `/plans/${id}`));
    const approve = (sha256: string, basedOn = 4) =>
      ask('reviewer', 'POST', `/plans/${id}/state`, { json: { basedOn, to: 'approved', sha256 } });
    // Not another version than the newest, not one to come, and not another text.
    expect(await json(move('reviewer', 2, 'approved'))).toMatchObject({ code: 'version-conflict' });
    expect(await json(move('reviewer', 5, 'approved'))).toMatchObject({ code: 'version-conflict' });
    expect(await json(approve('0'.repeat(64)))).toMatchObject({ code: 'other-text', sha256: submitted.sha256 });
    const approved = await approve(submitted.sha256);
    expect(approved.status).toBe(200);
    expect(await approved.json()).toMatchObject({ version: 5, sha256: submitted.sha256 });
    expect(await json(move('reviewer', 4, 'approved'))).toMatchObject({ code: 'wrong-state', state: 'approved' });
    const made = await publish(5);
    expect(made.status).toBe(201);
    const { id: publication, assessment } = await json<Saved & { assessment: unknown }>(made);
    expect(assessment).toMatchObject({ status: 'incomplete', meetsTarget: false, target: 'half' });

    const publicly = (path: string) => world.ask('GET', `/api/v1/cities/${town.cityId}${path}`);
    expect(await json(publicly(`/publications/${publication}`))).toMatchObject({ version: 6, state: 'published' });
    expect((await publicly(`/plans/${id}/versions/6`)).status).toBe(200);
    expect((await publicly(`/plans/${id}/versions/5`)).status).toBe(404);
    expect((await ask('editor', 'DELETE', `/publications/${publication}`)).status).toBe(403);
    expect(await json(publish(6))).toMatchObject({ code: 'wrong-state', state: 'published' });
    expect((await ask('lead', 'DELETE', `/publications/${publication}`)).status).toBe(204);
    expect((await publicly(`/publications/${publication}`)).status).toBe(404);
    // Approved it was: it is published again as it is, once.
    const again = await publish(6);
    expect(again.status).toBe(201);
    expect((await publicly(`/plans/${id}/versions/6`)).status).toBe(404);
    expect((await publicly(`/plans/${id}/versions/7`)).status).toBe(200);
    expect((await publish(7)).status).toBe(409);
    // The city has nothing public for the tests after this one.
    expect((await ask('lead', 'DELETE', `/publications/${(await json<Saved>(again)).id}`)).status).toBe(204);
  });

  it('of a plan is adopted with the decision in it, and keeps its versions under another name', async () => {
    const { id } = await json<Saved>(newPlan('Adopted'));
    const move = (role: Role, basedOn: number, to: string, adoption?: object) =>
      ask(role, 'POST', `/plans/${id}/state`, { json: { basedOn, to, adoption } });
    const adoption = { body: 'City council', date: '2027-02-14', decision: '12/2027' };
    await move('editor', 1, 'review');
    expect((await move('reviewer', 2, 'approved', { ...adoption, date: '2027-02-30' })).status).toBe(400);
    expect((await move('reviewer', 2, 'approved', adoption)).status).toBe(200);
    const rename = (role: Role, name: string) => ask(role, 'PATCH', `/plans/${id}`, { json: { name } });
    expect((await rename('viewer', 'Mine')).status).toBe(403);
    expect((await rename('lead', 'Wide')).status).toBe(204);
    expect(await json(ask('viewer', 'GET', `/plans/${id}`))).toMatchObject({ version: 3, document: { adoption } });
    const { items } = await json<{ items: { id: string; name: string }[] }>(ask('viewer', 'GET', '/plans?limit=200'));
    expect(items.find((item) => item.id === id)?.name).toBe('Wide');
  });

  it('is evaluated before it is published: a promise it misses is told with it, one it cannot make stays unpublished', async () => {
    const published = async (name: string, document: unknown) => {
      const { id } = await json<Saved>(ask('lead', 'POST', '/plans', { json: { name, document } }));
      for (const [i, to] of ['review', 'approved'].entries()) {
        await ask('lead', 'POST', `/plans/${id}/state`, { json: { basedOn: i + 1, to } });
      }
      const response = await ask('lead', 'POST', `/plans/${id}/publication`, { json: { basedOn: 3, title: name } });
      const { items } = await json<{ items: { id: string; title: string; assessment: Assessment }[] }>(world.ask('GET', `/api/v1/cities/${town.cityId}/publications`)); // prettier-ignore
      const shown = items.find(({ title }) => title === name);
      if (shown) await ask('lead', 'DELETE', `/publications/${shown.id}`);
      return { response, told: shown?.assessment };
    };
    const codes = (told?: Assessment) => told?.findings.map(({ code }) => code);
    // 520 t in the base year; the plan's actions take 130 t away at most, the target asks for half by 2030.
    const missing = await published('Misses', plan);
    expect(missing.response.status).toBe(201);
    expect(missing.told).toMatchObject({ meetsTarget: false, status: 'incomplete' });
    expect(codes(missing.told)).toEqual(['target-missed', 'inventory-incomplete', 'other-reference']);
    const modest = { ...plan, targets: [{ id: 'half', kind: 'custom', parameters: { reduction2030: 0.01 } }] };
    const keeping = (await published('Keeps', modest)).told;
    expect(keeping).toMatchObject({ meetsTarget: true });
    expect(codes(keeping)).not.toContain('target-missed');
    const blind = { ...plan, targets: [{ id: 'half', kind: 'custom', parameters: {} }] };
    const failed = await published('Blind', blind);
    expect(failed.response.status).toBe(422);
    expect(await failed.response.json()).toMatchObject({
      code: 'plan-not-publishable',
      outcome: 'failed',
      status: 422,
    });
    expect(failed.told).toBeUndefined();
  });

  it('that the model does not believe is refused with its place', async () => {
    const bad = { ...plan, city: { ...plan.city, population: 'many' } };
    const refused = await ask('editor', 'POST', '/plans', { json: { name: 'Bad', document: bad } });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ code: 'plan-invalid' });
    const wrongYear = await json<Saved>(ask('editor', 'POST', '/inventories', { json: { document: inventory } }));
    const moved = { basedOn: 1, document: { ...inventory, year: inventory.year + 1 } };
    expect((await ask('editor', 'PUT', `/inventories/${wrongYear.id}`, { json: moved })).status).toBe(400);
    const seen = await json<Saved>(ask('editor', 'GET', `/inventories/${wrongYear.id}`));
    expect(seen.version).toBe(1);
  });
});

describe('a key', () => {
  const keyed = (key: string, name: string) => newPlan(name, { headers: { 'Idempotency-Key': key } });

  it('makes the same request act once, also when it comes twice at the same time', async () => {
    const answers = await Promise.all([keyed('k1', 'Once'), keyed('k1', 'Once'), keyed('k1', 'Once')]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(texts).size).toBe(1);
    expect(answers.map(({ headers }) => headers.get('ETag'))).toEqual(['"v1"', '"v1"', '"v1"']);
    expect(answers.filter(({ headers }) => headers.get('Idempotent-Replayed') === 'true')).toHaveLength(2);
  });

  it('for another request is refused', async () => {
    await keyed('k2', 'First');
    const second = await keyed('k2', 'Second');
    expect(second.status).toBe(422);
    expect(await second.json()).toMatchObject({ code: 'key-reused' });
  });

  it('of a request that was refused is free again', async () => {
    await newPlan('Taken');
    expect((await keyed('k3', 'Taken')).status).toBe(409);
    expect((await keyed('k3', 'Not taken')).status).toBe(201);
  });

  it('is each person’s own', async () => {
    await keyed('k4', 'Mine');
    const theirs = { json: { name: 'Theirs', document: plan }, headers: { 'Idempotency-Key': 'k4' } };
    expect((await ask('lead', 'POST', '/plans', theirs)).status).toBe(201);
  });

  it('never gives a secret a second time', async () => {
    const options = { json: { email: 'a@example.org', role: 'viewer' }, headers: { 'Idempotency-Key': 'k5' } };
    const first = await json<{ link: string | null }>(ask('lead', 'POST', '/invitations', options));
    const second = await json<{ link: string | null }>(ask('lead', 'POST', '/invitations', options));
    expect(first.link).toMatch(/#/);
    expect(second).toEqual({ ...first, link: null });
  });

  it('is taken for what is done in a session too, and refused where it does nothing', async () => {
    const { editor } = town.users;
    await world.db.as(SYSTEM, async (tx) => setPassword(tx, editor.id, await hashPassword(PASSWORD)));
    const signIn = (headers: Record<string, string> = {}) =>
      world.ask('POST', '/api/v1/auth/sign-in/email', { json: { email: editor.email, password: PASSWORD }, headers });
    await signIn();
    const cookie = cookiesOf(await signIn());
    const headers = { 'Idempotency-Key': 'k6' };
    const end = () => world.ask('DELETE', '/api/v1/me/sessions', { cookie, headers });
    expect([(await end()).status, (await end()).headers.get('Idempotent-Replayed')]).toEqual([204, 'true']);
    const look = await world.ask('POST', '/api/v1/invitations/look', { cookie, headers, json: { secret: 'x'.repeat(43) } }); // prettier-ignore
    const assistant = await world.ask('POST', '/api/v1/mcp', { cookie, headers, json: { jsonrpc: '2.0', method: 'ping', id: 1 } }); // prettier-ignore
    for (const refused of [look, assistant, await signIn(headers)]) {
      expect([refused.status, (await json<{ code: string }>(refused)).code]).toEqual([400, 'key-not-taken']);
    }
    // What takes none says why, and nothing else does.
    const without = operations.filter((operation) => isWrite(operation) && !takesKey(operation)).map(({ id }) => id);
    expect(without.sort()).toEqual(['addPasskey', 'anonymiseMe', 'beginPasskey', 'choosePassword', 'lookAtInvitation', 'lookAtNetworkInvitation', 'previewInventoryImport', 'register', 'setUp']); // prettier-ignore
  });

  it.each(['', 'a b', 'é', 'x'.repeat(201)])('is refused when it is none: %j', async (key) => {
    const response = await newPlan('No key', { headers: { 'Idempotency-Key': encodeURI(key) === key ? key : 'a b' } });
    expect(response.status).toBe(400);
  });
});

describe('a list', () => {
  it('comes in pages that hold each item once', async () => {
    for (let i = 0; i < 5; i++) await newPlan(`Page ${i}`);
    const all = await json<{ items: Saved[]; next: null }>(ask('viewer', 'GET', '/plans?limit=200'));
    const seen: string[] = [];
    let cursor = '';
    for (let pages = 0; pages < 50; pages++) {
      const page = await json<{ items: Saved[]; next: string | null }>(ask('viewer', 'GET', `/plans?limit=2${cursor}`));
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(seen).toEqual(all.items.map(({ id }) => id));
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=x',
    'cursor=nonsense',
    `cursor=${Buffer.from('after:é').toString('base64url')}`,
  ])(
    // prettier-ignore
    'is refused for %s',
    async (query) => {
      expect((await ask('viewer', 'GET', `/plans?${query}`)).status).toBe(400);
    },
  );

  it('of the log has who did what, each entry hashed over the one before', async () => {
    const { items } = await json<{ items: Record<string, string>[] }>(ask('lead', 'GET', '/audit?limit=200'));
    expect(items[0]).toMatchObject({ seq: 1, action: 'city.found' });
    let before = '';
    for (const { seq, at, actor, action, subject, detail, sha256 } of items) {
      const text = [before, town.cityId, seq, at, actor ?? '', action, subject, detail].join('\n');
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
      before = sha256!;
    }
  });
});

describe('a token', () => {
  it('that may only read does not write', async () => {
    const token = await world.tokenOf(town.users.lead, ['read']);
    expect((await ask('lead', 'GET', '/members', { token })).status).toBe(200);
    const refused = await ask('lead', 'PATCH', '', { token, json: { name: 'X' } });
    expect(await refused.json()).toMatchObject({ status: 403, code: 'scope-missing' });
  });

  it('that may only write does not read', async () => {
    const token = await world.tokenOf(town.users.lead, ['write']);
    expect((await ask('lead', 'GET', '/members', { token })).status).toBe(403);
  });

  it.each(['nonsense', `tcities_${'A'.repeat(43)}`, ''])(
    'that is none is refused, not taken for the public: %j',
    async (token) => {
      const response = await world.ask('GET', '/api/v1/networks', { headers: { Authorization: `Bearer ${token}` } });
      expect(response.status).toBe(401);
      expect(response.headers.get('WWW-Authenticate')).toContain('Bearer');
    },
  );

  it('makes no tokens, sees no sessions, and has no powers of an administrator', async () => {
    const token = town.tokens.lead!;
    for (const path of ['/me/tokens', '/me/sessions']) {
      expect(await json(world.ask('GET', `/api/v1${path}`, { token }))).toMatchObject({ code: 'session-needed' });
    }
    expect((await world.ask('POST', '/api/v1/networks', { token, json: { name: 'Mine' } })).status).toBe(403);
    expect((await world.ask('POST', '/api/v1/cities', { token, json: { name: 'Mine', country: 'DEU' } })).status).toBe(
      403,
    );
  });
});

describe('another city’s people', () => {
  const paths = ['', '/members', '/invitations', '/services', '/shares', '/audit', '/export', '/inventories', '/plans', '/publications']; // prettier-ignore
  it.each(paths)('see nothing that is not public at %s', async (path) => {
    const mine = await ask('lead', 'GET', path);
    expect(mine.status).toBe(200);
    for (const token of [other.tokens.lead!, other.tokens.secretariat!, town.strangerToken]) {
      const theirs = await ask('lead', 'GET', path, { token });
      if (['', '/inventories', '/plans', '/publications'].includes(path)) {
        const text = await theirs.text();
        expect(theirs.status).toBe(200);
        if (path !== '') expect(JSON.parse(text)).toEqual({ items: [], next: null });
      } else expect(theirs.status).toBe(403);
    }
  });

  it('change nothing, and cannot name a document of this city through their own', async () => {
    const { id } = await json<Saved>(newPlan('Ours'));
    const attempts: [string, string, unknown][] = [
      ['PATCH', '', { name: 'Taken' }],
      ['PUT', `/members/${other.users.lead.id}`, { role: 'lead' }],
      ['DELETE', `/members/${town.users.viewer.id}`, undefined],
      ['POST', '/invitations', { email: 'x@example.org', role: 'lead' }],
      ['POST', '/plans', { name: 'Planted', document: plan }],
      ['PUT', `/plans/${id}`, { basedOn: 1, document: plan }],
      ['POST', `/plans/${id}/state`, { basedOn: 1, to: 'review' }],
      ['POST', `/plans/${id}/publication`, { basedOn: 1, title: 'x' }],
      ['POST', `/plans/${id}/copies`, { name: 'Copy' }],
      ['POST', '/comments', { kind: 'plan', subjectId: id, version: 1, body: 'x' }],
      ['PUT', `/shares/${other.networkId}`, { shares: ['plan'] }],
      ['DELETE', `/shares/${town.networkId}`, undefined],
    ];
    for (const [method, path, body] of attempts) {
      const response = await ask('lead', method, path, {
        token: other.tokens.lead!,
        ...(body !== undefined && { json: body }),
      });
      expect([403, 404], `${method} ${path}`).toContain(response.status);
    }
    const through = (path: string, method = 'GET', body?: unknown) =>
      world.ask(method, `/api/v1/cities/${other.cityId}${path}`, {
        token: other.tokens.lead!,
        ...(body !== undefined && { json: body }),
      });
    expect((await through(`/plans/${id}`)).status).toBe(404);
    expect((await through(`/plans/${id}`, 'PUT', { basedOn: 1, document: plan })).status).toBe(404);
    expect((await through(`/plans/${id}/copies`, 'POST', { name: 'Copy' })).status).toBe(404);
    const comment = { kind: 'plan', subjectId: id, version: 1, body: 'x' };
    expect((await through('/comments', 'POST', comment)).status).toBe(404);
    expect(await json(ask('lead', 'GET', `/plans/${id}`))).toMatchObject({ version: 1 });
  });

  it('lose what they had at once when their membership ends', async () => {
    expect((await ask('viewer', 'GET', '/members')).status).toBe(200);
    expect((await ask('lead', 'DELETE', `/members/${town.users.viewer.id}`)).status).toBe(204);
    expect((await ask('viewer', 'GET', '/members')).status).toBe(403);
    // Nor are they brought back without saying so.
    expect((await ask('lead', 'PUT', `/members/${town.users.viewer.id}`, { json: { role: 'viewer' } })).status).toBe(
      404,
    );
    await world.db.as(SYSTEM, (tx) => addMember(tx, town.cityId, town.users.viewer.id, 'viewer'));
    expect((await ask('viewer', 'GET', '/members')).status).toBe(200);
  });

  it('leave a city with a lead', async () => {
    expect((await ask('lead', 'DELETE', `/members/${town.users.lead.id}`)).status).toBe(403);
  });
});

describe('an export', () => {
  it('is an archive of what the caller may see', async () => {
    const response = await ask('lead', 'GET', '/export');
    expect(response.headers.get('Content-Type')).toBe('application/gzip');
    const tar = gunzipSync(new Uint8Array(await response.arrayBuffer()));
    const names: string[] = [];
    // By the layout of POSIX.1-1988: name at 0, size in octal at 124, contents in whole blocks of 512 bytes.
    for (let at = 0; tar[at] !== 0;) {
      names.push(tar.toString('utf8', at, at + 100).replace(/\0.*$/s, ''));
      const size = parseInt(tar.toString('latin1', at + 124, at + 135), 8);
      at += 512 + Math.ceil(size / 512) * 512;
    }
    expect(names).toContain('city.json');
    expect(names.some((name) => /^plans\/.*\/v1-draft\.plan\.json$/.test(name))).toBe(true);
    const known = { headers: { 'If-None-Match': response.headers.get('ETag')! } };
    expect((await ask('lead', 'GET', '/export', known)).status).toBe(304);
  });

  it('that cannot be made to its end is refused, and not cut off', async () => {
    const failing = async function* () {
      yield { path: 'a', content: 'x'.repeat(1e6) };
      throw new Error('the store is gone');
    };
    await expect(spool(tarGz(failing()))).rejects.toThrow('the store is gone');
  });
});

describe('a request', () => {
  it.each<[string, Ask, number]>([
    ['no JSON', { raw: '{"name":' }, 400],
    ['no UTF-8', { raw: new Uint8Array([0x22, 0xff, 0x22]) }, 400],
    ['a null character', { json: { name: 'a\0b' } }, 400],
    ['half a surrogate pair', { raw: '{"name":"\\ud800"}' }, 400],
    ['__proto__', { raw: '{"name":"x","__proto__":{}}' }, 400],
    ['a hundred thousand brackets', { raw: '['.repeat(30_000) + ']'.repeat(30_000) }, 400],
    ['a long name', { json: { name: 'x'.repeat(201) } }, 400],
    ['a name of nothing', { json: { name: '   ' } }, 400],
    ['a line end', { json: { name: 'a\nb' } }, 400],
    ['70 kB', { json: { name: 'x'.repeat(70_000) } }, 413],
    ['a length that lies', { json: { name: 'x' }, headers: { 'Content-Length': '99999999' } }, 413],
    ['plain text', { raw: '{"name":"x"}', headers: { 'Content-Type': 'text/plain' } }, 415],
    ['no type', { raw: '{"name":"x"}', headers: { 'Content-Type': '' } }, 415],
    ['another charset', { raw: '{"name":"x"}', headers: { 'Content-Type': 'application/json; charset=utf-16' } }, 415],
    ['compression', { raw: '{"name":"x"}', headers: { 'Content-Encoding': 'gzip' } }, 415],
  ])('with %s is answered as it deserves', async (_name, options, status) => {
    const response = await ask('lead', 'PATCH', '', options);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toContain('application/problem+json');
  });

  it.each(['not-an-id', newId(), '%00', '..%2f..', '0'.repeat(5000)])(
    'for what is not there is not found: %s',
    async (id) => {
      const response = await world.ask('GET', `/api/v1/cities/${id}`, { token: town.tokens.lead! });
      expect(response.status).toBe(404);
    },
  );

  it('by another method or to another place is not found, as a problem document', async () => {
    for (const [method, path] of [
      ['PUT', '/api/v1/me'],
      ['GET', '/api/v1/nothing'],
      ['GET', '/api/v1'],
    ] as const) {
      const response = await world.ask(method, path);
      expect(response.status).toBe(404);
    }
  });

  it('cannot be made by another site of everybody’s browser: no answer allows another origin', async () => {
    const response = await world.ask('GET', '/api/v1/networks', { headers: { Origin: 'https://evil.example' } });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('a program’s account', () => {
  it('is made by a lead who is signed in, not by a token', async () => {
    const made = await ask('lead', 'POST', '/services', {
      json: { name: 'Sensor', role: 'editor', scopes: ['write'] },
    });
    expect(await made.json()).toMatchObject({ code: 'session-needed' });
  });
});

describe('the trail', () => {
  /** What an answer has, where it has it. */
  interface Made {
    readonly id: string;
    readonly userId: string;
    readonly invitation: { readonly id: string };
    readonly webhook: { readonly id: string };
  }
  /** Operations that change nothing which the log of a city or of the installation should tell of, and why. */
  const UNTOLD: Readonly<Record<string, string>> = {
    previewInventoryImport: 'writes nothing',
    lookAtInvitation: 'writes nothing',
    lookAtNetworkInvitation: 'writes nothing',
    beginPasskey: 'a challenge, forgotten in five minutes',
    addCity: 'the log of the new city begins with it',
    beginCityJob: 'work, seen by whoever asked and forgotten in a month',
    cancelJob: 'likewise',
    retryJob: 'likewise',
  };
  const writes = operations.filter(({ method, id }) => method !== 'get' && !(id in UNTOLD));

  it('of the installation is told of every write that is of no city', () => {
    const ofNoCity = writes.filter(({ path }) => !path.includes('{cityId}'));
    expect(ofNoCity.filter((operation) => !isLogged(operation)).map(({ id }) => id)).toEqual([]);
    const known = new Set(operations.map(({ id }) => id));
    expect(Object.keys(UNTOLD).filter((id) => !known.has(id))).toEqual([]);
  });

  it('of the installation is written with the change: what it cannot take is not done', async () => {
    const { attempts, ids } = await everythingLogged();
    const log = (sql: string) => asOwner(world.db, `ALTER TABLE cities.security_events ${sql}`);
    await log(`ADD CONSTRAINT full_log CHECK (outcome <> 'done') NOT VALID`);
    const before = await everything(world.db);
    for (const [id, { at, json: body, as = {} }] of Object.entries(attempts)) {
      const { method, path } = operations.find((operation) => operation.id === id)!;
      const of = { ...ids, ...at };
      const url = `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: keyof typeof of) => of[name])}`;
      const answer = await world.ask(method.toUpperCase(), url, { ...as, ...(body !== undefined && { json: body }) });
      // As far as the log, and no further.
      expect(await answer.json(), id).toMatchObject({ detail: expect.stringContaining('full_log') as string }); // prettier-ignore
      expect(await everything(world.db), id).toEqual(before);
    }
    await log('DROP CONSTRAINT full_log');
    const tried = new Set(Object.keys(attempts));
    const untried = operations.filter((operation) => isLogged(operation) && !tried.has(operation.id));
    // A passkey takes an authenticator; there is an administrator; registration is closed; the city has a lead. They go the same way.
    expect(untried.map(({ id }) => id)).toEqual(['addPasskey', 'setUp', 'register', 'inviteLead']);
  });

  it('of a city is told of every write in it', async () => {
    const of = await newTown(world);
    await world.db.as(SYSTEM, async (tx) => setPassword(tx, of.users.lead.id, await hashPassword(PASSWORD)));
    const signedIn = await world.ask('POST', '/api/v1/auth/sign-in/email', {
      json: { email: of.users.lead.email, password: PASSWORD },
    });
    const cookie = cookiesOf(signedIn);
    const ids: Record<string, string> = { cityId: of.cityId, networkId: of.otherNetworkId, userId: of.users.viewer.id };
    const entries = async () =>
      (await world.db.as(SYSTEM, (tx) => tx.selectFrom('audit_heads').select('seq').where('city_id', '=', of.cityId).executeTakeFirstOrThrow())).seq; // prettier-ignore
    const tried = new Set<string>();
    const write = async (id: string, body?: unknown, how: Ask & { readonly query?: string } = { cookie }) => {
      const { method, path } = operations.find((operation) => operation.id === id)!;
      const url = `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name]!)}${how.query ?? ''}`;
      const before = await entries();
      const answer = await world.ask(method.toUpperCase(), url, { ...how, ...(body !== undefined && { json: body }) });
      expect(answer.ok, `${id}: ${await answer.clone().text()}`).toBe(true);
      expect(await entries(), id).toBe(before + 1);
      tried.add(id);
      return (answer.status === 204 ? {} : await answer.json()) as Made;
    };
    const versions = async (kind: 'Plan' | 'Inventory', document: object) => {
      ({ id: ids['documentId'] } = await write(`add${kind}`, { name: kind === 'Plan' ? 'A plan' : '', document }));
      await write(`save${kind}`, { basedOn: 1, document });
      await write(`move${kind}`, { basedOn: 2, to: 'review' });
      await write(`move${kind}`, { basedOn: 3, to: 'approved' });
      ({ id: ids['publicationId'] } = await write(`publish${kind}`, { basedOn: 4, title: 'Ours' }));
    };

    await versions('Inventory', { ...inventory, year: 2019 });
    await write('chooseBaseYear', { inventoryId: ids['documentId'], basedOn: 0 });
    await write('withdraw');
    await versions('Plan', plan);
    await write('renamePlan', { name: 'Another name' });
    await write('copyPlan', { name: 'A copy' });
    const about = { kind: 'plan', subjectId: ids['documentId'] };
    ({ id: ids['commentId'] } = await write('addComment', { ...about, version: 1, body: 'Why?' }));
    await write('resolveComment');
    const query = `?kind=plan&subjectId=${ids['documentId']}&name=a.txt`;
    await write('addEvidence', undefined, { cookie, query, raw: 'metered', headers: { 'Content-Type': 'application/octet-stream' } }); // prettier-ignore
    await write('renameCity', { name: 'Newtown' });
    const invited = await write('invite', { email: 'new@example.org', role: 'viewer' });
    ids['invitationId'] = invited.invitation.id;
    await write('revokeInvitation');
    await write('setMember', { role: 'editor' });
    await write('removeMember');
    await write('leaveNetwork');
    await write('share', { shares: ['plan'] });
    await write('acceptCity', undefined, { token: of.strangerToken });
    await write('declineCity', undefined, { token: of.strangerToken });
    const hooked = await write('addWebhook', { url: 'https://hooks.example.org/', events: ['comment.added'] });
    ids['webhookId'] = hooked.webhook.id;
    for (const id of ['testWebhook', 'rotateWebhookSecret', 'enableWebhook', 'endWebhook']) await write(id);
    ({ userId: ids['userId'] } = await write('addService', { name: 'Meter', role: 'editor', scopes: ['read'] }));
    await write('endService');

    const ofCities = writes.filter(({ path }) => path.includes('{cityId}')).map(({ id }) => id);
    expect(ofCities.filter((id) => !tried.has(id))).toEqual([]);
  });
});

/** Run a statement as the owner of the tables. */
async function asOwner(db: Database, statement: string): Promise<void> {
  const connection = await db.source.acquire();
  await connection.script(statement);
  connection.release(false);
}

/** Every row of the store as a hash, but for what stands in the log of the installation. */
async function everything(db: Database): Promise<Readonly<Record<string, string | null>>> {
  return db.as(SYSTEM, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'cities' AND table_type = 'BASE TABLE' AND table_name <> 'security_events'`.execute(tx);
    const hashes: Record<string, string | null> = {};
    for (const { name } of rows) {
      const found = await sql<{ hash: string | null }>`
        SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM ${sql.table(name)} t`.execute(tx);
      hashes[name] = found.rows[0]!.hash;
    }
    return hashes;
  });
}

interface Attempt {
  /** Ids of its path, where they are others than usual. */
  readonly at?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly as?: Ask;
}

/** A town in which everything that the log of the installation is told of can be done, and how. */
async function everythingLogged() {
  const of = await newTown(world);
  const cookieOf = async (user: User) => {
    await world.db.as(SYSTEM, async (tx) => setPassword(tx, user.id, await hashPassword(PASSWORD)));
    const json_ = { email: user.email, password: PASSWORD };
    return { cookie: cookiesOf(await world.ask('POST', '/api/v1/auth/sign-in/email', { json: json_ })) };
  };
  const boss = await world.db.as(SYSTEM, (tx) =>
    addUser(tx, { email: `boss-${newId()}@example.org`, name: 'Boss', administrator: true }),
  );
  const [admin, lead, viewer] = [await cookieOf(boss), await cookieOf(of.users.lead), await cookieOf(of.users.viewer)];
  const passkey = { name: 'Key', credentialId: newId(), publicKey: 'x', counter: 0, transports: [], deviceType: 'singleDevice', backedUp: false, rpId: 'localhost' } as const; // prettier-ignore
  const made = await world.db.as(onBehalfOf(of.users.lead.id), async (tx) => ({
    link: await makeLink(tx, { purpose: 'password', userId: of.users.editor.id, lifetimeHours: 1 }),
    passkey: await addPasskey(tx, { ...passkey, userId: of.users.viewer.id }),
    token: await addToken(tx, { userId: of.users.viewer.id, name: 'x', scopes: ['read'] }),
    city: await invite(tx, { cityId: of.cityId, email: `a-${newId()}@example.org`, role: 'viewer' }),
    newcomer: await foundCity(tx, { name: 'New', country: 'DEU' }, of.users.lead.id),
    service: await addServiceAccount(tx, of.users.lead.id, { cityId: of.cityId, name: 'Meter', role: 'viewer', scopes: ['read'], expiresAt: new Date(Date.now() + 1e9).toISOString() }), // prettier-ignore
    session: (await listSessions(tx, of.users.viewer.id))[0]!,
  }));
  await world.db.as({ kind: 'person', userId: of.users.lead.id }, (tx) => shareWith(tx, made.newcomer.id, of.networkId, [])); // prettier-ignore
  const offered = await world.db.as(onBehalfOf(of.users.secretariat.id), (tx) =>
    inviteToNetwork(tx, { networkId: of.networkId, email: `b-${newId()}@example.org`, role: 'validator' }),
  );
  const ids = {
    cityId: of.cityId,
    networkId: of.networkId,
    userId: of.users.viewer.id,
    invitationId: offered.invitation.id,
    sessionId: made.session.id,
    tokenId: made.token.token.id,
    passkeyId: made.passkey.id,
  };
  const secretary = { token: of.tokens.secretariat! };
  const validator = { userId: of.users.validator.id };
  const account = { name: 'New', password: PASSWORD };
  const newcomer = { cityId: made.newcomer.id };
  const attempts: Readonly<Record<string, Attempt>> = {
    addNetwork: { json: { name: `Network ${newId()}` }, as: admin },
    makePasswordLink: { json: { email: of.users.viewer.email }, as: admin },
    endSessionsOf: { as: admin },
    setDisabled: { json: { disabled: true }, as: admin },
    anonymiseAccount: { as: admin },
    choosePassword: { json: { secret: made.link, password: 'another quiet evening here' } },
    editMe: { json: { name: 'Another' }, as: viewer },
    anonymiseMe: { as: viewer },
    endSession: { as: viewer },
    endOtherSessions: { as: viewer },
    addToken: { json: { name: 'x', scopes: ['read'] }, as: viewer },
    revokeToken: { as: viewer },
    renamePasskey: { json: { name: 'Another' }, as: viewer },
    removePasskey: { as: viewer },
    setMember: { json: { role: 'reviewer' }, as: lead },
    removeMember: { as: lead },
    addService: { json: { name: 'Meter', role: 'viewer', scopes: ['read'] }, as: lead },
    endService: { at: { userId: made.service.userId }, as: lead },
    acceptInvitation: { json: { secret: made.city.secret, ...account } },
    acceptNetworkInvitation: { json: { secret: offered.secret, ...account } },
    acceptCity: { at: newcomer, as: secretary },
    declineCity: { as: secretary },
    setNetworkMember: { at: validator, json: { role: 'national-coordinator', country: 'DEU' }, as: secretary },
    removeNetworkMember: { at: validator, as: secretary },
    renameNetwork: { json: { name: `Network ${newId()}` }, as: secretary },
    inviteToNetwork: { json: { email: 'z@example.org', role: 'validator' }, as: secretary },
    revokeNetworkInvitation: { as: secretary },
    beginNetworkJob: { json: { kind: 'network-roll-up' }, as: secretary },
  };
  return { attempts, ids };
}
