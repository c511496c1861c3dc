/** Thousands of attempts to cross from one city into another, drawn at random from every table and way of asking. */
import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addComment,
  addEvidence,
  addInventory,
  addJob,
  addNetworkMember,
  addPlan,
  addWebhook,
  chooseBaseYear,
  foundNetwork,
  newId,
  saveInventory,
  savePlan,
  shareWith,
  SYSTEM,
  type Database,
  type Transaction,
  type User,
} from '../src/index.ts';
import { as, inventoryOf, newCity, newPerson, planOf, takeIn } from './documents.ts';
import { seeded } from './seeded.ts';

/** Attempts that share a transaction: each is undone by a savepoint. */
const BATCH = 250;

interface Tenant {
  readonly cityId: string;
  readonly inventoryId: string;
  readonly planId: string;
  /** People with a right somewhere in this city. */
  readonly insiders: readonly User[];
}

export function tenantsCase(name: string, open: () => Promise<Database>, attempts = 10_000): void {
  describe(`tenants: ${name}`, () => {
    let db: Database;
    beforeAll(async () => {
      db = await open();
    }, 120_000);
    afterAll(() => db.close());

    it(`keep out ${attempts} attempts by people of other cities and networks`, async () => {
      const tenants = await Promise.all([newTenant(db), newTenant(db), newTenant(db), newTenant(db)]);
      const random = seeded(20_261_128);
      const tried = new Map<string, number>();
      for (let done = 0; done < attempts; done += BATCH) {
        const own = pick(tenants, random);
        const intruder = pick(own.insiders, random);
        // Half of the transactions are narrowed to the intruder's own city, as those of the server are.
        const viewer = random() < 0.5 ? as(intruder) : as(intruder, own.cityId);
        await db.as(viewer, async (tx) => {
          for (let i = 0; i < BATCH; i++) {
            const target = pick(
              tenants.filter((tenant) => tenant !== own),
              random,
            );
            const [label, statement] = pick(intrusions, random);
            const touched = await attempt(tx, statement(target, own, intruder));
            expect(`${label}: ${touched}`).toBe(`${label}: 0`);
            tried.set(label, (tried.get(label) ?? 0) + 1);
          }
        });
      }
      expect(tried.size).toBe(intrusions.length);
    }, 120_000);

    it('would have been crossed by those same attempts from inside, so that the test can fail', async () => {
      const own = await newTenant(db);
      const lead = own.insiders[0]!;
      const crossed = await db.as(as(lead), async (tx) => {
        const counts: [string, number][] = [];
        for (const [label, statement] of intrusions) counts.push([label, await attempt(tx, statement(own, own, lead))]);
        return counts;
      });
      expect(crossed.filter(([, touched]) => touched === 0).map(([label]) => label)).toEqual([]);
    });

    it('stay apart for a person who works in both, within a transaction narrowed to one', async () => {
      const [one, two] = [await newTenant(db), await newTenant(db)];
      const lead = one.insiders[0]!;
      await db.as(SYSTEM, (tx) =>
        tx.insertInto('members').values({ city_id: two.cityId, user_id: lead.id, role: 'lead' }).execute(),
      );
      const plans = (city?: string) =>
        db.as(as(lead, city), (tx) => tx.selectFrom('plans').select('city_id').distinct().execute());
      expect(await plans()).toHaveLength(2);
      expect(await plans(one.cityId)).toEqual([{ city_id: one.cityId }]);
    });
  });
}

type Intrusion = (target: Tenant, own: Tenant, who: User) => RawBuilder<unknown>;
const zeros = '0'.repeat(64);

