/** The audit log: complete, in order, in the right name, and with no way around it. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  addInventory,
  appendAudit,
  checkAudit,
  entryHash,
  readAudit,
  saveInventory,
  SYSTEM,
  type AuditEntry,
  type Database,
} from '../src/index.ts';
import { as, inventoryOf, newCity, refusalOf } from './documents.ts';

export function auditCase(database: () => Database): void {
  describe('audit log', () => {
    it('tells who did what, in one sound chain', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      const key = await db.as(as(people.editor), (tx) => addInventory(tx, city.id, inventoryOf(2025)));
      await db.as(as(people.lead), (tx) =>
        saveInventory(tx, key, { basedOn: 1, inventory: inventoryOf(2025), state: 'approved' }),
      );
      const entries = await db.as(as(people.reviewer), (tx) => readAudit(tx, city.id));
      expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
        [null, 'city.found'],
        [null, 'members.accept'],
        [null, 'members.accept'],
        [null, 'members.accept'],
        [people.editor.id, 'inventory.draft'],
        [people.lead.id, 'inventory.approved'],
      ]);
      expect(entries.at(-1)?.subject).toBe(`inventory/${key.id}/2`);
      expect(await db.as(SYSTEM, (tx) => checkAudit(tx, city.id))).toEqual({ sound: true, entries: 6 });
    });

    it('stays one chain when thirty write at once', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      await Promise.all(
        Array.from({ length: 30 }, (_, i) =>
          db.as(as(people.editor), (tx) => appendAudit(tx, city.id, 'test', `n/${i}`, { i })),
        ),
      );
      expect(await db.as(SYSTEM, (tx) => checkAudit(tx, city.id))).toEqual({ sound: true, entries: 34 });
    });

    it('is written in one’s own name only', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      const forged = db.as(as(people.editor), (tx) =>
        sql`INSERT INTO audit_log (city_id, seq, at, actor, action, subject, detail, sha256)
            VALUES (${city.id}, 5, now(), ${people.lead.id}, 'x', 'x', '{}', '')`.execute(tx),
      );
      expect(await refusalOf(forged)).toMatchObject({ code: 'not-allowed' });
    });

    it('shows an entry that was slipped in past the program', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      await db.as(as(people.editor), (tx) =>
        sql`INSERT INTO audit_log (city_id, seq, at, actor, action, subject, detail, sha256)
            VALUES (${city.id}, 5, now(), me(), 'x', 'x', '{}', 'no hash')`.execute(tx),
      );
      expect(await db.as(SYSTEM, (tx) => checkAudit(tx, city.id))).toEqual({ sound: false, at: 5 });
    });

    it.each(['cityId', 'seq', 'at', 'actor', 'action', 'subject', 'detail'] as const)('hashes %s', (field) => {
      const entry: AuditEntry = { cityId: 'c', seq: 1, at: 't', actor: 'u', action: 'a', subject: 's', detail: '{}', sha256: '' }; // prettier-ignore
      const changed = { ...entry, [field]: field === 'seq' ? 2 : 'other' };
      expect(entryHash('', changed)).not.toBe(entryHash('', entry));
      expect(entryHash('x', entry)).not.toBe(entryHash('', entry));
    });
  });
}
