import { planOf, referenceOf, evaluate, type Plan, type ReferenceSlice } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { BANDUNG, builtPage, realServices } from './fixture.case.ts';
import type { CityHit, MapCity } from './services.ts';

const { webRoot, script } = builtPage();
const services = realServices();
const faults: unknown[] = [];
const app = createApp({ services, webRoot, onFault: (error) => faults.push(error) });
const ask = (path: string, headers: Record<string, string> = {}) => Promise.resolve(app.request(path, { headers }));
const json = async <T>(path: string) => (await (await ask(path)).json()) as T;

describe('cities', () => {
  it('are found in spite of a typing error, with what tells them apart', async () => {
    const [first] = await json<CityHit[]>('/api/cities?q=bandnug&limit=3');
    expect(first).toMatchObject({ id: BANDUNG, name: 'Bandung', iso3: 'IDN', iso2: 'ID', country: 'Indonesia' });
  });

  it('are searched within a country when one is given', async () => {
    const hits = await json<CityHit[]>('/api/cities?q=san%20jose&country=CRI');
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every(({ iso3 }) => iso3 === 'CRI')).toBe(true);
  });

  it('are none for an empty query', async () => {
    expect(await json('/api/cities?q=')).toEqual([]);
  });

  it('are a thousand on the map, the largest first, each somewhere on Earth', async () => {
    const cities = await json<MapCity[]>('/api/thousand');
    expect(cities).toHaveLength(1000);
    expect(cities[0]!.pop).toBeGreaterThanOrEqual(cities[999]!.pop);
    expect(cities.every(({ lat, lon }) => Math.abs(lat) <= 90 && Math.abs(lon) <= 180)).toBe(true);
  });
});

describe('a country', () => {
  it('is known by its code, with the one browsers know its name by', async () => {
    expect(await json('/api/countries/idn')).toEqual({ iso3: 'IDN', iso2: 'ID', name: 'Indonesia' });
    expect((await ask('/api/countries/XXX')).status).toBe(404);
    expect(await json('/api/countries')).toContainEqual({ iso3: 'IDN', iso2: 'ID', name: 'Indonesia' });
  });
});

describe('a city’s plan', () => {
  it('is a valid plan document that the browser can evaluate with the country slice alone', async () => {
    const plan = planOf(await json(`/api/cities/${BANDUNG}/plan`));
    const slice = await json<ReferenceSlice>(`/api/reference/${plan.city.country}`);
    const outcome = evaluate(plan, referenceOf(slice));
    expect(outcome.years[0]).toBe(plan.baseline.baseYear);
    expect(outcome.emissions.bau.every((value) => value > 0)).toBe(true);
  });

  it('is drafted on an inventory of the city’s own, and on the one it has already is the same', async () => {
    const plan = await json<Plan>(`/api/cities/${BANDUNG}/plan`);
    const [inventory] = plan.inventories;
    const { horizonYear, boundary } = plan.baseline;
    const draft = (body: unknown) =>
      Promise.resolve(
        app.request(`/api/cities/${BANDUNG}/plan`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      );
    const again = await draft({ inventory, horizonYear, boundary });
    expect(await again.json()).toEqual(plan);
    const half = inventory!.rows.map((row) =>
      row.ref === 'I.1.1' && typeof row.co2eTonnes === 'number'
        ? { ref: row.ref, co2eTonnes: row.co2eTonnes / 2, provenance: 'city-value', sources: ['own'] }
        : row,
    );
    const own = planOf(await (await draft({ inventory: { ...inventory, rows: half }, horizonYear, boundary })).json());
    const cellsOf = ({ baseline }: Plan) => baseline.cells.filter(({ ref }) => ref === 'I.1.1').map(({ amount }) => amount); // prettier-ignore
    cellsOf(own).forEach((amount, i) => expect(amount).toBeCloseTo(cellsOf(plan)[i]! / 2, 6));
    expect((await draft({ inventory, horizonYear: 9, boundary })).status).toBe(400);
    expect((await draft({ horizonYear, boundary })).status).toBe(400);
    for (const nothing of [null, 5, 'plan', []]) expect((await draft(nothing)).status).toBe(400);
  });

  it('has names for its actions in both languages, and a refusal in a third', async () => {
    const plan = planOf(await json(`/api/cities/${BANDUNG}/plan`));
    for (const locale of ['en', 'id']) {
      const names = await json<Record<string, { name: string }>>(`/api/actions/names/${locale}`);
      expect(plan.actions.filter((action) => !names[action.libraryId ?? action.id])).toEqual([]);
    }
    expect((await ask('/api/actions/names/xx')).status).toBe(404);
  });
});

describe('a refusal', () => {
  it.each([
    ['/api/cities/0/plan', 404, 'unknown-city'],
    ['/api/cities/no-such-id', 404, 'unknown-city'],
    ['/api/reference/XXX', 404, 'unknown-country'],
    ['/api/factors/XXX', 404, 'unknown-country'],
    ['/api/cities?q=a&limit=0', 400, 'out-of-range'],
    ['/api/cities?q=a&limit=many', 400, 'out-of-range'],
    [`/api/cities?q=${'a'.repeat(201)}`, 400, 'out-of-range'],
    ['/api/cities?q=a&country=XXX', 404, 'unknown-country'],
    ['/api/nothing', 404, 'unknown-route'],
  ])('of %s is a problem document with status %i and code %s', async (path, status, code) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ status, code, type: `urn:thousand-cities:problem:${code}` });
  });

  it('of a method says so in the same form', async () => {
    const response = await app.request('/healthz', { method: 'POST' });
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Type')).toContain('application/problem+json');
  });

  it('for a fault tells the log everything and the client nothing', async () => {
    const broken = createApp({
      services: {
        ...services,
        thousand: () => {
          throw new Error('secret path');
        },
      },
      webRoot,
      onFault: (error) => faults.push(error),
    });
    const response = await broken.request('/api/thousand');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(faults.at(-1)).toMatchObject({ message: 'secret path' });
  });
});

