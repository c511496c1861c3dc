/** Transactions: all or nothing, in one name, leaving no trace on a shared connection. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addUser, findUser, findUserByEmail, PUBLIC, SYSTEM, type Database } from '../src/index.ts';
import { as, newPerson, refusalOf } from './documents.ts';

export function transactionsCase(database: () => Database): void {
  describe('transactions', () => {
    it('keep nothing of work that throws', async () => {
      const db = database();
      const broken = db.as(SYSTEM, async (tx) => {
        await addUser(tx, { email: 'half@example.org', name: 'Half' });
        throw new Error('stop');
      });
      expect((await refusalOf(broken)).message).toBe('stop');
      expect(await db.as(SYSTEM, (tx) => findUserByEmail(tx, 'half@example.org'))).toBeUndefined();
    });

    it('leave no name behind on the connection', async () => {
      const db = database();
      await db.as(SYSTEM, () => Promise.resolve());
      await db.as(as(await newPerson(db)), () => Promise.resolve());
      const settings = await db.as(PUBLIC, (tx) =>
        sql<Settings>`SELECT current_user AS role, me() AS me, only_city() AS city`.execute(tx),
      );
      expect(settings.rows).toEqual([{ role: 'thousand_cities_app', me: null, city: null }]);
    });

    it('run fifty at once without mixing their names', async () => {
      const db = database();
      const people = await Promise.all(Array.from({ length: 5 }, () => newPerson(db)));
      const names = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          db.as(as(people[i % 5]!), async (tx) => {
            await sql`SELECT pg_sleep(0.001)`.execute(tx);
            const { rows } = await sql<{ me: string }>`SELECT me() AS me`.execute(tx);
            return rows[0]!.me;
          }),
        ),
      );
      expect(names).toEqual(Array.from({ length: 50 }, (_, i) => people[i % 5]!.id));
    });

    it('give the same values for the same types on every database', async () => {
      const { rows } = await database().as(PUBLIC, (tx) =>
        sql`SELECT 9007199254740991::bigint AS whole, 0.1::float8 AS part, '2026-11-28 12:00:00.123+02'::timestamptz AS at,
                   ARRAY['a b', 'c"d'] AS list, ${new Uint8Array([0, 255])}::bytea AS bytes, NULL::text AS none,
                   'é'::text AS text, true AS yes`.execute(tx),
      );
      expect(rows).toEqual([
        {
          whole: Number.MAX_SAFE_INTEGER,
          part: 0.1,
          at: '2026-11-28T10:00:00.123Z',
          list: ['a b', 'c"d'],
          bytes: new Uint8Array([0, 255]),
          none: null,
          text: 'é',
          yes: true,
        },
      ]);
    });

    it.each([
      ['NUL in a name', { email: 'nul@example.org', name: 'N\u0000' }],
      ['NUL in a language', { email: 'half@example.org', name: 'x', locale: 'a\u0000' }],
    ])('refuse %s in words, as input and not as a fault', async (_what, user) => {
      const refusal = await refusalOf(database().as(SYSTEM, (tx) => addUser(tx, user)));
      expect(refusal).toMatchObject({ code: 'out-of-range' });
    });

    it('that the database asks to be run again are, and refused as not possible now when it asks each time', async () => {
      let runs = 0;
      const contested = (state: string) =>
        database().as(SYSTEM, (tx) => {
          runs++;
          return sql`DO ${sql.raw(`$$ BEGIN RAISE EXCEPTION 'contested' USING ERRCODE = '${state}'; END $$`)}`.execute(
            tx,
          );
        });
      for (const state of ['40001', '40P01']) {
        expect(await refusalOf(contested(state))).toMatchObject({ code: 'store-unavailable' });
      }
      expect(runs).toBe(8);
    });

    it('refuse what is no id', async () => {
      const refusal = await refusalOf(database().as(SYSTEM, (tx) => findUser(tx, 'nobody')));
      expect(refusal).toMatchObject({ code: 'out-of-range' });
    });

    it('are read-only in a snapshot', async () => {
      const write = database().snapshot(SYSTEM, (tx) => addUser(tx, { email: 'late@example.org', name: 'Late' }));
      expect((await refusalOf(write)).message).toMatch(/read-only/);
    });
  });
}

interface Settings {
  readonly role: string;
  readonly me: string | null;
  readonly city: string | null;
}
