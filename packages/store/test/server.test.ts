/** The contract over a PostgreSQL server, with a database owner that is no superuser. */
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { listNetworks, openStore, PUBLIC, SYSTEM } from '../src/index.ts';
import { findPostgres, HOW_TO_GET, TestServer } from './postgres.ts';
import { rightsCase } from './rights.case.ts';
import { storeCase } from './store.case.ts';
import { tenantsCase } from './tenants.case.ts';

const bin = findPostgres();
if (bin) {
  const server = TestServer.start(bin);
  afterAll(async () => (await server).stop(), 60_000);
  const open = async () => openStore({ databaseUrl: await (await server).createDatabase() });
  storeCase('PostgreSQL server', open);
  describe('a server that goes away', () => {
    it('is refused in words, and used again when it is back', async () => {
      const [db, running] = [await open(), await server];
      const ask = () => db.as(PUBLIC, (tx) => listNetworks(tx));
      await ask();
      const slow = db.as(SYSTEM, (tx) => sql`SELECT pg_sleep(20)`.execute(tx));
      const cut = expect(slow).rejects.toMatchObject({ code: 'store-unavailable' });
      await new Promise((resolve) => setTimeout(resolve, 200));
      await running.crash();
      await cut;
      // A connection that was idle may still be found broken once.
      await ask().catch((error: unknown) => expect(error).toMatchObject({ code: 'store-unavailable' }));
      expect(await ask()).toEqual([]);
      await db.close();
    }, 120_000);

    it('ends what a request takes too long for', async () => {
      const db = await open();
      const { rows } = await db.as(PUBLIC, (tx) => sql<{ t: string }>`SHOW statement_timeout`.execute(tx));
      expect(rows).toEqual([{ statement_timeout: '30s' }]);
      const late = db.as(PUBLIC, async (tx) => {
        await sql`SET LOCAL statement_timeout = '50ms'`.execute(tx);
        await sql`SELECT pg_sleep(5)`.execute(tx);
      });
      await expect(late).rejects.toMatchObject({ code: 'store-unavailable' });
      const silent = db.as(PUBLIC, async (tx) => {
        await sql`SET LOCAL idle_in_transaction_session_timeout = '50ms'`.execute(tx);
        await new Promise((resolve) => setTimeout(resolve, 300));
        await sql`SELECT 1`.execute(tx);
      });
      await expect(silent).rejects.toMatchObject({ code: 'store-unavailable' });
      await db.close();
    });

    it('is said not to answer when it is not there', async () => {
      const nowhere = openStore({ databaseUrl: 'postgresql://a@127.0.0.1:1/b' });
      await expect(nowhere).rejects.toMatchObject({ code: 'store-unavailable' });
    });
  });
  rightsCase('PostgreSQL server', open);
  tenantsCase('PostgreSQL server', open);
} else {
  describe('store: PostgreSQL server', () => it.skip(HOW_TO_GET, () => undefined));
}