/** Reading, changing, adding: by naming the other city, by its ids alone, by moving rows there. */
const intrusions: readonly (readonly [string, Intrusion])[] = [
  ['read inventories', (t) => sql`SELECT id FROM inventories WHERE city_id = ${t.cityId}`],
  ['read inventories by id', (t) => sql`SELECT id FROM inventories WHERE id = ${t.inventoryId}`],
  ['read versions', (t) => sql`SELECT document FROM inventory_versions WHERE city_id = ${t.cityId}`],
  ['read rows', (t) => sql`SELECT ref FROM inventory_rows WHERE city_id = ${t.cityId}`],
  ['read plans', (t) => sql`SELECT id FROM plans WHERE id = ${t.planId}`],
  ['read plan versions', (t) => sql`SELECT document FROM plan_versions WHERE plan_id = ${t.planId}`],
  ['read by join', (t) => sql`SELECT v.document FROM cities c JOIN plan_versions v ON v.city_id = c.id WHERE c.id = ${t.cityId}`], // prettier-ignore
  ['count by sub-query', (t) => sql`SELECT 1 WHERE (SELECT count(*) FROM plan_versions WHERE city_id = ${t.cityId}) > 0`], // prettier-ignore
  ['read base year', (t) => sql`SELECT inventory_id FROM base_years WHERE city_id = ${t.cityId}`],
  ['change base year', (t) => sql`UPDATE base_years SET version = 9, chosen_by = me() WHERE city_id = ${t.cityId}`],
  ['read comments', (t) => sql`SELECT body FROM comments WHERE city_id = ${t.cityId}`],
  ['read evidence', (t) => sql`SELECT name FROM evidence WHERE city_id = ${t.cityId}`],
  ['read files', (t) => sql`SELECT bytes FROM evidence_files WHERE city_id = ${t.cityId}`],
  ['read audit log', (t) => sql`SELECT detail FROM audit_log WHERE city_id = ${t.cityId}`],
  ['read audit head', (t) => sql`SELECT seq FROM audit_heads WHERE city_id = ${t.cityId} FOR UPDATE`],
  ['read members', (t) => sql`SELECT user_id FROM members WHERE city_id = ${t.cityId}`],
  ['read shares', (t) => sql`SELECT shares FROM network_cities WHERE city_id = ${t.cityId}`],
  ['read people', (t) => sql`SELECT email FROM users WHERE id = ${t.insiders[0]!.id}`],
  ['rename city', (t) => sql`UPDATE cities SET name = 'taken' WHERE id = ${t.cityId}`],
  ['move head', (t) => sql`UPDATE plans SET version = 9 WHERE city_id = ${t.cityId}`],
  [
    'move all heads',
    (t, own) => sql`UPDATE plans SET version = 9 WHERE city_id <> ${t === own ? newId() : own.cityId}`,
  ],
  ['dismiss members', (t) => sql`UPDATE members SET ended_at = now() WHERE city_id = ${t.cityId}`],
  ['change shares', (t) => sql`UPDATE network_cities SET shares = '{}' WHERE city_id = ${t.cityId}`],
  ['resolve comments', (t) => sql`UPDATE comments SET resolved_by = me(), resolved_at = now() WHERE city_id = ${t.cityId}`], // prettier-ignore
  ['promote members', (t) => sql`UPDATE members SET role = 'lead' WHERE city_id = ${t.cityId}`],
  ['add plan', (t) => sql`INSERT INTO plans (city_id, id, name, version, state) VALUES (${t.cityId}, ${newId()}, ${newId()}, 1, 'draft')`], // prettier-ignore
  ['add version', (t) => sql`INSERT INTO plan_versions (city_id, plan_id, version, state, document, sha256, created_by) VALUES (${t.cityId}, ${t.planId}, 99, 'draft', '{}', ${zeros}, me())`], // prettier-ignore
  [
    'choose base year',
    (t) =>
      sql`INSERT INTO base_years (city_id, inventory_id, version, chosen_by) VALUES (${t.cityId}, ${t.inventoryId}, 1, me()) ON CONFLICT (city_id) DO UPDATE SET version = 7`,
  ],
  ['add comment', (t) => sql`INSERT INTO comments (city_id, id, kind, subject_id, version, body, created_by) VALUES (${t.cityId}, ${newId()}, 'plan', ${t.planId}, 1, 'x', me())`], // prettier-ignore
  ['add file', (t) => sql`INSERT INTO evidence_files VALUES (${t.cityId}, ${newId()}, '\\x00')`],
  ['add audit entry', (t) => sql`INSERT INTO audit_log (city_id, seq, at, actor, action, subject, detail, sha256) VALUES (${t.cityId}, 999, now(), me(), 'x', 'x', '{}', '')`], // prettier-ignore
  ['read jobs', (t) => sql`SELECT payload FROM jobs WHERE city_id = ${t.cityId}`],
  ['call jobs off', (t) => sql`UPDATE jobs SET cancel_asked_at = now() WHERE city_id = ${t.cityId}`],
  ['add job', (t) => sql`INSERT INTO jobs (id, kind, city_id, created_by, needs, payload, most_tries) VALUES (${newId()}, 'export-city', ${t.cityId}, me(), 'members.read', '{}', 1)`], // prettier-ignore
  ['read webhooks', (t) => sql`SELECT url FROM webhooks WHERE city_id = ${t.cityId}`],
  ['read deliveries', (t) => sql`SELECT body FROM webhook_deliveries WHERE city_id = ${t.cityId}`],
  ['end webhooks', (t) => sql`UPDATE webhooks SET ended_at = now() WHERE city_id = ${t.cityId}`],
  ['add webhook', (t) => sql`INSERT INTO webhooks (city_id, id, url, events, secret, created_by) VALUES (${t.cityId}, ${newId()}, 'https://x.example/', '{comment.added}', 'x', me())`], // prettier-ignore
  ['publish', (t) => sql`INSERT INTO publications (city_id, id, kind, subject_id, version, title, published_by) VALUES (${t.cityId}, ${newId()}, 'plan', ${t.planId}, 1, 'x', me())`], // prettier-ignore
];

