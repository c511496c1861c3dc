/** Passkeys, with an authenticator made by hand, through the API over the real store. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser, listEvents, setDisabled, setPassword, SYSTEM, type User } from '@thousand-cities/store';
import { hashPassword } from '../src/identity/password.ts';
import { Authenticator, type Ceremony } from './authenticator.ts';
import { cookiesOf, startWorkspace, type TestWorkspace } from './workspace.ts';

let world: TestWorkspace;
let ana: User;
let budi: User;
const PASSWORD = 'the river rises in may';
// The test's server is asked at http://localhost, where passkeys are allowed without CITIES_URL.
const SITE = { origin: 'http://localhost', rpId: 'localhost' };

beforeAll(async () => {
  world = await startWorkspace();
  const hash = await hashPassword(PASSWORD);
  [ana, budi] = (await world.db.as(SYSTEM, async (tx) => {
    const people = [
      await addUser(tx, { email: 'ana@example.org', name: 'Ana' }),
      await addUser(tx, { email: 'budi@example.org', name: 'Budi' }),
    ];
    for (const { id } of people) await setPassword(tx, id, hash);
    return people;
  })) as [User, User];
}, 120_000);
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const post = (path: string, json: unknown, cookie?: string) =>
  world.ask('POST', `/api/v1${path}`, {
    json,
    ...(cookie === undefined ? { headers: { Origin: SITE.origin } } : { cookie }),
  });
const byPassword = async ({ email }: User) =>
  cookiesOf(await post('/auth/sign-in/email', { email, password: PASSWORD }));
// A password is slow on purpose: one session of each person does for most tests.
const sessions = new Map<string, string>();
async function sessionOf(person: User): Promise<string> {
  const cookie = sessions.get(person.id) ?? (await byPassword(person));
  sessions.set(person.id, cookie);
  return cookie;
}
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

/** A passkey of a person, made as browsers do. */
async function register(person: User, device = new Authenticator(), wrong: Partial<Ceremony> = {}) {
  const cookie = await sessionOf(person);
  const begun = await post('/me/passkeys/options', undefined, cookie);
  const { challenge, user } = (await begun.json()) as { challenge: string; user: { id: string } };
  const response = device.register({ challenge, ...SITE, ...wrong }, user.id);
  return { device, cookie, response, kept: await post('/me/passkeys', { name: 'Phone', response }, cookie) };
}

/** Sign in as browsers do, or nearly. */
async function signIn(device: Authenticator, wrong: Partial<Ceremony> = {}, userHandle?: string) {
  const begun = await post('/auth/passkey/options', {});
  const { challenge } = (await begun.json()) as { challenge: string };
  const visit = cookiesOf(begun);
  const response = device.signIn({ challenge, ...SITE, ...wrong }, userHandle);
  return { visit, response, answer: await post('/auth/passkey/sign-in', response, visit) };
}

const forget = () => world.db.as(SYSTEM, (tx) => tx.deleteFrom('auth_failures').execute());

