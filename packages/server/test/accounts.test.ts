/** Accounts, from the first administrator to the last session, through the API over the real store. */
import { createHash, createHmac } from 'node:crypto';
import { symmetricEncrypt } from 'better-auth/crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addMember, findUserByEmail, foundCity, makeLink, newId, SYSTEM } from '@thousand-cities/store'; // prettier-ignore
import { newPerson } from './people.ts';
import { operations } from '../src/workspace/api.ts';
import { openApiDocument } from '../src/workspace/openapi.ts';
import { NEEDS_RECENT_SIGN_IN } from '../src/workspace/recent-sign-in.ts';
import { SIGN_IN_ANSWERS, SIGN_IN_ROUTES } from '../src/workspace/sign-in-routes.ts';
import { totp } from './totp.ts';
import { cookiesOf, startWorkspace, TEST_SECRET, type TestWorkspace } from './workspace.ts';

let world: TestWorkspace;
beforeAll(async () => {
  world = await startWorkspace({ stolenPasswords: { has: (password) => Promise.resolve(password === STOLEN), close: () => undefined } }); // prettier-ignore
}, 60_000);
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const PASSWORD = 'the river rises in may';
/** By the rules it would do. */
const STOLEN = 'the tide is out again';
const ADMIN = { email: 'admin@example.org', name: 'Ada', password: PASSWORD };

/** Every answer of a way in is as the description of the API says. */
const post = async (path: string, json: unknown, cookie?: string): Promise<Response> => {
  const answer = await world.ask('POST', `/api/v1${path}`, { json, ...(cookie !== undefined && { cookie }) });
  const route = SIGN_IN_ROUTES.find((each) => path === `/auth${each}`);
  if (!route) return answer;
  expect(Object.keys(paths[path]!.post.responses), path).toContain(String(answer.status));
  if (answer.ok) expect(SIGN_IN_ANSWERS[route].parse(await answer.clone().json()), path).toBeDefined();
  return answer;
};
const { paths } = openApiDocument(operations) as {
  readonly paths: Readonly<Record<string, { readonly post: { readonly responses: object } }>>;
};
const signIn = (email: string, password = PASSWORD) => post('/auth/sign-in/email', { email, password });
const code = async (response: Response) => ((await response.json()) as { code: string }).code;
const secretOf = (link: string) => link.slice(link.indexOf('#') + 1);

describe('the first start', () => {
  it('makes one administrator by a link that works once, and no other way', async () => {
    const secret = await world.db.as(SYSTEM, (tx) => makeLink(tx, { purpose: 'set-up', lifetimeHours: 1 }));
    expect(await code(await post('/set-up', { ...ADMIN, secret: 'x'.repeat(43) }))).toBe('not-found');
    expect(await code(await post('/set-up', { ...ADMIN, secret, password: 'short' }))).toBe('password-refused');
    expect((await post('/set-up', { ...ADMIN, secret })).status).toBe(201);
    expect(await code(await post('/set-up', { ...ADMIN, email: 'second@example.org', secret }))).toBe('not-found');
  });

  it('leaves no way to make an account by oneself', async () => {
    const response = await post('/auth/sign-up/email', { email: 'x@example.org', name: 'X', password: PASSWORD });
    expect(response.status).toBe(404);
    const account = { email: 'x@example.org', name: 'X', password: PASSWORD };
    expect(await code(await post('/accounts', account))).toBe('registration-closed');
    expect(await (await world.ask('GET', '/api/v1/me')).json()).toMatchObject({
      mayFoundCity: false,
      ways: { registration: false, singleSignOn: false, passkeys: true },
    });
  });
});

