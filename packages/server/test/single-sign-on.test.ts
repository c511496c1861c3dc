/** Single sign-on against a small OpenID provider of our own, over HTTP on this machine. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM, vouchForAddress } from '@thousand-cities/store';
import type { SingleSignOn } from '../src/identity/identity.ts';
import { newPerson } from './people.ts';
import { cookiesOf, ORIGIN, startWorkspace, type TestWorkspace } from './workspace.ts';

let provider: Server;
let world: TestWorkspace;
let provided: SingleSignOn;
/** Who the provider says has come. */
let visitor: Record<string, unknown>;
/** Of the visit under way, as the provider was told. */
let nonce: string | null;
/** The key the provider signs with; another one, when it is an impostor. */
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
let signingKey: KeyObject = key.privateKey;

/** A signed identity token (RFC 7519, ES256). */
function identityToken(issuer: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: 'cities', iat: now, exp: now + 60, nonce, ...visitor };
  const text = [{ alg: 'ES256', kid: 'k' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.'); // prettier-ignore
  return `${text}.${sign('sha256', Buffer.from(text), { key: signingKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** What the provider was asked for a token with. */
let asked: URLSearchParams[];

beforeAll(async () => {
  provider = createServer((request, response) => {
    const base = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    const answer = (body: unknown) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration') {
      return answer({
        issuer: base,
        authorization_endpoint: `${base}/authorize`,
        token_endpoint: `${base}/token`,
        userinfo_endpoint: `${base}/userinfo`,
        jwks_uri: `${base}/keys`,
        id_token_signing_alg_values_supported: ['ES256'],
      });
    }
    if (request.url === '/userinfo') return answer(visitor);
    if (request.url === '/keys') return answer({ keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'k' }] });
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked.push(new URLSearchParams(body));
      answer({ access_token: 'at', token_type: 'Bearer', expires_in: 60, id_token: identityToken(base) });
    });
    return undefined;
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const { port } = provider.address() as AddressInfo;
  const discoveryUrl = `http://127.0.0.1:${port}/.well-known/openid-configuration`;
  provided = { id: 'oidc', discoveryUrl, clientId: 'cities', clientSecret: 's' };
  world = await startWorkspace({ singleSignOn: provided });
}, 60_000);
beforeEach(() => {
  asked = [];
  signingKey = key.privateKey;
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  provider.close();
  await world.close();
});

/** Go to the provider and come back; the answer to coming back. `alter` changes the address one comes back to. */
async function visit(
  alter: (back: URL, to: URL) => void = () => undefined,
  cookie?: string,
  at: TestWorkspace = world,
): Promise<Response> {
  const begun = await at.ask('POST', '/api/v1/auth/sign-in/social', {
    json: { provider: 'oidc', callbackURL: '/' },
    headers: { Origin: ORIGIN, ...(cookie !== undefined && { Cookie: cookie }) },
  });
  const to = new URL(((await begun.json()) as { url: string }).url);
  expect(to.searchParams.get('code_challenge_method')).toBe('S256');
  nonce = to.searchParams.get('nonce');
  const back = new URL(to.searchParams.get('redirect_uri')!);
  back.searchParams.set('code', 'c');
  back.searchParams.set('state', to.searchParams.get('state')!);
  alter(back, to);
  return at.ask('GET', back.pathname + back.search, { headers: { Cookie: cookiesOf(begun) } });
}

const isSignedIn = async (response: Response) =>
  (await world.ask('GET', '/api/v1/me/sessions', { cookie: cookiesOf(response) })).status === 200;

describe('single sign-on', () => {
  it('lets in a person who has an account here, with the code checked by PKCE', async () => {
    const person = await newPerson(world, 'sso');
    visitor = { sub: 's-1', email: person.email, email_verified: true, name: 'S' };
    const back = await visit();
    expect(back.status).toBe(302);
    expect(back.headers.get('Location')).toBe('/');
    expect(asked[0]!.get('code_verifier')).toMatch(/^.{43,}$/);
    expect(await isSignedIn(back)).toBe(true);
    expect(await isSignedIn(await visit())).toBe(true);
  });

  it('has the provider ask who is signed in already, so that a computer left open proves nothing', async () => {
    const person = await newPerson(world, 'again');
    visitor = { sub: 's-again', email: person.email, email_verified: true, name: 'S' };
    const prompts: (string | null)[] = [];
    const noted = (_: URL, to: URL) => void prompts.push(to.searchParams.get('prompt'), to.searchParams.get('max_age'));
    const first = await visit(noted);
    const second = await visit(noted, cookiesOf(first));
    // The session of before ends, though its cookie is not brought back from another site.
    expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([false, true]);
    const other = await newPerson(world, 'third');
    visitor = { sub: 's-third', email: other.email, email_verified: true, name: 'S' };
    expect([await isSignedIn(await visit(noted, cookiesOf(second))), await isSignedIn(second)]).toEqual([true, true]);
    expect(prompts).toEqual([null, null, 'login', '0', 'login', '0']);
  });

  it('makes no accounts', async () => {
    visitor = { sub: 's-2', email: 'unknown@example.org', email_verified: true, name: 'U' };
    expect(await isSignedIn(await visit())).toBe(false);
  });

  it('does not believe an address that the provider has not verified', async () => {
    const person = await newPerson(world, 'unverified');
    visitor = { sub: 's-3', email: person.email, email_verified: false, name: 'V' };
    expect(await isSignedIn(await visit())).toBe(false);
  });

  it('leads nobody into an account that somebody else made under their address, where anybody may make one', async () => {
    const open = await startWorkspace({ singleSignOn: provided, openRegistration: true });
    const person = await newPerson(open, 'squatted');
    visitor = { sub: 's-squatted', email: person.email, email_verified: true, name: 'S' };
    const into = async () => (await visit(undefined, undefined, open)).headers.get('Set-Cookie') ?? '';
    expect(await into()).not.toMatch(/session_token=[^;]/);
    // Whoever invited them vouches for it.
    await open.db.as(SYSTEM, (tx) => vouchForAddress(tx, person.id));
    expect(await into()).toMatch(/session_token=[^;]/);
    await open.close();
  });

  it('takes nobody whose visit did not begin here', async () => {
    const person = await newPerson(world, 'state');
    visitor = { sub: 's-4', email: person.email, email_verified: true, name: 'W' };
    expect(await isSignedIn(await visit((back) => back.searchParams.set('state', 'other')))).toBe(false);
  });

  it('does not believe a token that somebody else signed, or of another visit', async () => {
    const person = await newPerson(world, 'forged');
    visitor = { sub: 's-5', email: person.email, email_verified: true, name: 'F' };
    signingKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    expect(await isSignedIn(await visit())).toBe(false);
    signingKey = key.privateKey;
    expect(await isSignedIn(await visit(() => (nonce = 'another')))).toBe(false);
    expect(await isSignedIn(await visit())).toBe(true);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 7])(
    'comes back to no other place: %s',
    async (url) => {
      const json = { provider: 'oidc', callbackURL: url };
      const response = await world.ask('POST', '/api/v1/auth/sign-in/social', { json, headers: { Origin: ORIGIN } });
      expect(response.status).toBe(400);
    },
  );
});
