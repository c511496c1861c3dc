/** The contract over a PostgreSQL server, with a database owner that is no superuser. */
import { afterAll, describe, it } from 'vitest';
import { openStore } from '../src/index.ts';
import { findPostgres, HOW_TO_GET, TestServer } from './postgres.ts';
import { rightsCase } from './rights.case.ts';
import { storeCase } from './store.case.ts';
import { tenantsCase } from './tenants.case.ts';

const bin = findPostgres();
if (bin) {
  const server = TestServer.start(bin);
  afterAll(async () => (await server).stop());
  const open = async () => openStore({ databaseUrl: await (await server).createDatabase() });
  storeCase('PostgreSQL server', open);
  rightsCase('PostgreSQL server', open);
  tenantsCase('PostgreSQL server', open);
} else {
  describe('store: PostgreSQL server', () => it.skip(HOW_TO_GET, () => undefined));
}
