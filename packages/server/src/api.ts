/** The JSON routes: cities, the thousand, a city's draft plan, the country figures a browser needs, names of actions. */
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { BOUNDARIES, DomainError, inventoryOf, type Boundary } from '@thousand-cities/model';
import { problem, sendProblem } from './problem.ts';
import type { CityServices, DraftYears } from './services.ts';
import { readBody } from './workspace/body.ts';

const DEFAULT_LIMIT = 8;
const MAX_LIMIT = 50;
const MAX_QUERY = 200;
/** Five hundred rows take a fifth of a megabyte. */
const MAX_INVENTORY = 2 * 1024 * 1024;
/** Facts change with a release, not within a day. */
const FACTS = 'public, max-age=3600';

/** Read `limit`, a whole number from 1 to 50. */
function limitOf(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_LIMIT;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new DomainError('out-of-range', `limit is a whole number from 1 to ${MAX_LIMIT}; got "${text}"`, ['limit']);
  }
  return limit;
}

function queryOf(text: string | undefined): string {
  const query = (text ?? '').trim();
  if (query.length > MAX_QUERY) {
    throw new DomainError('out-of-range', `q has at most ${MAX_QUERY} characters`, ['q']);
  }
  return query;
}

/** @throws {DomainError} `out-of-range` */
function draftYears(asked: { readonly horizonYear?: unknown; readonly boundary?: unknown }): DraftYears {
  const { horizonYear, boundary } = asked;
  if (typeof horizonYear !== 'number' || !Number.isInteger(horizonYear) || horizonYear < 2025 || horizonYear > 2100) {
    throw new DomainError('out-of-range', 'horizonYear is a year from 2025 to 2100', ['horizonYear']);
  }
  if (!BOUNDARIES.includes(boundary as Boundary)) {
    throw new DomainError('out-of-range', `boundary is one of ${BOUNDARIES.join(', ')}`, ['boundary']);
  }
  return { horizonYear, boundary: boundary as Boundary };
}

/** Routes below `/api`. */
export function createApi(services: CityServices): Hono {
  const api = new Hono();
  api.use(compress());
  api.use(etag());

  api.get('/cities', (c) => {
    const query = queryOf(c.req.query('q'));
    const limit = limitOf(c.req.query('limit'));
    const country = c.req.query('country')?.trim().toUpperCase();
    c.header('Cache-Control', FACTS);
    return c.json(query === '' ? [] : services.search(query, country ? { country, limit } : { limit }));
  });

  api.get('/thousand', (c) => {
    c.header('Cache-Control', FACTS);
    return c.json(services.thousand());
  });

  api.get('/cities/:id', (c) => {
    const id = c.req.param('id');
    const city = services.city(id);
    if (!city) throw new DomainError('unknown-city', `no city has the id "${id}"`, ['id']);
    c.header('Cache-Control', FACTS);
    return c.json(city);
  });

  api.get('/cities/:id/plan', (c) => {
    const plan = services.makePlan(c.req.param('id'));
    c.header('Cache-Control', 'no-cache');
    return c.json(plan);
  });

  // A draft on the city's own inventory. Nothing is kept: who set a plan on another inventory asks for both and compares.
  api.post('/cities/:id/plan', async (c) => {
    const { value } = await readBody(c, MAX_INVENTORY);
    const { inventory, ...years } = (value ?? {}) as { readonly inventory?: unknown };
    const plan = services.draftOn(c.req.param('id'), inventoryOf(inventory), draftYears(years));
    c.header('Cache-Control', 'no-store');
    return c.json(plan);
  });

  api.get('/countries', (c) => {
    c.header('Cache-Control', FACTS);
    return c.json(services.countries());
  });

  api.get('/countries/:iso3', (c) => {
    const iso3 = c.req.param('iso3').toUpperCase();
    const country = services.country(iso3);
    if (!country) throw new DomainError('unknown-country', `no country has the code "${iso3}"`, ['iso3']);
    c.header('Cache-Control', FACTS);
    return c.json({ iso3, iso2: country.iso2, name: country.name });
  });

  api.get('/reference/:iso3', (c) => {
    c.header('Cache-Control', FACTS);
    return c.json(services.referenceSlice(c.req.param('iso3').toUpperCase()));
  });

  api.get('/factors/:iso3', (c) => {
    c.header('Cache-Control', FACTS);
    return c.json(services.factorSlice(c.req.param('iso3').toUpperCase()));
  });

  api.get('/actions/names/:locale', (c) => {
    const locale = c.req.param('locale');
    const names = services.actionNames(locale);
    if (!names) return sendProblem(c, problem(404, 'unknown-locale', `no action names in "${locale}"`, ['locale']));
    c.header('Cache-Control', FACTS);
    return c.json(names);
  });

  api.all('*', (c) => sendProblem(c, problem(404, 'unknown-route', `nothing is at ${c.req.path}`)));
  return api;
}
