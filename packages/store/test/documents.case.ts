/** Inventories and plans: versions, conflicts, publication, comments, evidence. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { writePlan, type Plan } from '@thousand-cities/model';
import {
  addComment,
  addEvidence,
  evidenceUsage,
  findEvidence,
  addInventory,
  addPlan,
  chooseBaseYear,
  copyPlan,
  findBaseYear,
  findCityOfPlace,
  LARGEST_EVIDENCE_BYTES,
  listComments,
  listEvidence,
  listInventories,
  listPlans,
  listPublications,
  listPublishedCities,
  listVersions,
  listWithdrawals,
  newId,
  publish,
  PUBLIC,
  readAudit,
  readEvidence,
  readInventory,
  readPlanVersion,
  renamePlan,
  resolveComment,
  saveInventory,
  savePlan,
  sha256,
  SYSTEM,
  VersionConflict,
  withdraw,
  type Database,
  type Transaction,
  type User,
} from '../src/index.ts';
import { as, inventoryOf, newCity, planOf, refusalOf } from './documents.ts';

export function documentsCase(database: () => Database): void {
  /** A city with an inventory of 2025 in version 1. */
  const cityWithInventory = async () => {
    const db = database();
    const { city, people } = await newCity(db);
    const key = await db.as(as(people.editor), (tx) => addInventory(tx, city.id, inventoryOf(2025)));
    return { db, city, people, key };
  };

  describe('inventories', () => {
    it('come back as they were saved, every version', async () => {
      const { db, people, key } = await cityWithInventory();
      await db.as(as(people.editor), (tx) =>
        saveInventory(tx, key, { basedOn: 1, inventory: inventoryOf(2025, 300), note: 'meter read' }),
      );
      const [first, newest] = await db.as(as(people.viewer), async (tx) => [
        await readInventory(tx, key, 1),
        await readInventory(tx, key),
      ]);
      expect(first?.inventory).toEqual(inventoryOf(2025));
      expect(newest).toMatchObject({ version: 2, note: 'meter read', createdBy: people.editor.id });
      expect(newest?.inventory).toEqual(inventoryOf(2025, 300));
    });

    it('have their rows in SQL, taken from the document, once they are no draft', async () => {
      const { db, people, key } = await cityWithInventory();
      const inventory = inventoryOf(2025);
      await db.as(as(people.editor), (tx) => saveInventory(tx, key, { basedOn: 1, inventory, state: 'review' }));
      const { rows } = await db.as(
        as(people.viewer),
        (tx) =>
        sql`SELECT position, ref, co2e_tonnes, keys FROM inventory_rows WHERE city_id = ${key.cityId} ORDER BY version, position`.execute(tx), // prettier-ignore
      );
      expect(rows).toEqual([
        { position: 0, ref: 'I.1.1', co2e_tonnes: 200, keys: null },
        { position: 1, ref: 'I.1.2', co2e_tonnes: 50, keys: null },
        { position: 2, ref: 'III.1.1', co2e_tonnes: 270, keys: null },
        { position: 3, ref: 'II.4.1', co2e_tonnes: null, keys: 'NO' },
      ]);
    });

    it('hand back both sides, and what they started from, when two edit one version', async () => {
      const { db, people, key } = await cityWithInventory();
      const save = (user: typeof people.editor, tonnes: number) =>
        db.as(as(user), (tx) => saveInventory(tx, key, { basedOn: 1, inventory: inventoryOf(2025, tonnes) }));
      await save(people.lead, 210);
      const conflict = (await refusalOf(save(people.editor, 220))) as VersionConflict;
      expect(conflict).toBeInstanceOf(VersionConflict);
      expect(conflict.code).toBe('version-conflict');
      expect(conflict.base).toMatchObject({ version: 1 });
      expect(conflict.theirs).toMatchObject({ version: 2, createdBy: people.lead.id });
      expect(JSON.parse(conflict.theirs.text)).toEqual(inventoryOf(2025, 210));
      expect(JSON.parse(conflict.mine)).toEqual(inventoryOf(2025, 220));
      expect(await db.as(as(people.lead), (tx) => listVersions(tx, 'inventory', key))).toHaveLength(2);
    });

    it('let one of twenty simultaneous edits through', async () => {
      const { db, people, key } = await cityWithInventory();
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) =>
          db.as(as(people.editor), (tx) => saveInventory(tx, key, { basedOn: 1, inventory: inventoryOf(2025, i) })),
        ),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
      expect(reasons.every((reason) => reason instanceof VersionConflict)).toBe(true);
    });

    it('are one per year and name, and stay of their year', async () => {
      const { db, city, people, key } = await cityWithInventory();
      const add = (name?: string) =>
        db.as(as(people.editor), (tx) => addInventory(tx, city.id, inventoryOf(2025), name ? { name } : {}));
      expect(await refusalOf(add())).toMatchObject({ code: 'already-exists' });
      await add('consultant');
      const moved = db.as(as(people.editor), (tx) =>
        saveInventory(tx, key, { basedOn: 1, inventory: inventoryOf(2030) }),
      );
      expect(await refusalOf(moved)).toMatchObject({ code: 'out-of-range' });
      const listed = await db.as(as(people.viewer), (tx) => listInventories(tx, city.id));
      expect(listed.map(({ year, name, version }) => ({ year, name, version }))).toEqual([
        { year: 2025, name: '', version: 1 },
        { year: 2025, name: 'consultant', version: 1 },
      ]);
    });

    it('are one of them the base year: chosen by who writes, upon the choice they saw, and told in the log', async () => {
      const { db, city, people, key } = await cityWithInventory();
      const later = await db.as(as(people.editor), (tx) => addInventory(tx, city.id, inventoryOf(2030)));
      const other = await cityWithInventory();
      const choose = (who: User, inventoryId: string, basedOn: number) =>
        db.as(as(who), (tx) => chooseBaseYear(tx, city.id, { inventoryId, basedOn }));
      const chosen = (who: User) => db.as(as(who), (tx) => findBaseYear(tx, city.id));
      expect(await chosen(people.viewer)).toBeUndefined();
      expect(await choose(people.editor, key.id, 0)).toMatchObject({ inventoryId: key.id, version: 1, chosenBy: people.editor.id }); // prettier-ignore
      expect(await refusalOf(choose(people.lead, later.id, 0))).toMatchObject({ code: 'version-conflict' });
      expect(await choose(people.lead, later.id, 1)).toMatchObject({ version: 2, chosenBy: people.lead.id });
      for (const stale of [1, 7]) {
        expect(await refusalOf(choose(people.editor, key.id, stale))).toMatchObject({ code: 'version-conflict' });
      }
      for (const id of [other.key.id, newId(), "'; --"]) {
        expect(await refusalOf(choose(people.editor, id, 2))).toMatchObject({ code: 'not-found' });
      }
      expect(await chosen(people.viewer)).toMatchObject({ inventoryId: later.id, version: 2 });
      expect(await chosen(other.people.lead)).toBeUndefined();
      const log = await db.as(as(people.lead), (tx) => readAudit(tx, city.id));
      expect(log.filter(({ action }) => action === 'base-year.choose').map(({ subject, detail }) => [subject, JSON.parse(detail)])).toEqual([[`inventory/${key.id}`, { year: 2025 }], [`inventory/${later.id}`, { year: 2030 }]]); // prettier-ignore
    });

    it.each(['\u0000', '\ud800', '\u2028 "é" \\ 🌳'])('keep a note of %j, or refuse it in words', async (note) => {
      const { db, city, people } = await cityWithInventory();
      const [row] = inventoryOf(2027).rows;
      const inventory = { ...inventoryOf(2027), rows: [{ ...row!, note }] };
      const add = db.as(as(people.editor), (tx) => addInventory(tx, city.id, inventory));
      if (note.includes('é')) {
        const saved = await add;
        expect((await db.as(as(people.editor), (tx) => readInventory(tx, saved)))?.inventory).toEqual(inventory);
      } else {
        expect(await refusalOf(add)).toMatchObject({ code: 'out-of-range' });
      }
    });

    it('refuse what is no inventory, and ids that are none', async () => {
      const { db, city, people } = await cityWithInventory();
      const broken = { ...inventoryOf(2026), rows: [{ ref: 'I.1.1' }] } as never;
      const add = db.as(as(people.editor), (tx) => addInventory(tx, city.id, broken));
      expect(await refusalOf(add)).toMatchObject({ code: 'plan-invalid' });
      const read = db.as(as(people.editor), (tx) => readInventory(tx, { cityId: city.id, id: "'; --" }));
      expect(await refusalOf(read)).toMatchObject({ code: 'not-found' });
    });
  });

  describe('versions', () => {
    it('are changed and deleted by nobody, not even the program', async () => {
      const { db, key } = await cityWithInventory();
      await db.as(SYSTEM, (tx) =>
        saveInventory(tx, key, { basedOn: 1, inventory: inventoryOf(2025), state: 'review' }),
      );
      for (const statement of [
        sql`UPDATE inventory_versions SET note = 'x' WHERE city_id = ${key.cityId}`,
        sql`UPDATE inventory_rows SET co2e_tonnes = 0 WHERE city_id = ${key.cityId} AND co2e_tonnes IS NOT NULL`,
        sql`DELETE FROM inventory_versions WHERE city_id = ${key.cityId}`,
        sql`UPDATE audit_log SET action = 'x' WHERE city_id = ${key.cityId}`,
        sql`DELETE FROM audit_log WHERE city_id = ${key.cityId}`,
        sql`DELETE FROM cities WHERE id = ${key.cityId}`,
        sql`TRUNCATE audit_log`,
      ]) {
        const attempt = db.as(SYSTEM, (tx) => statement.execute(tx));
        expect(await refusalOf(attempt)).toMatchObject({ code: 'not-allowed' });
      }
    });
  });

  describe('plans', () => {
    it('come back byte for byte, with the hash of the plan file', async () => {
      const { db, city, people } = await cityWithInventory();
      const saved = await db.as(as(people.editor), (tx) => addPlan(tx, city.id, 'Main', planOf('first')));
      expect(saved.sha256).toBe(sha256(writePlan(planOf('first'))));
      expect((await db.as(as(people.viewer), (tx) => readPlanVersion(tx, saved)))?.plan).toEqual(planOf('first'));
    });

    it('are copied as scenarios that remember their origin', async () => {
      const { db, city, people } = await cityWithInventory();
      const main = await db.as(as(people.editor), (tx) => addPlan(tx, city.id, 'Main', planOf('first')));
      await db.as(as(people.editor), (tx) => savePlan(tx, main, { basedOn: 1, plan: planOf('second') }));
      const copy = await db.as(as(people.editor), (tx) => copyPlan(tx, main, 'Cheaper'));
      const again = db.as(as(people.editor), (tx) => copyPlan(tx, main, 'Cheaper'));
      expect(await refusalOf(again)).toMatchObject({ code: 'already-exists' });
      expect((await db.as(as(people.viewer), (tx) => readPlanVersion(tx, copy)))?.plan).toEqual(planOf('second'));
      expect(await db.as(as(people.viewer), (tx) => listPlans(tx, city.id))).toMatchObject([
        { name: 'Main', version: 2, copiedFrom: null },
        { name: 'Cheaper', version: 1, copiedFrom: main.id, copiedVersion: 2 },
      ]);
    });

    it('can be given a name that is free, by who may write them', async () => {
      const { db, city, people } = await cityWithInventory();
      const main = await db.as(as(people.editor), (tx) => addPlan(tx, city.id, 'Main', planOf('first')));
      await db.as(as(people.editor), (tx) => addPlan(tx, city.id, 'Other', planOf('first')));
      await db.as(as(people.editor), (tx) => renamePlan(tx, main, 'Faster'));
      expect(await db.as(as(people.viewer), (tx) => listPlans(tx, city.id))).toMatchObject([
        { name: 'Faster', version: 1 },
        { name: 'Other' },
      ]);
      const rename = (who: Parameters<typeof as>[0], name: string) =>
        refusalOf(db.as(as(who), (tx) => renamePlan(tx, main, name)));
      expect(await rename(people.editor, 'Other')).toMatchObject({ code: 'already-exists' });
      expect(await rename(people.viewer, 'Mine')).toMatchObject({ code: 'not-allowed' });
    });
  });

  describe('approval', () => {
    it('is of the text that was there to be looked at, and publication of the text that was approved: the database says so', async () => {
      const { db, people, key } = await cityWithInventory();
      const lead = as(people.lead);
      const other = { basedOn: 1, inventory: inventoryOf(2025, 1), state: 'approved' } as const;
      expect(await refusalOf(db.as(lead, (tx) => saveInventory(tx, key, other)))).toMatchObject({
        code: 'not-allowed',
      });
      await db.as(lead, (tx) => saveInventory(tx, key, { ...other, inventory: inventoryOf(2025) }));
      const published = { ...other, basedOn: 2, state: 'published' } as const;
      expect(await refusalOf(db.as(lead, (tx) => saveInventory(tx, key, published)))).toMatchObject({ code: 'not-allowed' }); // prettier-ignore
      // Under the name of another text.
      const forged = db.as(lead, (tx) =>
        sql`INSERT INTO inventory_versions (city_id, inventory_id, version, based_on, state, document, sha256, created_by)
            SELECT city_id, inventory_id, 3, 2, 'published', document, ${'0'.repeat(64)}, me() FROM inventory_versions
            WHERE city_id = ${key.cityId} AND inventory_id = ${key.id} AND version = 2`.execute(tx),
      );
      expect(await refusalOf(forged)).toMatchObject({ code: 'not-allowed' });
      await db.as(lead, (tx) => publish(tx, 'inventory', key, 2, 'Inventory'));
    });

    it('of a plan may add the decision of the council, and nothing else', async () => {
      const db = database();
      const { city, people } = await newCity(db);
      const lead = as(people.lead);
      const key = await db.as(lead, (tx) => addPlan(tx, city.id, 'Main', planOf('x')));
      const adoption = { date: '2026-11-01', body: 'Council' };
      const approve = (plan: Plan) => db.as(lead, (tx) => savePlan(tx, key, { basedOn: 1, plan, state: 'approved' }));
      expect(await refusalOf(approve({ ...planOf('y'), adoption }))).toMatchObject({ code: 'not-allowed' });
      expect(await approve({ ...planOf('x'), adoption })).toMatchObject({ version: 2, state: 'approved' });
    });
  });

  describe('publication', () => {
    it('shows a frozen version to everyone, until it is withdrawn', async () => {
      const { db, city, people } = await cityWithInventory();
      const plan = await db.as(as(people.lead), (tx) => addPlan(tx, city.id, 'Main', planOf('adopted')));
      const read = (version: number) => db.as(PUBLIC, (tx) => readPlanVersion(tx, plan, version));
      const shown = await db.as(as(people.lead), (tx) => publish(tx, 'plan', plan, 1, 'Climate plan'));
      expect(await db.as(PUBLIC, (tx) => listPublications(tx, city.id))).toEqual([shown]);
      expect((await read(shown.version))?.plan.title).toBe('adopted');
      expect(await read(1)).toBeUndefined();
      await db.as(as(people.lead), (tx) => savePlan(tx, plan, { basedOn: 2, plan: planOf('next draft') }));
      expect((await db.as(PUBLIC, (tx) => readPlanVersion(tx, plan)))?.plan.title).toBe('adopted');
      const heads = () => db.as(as(people.viewer), (tx) => listPlans(tx, city.id));
      expect(await heads()).toMatchObject([{ version: 3, publishedVersion: 2 }]);
      await db.as(as(people.lead), (tx) => withdraw(tx, city.id, shown.id));
      // No list says any more that it can be read.
      expect(await heads()).toMatchObject([{ version: 3, publishedVersion: null }]);
      expect(await read(shown.version)).toBeUndefined();
      expect(await db.as(PUBLIC, (tx) => listPublications(tx, city.id))).toEqual([]);
      expect(await db.as(as(people.viewer), (tx) => readPlanVersion(tx, plan, 2))).toBeDefined();
    });

    it('tells everyone that it stands and that it was taken back, but not what was in it', async () => {
      const { db, city, people } = await cityWithInventory();
      const lead = as(people.lead);
      const plan = await db.as(lead, (tx) => addPlan(tx, city.id, 'Main', planOf('adopted')));
      const shown = await db.as(lead, (tx) => publish(tx, 'plan', plan, 1, 'Climate plan'));
      const listed = (after?: string) =>
        db.as(PUBLIC, (tx) => listPublishedCities(tx, { limit: 1000, name: city.name.toUpperCase(), ...(after !== undefined && { after }) })); // prettier-ignore
      const ours = async (after?: string) => (await listed(after)).filter(({ id }) => id === city.id);
      expect(await ours()).toEqual([{ ...city, title: 'Climate plan', publishedAt: shown.publishedAt }]);
      expect(await ours(city.id)).toEqual([]);
      expect(await db.as(PUBLIC, (tx) => listWithdrawals(tx, city.id))).toEqual([]);
      await db.as(lead, (tx) => withdraw(tx, city.id, shown.id));
      expect(await ours()).toEqual([]);
      const [taken, ...others] = await db.as(PUBLIC, (tx) => listWithdrawals(tx, city.id));
      expect(taken).toEqual({
        kind: 'plan',
        publishedAt: shown.publishedAt,
        withdrawnAt: expect.any(String) as string,
      });
      expect(others).toEqual([]);
      expect(await db.as(PUBLIC, (tx) => findCityOfPlace(tx, 'nowhere'))).toBeUndefined();
    });

    it('is the lead’s to decide', async () => {
      const { db, people, key } = await cityWithInventory();
      for (const role of ['editor', 'reviewer', 'viewer'] as const) {
        const attempt = db.as(as(people[role]), (tx) => publish(tx, 'inventory', key, 1, 'Ours'));
        expect(await refusalOf(attempt)).toMatchObject({ code: 'not-allowed' });
      }
    });
  });

  describe('comments', () => {
    it('stand at a place, take replies, and are resolved', async () => {
      const { db, city, people, key } = await cityWithInventory();
      const about = { cityId: city.id, kind: 'inventory', subjectId: key.id, version: 1, place: 'rows.0' } as const;
      const question = await db.as(as(people.reviewer), (tx) => addComment(tx, { ...about, body: ' Which meter? ' }));
      const answer = await db.as(as(people.editor), (tx) =>
        addComment(tx, { ...about, body: 'The east one.', replyTo: question.id }),
      );
      await db.as(as(people.editor), (tx) => resolveComment(tx, city.id, question.id));
      // Whoever comes second changes nothing: it was dealt with by then.
      await db.as(as(people.lead), (tx) => resolveComment(tx, city.id, question.id));
      const listed = await db.as(as(people.viewer), (tx) => listComments(tx, city.id, 'inventory', key.id));
      expect(listed).toMatchObject([
        { body: 'Which meter?', createdBy: people.reviewer.id, resolvedBy: people.editor.id },
        { body: 'The east one.', replyTo: question.id, id: answer.id, resolvedAt: null },
      ]);
    });
  });

  describe('evidence', () => {
    it('gives the bytes back, keeps equal files once, and is superseded rather than deleted', async () => {
      const { db, city, people, key } = await cityWithInventory();
      const bytes = new Uint8Array(100_000).map((_, i) => i % 251);
      const file = { cityId: city.id, kind: 'inventory', subjectId: key.id, name: 'bill.pdf', mediaType: 'application/pdf', bytes } as const; // prettier-ignore
      const first = await db.as(as(people.editor), (tx) => addEvidence(tx, file));
      const second = await db.as(as(people.editor), (tx) => addEvidence(tx, { ...file, supersedes: first.id }));
      // Two who replace one file: the second is told, and replaces what the first put there.
      const late = db.as(as(people.lead), (tx) => addEvidence(tx, { ...file, supersedes: first.id }));
      expect(await refusalOf(late)).toMatchObject({ code: 'already-exists' });
      expect(await db.as(as(people.viewer), (tx) => readEvidence(tx, city.id, first.sha256))).toEqual(bytes);
      const listed = await db.as(as(people.viewer), (tx) => listEvidence(tx, city.id, 'inventory', key.id));
      expect(listed).toMatchObject([{ supersededBy: second.id, size: 100_000 }, { supersededBy: null }]);
      const files = await db.as(SYSTEM, (tx) =>
        tx.selectFrom('evidence_files').select('sha256').where('city_id', '=', city.id).execute(),
      );
      expect(files).toHaveLength(1);
    });

    it('is found by its id and counted, for whoever may see it and nobody else', async () => {
      const { db, city, people, key } = await cityWithInventory();
      const bytes = new Uint8Array(300);
      const file = { cityId: city.id, kind: 'inventory', subjectId: key.id, name: 'bill.pdf', mediaType: 'application/pdf', bytes } as const; // prettier-ignore
      const { id } = await db.as(as(people.editor), (tx) => addEvidence(tx, file));
      await db.as(as(people.editor), (tx) => addEvidence(tx, { ...file, name: 'again.pdf' }));
      expect(await db.as(as(people.viewer), (tx) => findEvidence(tx, city.id, id))).toMatchObject({ name: 'bill.pdf' });
      expect(await db.as(as(people.viewer), (tx) => evidenceUsage(tx, city.id))).toEqual({ files: 2, bytes: 600 });
      // Of five who look for room at once, each counts those before it.
      const one = (tx: Transaction) => evidenceUsage(tx, city.id).then(({ files }) => addEvidence(tx, file).then(() => files)); // prettier-ignore
      const counted = await Promise.all(Array.from({ length: 5 }, () => db.as(as(people.editor), one)));
      expect(counted.sort()).toEqual([2, 3, 4, 5, 6]);
      expect(await db.as(PUBLIC, (tx) => findEvidence(tx, city.id, id))).toBeUndefined();
      expect(await db.as(PUBLIC, (tx) => evidenceUsage(tx, city.id))).toEqual({ files: 0, bytes: 0 });
    });

    it('refuses a file that is too large', async () => {
      const { db, city, people, key } = await cityWithInventory();
      const bytes = new Uint8Array(LARGEST_EVIDENCE_BYTES + 1);
      const file = { cityId: city.id, kind: 'inventory', subjectId: key.id, name: 'film.mp4', mediaType: 'video/mp4', bytes } as const; // prettier-ignore
      const attempt = db.as(as(people.editor), (tx) => addEvidence(tx, file));
      expect(await refusalOf(attempt)).toMatchObject({ code: 'out-of-range' });
    });
  });
}
