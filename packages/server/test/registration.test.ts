/** Open registration, and what administrators see of accounts, through the API over the real store. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addServiceAccount,
  addUser,
  foundCity,
  setPassword,
  onBehalfOf,
  SYSTEM,
  type User,
} from '@thousand-cities/store';
import { hashPassword } from '../src/identity/password.ts';
import { cookiesOf, startWorkspace, type TestWorkspace } from './workspace.ts';

const PASSWORD = 'the river rises in may';
let world: TestWorkspace;
let administrator: User;
let admin: string;

beforeAll(async () => {
  const limits = { requests: 1e9, writes: 1e9, signIns: 1e9, registrations: 3 };
  world = await startWorkspace({ openRegistration: true, limits });
  const hash = await hashPassword(PASSWORD);
  administrator = await world.db.as(SYSTEM, async (tx) => {
    const user = await addUser(tx, { email: 'ada@example.org', name: 'Ada', administrator: true });
    await setPassword(tx, user.id, hash);
    return user;
  });
  admin = await signIn('ada@example.org');
}, 120_000);
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const post = (path: string, json: unknown, cookie?: string) =>
  world.ask('POST', `/api/v1${path}`, { json, ...(cookie !== undefined && { cookie }) });
const get = async (path: string, cookie: string) => (await world.ask('GET', `/api/v1${path}`, { cookie })).json();
const signIn = async (email: string) => cookiesOf(await post('/auth/sign-in/email', { email, password: PASSWORD }));
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('where registration is open', () => {
  it('anybody makes an account by the same rules, and founds a few cities', async () => {
    const rosa = { email: 'Rosa@Example.org', name: 'Rosa', password: PASSWORD };
    expect(await (await world.ask('GET', '/api/v1/me')).json()).toMatchObject({ ways: { registration: true } });
    expect(await codeOf(await post('/accounts', { ...rosa, password: 'short' }))).toBe('password-refused');
    expect((await post('/accounts', rosa)).status).toBe(201);
    expect(await codeOf(await post('/accounts', rosa))).toBe('already-exists');
    const cookie = await signIn('rosa@example.org');
    expect(await get('/me', cookie)).toMatchObject({ mayFoundCity: true, user: { administrator: false }, cities: [] });
    const found = (name: string) => post('/cities', { name, country: 'DEU' }, cookie);
    for (let i = 0; i < 5; i++) expect((await found(`Town ${i}`)).status).toBe(201);
    expect(await codeOf(await found('One too many'))).toBe('too-many-cities');
    // Of one address, three accounts an hour here: two attempts above passed the rules.
    expect((await post('/accounts', { ...rosa, email: 'third@example.org' })).status).toBe(201);
    expect((await post('/accounts', { ...rosa, email: 'fourth@example.org' })).status).toBe(429);
  });
});

describe('accounts', () => {
  it('are listed for administrators, newest first, in pages, by a part of the name; programs are not people', async () => {
    const city = await world.db.as(SYSTEM, (tx) => foundCity(tx, { name: 'X', country: 'DEU' }, administrator.id));
    const account = { cityId: city.id, name: 'Meter', role: 'editor', scopes: ['read'] } as const;
    await world.db.as(onBehalfOf(administrator.id), (tx) => addServiceAccount(tx, administrator.id, account));
    const one = (await get('/accounts?limit=1', admin)) as { items: { name: string }[]; next: string };
    expect(one.items).toMatchObject([{ email: 'third@example.org', disabledAt: null }]);
    const rest = (await get(`/accounts?cursor=${one.next}`, admin)) as { items: unknown[]; next: null };
    expect(rest).toMatchObject({ items: [{ name: 'Rosa' }, { name: 'Ada', administrator: true }], next: null });
    expect(await get('/accounts?like=ADA', admin)).toMatchObject({ items: [{ id: administrator.id }] });
    expect(await get('/accounts?like=%25', admin)).toMatchObject({ items: [] });
  });

  it('are shown to nobody else', async () => {
    expect((await world.ask('GET', '/api/v1/accounts', { cookie: await signIn('rosa@example.org') })).status).toBe(403);
    expect((await world.ask('GET', '/api/v1/accounts')).status).toBe(401);
    expect((await world.ask('GET', '/api/v1/accounts?cursor=YWZ0ZXI6eA', { cookie: admin })).status).toBe(400);
  });
});