describe('a fault while making a page', () => {
  it('is told as a page that leads back, with nothing of its inside', async () => {
    const broken = createApp({
      services: {
        ...services,
        city: () => {
          throw new Error('secret path');
        },
      },
      webRoot,
      onFault: (error) => faults.push(error),
    });
    const response = await broken.request(`/city/${BANDUNG}`);
    const html = await response.text();
    expect(response.status).toBe(500);
    expect(html).toContain('<a href="/">');
    expect(html).not.toContain('secret');
  });
});

describe('answers', () => {
  it('carry an entity tag, and nothing is sent twice', async () => {
    const etag = (await ask('/api/thousand')).headers.get('ETag')!;
    const again = await ask('/api/thousand', { 'If-None-Match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('are compressed for whoever can read it', async () => {
    const response = await ask('/api/thousand', { 'Accept-Encoding': 'gzip' });
    expect(response.headers.get('Content-Encoding')).toBe('gzip');
  });

  it('keep the page to its own origin', async () => {
    const policy = (await ask('/')).headers.get('Content-Security-Policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe-inline');
    expect((await ask('/api/thousand')).headers.get('X-Content-Type-Options')).toBe('nosniff');
  });
});

describe('files of the page', () => {
  it('with a hash in their name live for a year, and come in the best form the browser reads', async () => {
    const brotli = await ask('/assets/index-abc.js', { 'Accept-Encoding': 'gzip, br' });
    expect(brotli.headers.get('Content-Encoding')).toBe('br');
    expect(brotli.headers.get('Cache-Control')).toContain('immutable');
    const gzip = await ask('/assets/index-abc.js', { 'Accept-Encoding': 'gzip, br;q=0' });
    expect(gzip.headers.get('Content-Encoding')).toBe('gzip');
    expect(await (await ask('/assets/index-abc.js')).text()).toBe(script);
  });

  it('are not sent again when unchanged', async () => {
    const etag = (await ask('/assets/index-abc.js')).headers.get('ETag')!;
    expect((await ask('/assets/index-abc.js', { 'If-None-Match': etag })).status).toBe(304);
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/assets/%2e%2e/%2e%2e/etc/passwd', '/assets', '/%E0%A4%A'])(
    'are never found outside their folder: %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );
});

describe('the page before any script', () => {
  it('finds cities by a plain form, in the reader’s language', async () => {
    const html = await (await ask('/?q=nairobi', { 'Accept-Language': 'id, en;q=0.5' })).text();
    expect(html).toContain('<html lang="id" dir="ltr">');
    expect(html).toContain('Apa yang harus dilakukan?');
    expect(html).toMatch(/<a href="\/city\/\d+">Nairobi<\/a>/);
  });

  it('lists the largest cities as links', async () => {
    const html = await (await ask('/')).text();
    expect(html.match(/<a href="\/city\/\d+">/g)!.length).toBeGreaterThanOrEqual(24);
  });

  it('shows a city’s inventory as a table', async () => {
    const html = await (await ask(`/city/${BANDUNG}`)).text();
    expect(html).toContain('<h1>Bandung</h1>');
    expect(html.match(/<tr>/g)).toHaveLength(6);
  });

  it('keeps language and theme of the cookie, and the address before it', async () => {
    const html = await (await ask('/?lang=en', { Cookie: 'lang=id; theme=dark' })).text();
    expect(html).toContain('<html lang="en" dir="ltr" data-theme="dark">');
  });

  it('answers an unknown address or city with 404 and a way on', async () => {
    for (const path of ['/nowhere', '/city/0']) {
      const response = await ask(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('role="search"');
    }
  });

  it('shows what was typed as text, never as markup', async () => {
    const html = await (await ask(`/?q=${encodeURIComponent('<script>alert(1)</script>"')}`)).text();
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;');
  });
});