describe('a session', () => {
  it('begins with the right password and has a cookie that no script and no other site gets', async () => {
    const response = await signIn(ADMIN.email);
    expect(response.status).toBe(200);
    expect(await response.clone().json()).not.toHaveProperty('token');
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('cities.session_token='))!;
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    const me = await world.ask('GET', '/api/v1/me', { cookie: cookiesOf(response) });
    expect(await me.json()).toMatchObject({ mode: 'accounts', signedIn: true, user: { administrator: true } });
  });

  it('ends with the browser on a shared computer', async () => {
    const token = async (cookie?: string) =>
      (await post('/auth/sign-in/email', { email: ADMIN.email, password: PASSWORD }, cookie)).headers
        .getSetCookie()
        .find((line) => line.startsWith('cities.session_token='))!;
    expect(await token()).toMatch(/Max-Age=604800/);
    const shared = await token('lang=id; shared-computer=1');
    expect(shared).not.toMatch(/Max-Age|Expires/i);
    expect(shared).toMatch(/HttpOnly/i);
    const [cookie] = shared.split(';');
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie: cookie! })).status).toBe(200);
  });

  it('is refused alike for a wrong password and for an address without an account', async () => {
    const wrong = await signIn(ADMIN.email, 'not the password at all');
    const nobody = await signIn('nobody@example.org', 'not the password at all');
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await nobody.json());
  });

  it('is seen, and ends at once: one, the others, or by signing out', async () => {
    const [one, two, three] = [await signIn(ADMIN.email), await signIn(ADMIN.email), await signIn(ADMIN.email)].map(cookiesOf) as [string, string, string]; // prettier-ignore
    const list = await world.ask('GET', '/api/v1/me/sessions?limit=2', { cookie: one });
    const { items, next } = (await list.json()) as { items: { id: string; current: boolean }[]; next: string };
    expect(items).toHaveLength(2);
    expect(next).not.toBeNull();
    const [newest] = items;
    expect((await world.ask('DELETE', `/api/v1/me/sessions/${newest!.id}`, { cookie: one })).status).toBe(204);
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie: three })).status).toBe(401);
    expect((await world.ask('DELETE', '/api/v1/me/sessions', { cookie: one })).status).toBe(204);
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie: two })).status).toBe(401);
    expect((await post('/auth/sign-out', {}, one)).status).toBe(200);
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie: one })).status).toBe(401);
  });

  it('of another person is not there to be ended', async () => {
    const cookie = cookiesOf(await signIn(ADMIN.email));
    expect((await world.ask('DELETE', `/api/v1/me/sessions/${newId()}`, { cookie })).status).toBe(404);
  });

  it('that has run out is none', async () => {
    const cookie = cookiesOf(await signIn(ADMIN.email));
    const past = new Date(Date.now() - 1000).toISOString();
    await world.db.as(SYSTEM, (tx) => tx.updateTable('auth_sessions').set({ expires_at: past }).execute());
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie })).status).toBe(401);
  });

  it('is kept by the hash of its token: what stands in the database opens nothing', async () => {
    const response = await signIn(ADMIN.email);
    const [token, signature] = decodeURIComponent(cookiesOf(response).split('=')[1]!).split('.') as [string, string];
    const rows = await world.db.as(SYSTEM, (tx) => tx.selectFrom('auth_sessions').selectAll().execute());
    expect(rows.map((row) => row.token_sha256)).toContain(createHash('sha256').update(token).digest('hex'));
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const stolen of rows.map((row) => row.token_sha256)) {
      // With the right signature too, as whoever has the database and its secret could make one.
      const value = encodeURIComponent(`${stolen}.${signatureOf(stolen)}`);
      expect((await world.ask('GET', '/api/v1/me/sessions', { cookie: `cities.session_token=${value}` })).status).toBe(
        401,
      );
    }
    expect(signatureOf(token)).toBe(signature);
  });

  it('ends after thirty days, however much it is used', async () => {
    const cookie = cookiesOf(await signIn(ADMIN.email));
    const begun = (days: number) =>
      world.db.as(SYSTEM, (tx) => {
        const created_at = new Date(Date.now() - days * 86_400_000).toISOString();
        return tx.updateTable('auth_sessions').set({ created_at }).execute();
      });
    await begun(29.9);
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie })).status).toBe(200);
    await begun(30.1);
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie })).status).toBe(401);
  });

  it('with a cookie that was altered is none', async () => {
    const cookie = cookiesOf(await signIn(ADMIN.email));
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie: cookie.replace(/.{4}$/, 'AAA=') })).status).toBe(
      401,
    );
  });
});

