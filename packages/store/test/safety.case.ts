/** Who agreed to what, what the program does on behalf of somebody, and what is remembered of it. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  addNetworkMember,
  addServiceAccount,
  answerCity,
  EVENTS_KEPT_DAYS,
  findToken,
  findVersion,
  forgetOld,
  foundNetwork,
  lacksSecondFactor,
  leaveNetwork,
  listEvents,
  listServiceAccounts,
  listShares,
  newId,
  readAudit,
  recordEvent,
  setPassword,
  shareWith,
  onBehalfOf,
  SYSTEM,
  addPlan,
  saveVersion,
  type Database,
} from '../src/index.ts';
import { as, newCity, newPerson, planOf, refusalOf, takeIn } from './documents.ts';

export function safetyCase(database: () => Database): void {
  describe('a network', () => {
    it('sees what a city shares once it has taken the city in, and asks again of one that comes back', async () => {
      const db = database();
      const { city, people } = await newCity(db, 'IDN');
      const [secretary, abroad] = [await newPerson(db), await newPerson(db)];
      const network = await db.as(SYSTEM, (tx) => foundNetwork(tx, newId(), secretary.id));
      await db.as(SYSTEM, (tx) => addNetworkMember(tx, network.id, abroad.id, 'national-coordinator', 'DEU'));
      const plan = await db.as(as(people.lead), async (tx) => {
        const made = await addPlan(tx, city.id, 'Main', planOf('x'));
        const { text } = (await findVersion(tx, 'plan', made))!;
        await saveVersion(tx, 'plan', made, { basedOn: 1, text, state: 'approved' });
        return made;
      });
      const seen = async () => (await db.as(as(secretary), (tx) => findVersion(tx, 'plan', plan, 2))) !== undefined;
      const join = () => db.as(as(people.lead), (tx) => shareWith(tx, city.id, network.id, ['plan']));
      await join();
      expect(await seen()).toBe(false);
      for (const nobody of [people.lead, abroad]) {
        const attempt = db.as(onBehalfOf(nobody.id), (tx) => answerCity(tx, network.id, city.id, 'accept'));
        expect(await refusalOf(attempt)).toMatchObject({ code: 'not-found' });
      }
      const forged = db.as(as(people.lead), (tx) =>
        tx.updateTable('network_cities').set({ accepted_at: new Date().toISOString() }).execute(),
      );
      expect(await refusalOf(forged)).toMatchObject({ code: 'not-allowed' });
      await takeIn(db, secretary, network.id, city.id);
      expect(await seen()).toBe(true);
      const log = await db.as(as(people.lead), (tx) => readAudit(tx, city.id));
      expect(log.at(-1)).toMatchObject({ action: 'shares.accept', actor: secretary.id });
      await db.as(as(people.lead), (tx) => leaveNetwork(tx, city.id, network.id));
      await join();
      expect(await seen()).toBe(false);
      const decline = onBehalfOf(secretary.id);
      await db.as(decline, (tx) => answerCity(tx, network.id, city.id, 'decline'));
      expect(await db.as(as(secretary), (tx) => listShares(tx, { networkId: network.id }))).toEqual([]);
    });
  });

  describe('a program’s account', () => {
    const account = { name: 'Meter', role: 'editor', scopes: ['read'] } as const;

    it('is there whole, or not at all', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      const add = (leadId: string) =>
        db.as(onBehalfOf(leadId), (tx) => addServiceAccount(tx, leadId, { cityId: city.id, ...account }));
      const users = () => db.as(SYSTEM, (tx) => sql<{ n: number }>`SELECT count(*) AS n FROM users`.execute(tx));
      const before = await users();
      expect(await refusalOf(add(people.editor.id))).toMatchObject({ code: 'not-allowed' });
      expect((await users()).rows).toEqual(before.rows);
      const { userId, secret } = await add(people.lead.id);
      expect(await db.as(SYSTEM, (tx) => findToken(tx, secret))).toMatchObject({ userId });
      expect(await db.as(as(people.lead), (tx) => listServiceAccounts(tx, city.id))).toMatchObject([{ userId }]);
      const [last] = (await db.as(as(people.lead), (tx) => readAudit(tx, city.id))).slice(-1);
      expect(last).toMatchObject({ actor: people.lead.id });
    });
  });

  describe('the log of the installation', () => {
    it('is read by the program alone, changed by nobody, and forgotten after a year', async () => {
      const db = database();
      const person = await newPerson(db);
      const event = {
        event: 'sign-in',
        outcome: 'refused',
        address: '192.0.2.1',
        detail: { why: 'password' },
      } as const;
      await db.as(SYSTEM, (tx) => recordEvent(tx, { ...event, userId: person.id }));
      const list = () => db.as(SYSTEM, (tx) => listEvents(tx, { limit: 1 }));
      const [entry] = await list();
      expect(entry).toMatchObject({ ...event, userId: person.id, detail: '{"why":"password"}' });
      expect(await refusalOf(db.as(as(person), (tx) => listEvents(tx, { limit: 1 })))).toMatchObject({ code: 'not-allowed' }); // prettier-ignore
      const forge = db.as(SYSTEM, (tx) => sql`UPDATE security_events SET outcome = 'done'`.execute(tx));
      expect(await refusalOf(forge)).toMatchObject({ code: 'not-allowed' });
      const days = (n: number) => new Date(new Date(entry!.at).getTime() + n * 86_400_000);
      await db.as(SYSTEM, (tx) => forgetOld(tx, days(EVENTS_KEPT_DAYS - 0.01)));
      expect(await list()).toEqual([entry]);
      await db.as(SYSTEM, (tx) => forgetOld(tx, days(EVENTS_KEPT_DAYS + 0.01)));
      expect(await list()).toEqual([]);
    });
  });

  describe('a second factor', () => {
    it('is lacked by whom it is demanded of, who has a password and no factor', async () => {
      const db = database();
      const { people } = await newCity(db);
      const lacks = (id: string, of: Parameters<typeof lacksSecondFactor>[2]) =>
        db.as(SYSTEM, (tx) => lacksSecondFactor(tx, id, of));
      expect(await lacks(people.lead.id, ['leads'])).toBe(false);
      for (const { id } of [people.lead, people.editor]) await db.as(SYSTEM, (tx) => setPassword(tx, id, 'scrypt$x'));
      expect(await lacks(people.lead.id, ['leads'])).toBe(true);
      expect(await lacks(people.editor.id, ['leads', 'administrators'])).toBe(false);
      expect(await lacks(people.lead.id, ['administrators'])).toBe(false);
      const administrator = (is: boolean) =>
        db.as(SYSTEM, (tx) => sql`UPDATE users SET administrator = ${is} WHERE id = ${people.editor.id}`.execute(tx));
      await administrator(true);
      expect(await lacks(people.editor.id, ['administrators'])).toBe(true);
      // Others count those who are left.
      await administrator(false);
      await db.as(SYSTEM, (tx) =>
        sql`UPDATE users SET two_factor_enabled = true WHERE id = ${people.lead.id}`.execute(tx),
      );
      expect(await lacks(people.lead.id, ['leads'])).toBe(false);
    });
  });
}
