import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NETWORK_GASES } from '@thousand-cities/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { builtPage, realServices } from './fixture.case.ts';
import { groupLine } from './network-sums.ts';

const { webRoot } = builtPage();
for (const locale of ['en', 'id']) {
  const catalogue = fileURLToPath(new URL(`../../web/src/messages/${locale}.json`, import.meta.url));
  copyFileSync(catalogue, join(webRoot, 'messages', `${locale}.json`));
}
const services = realServices();
const app = createApp({ services, webRoot });
const ask = (path: string, headers: Record<string, string> = {}) => Promise.resolve(app.request(path, { headers }));
const textOf = async (path: string, headers: Record<string, string> = {}) => (await ask(path, headers)).text();
const data = services.network.thousand();

describe('the claim before any script', () => {
  beforeAll(async () => {
    await services.network.claim();
  });

  it.each(['/', '/?q=bandung', '/network', '/embed'])('has one first heading at %s', async (path) => {
    expect((await textOf(path)).match(/<h1[ >]/g)).toHaveLength(1);
  });

  it('says whether it holds, with the temperature that the model gives', async () => {
    const html = await textOf('/');
    const { climate } = await services.network.claim();
    const plans = climate!.ghgOnly.warming.middle.at(-1)!.toFixed(2);
    expect(climate!.years.at(-1)).toBe(2100);
    expect(html).toContain('Do a thousand city plans keep Paris?');
    expect(html).toContain(`If all 1,000 cities reach zero by 2040, starting in 2027, the world warms by ${plans} °C`);
    expect(html).toMatch(
      /Cooler in 2050 by<\/th><td class="num">0\.\d{3} °C<\/td><td class="num">0\.\d{3} … 0\.\d{3}<\/td>/,
    );
    // Both readings, since the sign can differ
    expect(html.match(/if pollutants fall along/g)).toHaveLength(2);
    expect(html).not.toMatch(/\{\w+\}/);
  });

  it('stays a place to search from, with results first when there are any', async () => {
    const home = await textOf('/');
    expect(home).toContain('role="search"');
    expect(home.indexOf('claim-shell')).toBeLessThan(home.indexOf('role="search"'));
    const found = await textOf('/?q=nairobi');
    expect(found.indexOf('class="results"')).toBeLessThan(found.indexOf('claim-shell'));
  });

  it('is said in Indonesian', async () => {
    const html = await textOf('/', { 'Accept-Language': 'id' });
    expect(html).toContain('semua 1.000 kota');
    expect(html).not.toMatch(/(shell|claim|network)\.\w+/);
  });

  it('says nothing of choices that it does not know', async () => {
    const html = await textOf('/?v=1&aim=library');
    expect(html).toContain('claim-shell');
    expect(html).not.toContain('instead of');
  });

  it('is not waited for when it takes long, and a failure leaves the page', async () => {
    for (const claim of [() => new Promise<never>(() => undefined), () => Promise.reject(new Error('secret'))]) {
      const slow = createApp({ services: { ...services, network: { ...services.network, claim } }, webRoot });
      const response = await slow.request('/');
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).toContain('The answer is being worked out');
      expect(html).not.toContain('secret');
    }
  });
});

describe('the network before any script', () => {
  it('has the fifty largest and the sum of every region', async () => {
    const html = await textOf('/network');
    expect(html.match(/<a href="\/city\/\d+">/g)).toHaveLength(50);
    expect(html.match(/<a href="\/network\/region\/[a-z-]+">/g)).toHaveLength(data.groups.length);
    expect(html).toContain('<a href="/network/region/south-east-asia">South-East Asia</a>');
    expect(html).not.toMatch(/(shell|network|region)\.\w+</);
  });

  it('sums regions to the whole', () => {
    const regions = data.groups.filter(({ kind }) => kind === 'region').map(({ id }) => groupLine(data, id));
    const whole = data.cities.id.reduce(
      (sum, _, place) =>
        sum + NETWORK_GASES.reduce((own, gas) => own + data.paths[gas][place * data.knots.length]! * data.weights[gas][place]!, 0), // prettier-ignore
      0,
    );
    expect(regions.reduce((sum, { cities }) => sum + cities, 0)).toBe(1000);
    expect(regions.reduce((sum, { tonnes }) => sum + tonnes, 0)).toBeCloseTo(whole, 0);
  });

  it('has a page for each region with its sum, in both languages', async () => {
    const { cities } = groupLine(data, 'south-east-asia');
    const english = await textOf('/network/region/south-east-asia');
    expect(english).toContain('<h1>South-East Asia</h1>');
    expect(english).toContain(`${cities} cities of `);
    const indonesian = await textOf('/network/region/south-east-asia', { 'Accept-Language': 'id' });
    expect(indonesian).toContain('<h1>Asia Tenggara</h1>');
    expect(indonesian).toContain(`${cities} kota dengan `);
  });

  it.each(['/network/region/atlantis', '/network/region/', '/network/nothing'])('has nothing at %s', async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('role="search"');
  });
});

describe('the embedded claim', () => {
  it('may be framed by any site, and is the claim without header or search', async () => {
    await services.network.claim();
    const response = await ask('/embed');
    const policy = response.headers.get('Content-Security-Policy')!;
    expect(policy).toContain('frame-ancestors *');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("form-action 'self'");
    expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    const html = await response.text();
    expect(html).toContain('Do a thousand city plans keep Paris?');
    expect(html).not.toContain('site-header');
    expect(html).not.toContain('role="search"');
  });

  it.each([
    '/',
    '/network',
    '/network/region/europe',
    '/embed/',
    '/embed/other',
    '/embed%2F',
    '/api/thousand',
    '/api/network/thousand',
    '/city/1650357',
    '/?embed',
    '/assets/index-abc.js',
    '/nowhere',
  ])(
    // prettier-ignore
    'is the only page that may be: not %s',
    async (path) => {
      const { headers } = await ask(path);
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    },
  );
});