describe('a sign-in of a quarter of an hour ago', () => {
  /** Sessions that began this long before. */
  const grown = (minutes: number) =>
    world.db.as(SYSTEM, (tx) => {
      const created_at = new Date(Date.now() - minutes * 60_000).toISOString();
      return tx.updateTable('auth_sessions').set({ created_at }).execute();
    });
  const sessions = (cookie: string) => world.ask('GET', '/api/v1/me/sessions', { cookie });
  const token = (cookie: string) => post('/me/tokens', { name: 'meter', scopes: ['read'] }, cookie);

  it('is asked for by everything in the table, and by nothing else of an account', async () => {
    const cookie = cookiesOf(await signIn(ADMIN.email));
    await grown(16);
    for (const name of NEEDS_RECENT_SIGN_IN) {
      const found = operations.find(({ id }) => id === name) ?? { method: 'post', path: `/auth${name}` };
      const path = `/api/v1${found.path.replaceAll(/\{\w+\}/g, newId())}`;
      const json = found.method === 'get' ? {} : { json: { password: PASSWORD, currentPassword: PASSWORD } };
      const refused = await world.ask(found.method.toUpperCase(), path, { cookie, ...json });
      expect([name, refused.status, await code(refused)]).toEqual([name, 403, 'recent-sign-in-needed']);
    }
    expect((await sessions(cookie)).status).toBe(200);
    expect((await world.ask('PATCH', '/api/v1/me', { cookie, json: { name: 'Ada' } })).status).toBe(204);
    await grown(14);
    expect((await token(cookie)).status).toBe(201);
  });

  it('is renewed by signing in again: a new session in the old one’s place; what fails leaves the old one', async () => {
    const old = cookiesOf(await signIn(ADMIN.email));
    await grown(16);
    const again = { email: ADMIN.email, password: PASSWORD };
    expect((await post('/auth/sign-in/email', { ...again, password: 'not the password at all' }, old)).status).toBe(
      401,
    );
    expect((await sessions(old)).status).toBe(200);
    const renewed = cookiesOf(await post('/auth/sign-in/email', again, old));
    expect((await token(renewed)).status).toBe(201);
    expect((await sessions(old)).status).toBe(401);
  });
});

describe('a token of one’s own', () => {
  it('is made and ended by a person who is signed in', async () => {
    const cookie = cookiesOf(await signIn(ADMIN.email));
    const made = await post('/me/tokens', { name: 'script', scopes: ['read'] }, cookie);
    const { token, secret } = (await made.json()) as { token: { id: string; expiresAt: string }; secret: string };
    expect(new Date(token.expiresAt).getTime()).toBeLessThanOrEqual(Date.now() + 366 * 86_400_000);
    const me = async () => (await world.ask('GET', '/api/v1/me', { token: secret })).status;
    expect(await me()).toBe(200);
    expect((await world.ask('DELETE', `/api/v1/me/tokens/${token.id}`, { cookie })).status).toBe(204);
    expect(await me()).toBe(401);
    const forEver = await post(
      '/me/tokens',
      { name: 'x', scopes: ['read'], expiresAt: '2099-01-01T00:00:00Z' },
      cookie,
    );
    expect(forEver.status).toBe(400);
  });
});

describe('another site', () => {
  it.each([
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'null' }, 403],
    [{ Origin: 'http://localhost.evil.example' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 204],
  ])('with %j is answered %i', async (headers, status) => {
    const cookie = cookiesOf(await signIn(ADMIN.email));
    const response = await world.ask('PATCH', '/api/v1/me', { cookie, json: { name: 'Ada' }, headers });
    expect(response.status).toBe(status);
  });

  it('and a request that does not say where it comes from is refused', async () => {
    const Cookie = cookiesOf(await signIn(ADMIN.email));
    const response = await world.ask('PATCH', '/api/v1/me', { json: { name: 'Ada' }, headers: { Cookie } });
    expect(await code(response)).toBe('cross-site');
  });

  it('cannot send a form', async () => {
    const cookie = cookiesOf(await signIn(ADMIN.email));
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    expect((await world.ask('PATCH', '/api/v1/me', { cookie, raw: 'name=Eve', headers })).status).toBe(415);
    expect((await world.ask('POST', '/api/v1/auth/sign-in/email', { raw: 'email=x', headers })).status).toBe(415);
  });
});

