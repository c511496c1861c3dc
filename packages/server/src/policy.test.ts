/** Every page there is, also those of errors, keeps the content security policy: what it says, and nothing that it would block. */
import { afterAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { BANDUNG, builtPage, realServices } from './fixture.case.ts';
import type { CityServices } from './services.ts';
import type { WorkspaceHandle } from './workspace/store-handle.ts';

const { webRoot } = builtPage();
const never = () => Promise.reject(new Error('the store is not opened here'));
const workspace: WorkspaceHandle = { demo: false, current: () => undefined, open: never, close: async () => undefined };
const faults: unknown[] = [];
const options = { webRoot, onFault: (error: unknown) => faults.push(error), workspace: { workspace } };
const services = realServices();
const app = createApp({ ...options, services });
/** Where everything fails inside. */
const broken = createApp({
  ...options,
  services: new Proxy({} as CityServices, { get: (_, name) => (name === 'network' ? {} : () => { throw new Error('secret detail'); }) }), // prettier-ignore
});
afterAll(() => expect(faults.length).toBeGreaterThan(0));

const ID = '01900000-0000-7000-8000-0000000000c1';

/** Route → addresses that make it answer in its ways. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  '/': ['/', '/?q=bandung', `/?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`, '/?lang=id'],
  '/embed': ['/embed'],
  '/network': ['/network'],
  '/network/region/:id': ['/network/region/south-asia', '/network/region/none'],
  '/city/:id': [`/city/${BANDUNG}`, '/city/0', `/city/${encodeURIComponent('<script>alert(1)</script>')}`],
  '/workspace': ['/workspace'],
  '/workspace/*': [`/workspace/city/${ID}`, '/workspace/none'],
  '/set-up': ['/set-up'],
  '/join': ['/join'],
  '/password': ['/password'],
  '/healthz': ['/healthz'],
  '/*': ['/none', '/assets/index-abc.js', '/messages/en.json', '/%E0%A4%A', '/index.html', '/.git/config', '/assets/'],
};
/** Made by one router each; what they say of the store is tested beside them. */
const ROUTERS: Readonly<Record<string, readonly string[]>> = {
  '/api/': [
    '/api/cities?q=x',
    '/api/cities?limit=x',
    '/api/none',
    '/api/v1/none',
    '/api/v1/me',
    '/api/v1/openapi.json',
  ],
  '/published': ['/published', `/published/${ID}`, '/published/none/x'],
};

const policyOf = (response: Response) =>
  new Map(
    response.headers
      .get('Content-Security-Policy')!
      .split('; ')
      .map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)] as const),
  );

async function expectSafe(response: Response, path: string): Promise<void> {
  const policy = policyOf(response);
  expect(policy.get('default-src')).toBe("'self'");
  expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
  expect(policy.get('style-src')).toBe("'self'");
  expect(policy.get('object-src')).toBe("'none'");
  expect(policy.get('base-uri')).toBe("'none'");
  expect(policy.get('frame-ancestors')).toBe(path.startsWith('/embed') ? '*' : "'none'");
  expect([...policy.values()].join(' ')).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:/);
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(response.headers.get('Referrer-Policy')).toBe('same-origin');
  expect(response.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
  if (response.body === null || response.status === 304) return;
  const type = response.headers.get('Content-Type') ?? '';
  expect(type).toMatch(/^(text\/\w+; ?charset=utf-8|application\/(problem\+|ld\+)?json(; charset=utf-8)?)$/i);
  if (type.startsWith('text/html')) expectNothingInline(await response.text());
}

/** What the policy would block, or a reader would have to trust. Blocks of data are no scripts. */
function expectNothingInline(html: string): void {
  const scripts = [...html.matchAll(/<script\b([^>]*)>/gi)].map(([, attributes]) => attributes!);
  for (const attributes of scripts) expect(attributes).toMatch(/ src="\/[^"]*"|type="application\/(ld\+)?json"/);
  expect(html).not.toMatch(/<style\b/i);
  const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
  for (const tag of tags) {
    expect(tag).not.toMatch(/\sstyle\s*=/i);
    expect(tag.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/\son[a-z]+\s*=/i);
    expect(tag).not.toMatch(/(href|src|action)\s*=\s*["']?\s*(javascript|data|vbscript):/i);
    expect(tag).not.toMatch(/\s(src|action)="(https?:)?\/\//i);
  }
}

describe('the policy', () => {
  it('is tried at every page there is', () => {
    const routes = app.routes.filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/'));
    const tried = (path: string) => path in PAGES || Object.keys(ROUTERS).some((prefix) => path.startsWith(prefix));
    expect(routes.map(({ path }) => path).filter((path) => !tried(path))).toEqual([]);
  });

  const addresses = [...Object.values(PAGES), ...Object.values(ROUTERS)].flat();
  it.each(addresses)('holds at %s', async (path) => {
    await expectSafe(await app.request(path), path);
  });

  it.each(['/', `/city/${BANDUNG}`, '/network', '/api/thousand'])('holds where the server fails: %s', async (path) => {
    const response = await broken.request(path);
    expect(response.status).toBe(500);
    const text = await response.clone().text();
    expect(text).not.toMatch(/secret detail|\.ts:|at Proxy/);
    await expectSafe(response, path);
  });

  it.each(['TRACE', 'OPTIONS', 'PUT'])('lets nobody use %s on a page', async (method) => {
    const request = new Request('http://localhost/network', { method: 'PUT' });
    // A `Request` that is made here refuses TRACE; one that comes by a connection does not.
    Object.defineProperty(request, 'method', { value: method });
    const response = await app.fetch(request);
    expect([404, 405]).toContain(response.status);
    await expectSafe(response, '/network');
  });
});
