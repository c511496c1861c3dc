/**
 * Measure what the room of a network asks of a server: `node scripts/run.mjs packages/store/scripts/scale/network-room.ts [cities]
 * [inventories]`. The network has 1,000 cities first, then all. Needs PostgreSQL on the machine.
 */
import pg from 'pg';
import { listCompleteness, listStanding, openStore, type Database } from '../../src/index.ts';
import { findPostgres, HOW_TO_GET, TestServer } from '../../test/postgres.ts';
import { load, NETWORK, SECRETARY } from './load.ts';

const cities = Number(process.argv[2] ?? 13_000);
const inventories = Number(process.argv[3] ?? 20);
const TIMES = 15;
const PAGE = 200;

const bin = findPostgres();
if (!bin) throw new Error(HOW_TO_GET);
const server = await TestServer.start(bin, { flushes: true });
try {
  const url = await server.createDatabase();
  const db = await openStore({ databaseUrl: url });
  const client = new pg.Client({ connectionString: url.replace('//owner@', '//root@') });
  await client.connect();
  await load(client, { cities, inventories }, () => undefined);
  await measure(db, 'network of 1,000');
  await client.query(
    `INSERT INTO cities.network_cities (city_id, network_id, shares, accepted_at)
     SELECT id, '${NETWORK}', '{inventory,plan}', now() FROM cities.cities ON CONFLICT DO NOTHING`,
  );
  await client.query('ANALYZE cities.network_cities');
  await measure(db, `network of ${cities}`);
  await client.end();
  await db.close();
} finally {
  await server.stop();
}

async function measure(db: Database, name: string): Promise<void> {
  const took = { standing: [] as number[], completeness: [] as number[] };
  const cpu = process.cpuUsage();
  for (let i = 0; i < TIMES; i++) {
    await db.snapshot({ kind: 'person', userId: SECRETARY }, async (tx) => {
      const began = performance.now();
      const all = await listStanding(tx, NETWORK);
      took.standing.push(performance.now() - began);
      const page = all.slice(0, PAGE).map(({ cityId }) => cityId);
      const counting = performance.now();
      await listCompleteness(tx, NETWORK, page);
      took.completeness.push(performance.now() - counting);
    });
  }
  const used = process.cpuUsage(cpu);
  const median = (of: number[]) => Math.round(of.sort((a, b) => a - b)[TIMES >> 1]!);
  process.stdout.write(
    `${name}: standing p50 ${median(took.standing)} ms, completeness of ${PAGE} p50 ${median(took.completeness)} ms, ` +
      `this process ${Math.round((used.user + used.system) / 1000 / TIMES)} ms of processor each\n`,
  );
}
