/** The contract over the embedded database: all of it in a folder; the rights and what a transaction is in memory, where every test of the server runs. */
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type Database } from '../src/index.ts';
import { temporaryFolder } from './folders.ts';
import { rightsCase } from './rights.case.ts';
import { storeCase } from './store.case.ts';
import { findPostgres } from './postgres.ts';
import { tenantsCase } from './tenants.case.ts';
import { transactionsCase } from './transactions.case.ts';

// The statements and the database are the same in both; only where its files lie differs.
const inMemory = openStore({});
afterAll(async () => (await inMemory).close());
const lent = async (): Promise<Database> => ({ ...(await inMemory), close: () => Promise.resolve() });

describe('store: embedded in memory', () => {
  let db: Database;
  beforeAll(async () => {
    db = await lent();
  }, 120_000);
  transactionsCase(() => db);
});
rightsCase('embedded in memory', lent);
// The server's own test makes all ten thousand; where there is no server, this one does.
tenantsCase('embedded in memory', lent, findPostgres() ? 2_000 : 10_000);
storeCase('embedded in a folder', () => openStore({ directory: temporaryFolder() }));
