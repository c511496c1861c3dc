/** The contract over the embedded database, in memory and in a folder. */
import { afterAll } from 'vitest';
import { openStore, type Database } from '../src/index.ts';
import { temporaryFolder } from './folders.ts';
import { rightsCase } from './rights.case.ts';
import { storeCase } from './store.case.ts';
import { findPostgres } from './postgres.ts';
import { tenantsCase } from './tenants.case.ts';

// One database for all three suites: making one takes longer than a suite.
const inMemory = openStore({});
afterAll(async () => (await inMemory).close());
const lent = async (): Promise<Database> => ({ ...(await inMemory), close: () => Promise.resolve() });

storeCase('embedded in memory', lent);
rightsCase('embedded in memory', lent);
// The server's own test makes all ten thousand; where there is no server, this one does.
tenantsCase('embedded in memory', lent, findPostgres() ? 2_000 : 10_000);
storeCase('embedded in a folder', () => openStore({ directory: temporaryFolder() }));
