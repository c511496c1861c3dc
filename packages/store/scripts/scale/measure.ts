/**
 * Measure the store on a server of its own: `node scripts/run.mjs packages/store/scripts/scale/measure.ts [cities] [inventories]`.
 * Prints what `docs/scale.md` tells. Needs PostgreSQL on the machine and some gigabytes of disk.
 */
import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { openStore, saveInventory } from '../../src/index.ts';
import { inventoryOf } from '../../test/documents.ts';
import { findPostgres, HOW_TO_GET, TestServer } from '../../test/postgres.ts';
import { seeded } from '../../test/seeded.ts';
import { cityId, inventoryId, leadId, load } from './load.ts';
import { HOT, ROLL_UP } from './queries.ts';

const cities = Number(process.argv[2] ?? 13_000);
const inventories = Number(process.argv[3] ?? 20);
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const random = seeded(1);
const anyCity = (): number => 1 + Math.floor(random() * cities);

const bin = findPostgres();
if (!bin) throw new Error(HOW_TO_GET);
const server = await TestServer.start(bin, { flushes: true });
try {
  const url = await server.createDatabase();
  const db = await openStore({ databaseUrl: url });
  const client = new pg.Client({ connectionString: url.replace('//owner@', '//root@') });
  await client.connect();
  const began = Date.now();
  await load(client, { cities, inventories }, (done) => {
    if (done % 1000 === 0) say(`${done} cities, ${Math.round((Date.now() - began) / 1000)} s`);
  });
  say(`loaded in ${Math.round((Date.now() - began) / 1000)} s`);
  await sizes(client);
  const plans: string[] = [];
  for (const hot of HOT) plans.push(await hottest(client, hot));
  writeFileSync('test-output/query-plans.txt', plans.join('\n\n'));
  await client.query('BEGIN; SET LOCAL ROLE thousand_cities_system');
  const rolled = Date.now();
  await client.query(ROLL_UP);
  say(`roll-up of all cities, one year: ${Date.now() - rolled} ms`);
  await client.query('COMMIT');
  await client.end();
  await saves(db);
  await db.close();
} finally {
  await server.stop();
}

async function sizes(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ relname: string; rows: string; bytes: string }>(
    `SELECT relname, reltuples::bigint AS rows, pg_size_pretty(pg_total_relation_size(oid)) AS bytes FROM pg_class
     WHERE relnamespace = 'cities'::regnamespace AND relkind = 'r' AND reltuples > 0 ORDER BY pg_total_relation_size(oid) DESC`,
  );
  for (const { relname, rows: count, bytes } of rows) say(`${relname}: ${count} rows, ${bytes}`);
}

async function as(client: pg.Client, user: string | undefined): Promise<void> {
  await client.query('BEGIN');
  await client.query(
    `SELECT set_config('search_path', 'cities', true), set_config('app.user_id', $1, true), set_config('role', 'thousand_cities_app', true)`,
    [user ?? ''],
  );
}

/** Median and 99th percentile over 300 cities, and the plan of one. */
async function hottest(client: pg.Client, { name, who, sql }: (typeof HOT)[number]): Promise<string> {
  const times: number[] = [];
  for (let i = 0; i < 300; i++) {
    const n = anyCity();
    await as(client, who(n));
    const began = performance.now();
    await client.query(sql(n));
    times.push(performance.now() - began);
    await client.query('COMMIT');
  }
  await as(client, who(1));
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${sql(1)}`);
  await client.query('COMMIT');
  say(`${name}: ${quantiles(times)}`);
  return [`-- ${name}`, sql(1), ...rows.map((row) => row['QUERY PLAN'])].join('\n');
}

function quantiles(times: number[]): string {
  times.sort((a, b) => a - b);
  const at = (share: number): string => times[Math.floor(share * times.length)]!.toFixed(2);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

/** Saving as the store does, one after the other and sixteen at once. */
async function saves(db: Awaited<ReturnType<typeof openStore>>): Promise<void> {
  const save = async (n: number): Promise<number> => {
    const began = performance.now();
    await db.as({ kind: 'person', userId: leadId(n) }, (tx) =>
      saveInventory(tx, { cityId: cityId(n), id: inventoryId(2025) }, { basedOn: 1, inventory: inventoryOf(2025) }),
    );
    return performance.now() - began;
  };
  const serial: number[] = [];
  for (let n = 1; n <= 200; n++) serial.push(await save(n));
  say(`save an inventory: ${quantiles(serial)}`);
  const began = Date.now();
  const next = { n: 201 };
  const worker = async (): Promise<void> => {
    while (next.n <= Math.min(cities, 1800)) await save(next.n++);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  say(`saves, sixteen at once: ${Math.round(((next.n - 201) / (Date.now() - began)) * 1000)} per second`);
}
