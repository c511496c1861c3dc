/** An installation behind TLS that demands second factors: what it tells browsers, asks of people, and writes down. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listEvents, makeLink, openStore, SYSTEM, type Database, type SecurityEvent } from '@thousand-cities/store';
import { totp } from './totp.ts';
import { cookiesOf, startWorkspace, TEST_SECRET, type TestWorkspace } from './workspace.ts';

const PASSWORD = 'the river rises in may';
const WRONG = 'the river falls in june';
const EMAIL = 'ada@example.org';
const CLIENT_SECRET = 'a secret between us and the provider';

let world: TestWorkspace;
/** Whatever must be written nowhere. */
const secrets: string[] = [TEST_SECRET, PASSWORD, WRONG, CLIENT_SECRET];
/** What the process said. */
const told: string[] = [];

beforeAll(async () => {
  world = await startWorkspace({
    publicUrl: 'https://localhost',
    secondFactorOf: ['administrators', 'leads'],
    // Nobody listens there: a visit to the provider fails.
    singleSignOn: { id: 'oidc', discoveryUrl: 'http://127.0.0.1:1/x', clientId: 'us', clientSecret: CLIENT_SECRET },
  });
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => (told.push(String(chunk)), true));
  }
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...all: unknown[]) => void told.push(all.map(String).join(' ')));
  }
}, 60_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await world.close();
});

const kept = <T extends string>(secret: T): T => (secrets.push(secret), secret);
const secretOf = (link: string) => kept(link.slice(link.indexOf('#') + 1));
const problems: string[] = [];

async function ask(method: string, path: string, json?: unknown, cookie?: string): Promise<Response> {
  const response = await world.ask(method, `/api/v1${path}`, {
    ...(json !== undefined && { json }),
    ...(cookie !== undefined && { cookie }),
  });
  if (response.status >= 400) problems.push(await response.clone().text());
  return response;
}

async function signIn(password = PASSWORD): Promise<Response> {
  const response = await ask('POST', '/auth/sign-in/email', { email: EMAIL, password });
  for (const pair of cookiesOf(response).split('; ')) if (pair.includes('=')) kept(pair.slice(pair.indexOf('=') + 1));
  return response;
}

const events = () => world.db.as(SYSTEM, (tx) => listEvents(tx, { limit: 200 }));
const told_ = ({ event, outcome, detail }: SecurityEvent) => `${event} ${outcome} ${detail}`;

