/**
 * What goes wrong around the program: a full disk, a database that goes away, clients that are slow, a clock that jumps, the same
 * request many times at once. Nobody gets a 5xx that is not "try again", and nothing that was acknowledged is lost.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addToken, setPassword, SYSTEM } from '@thousand-cities/store';
import { findPostgres, HOW_TO_GET, TestServer } from '../../store/test/postgres.ts';
import { builtPage } from '../src/fixture.case.ts';
import { hashPassword } from '../src/identity/password.ts';
import { serve, type RunningServer } from '../src/serve.ts';
import type { CityServices } from '../src/services.ts';
import { createLimiter } from '../src/workspace/limits.ts';
import { newPerson, newTown, plan, type Town } from './people.ts';
import { cookiesOf, NO_LIMITS, startWorkspace, type TestWorkspace } from './workspace.ts';

const PASSWORD = 'the river rises in may';

/** Begin a plan as the editor of a town. */
const add = (world: TestWorkspace, town: Town, name: string, headers: Record<string, string> = {}) =>
  world.ask('POST', `/api/v1/cities/${town.cityId}/plans`, {
    token: town.tokens.editor!,
    json: { name, document: plan },
    headers,
  });

/** Ids of the plans of a town, all pages. */
async function plansOf(world: TestWorkspace, { cityId, tokens }: Town): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let cursor = ''; ;) {
    const answer = await world.ask('GET', `/api/v1/cities/${cityId}/plans?limit=200${cursor}`, { token: tokens.editor! }); // prettier-ignore
    const { items, next } = (await answer.json()) as { items: { id: string }[]; next: string | null };
    for (const { id } of items) ids.add(id);
    if (next === null) return ids;
    cursor = `&cursor=${next}`;
  }
}

const idOf = async (answer: Response): Promise<string> => ((await answer.json()) as { id: string }).id;

/** A 503 says when to come back, and not what is wrong inside. */
async function expectTryAgain(answer: Response): Promise<void> {
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await answer.text()).not.toMatch(/pg_wal|postgres|No space/i);
}