describe('a passkey', () => {
  it('is made by a person who is signed in, and begins an ordinary session without a password', async () => {
    const { device, cookie, kept } = await register(ana);
    expect(kept.status).toBe(201);
    const { answer } = await signIn(device, { counter: 1 });
    const events = await world.db.as(SYSTEM, (tx) => listEvents(tx, { limit: 10 }));
    expect(events.map(({ event, userId }) => [event, userId])).toEqual([
      ['sign-in/passkey', ana.id],
      ['addPasskey', ana.id],
      ['sign-in/email', ana.id],
    ]);
    expect(answer.status).toBe(200);
    const session = answer.headers.getSetCookie().find((line) => line.startsWith('cities.session_token='))!;
    expect(session).toMatch(/HttpOnly/i);
    expect(session).toMatch(/SameSite=Strict/i);
    const me = await world.ask('GET', '/api/v1/me', { cookie: cookiesOf(answer) });
    expect(await me.json()).toMatchObject({ signedIn: true, user: { id: ana.id } });
    const list = await world.ask('GET', '/api/v1/me/passkeys', { cookie });
    expect(await list.json()).toMatchObject({ items: [{ name: 'Phone', backedUp: false, lastUsedAt: expect.any(String) as string }] }); // prettier-ignore
  });

  it('stands for the second factor too, which its person has switched on', async () => {
    const { device } = await register(budi);
    await world.db.as(SYSTEM, (tx) => tx.updateTable('users').set({ two_factor_enabled: true } as never).where('id', '=', budi.id).execute()); // prettier-ignore
    const { answer } = await signIn(device);
    const me = await world.ask('GET', '/api/v1/me/sessions', { cookie: cookiesOf(answer) });
    expect(me.status).toBe(200);
    await world.db.as(SYSTEM, (tx) => tx.updateTable('users').set({ two_factor_enabled: false } as never).where('id', '=', budi.id).execute()); // prettier-ignore
  });

  it('is named anew and taken away by its own person only', async () => {
    const { device, cookie, kept } = await register(ana);
    const { id } = (await kept.json()) as { id: string };
    const other = await sessionOf(budi);
    const ask = (method: string, as: string, json?: unknown) =>
      world.ask(method, `/api/v1/me/passkeys/${id}`, { cookie: as, ...(json !== undefined && { json }) });
    expect((await ask('PATCH', other, { name: 'Mine' })).status).toBe(404);
    expect((await ask('DELETE', other)).status).toBe(404);
    expect((await ask('PATCH', cookie, { name: 'Old phone' })).status).toBe(204);
    expect((await ask('DELETE', cookie)).status).toBe(204);
    expect((await signIn(device)).answer.status).toBe(401);
  });

  it('of an account that is disabled does not work', async () => {
    const { device } = await register(budi);
    await world.db.as(SYSTEM, (tx) => setDisabled(tx, budi.id, true));
    expect((await signIn(device)).answer.status).toBe(401);
    await world.db.as(SYSTEM, (tx) => setDisabled(tx, budi.id, false));
    expect((await signIn(device)).answer.status).toBe(200);
  });
});

describe('making a passkey is refused', () => {
  it.each([
    ['for a page of another site', { origin: 'https://evil.example' }],
    ['inside a frame of another site', { crossOrigin: true }],
    ['for another site', { rpId: 'evil.example' }],
    ['without verifying the person', { userVerified: false }],
    ['for another challenge', { challenge: 'bm90IHRoZSBjaGFsbGVuZ2U' }],
  ])('%s', async (_, wrong) => {
    const { kept } = await register(ana, new Authenticator(), wrong);
    expect([kept.status, await codeOf(kept)]).toEqual([401, 'passkey-refused']);
  });

  it('a second time with the same answer, and with a challenge of another session', async () => {
    const { response, cookie } = await register(ana);
    expect((await post('/me/passkeys', { name: 'Again', response }, cookie)).status).toBe(401);
    const [one, two] = [await sessionOf(ana), await byPassword(ana)];
    const { challenge, user } = (await (await post('/me/passkeys/options', undefined, one)).json()) as {
      challenge: string;
      user: { id: string };
    };
    const made = new Authenticator().register({ challenge, ...SITE }, user.id);
    expect((await post('/me/passkeys', { name: 'Other', response: made }, two)).status).toBe(401);
  });

  it('for a credential that another person has', async () => {
    const { device } = await register(ana);
    const { kept } = await register(budi, device);
    expect(kept.status).toBe(409);
  });

  it('to whoever signed in long ago', async () => {
    const cookie = await byPassword(ana);
    sessions.clear();
    const past = new Date(Date.now() - 16 * 60_000).toISOString();
    await world.db.as(SYSTEM, (tx) => tx.updateTable('auth_sessions').set({ created_at: past }).execute());
    expect(await codeOf(await post('/me/passkeys/options', undefined, cookie))).toBe('recent-sign-in-needed');
  });

  it('to a token, and where the server does not know its own address', async () => {
    const token = await world.tokenOf(ana);
    expect((await world.ask('POST', '/api/v1/me/passkeys/options', { token })).status).toBe(403);
    const elsewhere = await world.ask('POST', '/api/v1/me/passkeys/options', {
      cookie: await sessionOf(ana),
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      host: 'http://10.0.0.1:3000',
    });
    expect(await codeOf(elsewhere)).toBe('passkeys-unavailable');
  });
});