describe('too many wrong passwords', () => {
  it('lock an address for a while, with or without an account, also for the right password', async () => {
    for (const email of ['locked@example.org', ADMIN.email]) {
      for (let i = 0; i < 6; i++) expect((await signIn(email, 'wrong wrong wrong')).status).toBe(401);
      const locked = await signIn(email);
      expect(locked.status).toBe(429);
      expect(Number(locked.headers.get('Retry-After'))).toBeGreaterThan(50);
      expect(await code(locked)).toBe('locked');
    }
    await world.db.as(SYSTEM, (tx) => tx.deleteFrom('auth_failures').execute());
    expect((await signIn(ADMIN.email)).status).toBe(200);
  });
});

describe('the log of a city', () => {
  it('is read from either end, in pages, and checked', async () => {
    const cookie = cookiesOf(await signIn(ADMIN.email));
    const city = (await (await post('/cities', { name: 'Logton', country: 'DEU' }, cookie)).json()) as { id: string };
    for (const name of ['A', 'B']) await world.ask('PATCH', `/api/v1/cities/${city.id}`, { cookie, json: { name } });
    const log = async (query: string) =>
      (await (await world.ask('GET', `/api/v1/cities/${city.id}/audit${query}`, { cookie })).json()) as {
        items: { seq: number }[];
        next: string | null;
      };
    const seqs = ({ items }: { items: { seq: number }[] }) => items.map(({ seq }) => seq);
    expect(seqs(await log(''))).toEqual([1, 2, 3]);
    const newest = await log('?order=newest&limit=2');
    expect(seqs(newest)).toEqual([3, 2]);
    const rest = await log(`?order=newest&limit=2&cursor=${newest.next}`);
    expect([seqs(rest), rest.next]).toEqual([[1], null]);
    const check = await world.ask('GET', `/api/v1/cities/${city.id}/audit/check`, { cookie });
    expect(await check.json()).toEqual({ sound: true, entries: 3, at: null });
  });
});