describe('in one process', () => {
  let world: TestWorkspace;
  let town: Town;
  beforeAll(async () => {
    world = await startWorkspace();
    town = await newTown(world);
  }, 60_000);
  afterEach(() => vi.useRealTimers());
  afterAll(async () => {
    expect(world.faults).toEqual([]);
    await world.close();
  });

  it('the same request fifty times at once acts once, and is answered alike', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => add(world, town, 'Once', { 'Idempotency-Key': 'fifty' }))); // prettier-ignore
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(await Promise.all(answers.map(idOf))).size).toBe(1);
    expect((await plansOf(world, town)).size).toBe(1);
  });

  describe('while the clock jumps', () => {
    const HOUR = 3_600_000;
    const NOW = Date.parse('2026-06-01T12:00:00Z');
    const at = (moment: number) => vi.useFakeTimers({ toFake: ['Date'], now: moment });

    it('an address is locked for no longer than any lock lasts', async () => {
      at(NOW);
      const { email } = await newPerson(world, 'locked');
      const signIn = () => world.ask('POST', '/api/v1/auth/sign-in/email', { json: { email, password: 'wrong wrong wrong' } }); // prettier-ignore
      for (let i = 0; i < 6; i++) await signIn();
      const locked = await signIn();
      expect(locked.status).toBe(429);
      expect(Number(locked.headers.get('Retry-After'))).toBeLessThanOrEqual(60);
      at(NOW - 24 * HOUR);
      expect((await signIn()).status).toBe(401);
      at(NOW + 24 * HOUR);
      expect((await signIn()).status).toBe(401);
    });

    it('too many requests are told to wait a minute and no more', async () => {
      at(NOW);
      const limiter = createLimiter({ requests: 1, writes: 1, signIns: 1 });
      await limiter.count('requests', 'ana');
      at(NOW - 3 * HOUR);
      const refused = await limiter.count('requests', 'ana').catch((error: { headers: Record<string, string> }) => error); // prettier-ignore
      expect(Number((refused as { headers: Record<string, string> }).headers['Retry-After'])).toBeLessThanOrEqual(60);
      at(NOW + 3 * HOUR);
      await limiter.count('requests', 'ana');
    });

    it('a token ends by the clock there is, and a key still acts once', async () => {
      at(NOW);
      const expiresAt = new Date(NOW + HOUR).toISOString();
      const { secret } = await world.db.as(SYSTEM, (tx) => addToken(tx, { userId: town.users.editor.id, name: 'hour', scopes: ['read'], expiresAt })); // prettier-ignore
      const me = async () => (await world.ask('GET', '/api/v1/me', { token: secret })).status;
      const first = await idOf(await add(world, town, 'Jumped', { 'Idempotency-Key': 'jump' }));
      for (const [moment, status] of [
        [NOW, 200],
        [NOW + 2 * HOUR, 401],
        [NOW - 100 * HOUR, 200],
      ] as const) {
        at(moment);
        expect(await me()).toBe(status);
        expect(await idOf(await add(world, town, 'Jumped', { 'Idempotency-Key': 'jump' }))).toBe(first);
      }
    });

    it('a session goes on when the clock is set back, and ends when it is far ahead', async () => {
      at(NOW);
      const person = await newPerson(world, 'session');
      const hash = await hashPassword(PASSWORD);
      await world.db.as(SYSTEM, (tx) => setPassword(tx, person.id, hash));
      const cookie = cookiesOf(await world.ask('POST', '/api/v1/auth/sign-in/email', { json: { email: person.email, password: PASSWORD } })); // prettier-ignore
      const status = async () => (await world.ask('GET', '/api/v1/me/sessions', { cookie })).status;
      expect(await status()).toBe(200);
      at(NOW - 2 * HOUR);
      expect(await status()).toBe(200);
      at(NOW + 400 * 24 * HOUR);
      expect(await status()).toBe(401);
    });
  });

  describe('a slow client', () => {
    let server: RunningServer;
    beforeAll(async () => {
      server = await serve({
        // What the front page says is not asked.
        services: { network: { claim: async () => undefined } } as unknown as CityServices,
        webRoot: builtPage().webRoot,
        workspace: { workspace: world.handle, limits: NO_LIMITS },
        port: 0,
        host: '127.0.0.1',
        handleSignals: false,
        patience: { headersMs: 400, requestMs: 900, silenceMs: 600 },
        onFault: (error) => world.faults.push(error),
      });
    });
    afterAll(() => server.close());

    /** Send a piece again and again; resolves with what came back when the server has hung up. */
    function drip(first: string, piece: string): Promise<{ readonly answer: string; readonly ms: number }> {
      const began = performance.now();
      return new Promise((resolve) => {
        let answer = '';
        const socket = connect(server.port, '127.0.0.1', () => socket.write(first));
        const timer = setInterval(() => socket.writable && socket.write(piece), 50);
        socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
        socket.on('error', () => undefined);
        socket.on('close', () => {
          clearInterval(timer);
          resolve({ answer, ms: performance.now() - began });
        });
      });
    }

    it('is cut off, in the head as in the body, and others are served meanwhile', async () => {
      const head = 'POST /api/v1/accounts/password HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
      const slow = [
        ...Array.from({ length: 20 }, () => drip('GET / HTTP/1.1\r\n', 'X-Slow: 1\r\n')),
        ...Array.from({ length: 20 }, () => drip(`${head}Content-Length: 60000\r\n\r\n{`, ' ')),
        // Says nothing at all any more.
        drip(`${head}Content-Length: 60000\r\n\r\n{`, ''),
      ];
      for (let i = 0; i < 10; i++) {
        expect((await fetch(`${server.url.replace('localhost', '127.0.0.1')}/healthz`)).status).toBe(200);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      for (const { answer, ms } of await Promise.all(slow)) {
        expect(answer).toMatch(/^(HTTP\/1.1 4\d\d |$)/);
        expect(ms).toBeLessThan(10_000);
      }
    });
  });
});

const bin = findPostgres();
if (!bin) console.warn(HOW_TO_GET);