describe('signing in with a passkey is refused', () => {
  it.each([
    ['from a page of another site', { origin: 'https://evil.example' }],
    ['inside a frame of another site', { crossOrigin: true }],
    ['for another site', { rpId: 'evil.example' }],
    ['without verifying the person', { userVerified: false }],
    ['for another challenge', { challenge: 'bm90IHRoZSBjaGFsbGVuZ2U' }],
    ['when its counter goes back', { counter: 4 }],
    ['when its counter stands still', { counter: 5 }],
  ])('%s', async (_, wrong) => {
    const { device } = await register(ana);
    expect((await signIn(device, { counter: 5 })).answer.status).toBe(200);
    const { answer } = await signIn(device, { counter: 6, ...wrong });
    expect([answer.status, await codeOf(answer)]).toEqual([401, 'passkey-refused']);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('a second time with the same answer, without its visit, and in another’s visit', async () => {
    const { device } = await register(ana);
    const { visit, response, answer } = await signIn(device);
    expect(answer.status).toBe(200);
    expect((await post('/auth/passkey/sign-in', response, visit)).status).toBe(401);
    expect((await post('/auth/passkey/sign-in', response)).status).toBe(401);
    const other = cookiesOf(await post('/auth/passkey/options', {}));
    expect((await post('/auth/passkey/sign-in', response, other)).status).toBe(401);
  });

  it('with a key that nobody registered, under another’s credential, and for another person', async () => {
    const [{ device }, stranger] = [await register(ana), new Authenticator()];
    expect((await signIn(stranger)).answer.status).toBe(401);
    const begun = await post('/auth/passkey/options', {});
    const { challenge } = (await begun.json()) as { challenge: string };
    const id = device.credentialId.toString('base64url');
    const forged = { ...stranger.signIn({ challenge, ...SITE }, handleOf(ana)), id, rawId: id };
    expect((await post('/auth/passkey/sign-in', forged, cookiesOf(begun))).status).toBe(401);
    expect((await signIn(device, {}, handleOf(budi))).answer.status).toBe(401);
    await forget();
  });

  it('from another site’s page, whoever is signed in or not', async () => {
    for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }, {}]) {
      const answer = await world.ask('POST', '/api/v1/auth/passkey/options', { json: {}, headers });
      expect(await codeOf(answer)).toBe('cross-site');
    }
  });

  it('for a while after too many failures of one passkey, and the password goes on working', async () => {
    const { device } = await register(ana);
    for (let i = 0; i < 6; i++) expect((await signIn(device, { userVerified: false })).answer.status).toBe(401);
    const { answer } = await signIn(device);
    expect([answer.status, await codeOf(answer)]).toEqual([429, 'locked']);
    expect((await post('/auth/sign-in/email', { email: ana.email, password: PASSWORD })).status).toBe(200);
    await forget();
    expect((await signIn(device)).answer.status).toBe(200);
  });

  it.each([[{}], [{ id: 7 }], [{ id: 'abc' }], [[]], ['text'], [{ id: 'x', response: { clientDataJSON: 'e30' } }]])(
    'when it is %j',
    async (body) => {
      const visit = cookiesOf(await post('/auth/passkey/options', {}));
      expect((await post('/auth/passkey/sign-in', body, visit)).status).toBe(401);
      await forget();
    },
  );
});

const handleOf = ({ id }: User) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
