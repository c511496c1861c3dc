/**
 * Random bodies at every write route: whatever comes, the answer is no fault of the server. Some here;
 * `CITIES_RANDOM_BODIES=100000` asks for a hundred thousand.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inventoryWorkbook } from '@thousand-cities/formats';
import { addInventory, addPlan, makeLink, newId, setPassword, SYSTEM } from '@thousand-cities/store';
import { seeded } from '../../store/test/seeded.ts';
import { hashPassword } from '../src/identity/password.ts';
import { operations } from '../src/workspace/api.ts';
import { isWrite } from '../src/workspace/operation.ts';
import { SIGN_IN_ROUTES } from '../src/workspace/sign-in-routes.ts';
import { inventory, newTown, plan, type Town } from './people.ts';
import { cookiesOf, startWorkspace, type TestWorkspace } from './workspace.ts';

const TIMES = Number(process.env['CITIES_RANDOM_BODIES'] ?? 1_200);
const SEED = Number(process.env['CITIES_RANDOM_SEED'] ?? 4);
const AT_ONCE = 16;

let world: TestWorkspace;
let town: Town;
let cookie: string;
let params: Record<string, string>;

beforeAll(async () => {
  world = await startWorkspace();
  town = await newTown(world);
  const { lead } = town.users;
  const hash = await hashPassword('the river rises in may');
  await world.db.as(SYSTEM, async (tx) => {
    await setPassword(tx, lead.id, hash);
    await tx.updateTable('users').set({ administrator: true }).where('id', '=', lead.id).execute();
    await makeLink(tx, { purpose: 'set-up', lifetimeHours: 1 });
  });
  const signedIn = await world.ask('POST', '/api/v1/auth/sign-in/email', {
    json: { email: lead.email, password: 'the river rises in may' },
  });
  cookie = cookiesOf(signedIn);
  const documentId = await world.db.as({ kind: 'person', userId: lead.id }, async (tx) => {
    await addInventory(tx, town.cityId, inventory);
    return (await addPlan(tx, town.cityId, 'Main', plan)).id;
  });
  const table = `city,country,year,population,gpc_ref,co2e_tonnes,notation_key\nTinytown,DEU,2021,9,I.1.1,7,\n`;
  files = [await inventoryWorkbook(inventory), Buffer.from(table), Buffer.from('%PDF-1.7\n%%EOF')];
  params = { cityId: town.cityId, networkId: town.networkId, userId: town.users.viewer.id, documentId };
}, 60_000);
afterAll(() => world.close());

/** Bodies that would be taken, to be spoilt. */
const templates: readonly unknown[] = [
  { name: 'Ana', locale: 'id' },
  { name: 'ci', scopes: ['read'], expiresAt: '2027-01-01T00:00:00Z' },
  { email: 'x@example.org', role: 'editor' },
  { name: 'Main', note: 'n', document: plan },
  { basedOn: 1, document: plan },
  { basedOn: 1, document: inventory },
  { basedOn: 1, to: 'review', note: 'x' },
  { basedOn: 1, title: 'Our plan' },
  { kind: 'plan', subjectId: newId(), version: 1, place: 'a.b', body: 'Why?', replyTo: newId() },
  { shares: ['plan', 'inventory'] },
  { role: 'national-coordinator', country: 'IDN' },
  { secret: 'x'.repeat(43), email: 'x@example.org', name: 'X', password: 'short' },
  { email: 'nobody@example.org', password: 'wrong wrong wrong', rememberMe: true, callbackURL: '/x' },
  { code: '123456', trustDevice: true },
  { provider: 'oidc', callbackURL: 'https://evil.example/' },
  { disabled: false },
  { kind: 'evaluate-plan', payload: { planId: newId(), version: 1, draws: 64, seed: 1 } },
  { kind: 'network-roll-up', payload: {} },
  { kind: 'optimise-plan', payload: { planId: newId(), version: 1 } },
  { inventoryId: newId(), basedOn: 0 },
  { email: 'x@example.org', role: 'secretariat' },
  { email: 'x@example.org', role: 'national-coordinator', country: 'IDN' },
  { secret: 'x'.repeat(43) },
  { reason: 'Not of our region.' },
  { url: 'https://hooks.example.org/x', events: ['comment.added', 'document.published'] },
];

const odd: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e308, -0, 2 ** 53, 2 ** 31, '', ' ', '\u202e', '😀', 'x'.repeat(5000), '1', 'true',
  '../../etc/passwd', "'; DROP TABLE users; --", '{{7*7}}', '<script>', '\t', '\0', '\ud800', '__proto__', 'constructor',
  [], {}, [[]], [null], { length: -1 }, { toString: 1 }, { then: 1 }, { $ne: null }, '2027-13-45T00:00:00Z', 'NaN', newId(),
]; // prettier-ignore