describe('an invitation', () => {
  it('makes an account in the role, once, and a signed-in person may accept a second city', async () => {
    const admin = cookiesOf(await signIn(ADMIN.email));
    const city = (await (await post('/cities', { name: 'Riverton', country: 'DEU' }, admin)).json()) as { id: string };
    const invited = await post(`/cities/${city.id}/invitations`, { email: 'Rosa@Example.org', role: 'editor' }, admin);
    const { link, invitation } = (await invited.json()) as { link: string; invitation: { id: string } };
    const secret = secretOf(link);
    expect(link).toMatch(/^http:\/\/localhost\/join#/);
    expect(await (await post('/invitations/look', { secret })).json()).toMatchObject({ email: 'rosa@example.org' });
    const accept = { secret, name: 'Rosa', password: 'eleven green bicycles' };
    expect((await post('/invitations/accept', { ...accept, password: 'Rosa Rosa Rosa 1' })).status).toBe(422);
    expect((await post('/invitations/accept', accept)).status).toBe(200);
    expect((await post('/invitations/accept', accept)).status).toBe(404);
    const rosa = cookiesOf(await signIn('rosa@example.org', 'eleven green bicycles'));
    const me = (await (await world.ask('GET', '/api/v1/me', { cookie: rosa })).json()) as { cities: unknown[] };
    expect(me.cities).toMatchObject([{ id: city.id, role: 'editor' }]);

    const other = (await (await post('/cities', { name: 'Hillton', country: 'DEU' }, admin)).json()) as { id: string };
    const again = await post(`/cities/${other.id}/invitations`, { email: 'rosa@example.org', role: 'viewer' }, admin);
    const second = secretOf(((await again.json()) as { link: string }).link);
    expect((await post('/invitations/accept', { ...accept, secret: second })).status).toBe(409);
    expect((await post('/invitations/accept', { secret: second }, admin)).status).toBe(403);
    expect((await post('/invitations/accept', { secret: second }, rosa)).status).toBe(200);
    const gone = await world.ask('DELETE', `/api/v1/cities/${city.id}/invitations/${invitation.id}`, { cookie: admin });
    expect(gone.status).toBe(404);
  });

  it('works only as long as whoever gave it leads the city', async () => {
    const [one, other] = [await newPerson(world, 'one'), await newPerson(world, 'other')];
    const city = await world.db.as(SYSTEM, (tx) => foundCity(tx, { name: 'B', country: 'DEU' }, one.id));
    await world.db.as(SYSTEM, (tx) => addMember(tx, city.id, other.id, 'lead'));
    const token = await world.tokenOf(one);
    const offer = { email: one.email, role: 'editor' };
    // A token that was found gives nobody a role that outlives it.
    const inCharge = await world.ask('POST', `/api/v1/cities/${city.id}/invitations`, { token, json: { ...offer, role: 'lead' } }); // prettier-ignore
    expect(await code(inCharge)).toBe('session-needed');
    const promoted = await world.ask('PUT', `/api/v1/cities/${city.id}/members/${other.id}`, { token, json: { role: 'lead' } }); // prettier-ignore
    expect(await code(promoted)).toBe('session-needed');
    const invited = await world.ask('POST', `/api/v1/cities/${city.id}/invitations`, { token, json: offer });
    const secret = secretOf(((await invited.json()) as { link: string }).link);
    expect((await post('/invitations/look', { secret })).status).toBe(200);
    const ended = await world.ask('DELETE', `/api/v1/cities/${city.id}/members/${one.id}`, { token: await world.tokenOf(other) }); // prettier-ignore
    expect(ended.status).toBe(204);
    expect((await post('/invitations/look', { secret })).status).toBe(404);
    expect((await post('/invitations/accept', { secret, name: 'O', password: PASSWORD })).status).toBe(404);
  });

  it('that was taken back does not work', async () => {
    const admin = cookiesOf(await signIn(ADMIN.email));
    const { id } = (await world.db.as(SYSTEM, (tx) => findUserByEmail(tx, ADMIN.email)))!;
    const city = await world.db.as(SYSTEM, (tx) => foundCity(tx, { name: 'Back', country: 'DEU' }, id));
    const invited = await post(`/cities/${city.id}/invitations`, { email: 'late@example.org', role: 'viewer' }, admin);
    const { link, invitation } = (await invited.json()) as { link: string; invitation: { id: string } };
    await world.ask('DELETE', `/api/v1/cities/${city.id}/invitations/${invitation.id}`, { cookie: admin });
    const accept = { secret: secretOf(link), name: 'Late', password: PASSWORD };
    expect((await post('/invitations/accept', accept)).status).toBe(404);
  });
});

describe('a program’s account', () => {
  it('is made by a lead, works in its role, and ends with its tokens', async () => {
    const admin = cookiesOf(await signIn(ADMIN.email));
    const city = (await (await post('/cities', { name: 'Metertown', country: 'DEU' }, admin)).json()) as { id: string };
    const account = { name: 'Meter', role: 'editor', scopes: ['read', 'write'] };
    const made = await post(`/cities/${city.id}/services`, account, admin);
    const { userId, secret } = (await made.json()) as { userId: string; secret: string };
    const byProgram = (method: string, path: string, json?: unknown) =>
      world.ask(method, `/api/v1/cities/${city.id}${path}`, { token: secret, ...(json !== undefined && { json }) });
    expect((await byProgram('GET', '/members')).status).toBe(200);
    expect((await byProgram('PATCH', '', { name: 'X' })).status).toBe(403);
    const list = await world.ask('GET', `/api/v1/cities/${city.id}/services`, { cookie: admin });
    expect(await list.json()).toMatchObject({ items: [{ userId, name: 'Meter' }] });
    const ended = await world.ask('DELETE', `/api/v1/cities/${city.id}/services/${userId}`, { cookie: admin });
    expect(ended.status).toBe(204);
    expect((await byProgram('GET', '/members')).status).toBe(401);
  });

  it('is not made by somebody who may not name members', async () => {
    const admin = cookiesOf(await signIn(ADMIN.email));
    const account = { name: 'Meter', role: 'editor', scopes: ['read'] };
    expect((await post(`/cities/${newId()}/services`, account, admin)).status).toBe(403);
  });
});

describe('a password', () => {
  it('is changed with the old one and the rules, which ends the other sessions', async () => {
    const [one, two] = [cookiesOf(await signIn(ADMIN.email)), cookiesOf(await signIn(ADMIN.email))];
    const change = (currentPassword: string, newPassword: string) =>
      post('/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: false }, one);
    expect(await code(await change(PASSWORD, 'aaaaaaaaaaaaaaaaaa'))).toBe('password-refused');
    expect((await change('wrong wrong wrong', 'seven slow trams')).status).toBe(400);
    expect((await change(PASSWORD, 'seven slow trams')).status).toBe(200);
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie: two })).status).toBe(401);
    expect((await signIn(ADMIN.email)).status).toBe(401);
    const now = cookiesOf(await signIn(ADMIN.email, 'seven slow trams'));
    const link = await post('/accounts/password-links', { email: ADMIN.email }, now);
    const secret = secretOf(((await link.json()) as { link: string }).link);
    expect((await post('/accounts/password', { secret, password: 'too short' })).status).toBe(422);
    expect((await post('/accounts/password', { secret, password: PASSWORD })).status).toBe(204);
    expect((await post('/accounts/password', { secret, password: PASSWORD })).status).toBe(404);
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie: now })).status).toBe(401);
    expect((await signIn(ADMIN.email)).status).toBe(200);
  });
});

