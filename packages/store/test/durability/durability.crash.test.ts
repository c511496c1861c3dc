/** Nothing that was acknowledged is lost, and nothing is half there, however a process ends. */
import { afterAll, describe, expect, it } from 'vitest';
import { checkAudit, openStore, SYSTEM } from '../../src/index.ts';
import { temporaryFolder } from '../folders.ts';
import { findPostgres, HOW_TO_GET, TestServer } from '../postgres.ts';
import { seeded } from '../seeded.ts';
import { crashRounds } from './crash.ts';

/** Some of the rounds, so that `npm test` stays short: each begins a process that recovers a database. `DURABILITY=all` for all. */
const all = process.env['DURABILITY'] === 'all';
const EMBEDDED_ROUNDS = all ? 200 : 20;
const SERVER_ROUNDS = all ? 50 : 6;
/** Two data directories at once, one per core. */
const LANES = [11, 12];

describe.concurrent('durability: embedded', () => {
  it.each(LANES)(
    `keeps every acknowledged write over ${EMBEDDED_ROUNDS / LANES.length} kills (seed %i)`,
    async (seed) => {
      const location = { directory: temporaryFolder() };
      const tally = await crashRounds({ location, rounds: EMBEDDED_ROUNDS / LANES.length, random: seeded(seed) });
      process.stdout.write(`embedded, seed ${seed}: ${JSON.stringify(tally)}\n`);
      expect(tally.kept).toBeGreaterThan(tally.rounds);
      const db = await openStore(location);
      const cities = await db.as(SYSTEM, (tx) => tx.selectFrom('cities').select('id').execute());
      expect(await db.as(SYSTEM, (tx) => checkAudit(tx, cities[0]!.id))).toMatchObject({ sound: true });
      await db.close();
    },
    1_800_000,
  );
});

const bin = findPostgres();
if (bin) {
  const server = TestServer.start(bin, { flushes: true });
  afterAll(async () => (await server).stop(), 60_000);
  describe('durability: PostgreSQL server', () => {
    it(`keeps every acknowledged write over ${SERVER_ROUNDS} kills, every second with the server`, async () => {
      const running = await server;
      const tally = await crashRounds({
        location: { databaseUrl: await running.createDatabase() },
        rounds: SERVER_ROUNDS,
        random: seeded(13),
        alsoCrash: (round) => (round % 2 === 1 ? running.crash() : Promise.resolve()),
      });
      process.stdout.write(`server: ${JSON.stringify(tally)}\n`);
      expect(tally.kept).toBeGreaterThan(tally.rounds);
    }, 1_800_000);
  });
} else {
  describe('durability: PostgreSQL server', () => it.skip(HOW_TO_GET, () => undefined));
}