describe.skipIf(!bin)('a database server that goes away', () => {
  let server: TestServer;
  let world: TestWorkspace;
  let town: Town;
  let databaseUrl: string;
  beforeAll(async () => {
    server = await TestServer.start(bin!);
    databaseUrl = await server.createDatabase();
    world = await startWorkspace({ location: { databaseUrl } });
    town = await newTown(world);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    await server.stop();
    expect(world.faults).toEqual([]);
  });

  /** Write and read from eight sides while something happens; what was acknowledged, and every other answer. */
  async function during(
    happening: () => Promise<void>,
  ): Promise<{ readonly acknowledged: string[]; readonly refused: number }> {
    // prettier-ignore
    const acknowledged: string[] = [];
    let refused = 0;
    let over = false;
    const take = async (answer: Response, status: number): Promise<void> => {
      if (answer.status !== status) {
        await expectTryAgain(answer);
        refused++;
      } else if (status === 201) acknowledged.push(await idOf(answer));
    };
    const side = async (n: number): Promise<void> => {
      for (let i = 0; !over; i++) {
        await take(await add(world, town, `${n} ${i} ${Math.random()}`), 201);
        await take(await world.ask('GET', `/api/v1/cities/${town.cityId}/plans`, { token: town.tokens.viewer! }), 200);
      }
    };
    const sides = Array.from({ length: 8 }, (_, n) => side(n));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await happening();
    await new Promise((resolve) => setTimeout(resolve, 300));
    over = true;
    await Promise.all(sides);
    return { acknowledged, refused };
  }

  async function expectAllThere(acknowledged: readonly string[]): Promise<void> {
    expect(acknowledged.length).toBeGreaterThan(0);
    expect((await add(world, town, `After ${Math.random()}`)).status).toBe(201);
    const there = await plansOf(world, town);
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
  }

  it('in every connection is asked again by itself, and loses nothing', { timeout: 60_000 }, async () => {
    const { acknowledged } = await during(async () => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      for (let i = 0; i < 5; i++) {
        await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()`); // prettier-ignore
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await client.end();
    });
    await expectAllThere(acknowledged);
  });

  it('whole, and comes back, is used again by itself, and loses nothing', { timeout: 60_000 }, async () => {
    const { acknowledged, refused } = await during(() => server.crash());
    expect(refused).toBeGreaterThan(0);
    await expectAllThere(acknowledged);
  });
});

/** A small file system of its own, where this user may make one. */
function smallDisk(): { readonly folder: string; readonly remove: () => void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'cities-small-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=88m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    remove: () => {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

const disk = smallDisk();
// Of the file and not of its tests, so that it goes where they are left out.
afterAll(() => disk?.remove());

describe.skipIf(!disk)('a full disk', () => {
  const folder = disk?.folder ?? '';
  const filler = join(folder, 'filler');
  let world: TestWorkspace;
  let town: Town;
  beforeAll(async () => {
    mkdirSync(join(folder, 'data'));
    world = await startWorkspace({ location: { directory: join(folder, 'data') } });
    town = await newTown(world);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    expect(world.faults).toEqual([]);
  });

  /** Leave so much room. */
  function fill(leave: number): void {
    rmSync(filler, { force: true });
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(filler, Buffer.alloc(bavail * bsize - leave));
  }

  /** Write until it is refused; what was acknowledged. */
  async function writeUntilRefused(): Promise<string[]> {
    const acknowledged: string[] = [];
    for (let i = 0; i < 500; i++) {
      const answer = await add(world, town, `Plan ${Math.random()}`);
      if (answer.status !== 201) {
        await expectTryAgain(answer);
        return acknowledged;
      }
      acknowledged.push(await idOf(answer));
    }
    throw new Error('the disk is never full');
  }

  async function expectWorksWithRoom(acknowledged: readonly string[]): Promise<void> {
    rmSync(filler);
    // The one that finds the database broken may still be refused.
    const answer = await add(world, town, `Room ${Math.random()}`);
    if (answer.status === 503) expect((await add(world, town, `Room ${Math.random()}`)).status).toBe(201);
    const there = await plansOf(world, town);
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
  }

  it('under the tables refuses writes, goes on reading, and works again with room', { timeout: 60_000 }, async () => {
    fill(256 * 1024);
    const acknowledged = await writeUntilRefused();
    expect((await plansOf(world, town)).size).toBe(acknowledged.length);
    await expectWorksWithRoom(acknowledged);
  });

  it('under the write-ahead log loses nothing, and works again with room', { timeout: 60_000 }, async () => {
    const before = await idOf(await add(world, town, 'Before the log was full'));
    fill(4 * 1024 * 1024);
    // The log takes files of 16 MB: twenty messages of a megabyte, which no table keeps, need another.
    const logged = world.db.as(SYSTEM, async (tx) => {
      const { sql } = await import('kysely');
      for (let i = 0; i < 20; i++)
        await sql`SELECT pg_logical_emit_message(false, 'x', repeat('x', 1000000))`.execute(tx);
    });
    await expect(logged).rejects.toMatchObject({ code: 'store-unavailable' });
    const answer = await add(world, town, 'While the log is full');
    if (answer.status !== 201) await expectTryAgain(answer);
    await expectWorksWithRoom([before]);
  });
});