describe('a stolen password', () => {
  it('is refused wherever one is chosen, and nothing is used up by it', async () => {
    const fault = async (response: Response) => ((await response.json()) as { fault: string }).fault;
    const secret = await world.db.as(SYSTEM, (tx) => makeLink(tx, { purpose: 'set-up', lifetimeHours: 1 }));
    expect(await fault(await post('/set-up', { ...ADMIN, secret, password: STOLEN }))).toBe('stolen');
    const admin = cookiesOf(await signIn(ADMIN.email));
    const change = { currentPassword: PASSWORD, newPassword: STOLEN };
    expect(await fault(await post('/auth/change-password', change, admin))).toBe('stolen');
    const link = await post('/accounts/password-links', { email: ADMIN.email }, admin);
    const chosen = { secret: secretOf(((await link.json()) as { link: string }).link), password: STOLEN };
    expect(await fault(await post('/accounts/password', chosen))).toBe('stolen');
    expect((await post('/accounts/password', { ...chosen, password: PASSWORD })).status).toBe(204);
    const city = await world.db.as(SYSTEM, async (tx) => foundCity(tx, { name: 'A', country: 'DEU' }, (await findUserByEmail(tx, ADMIN.email))!.id)); // prettier-ignore
    const as = cookiesOf(await signIn(ADMIN.email));
    const invited = await post(`/cities/${city.id}/invitations`, { email: 'new@example.org', role: 'viewer' }, as);
    const offer = { secret: secretOf(((await invited.json()) as { link: string }).link), name: 'N', password: STOLEN };
    expect(await fault(await post('/invitations/accept', offer))).toBe('stolen');
    expect((await post('/invitations/accept', { ...offer, password: PASSWORD })).status).toBe(200);
  });
});