describe('behind TLS', () => {
  it('cookies belong to this host alone, and browsers come by TLS for a year', async () => {
    const setUp = await world.db.as(SYSTEM, (tx) => makeLink(tx, { purpose: 'set-up', lifetimeHours: 1 }));
    const made = await ask('POST', '/set-up', { secret: kept(setUp), email: EMAIL, name: 'Ada', password: PASSWORD });
    expect(made.status).toBe(201);
    const response = await signIn();
    expect(response.headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains');
    for (const line of response.headers.getSetCookie()) {
      expect(line).toMatch(/^__Host-/);
      expect(line).toMatch(/; Secure/i);
      expect(line).toMatch(/; Path=\/(;|$)/i);
      expect(line).not.toMatch(/; Domain/i);
    }
    const options = await ask('POST', '/auth/passkey/options', {}, cookiesOf(response));
    for (const line of options.headers.getSetCookie()) expect(line).toMatch(/^__Host-.*; Path=\/;.*; Secure/i);
  });

  it('nothing about people stays in a cache, and signing out empties it', async () => {
    const cookie = cookiesOf(await signIn());
    for (const path of ['/me', '/me/sessions']) {
      expect((await ask('GET', path, undefined, cookie)).headers.get('Cache-Control')).toBe('no-store');
    }
    const out = await ask('POST', '/auth/sign-out', {}, cookie);
    expect(out.headers.get('Clear-Site-Data')).toBe('"cache"');
    expect(out.headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('a second factor that is demanded', () => {
  it('is asked for before anything else, by session and by token, and then at every sign-in', async () => {
    const cookie = cookiesOf(await signIn());
    const refused = await ask('POST', '/cities', { name: 'X', country: 'DEU' }, cookie);
    expect(await refused.json()).toMatchObject({ status: 403, code: 'second-factor-needed' });
    const needed = async (as: string) =>
      ((await (await ask('GET', '/me', undefined, as)).json()) as { secondFactorNeeded: boolean }).secondFactorNeeded;
    expect(await needed(cookie)).toBe(true);
    const begun = await ask('POST', '/auth/two-factor/enable', { password: PASSWORD }, cookie);
    const { totpURI, backupCodes } = (await begun.json()) as { totpURI: string; backupCodes: string[] };
    backupCodes.forEach(kept);
    const key = kept(new URL(totpURI).searchParams.get('secret')!);
    expect((await ask('POST', '/auth/two-factor/verify-totp', { code: totp(key) }, cookie)).status).toBe(200);
    const pending = await signIn();
    expect(await pending.clone().json()).toMatchObject({ twoFactorRedirect: true });
    // The code of now was used; that of the next half minute is not good before.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30_000 });
    const done = await ask('POST', '/auth/two-factor/verify-totp', { code: totp(key) }, cookiesOf(pending)); // prettier-ignore
    vi.useRealTimers();
    const session = cookiesOf(done);
    expect(await needed(session)).toBe(false);
    expect((await ask('POST', '/cities', { name: 'Riverton', country: 'DEU' }, session)).status).toBe(201);

    // A new password by a link does not go round it.
    const link = await ask('POST', '/accounts/password-links', { email: EMAIL }, session);
    const secret = secretOf(((await link.json()) as { link: string }).link);
    expect((await ask('POST', '/accounts/password', { secret, password: PASSWORD })).status).toBe(204);
    expect(await (await signIn()).json()).toMatchObject({ twoFactorRedirect: true });
  });
});

describe('the log of the installation', () => {
  let admin: string;
  beforeAll(async () => {
    const pending = cookiesOf(await signIn());
    const { rows } = { rows: secrets.filter((secret) => /^[\w]{5}-[\w]{5}$/.test(secret)) };
    const done = await ask('POST', '/auth/two-factor/verify-backup-code', { code: rows[0] }, pending);
    expect(done.status).toBe(200);
    admin = cookiesOf(done);
  });

  it('tells sign-ins and failures, what administrators do, what is refused, with who, when and from where', async () => {
    await signIn(WRONG);
    await ask('POST', '/auth/sign-in/email', { email: 'nobody@example.org', password: WRONG });
    await ask('POST', '/auth/sign-in/social', { provider: 'oidc' });
    await world.ask('GET', '/api/v1/auth/callback/oidc?code=abc&state=def');
    const cookieOfAnotherSite = { cookie: admin, json: { name: 'Eve' }, headers: { Origin: 'https://evil.example' } };
    await world.ask('PATCH', '/api/v1/me', cookieOfAnotherSite);
    await world.ask('GET', '/api/v1/me', { token: 'tcities_not-a-token-of-ours' });
    const made = await ask('POST', '/me/tokens', { name: 'script', scopes: ['read'] }, admin);
    kept(((await made.json()) as { secret: string }).secret);
    const { items } = (await (await ask('GET', '/cities?limit=1', undefined, admin)).json()) as { items: { id: string }[] }; // prettier-ignore
    const city = items[0]!.id;
    const invited = await ask(
      'POST',
      `/cities/${city}/invitations`,
      { email: 'rosa@example.org', role: 'viewer' },
      admin,
    );
    secretOf(((await invited.json()) as { link: string }).link);
    await ask('POST', '/accounts/password', { secret: 'x'.repeat(43), password: WRONG });
    const hook = { url: `https://hooks.example.org/${kept('a-path-that-is-a-secret')}`, events: ['comment.added'] };
    const hooked = await ask('POST', `/cities/${city}/webhooks`, hook, admin);
    const { webhook, secret } = (await hooked.json()) as { webhook: { id: string }; secret: string };
    kept(secret);
    const rotated = await ask('POST', `/cities/${city}/webhooks/${webhook.id}/secret`, {}, admin);
    kept(((await rotated.json()) as { secret: string }).secret);
    await ask('POST', `/cities/${city}/webhooks`, { ...hook, url: `http://user:${PASSWORD}@10.0.0.1/` }, admin);
    const account = await ask('GET', '/me', undefined, admin);
    const { user } = (await account.json()) as { user: { id: string } };
    const log = await events();
    const lines = log.map(told_);
    for (const line of [
      'setUp done',
      'sign-in/email done {"asked":"second factor"}',
      'sign-in/email refused {"code":"invalid-email-or-password"}',
      'two-factor/enable done',
      'two-factor/verify-totp done',
      'two-factor/verify-backup-code done',
      'sign-in/single-sign-on refused',
      'sign-out done',
      'makePasswordLink done',
      'choosePassword done',
      'addCity refused {"by":"session","code":"second-factor-needed"}',
      'editMe refused {"by":"session","code":"cross-site"}',
      'getMe refused {"code":"sign-in-needed"}',
      'addToken done {"by":"session"}',
    ]) {
      expect(lines.filter((entry) => entry.startsWith(line)), line).not.toEqual([]); // prettier-ignore
    }
    const failed = log.filter(({ event, outcome }) => event === 'sign-in/email' && outcome === 'refused');
    // The address without an account is not told apart by what is written of it, but by whose it is.
    expect(failed.slice(0, 2).map(({ userId }) => userId)).toEqual([null, user.id]);
    expect(failed[0]).toMatchObject({ address: 'unknown', at: expect.stringMatching(/Z$/) as string });

    const page = await ask('GET', '/accounts/events?limit=2', undefined, admin);
    const { items: shown, next } = (await page.json()) as { items: { id: string; detail: object }[]; next: string };
    expect(shown).toMatchObject(log.slice(0, 2).map(({ detail: _, ...entry }) => entry));
    const rest = await ask('GET', `/accounts/events?limit=2&cursor=${next}`, undefined, admin);
    expect(await rest.json()).toMatchObject({ items: [{ id: log[2]!.id }, { id: log[3]!.id }] });
  });

  it('tells of files that were refused, and of whoever is wrong so often that they look for holes', async () => {
    const { items } = (await (await ask('GET', '/cities?limit=1', undefined, admin)).json()) as { items: { id: string }[] }; // prettier-ignore
    const city = items[0]!.id;
    const query = `kind=plan&subjectId=${city}&name=bill.exe`;
    await world.ask('POST', `/api/v1/cities/${city}/inventories/import-preview`, {
      cookie: admin,
      headers: { 'Content-Type': 'text/html' },
      raw: '<script>',
    });
    await world.ask('POST', `/api/v1/cities/${city}/evidence?${query}`, {
      cookie: admin,
      headers: { 'Content-Type': 'application/x-msdownload' },
      raw: 'MZ',
    });
    await world.ask('POST', '/api/v1/mcp', { token: 'tcities_not-a-token-of-ours', json: {} });
    await ask('POST', '/auth/passkey/options', {}, `${admin}; x=1`);
    const refused = async () => (await events()).filter(({ outcome }) => outcome === 'refused').map(told_);
    const lines = await refused();
    for (const line of [
      'previewInventoryImport refused',
      'addEvidence refused',
      'mcp refused {"code":"sign-in-needed"}',
    ]) {
      expect(lines.filter((entry) => entry.startsWith(line)), line).not.toEqual([]); // prettier-ignore
    }
    // Twenty times somebody mistypes; the next is told, with how often, and those after it within the minute are not.
    const before = (await refused()).filter((line) => line.includes('"wrong"')).length;
    for (let i = 0; i < 30; i++) await ask('GET', `/no-such-place-${i}`, undefined, undefined);
    for (let i = 0; i < 30; i++) await ask('PATCH', '/me', { name: 5 }, admin);
    const after = (await refused()).filter((line) => line.includes('"wrong":21'));
    expect(after.length - before).toBe(2);
    expect(after.join()).toContain('editMe refused {"by":"session","code":"body-invalid","wrong":21}');
    expect(after.join()).toContain('unknown-route refused {"code":"unknown-route","wrong":21}');
  });

  it('takes no more than sixty refusals a minute of one address', async () => {
    const count = async () => (await events()).filter(({ event }) => event === 'getMe').length;
    for (let i = 0; i < 80; i++) await world.ask('GET', '/api/v1/me', { token: `tcities_${i}` });
    expect(await count()).toBeLessThanOrEqual(60);
    expect(await count()).toBeGreaterThan(30);
  });

  it('lets an administrator end a person’s sessions', async () => {
    const { user } = (await (await ask('GET', '/me', undefined, admin)).json()) as { user: { id: string } };
    expect((await ask('DELETE', `/accounts/${user.id}/sessions`, undefined, admin)).status).toBe(204);
    expect((await ask('GET', '/me/sessions', undefined, admin)).status).toBe(401);
  });
});

it('no password, token, link, code or key is in any log, answer of refusal, or word of the process', async () => {
  const written = await world.db.as(SYSTEM, async (tx) => ({
    events: await tx.selectFrom('security_events').selectAll().execute(),
    audit: await tx.selectFrom('audit_log').selectAll().execute(),
    // Hashes alone.
    sessions: await tx.selectFrom('auth_sessions').selectAll().execute(),
    links: await tx.selectFrom('auth_links').selectAll().execute(),
    tokens: await tx.selectFrom('api_tokens').selectAll().execute(),
    invitations: await tx.selectFrom('invitations').selectAll().execute(),
    failures: await tx.selectFrom('auth_failures').selectAll().execute(),
  }));
  const faults = world.faults.map((fault) =>
    fault instanceof Error ? `${fault.message} ${fault.stack}` : String(fault),
  );
  const everything = [...told, ...problems, ...faults, JSON.stringify(written)].join('\n');
  expect(secrets.length).toBeGreaterThanOrEqual(28);
  expect(everything.length).toBeGreaterThan(5_000);
  for (const secret of secrets) {
    if (secret.length < 8) continue;
    for (const form of [secret, decodeURIComponent(secret), decodeURIComponent(secret).split('.')[0]!]) {
      expect(everything.includes(form), `${form.slice(0, 4)}…`).toBe(false);
    }
  }
});

describe('another secret of the installation', () => {
  const [first, second] = ['the first secret of this installation', 'the second secret of this installation'];
  const email = 'ada@example.org';
  /** A workspace over one store, under a secret. */
  const under = (over: Database, secret: string, ...secretsBefore: string[]) =>
    startWorkspace({ over, secret, secretsBefore, publicUrl: 'http://localhost' });
  const post_ = (at: TestWorkspace, path: string, json: unknown, cookie?: string) =>
    at.ask('POST', `/api/v1${path}`, { json, ...(cookie !== undefined && { cookie }) });
  const sessionIn = async (at: TestWorkspace, cookie: string) =>
    (await at.ask('GET', '/api/v1/me/sessions', { cookie })).status;

  it('leaves sessions, second factors and webhooks as they were; what was never encrypted anew is refused without a fault', async () => {
    const store = await openStore({});
    let at = await under(store, first);
    const link = await at.db.as(SYSTEM, (tx) => makeLink(tx, { purpose: 'set-up', lifetimeHours: 1 }));
    await post_(at, '/set-up', { secret: link, email, name: 'Ada', password: PASSWORD });
    let cookie = cookiesOf(await post_(at, '/auth/sign-in/email', { email, password: PASSWORD }));
    const begun = await post_(at, '/auth/two-factor/enable', { password: PASSWORD }, cookie);
    const { totpURI, backupCodes } = (await begun.json()) as { totpURI: string; backupCodes: string[] };
    const key = new URL(totpURI).searchParams.get('secret')!;
    const on = await post_(at, '/auth/two-factor/verify-totp', { code: totp(key) }, cookie);
    cookie = cookiesOf(on);
    await post_(at, '/cities', { name: 'Riverton', country: 'DEU' }, cookie);
    const { items } = (await (await at.ask('GET', '/api/v1/cities', { cookie })).json()) as { items: { id: string }[] };
    const hook = { url: 'https://hooks.example.org/x', events: ['comment.added'] };
    const made = (await (await post_(at, `/cities/${items[0]!.id}/webhooks`, hook, cookie)).json()) as {
      secret: string;
    };
    await at.close();

    at = await under(store, second, first);
    expect(at.unreadable).toEqual({ secondFactors: 0, webhooks: 0 });
    expect(await sessionIn(at, cookie)).toBe(200);
    expect(await sessionIn(at, cookie.replace(/.{4}$/, 'AAA='))).toBe(401);
    const sealed = await at.db.as(SYSTEM, (tx) => tx.selectFrom('webhooks').select('secret').executeTakeFirstOrThrow());
    expect(at.sealer.open(sealed.secret)).toBe(made.secret);
    await at.close();

    // The earlier secret is taken away: its cookies are over, and second factors work.
    at = await under(store, second);
    expect([at.unreadable, await sessionIn(at, cookie)]).toEqual([{ secondFactors: 0, webhooks: 0 }, 401]);
    const codeIn = async (code: string, kind = 'totp') =>
      post_(at, `/auth/two-factor/verify-${kind}`, { code }, cookiesOf(await post_(at, '/auth/sign-in/email', { email, password: PASSWORD }))); // prettier-ignore
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30_000 });
    expect((await codeIn(totp(key))).status).toBe(200);
    vi.useRealTimers();
    await at.close();

    // As after a backup of before under a secret that nobody has any more.
    at = await under(store, 'a third secret of this installation');
    expect(at.unreadable).toEqual({ secondFactors: 1, webhooks: 1 });
    const refused = await codeIn(totp(key));
    expect(await refused.json()).toMatchObject({ status: 409, code: 'second-factor-unreadable' });
    expect((await codeIn(backupCodes[0]!, 'backup-code')).status).toBe(200);
    expect(at.faults).toEqual([]);
    await at.close();
    await store.close();
  }, 60_000);
});
