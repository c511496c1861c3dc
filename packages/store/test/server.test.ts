/** The contract over a PostgreSQL server, with a database owner that is no superuser. */
import { afterAll, describe, it } from 'vitest';
import { openStore } from '../src/index.ts';
import { findPostgres, HOW_TO_GET, TestServer } from './postgres.ts';
import { storeCase } from './store.case.ts';

const bin = findPostgres();
if (bin) {
  const server = TestServer.start(bin);
  afterAll(async () => (await server).stop());
  storeCase('PostgreSQL server', async () => openStore({ databaseUrl: await (await server).createDatabase() }));
} else {
  describe('store: PostgreSQL server', () => it.skip(HOW_TO_GET, () => undefined));
}