describe('an account that is disabled', () => {
  it('has no session and no way in, until it is given back', async () => {
    const admin = cookiesOf(await signIn(ADMIN.email));
    const rosa = (await world.db.as(SYSTEM, (tx) => findUserByEmail(tx, 'rosa@example.org')))!;
    const cookie = cookiesOf(await signIn('rosa@example.org', 'eleven green bicycles'));
    const set = (disabled: boolean) =>
      world.ask('PUT', `/api/v1/accounts/${rosa.id}/disabled`, { cookie: admin, json: { disabled } });
    expect((await set(true)).status).toBe(204);
    expect((await world.ask('GET', '/api/v1/cities', { cookie })).status).toBe(401);
    const again = cookiesOf(await signIn('rosa@example.org', 'eleven green bicycles'));
    expect((await world.ask('GET', '/api/v1/cities', { cookie: again })).status).toBe(401);
    expect((await set(false)).status).toBe(204);
    expect((await world.ask('GET', '/api/v1/cities', { cookie: again })).status).toBe(200);
  });

  it('leaves a city to whom an administrator invites, and is deleted by an administrator, or by its person', async () => {
    const admin = cookiesOf(await signIn(ADMIN.email));
    const gone = await newPerson(world, 'gone');
    const city = await world.db.as(SYSTEM, (tx) => foundCity(tx, { name: 'Left', country: 'DEU' }, gone.id));
    const leaderless = '/api/v1/accounts/leaderless-cities';
    const offer = { cityId: city.id, email: 'new@example.org' };
    const erase = (id: string) => world.ask('DELETE', `/api/v1/accounts/${id}`, { cookie: admin });
    expect(await code(await world.ask('POST', leaderless, { cookie: admin, json: offer }))).toBe('not-allowed');
    expect(await code(await erase(gone.id))).toBe('still-needed');
    await world.ask('PUT', `/api/v1/accounts/${gone.id}/disabled`, { cookie: admin, json: { disabled: true } });
    expect((await erase(gone.id)).status).toBe(204);
    expect(await (await world.ask('GET', leaderless, { cookie: admin })).json()).toMatchObject({
      items: [{ id: city.id }],
    });

    const person = cookiesOf(await signIn('new@example.org'));
    for (const method of ['GET', 'POST']) {
      const refused = await world.ask(method, leaderless, {
        cookie: person,
        ...(method === 'POST' && { json: offer }),
      });
      expect(refused.status).toBe(403);
    }
    const made = await world.ask('POST', leaderless, { cookie: admin, json: offer });
    const secret = secretOf(((await made.json()) as { link: string }).link);
    expect((await post('/invitations/accept', { secret }, person)).status).toBe(200);
    expect(await (await world.ask('GET', leaderless, { cookie: admin })).json()).toMatchObject({ items: [] });

    const end = () => world.ask('DELETE', '/api/v1/me/account', { cookie: person });
    expect(await code(await end())).toBe('still-needed');
    await world.db.as(SYSTEM, (tx) => addMember(tx, city.id, gone.id, 'lead'));
    expect(await code(await end())).toBe('still-needed');
    const { id } = await newPerson(world, 'successor');
    await world.db.as(SYSTEM, (tx) => addMember(tx, city.id, id, 'lead'));
    expect((await end()).status).toBe(204);
    expect(await (await world.ask('GET', '/api/v1/me', { cookie: person })).json()).toMatchObject({ signedIn: false });
    expect((await signIn('new@example.org')).status).toBe(401);
  });
});