/** Rows seen or touched; 0 when the database refuses. Whatever it did is undone. */
async function attempt(tx: Transaction, statement: RawBuilder<unknown>): Promise<number> {
  await sql`SAVEPOINT attempt`.execute(tx);
  try {
    const { rows, numAffectedRows } = await statement.execute(tx);
    return Math.max(rows.length, Number(numAffectedRows ?? 0n));
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    return 0;
  } finally {
    await sql`ROLLBACK TO SAVEPOINT attempt`.execute(tx);
  }
}

/** A city with something in every table, and a network of its own with three people. */
async function newTenant(db: Database): Promise<Tenant> {
  const { city, people } = await newCity(db);
  const [secretary, coordinator, validator, outsider] = await Promise.all([0, 1, 2, 3].map(() => newPerson(db)));
  const network = await db.as(SYSTEM, (tx) => foundNetwork(tx, newId(), secretary!.id));
  await db.as(SYSTEM, async (tx) => {
    await addNetworkMember(tx, network.id, coordinator!.id, 'national-coordinator', 'DEU');
    await addNetworkMember(tx, network.id, validator!.id, 'validator');
  });
  await db.as(as(people.lead), (tx) =>
    shareWith(tx, city.id, network.id, ['inventory', 'plan', 'comment', 'evidence']),
  );
  await takeIn(db, secretary!, network.id, city.id);
  return db.as(as(people.lead), async (tx) => {
    await addJob(tx, { kind: 'none', owner: { cityId: city.id }, needs: 'members.read', payload: {}, mostTries: 1 });
    await addWebhook(tx, { cityId: city.id, url: 'https://x.example/', events: ['comment.added'], sealedSecret: 'x' });
    const inventory = await addInventory(tx, city.id, inventoryOf(2025));
    await chooseBaseYear(tx, city.id, { inventoryId: inventory.id, basedOn: 0 });
    await saveInventory(tx, inventory, { basedOn: 1, inventory: inventoryOf(2025), state: 'review' });
    const plan = await addPlan(tx, city.id, 'Main', planOf('x'));
    await savePlan(tx, plan, { basedOn: 1, plan: planOf('x'), state: 'approved' });
    const about = { cityId: city.id, kind: 'plan', subjectId: plan.id } as const;
    await addComment(tx, { ...about, version: 1, body: 'Why?' });
    await addEvidence(tx, { ...about, name: 'a.txt', mediaType: 'text/plain', bytes: new Uint8Array([1]) });
    const insiders = [people.lead, people.editor, people.reviewer, people.viewer, outsider!, secretary!, coordinator!, validator!]; // prettier-ignore
    return { cityId: city.id, inventoryId: inventory.id, planId: plan.id, insiders };
  });
}

const pick = <T>(items: readonly T[], random: () => number): T => items[Math.floor(random() * items.length)]!;
