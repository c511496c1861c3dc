/** What the store promises, whichever database it stands on; each kind's test file calls this with its own `open`. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../src/index.ts';
import { auditCase } from './audit.case.ts';
import { documentsCase } from './documents.case.ts';
import { jobsCase } from './jobs.case.ts';
import { networkRoomCase } from './network-room.case.ts';
import { peopleCase } from './people.case.ts';
import { safetyCase } from './safety.case.ts';
import { transactionsCase } from './transactions.case.ts';
import { webhooksCase } from './webhooks.case.ts';

export function storeCase(name: string, open: () => Promise<Database>): void {
  describe(`store: ${name}`, () => {
    let db: Database;
    beforeAll(async () => {
      db = await open();
    }, 120_000);
    afterAll(() => db.close());
    const database = (): Database => db;
    transactionsCase(database);
    safetyCase(database);
    networkRoomCase(database);
    peopleCase(database);
    documentsCase(database);
    auditCase(database);
    jobsCase(database);
    webhooksCase(database);
  });
}