const FILE_NAMES = ['a.xlsx', 'a.csv', 'a.pdf', '..%2Fa.txt', '%E2%80%AEa.png'];
let files: readonly Uint8Array[];

const pick = <T>(items: readonly T[], random: () => number): T => items[Math.floor(random() * items.length)]!;

/** Change a copy of a value in one place. */
function spoil(value: unknown, random: () => number): unknown {
  if (random() < 0.25 || typeof value !== 'object' || value === null) return pick(odd, random);
  const entries = Object.entries(value);
  if (entries.length === 0) return pick(odd, random);
  const index = Math.floor(random() * entries.length);
  const [name, item] = entries[index]!;
  if (random() < 0.2) entries.splice(index, 1);
  else if (random() < 0.2) entries.push([JSON.stringify(pick(odd, random)), pick(odd, random)]);
  else entries[index] = [name, spoil(item, random)];
  return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

/** A body: mostly a spoilt one of a kind that is known, sometimes whole, sometimes bytes. */
function randomBody(random: () => number): BodyInit {
  const kind = random();
  if (kind < 0.05) return new Uint8Array(Array.from({ length: 40 }, () => Math.floor(random() * 256)));
  if (kind < 0.1) return JSON.stringify(pick(templates, random)).slice(0, Math.floor(random() * 60));
  if (kind < 0.2) return JSON.stringify(pick(odd, random)) ?? 'null';
  let body = pick(templates, random);
  for (let times = Math.floor(random() * 3); times >= 0; times--) body = spoil(body, random);
  return JSON.stringify(body) ?? 'null';
}

/** A file: a workbook or a table with some bytes changed, or bytes. */
function randomFile(random: () => number): Uint8Array<ArrayBuffer> {
  const whole = pick(files, random);
  const bytes = new Uint8Array(random() < 0.2 ? whole.slice(0, Math.floor(random() * whole.length)) : whole);
  for (let times = Math.floor(random() * 4); times > 0 && bytes.length > 0; times--) {
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  }
  return bytes;
}

interface Route {
  readonly method: string;
  readonly path: string;
  /** Takes a file instead of JSON. */
  readonly isUpload?: boolean;
}

const routes: readonly Route[] = [
  ...operations
    .filter(isWrite)
    .map(({ method, path, upload }) => ({ method: method.toUpperCase(), path, isUpload: upload !== undefined })),
  ...SIGN_IN_ROUTES.filter((route) => route !== '/sign-out').map((route) => ({
    method: 'POST',
    path: `/auth${route}`,
  })),
];

/** One request; its status. Ending one's own session or membership would make the rest dull. */
async function send({ method, path, isUpload }: Route, random: () => number): Promise<number> {
  const known = random() < 0.7 && !(method === 'DELETE' || path.includes('members'));
  const where = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (known && params[name]) || newId());
  const isFile = isUpload === true && random() < 0.9;
  const kind = pick(['inventory', 'plan'], random);
  const query = isFile
    ? `?kind=${kind}&subjectId=${params['documentId'] ?? newId()}&name=${pick(FILE_NAMES, random)}`
    : '';
  const headers = {
    ...(isFile && { 'Content-Type': 'application/octet-stream' }),
    ...(random() < 0.1 && { 'Idempotency-Key': String(Math.floor(random() * 50)), 'If-Match': '"v1"' }),
  };
  const response = await world.ask(method, `/api/v1${where}${query}`, {
    raw: isFile ? randomFile(random) : randomBody(random),
    headers,
    ...(random() < 0.8 ? { cookie } : random() < 0.7 ? { token: town.tokens.editor! } : {}),
  });
  await response.arrayBuffer();
  return response.status;
}

it('are refused or taken, and never a fault', { timeout: Math.max(600_000, 40 * TIMES) }, async () => {
  const random = seeded(SEED);
  const seen = new Map<number, number>();
  const work = Array.from({ length: AT_ONCE }, async (_, worker) => {
    for (let i = worker; i < TIMES; i += AT_ONCE) {
      const route = routes[i % routes.length]!;
      if (route.path === '/me/sessions') continue;
      const status = await send(route, random);
      seen.set(status, (seen.get(status) ?? 0) + 1);
      expect(status, `${route.method} ${route.path}`).toBeLessThan(500);
    }
  });
  await Promise.all(work);
  expect(world.faults).toEqual([]);
  // The requests reached what they were meant to reach.
  for (const status of [201, 400, 403, 404]) expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(0);
  expect((await world.ask('GET', '/api/v1/me/sessions', { cookie })).status).toBe(200);
});