describe('a second factor', () => {
  it('is asked for once it is set up, and a code works once', async () => {
    const cookie = cookiesOf(await signIn(ADMIN.email));
    const begun = await post('/auth/two-factor/enable', { password: PASSWORD }, cookie);
    const { totpURI, backupCodes } = (await begun.json()) as { totpURI: string; backupCodes: string[] };
    const key = new URL(totpURI).searchParams.get('secret')!;
    expect((await post('/auth/two-factor/verify-totp', { code: totp(key) }, cookie)).status).toBe(200);

    const first = await signIn(ADMIN.email);
    expect(await first.clone().json()).toMatchObject({ twoFactorRedirect: true });
    const pending = cookiesOf(first);
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie: pending })).status).toBe(401);
    expect((await post('/auth/two-factor/verify-totp', { code: '000000' }, pending)).status).toBe(401);
    const used = await post('/auth/two-factor/verify-totp', { code: totp(key) }, pending);
    expect(used.status).toBe(401);
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie: cookiesOf(used) })).status).toBe(401);
    // Nor is that of the next half minute good already; then it is.
    const next = totp(key, Date.now() + 30_000);
    if (Date.now() % 30_000 < 24_000) {
      const early = await post('/auth/two-factor/verify-totp', { code: next }, cookiesOf(await signIn(ADMIN.email)));
      expect(early.status).toBe(401);
    }
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30_000 });
    const done = await post('/auth/two-factor/verify-totp', { code: next }, cookiesOf(await signIn(ADMIN.email)));
    vi.useRealTimers();
    expect(done.status).toBe(200);
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie: cookiesOf(done) })).status).toBe(200);

    // Whoever is signed in gives both factors again, in the place of the session and without losing it before.
    const old = cookiesOf(done);
    expect((await post('/auth/two-factor/verify-totp', { code: '000000' }, old)).status).toBe(401);
    const again = await post('/auth/sign-in/email', { email: ADMIN.email, password: PASSWORD, rememberMe: true }, old);
    expect(again.headers.getSetCookie().filter((line) => line.includes('session_token'))).toEqual([]);
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie: old })).status).toBe(200);
    const trusting = { code: backupCodes[1], trustDevice: true };
    const both = await post('/auth/two-factor/verify-backup-code', trusting, `${old}; ${cookiesOf(again)}`);
    expect(both.status).toBe(200);
    expect((await world.ask('GET', '/api/v1/me/sessions', { cookie: old })).status).toBe(401);
    // No device is trusted to leave the second factor out, whatever was asked.
    const unasked = await post('/auth/sign-in/email', { email: ADMIN.email, password: PASSWORD }, cookiesOf(both));
    expect(await unasked.json()).toMatchObject({ twoFactorRedirect: true });

    const byBackup = (backup: string, from: string) =>
      post('/auth/two-factor/verify-backup-code', { code: backup }, from);
    expect((await byBackup(backupCodes[0]!, cookiesOf(await signIn(ADMIN.email)))).status).toBe(200);
    expect((await byBackup(backupCodes[0]!, cookiesOf(await signIn(ADMIN.email)))).status).toBe(401);
  });

  it('has backup codes that nobody reads in the database, each good once, also those of before', async () => {
    const user = await world.db.as(SYSTEM, (tx) => findUserByEmail(tx, ADMIN.email));
    const kept = () =>
      world.db.as(SYSTEM, async (tx) => {
        const { rows } = await sql<{ codes: string }>`SELECT backup_codes AS codes FROM auth_two_factors WHERE user_id = ${user!.id}`.execute(tx); // prettier-ignore
        return rows[0]!.codes;
      });
    const give = async (backup: string) =>
      (await post('/auth/two-factor/verify-backup-code', { code: backup }, cookiesOf(await signIn(ADMIN.email)))).status; // prettier-ignore
    /** Two of the ten were used above. */
    const hashes = JSON.parse(await kept()) as string[];
    expect(new Set(hashes).size).toBe(8);
    for (const hash of hashes) expect(hash).toMatch(/^scrypt\$\d+\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(await give(hashes[0]!)).toBe(401);

    // As the identity library kept them before: encrypted, with the secret of the installation.
    const before = ['aaaaa-11111', 'bbbbb-22222', 'ccccc-33333'];
    const backup_codes = await symmetricEncrypt({ key: TEST_SECRET, data: JSON.stringify(before) });
    await world.db.as(SYSTEM, (tx) =>
      sql`UPDATE auth_two_factors SET backup_codes = ${backup_codes} WHERE user_id = ${user!.id}`.execute(tx),
    );
    expect(await give('ddddd-44444')).toBe(401);
    expect(await kept()).toBe(backup_codes);
    expect(await give(before[1]!)).toBe(200);
    expect(JSON.parse(await kept())).toEqual([expect.stringMatching(/^scrypt/), expect.stringMatching(/^scrypt/)]);
    // Of two at the same moment one gets in.
    expect((await Promise.all([give(before[0]!), give(before[0]!)])).filter((status) => status === 200)).toHaveLength(
      1,
    );
    expect(await give(before[2]!)).toBe(200);
    expect(await kept()).toBe('[]');
    expect(await give(before[2]!)).toBe(401);
  });
});

/** HMAC-SHA-256 in base64, as cookies are signed. */
const signatureOf = (token: string) => createHmac('sha256', TEST_SECRET).update(token).digest('base64');
