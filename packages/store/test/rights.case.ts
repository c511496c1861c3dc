/** Every cell of the table of rights, asked of the database: each role tries each action on a row in each state. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addComment,
  addEvidence,
  addInventory,
  addNetworkMember,
  addPlan,
  allRights,
  CITY_ROLES,
  DOCUMENT_ACTIONS,
  findVersion,
  foundNetwork,
  mayDocument,
  mayPlain,
  newId,
  PLAIN_RIGHTS,
  PUBLIC,
  publish,
  ROLES,
  saveInventory,
  savePlan,
  SHARES,
  shareWith,
  STATES,
  SYSTEM,
  type Database,
  type DocumentKey,
  type PlainAction,
  type Role,
  type State,
  type Transaction,
  type Viewer,
} from '../src/index.ts';
import { as, inventoryOf, newCity, newPerson, planOf, takeIn } from './documents.ts';

/** A city with documents that have a version in every state, and a person in every role. */
interface World {
  readonly cityId: string;
  readonly networkId: string;
  readonly viewers: Readonly<Record<Role, Viewer>>;
  readonly inventory: DocumentKey;
  readonly plan: DocumentKey;
  /** Somebody without any role, to be made a member. */
}

export function rightsCase(name: string, open: () => Promise<Database>): void {
  describe(`rights: ${name}`, () => {
    let db: Database;
    let world: World;
    beforeAll(async () => {
      db = await open();
      world = await newWorld(db);
    }, 120_000);
    afterAll(() => db.close());

    it('are the same table in the code and in the database', async () => {
      const rows = await db.as(SYSTEM, (tx) => tx.selectFrom('rights').selectAll().execute());
      const lines = (rights: readonly { role: string; action: string; state: string }[]) =>
        rights.map(({ role, action, state }) => `${role} ${action} ${state}`).sort();
      expect(lines(rows)).toEqual(lines(allRights()));
    });

    const cells = ROLES.flatMap((role) =>
      DOCUMENT_ACTIONS.flatMap((action) =>
        STATES.map((state) => ({ role, action, state, may: mayDocument(role, action, state) })),
      ),
    );
    it.each(cells)('$role: $action $state is $may', async ({ role, action, state, may }) => {
      const [kind, verb] = action.split('.') as ['inventory' | 'plan', 'read' | 'write'];
      const attempt = verb === 'read' ? reading(kind, state) : writing(kind, state);
      expect(await succeeds(db, world, role, attempt)).toBe(may);
    });

    it.each(['inventories', 'plans'] as const)(
      'let nobody call a draft of %s approved or published by its head alone',
      async (heads) => {
        for (const mark of ['approved_version', 'published_version']) {
          const table = [sql.table(heads), sql.ref(mark)] as const;
          const changing: Attempt = async (tx, { cityId }) =>
            (await sql`UPDATE ${table[0]} SET state = 'draft', ${table[1]} = 1 WHERE city_id = ${cityId}`.execute(tx))
              .numAffectedRows! > 0n;
          const adding: Attempt = async (tx, { cityId }) => {
            const own = heads === 'plans' ? sql`name` : sql`year`;
            const value = heads === 'plans' ? sql`'Of nobody'` : sql`1901`;
            await sql`INSERT INTO ${table[0]} (city_id, id, ${own}, version, state, ${table[1]}) VALUES (${cityId}, ${newId()}, ${value}, 1, 'draft', 1)`.execute(
              tx,
            );
            return true;
          };
          for (const role of ['editor', 'lead'] as const) {
            expect([mark, role, await succeeds(db, world, role, changing)]).toEqual([mark, role, false]);
            expect([mark, role, await succeeds(db, world, role, adding)]).toEqual([mark, role, false]);
          }
        }
      },
    );

    const plain = (Object.keys(PLAIN_RIGHTS) as PlainAction[]).flatMap((action) =>
      ROLES.map((role) => ({ role, action, may: mayPlain(role, action) })),
    );
    it.each(plain)('$role: $action is $may', async ({ role, action, may }) => {
      expect(await succeeds(db, world, role, plainAttempts[action])).toBe(may);
    });
  });
}

/** Try to do something; returns whether rows were found or changed. Nothing stays. */
type Attempt = (tx: Transaction, world: World) => Promise<boolean>;

class Undo extends Error {}

async function succeeds(db: Database, world: World, role: Role, attempt: Attempt): Promise<boolean> {
  let result = false;
  try {
    await db.as(world.viewers[role], async (tx) => {
      result = await attempt(tx, world);
      throw new Undo();
    });
  } catch (error) {
    if (error instanceof Undo) return result;
    if ((error as { code?: string }).code === 'not-allowed') return false;
    throw error;
  }
  return result;
}

const stateVersion = (state: State): number => STATES.indexOf(state) + 1;

function reading(kind: 'inventory' | 'plan', state: State): Attempt {
  return async (tx, world) => (await findVersion(tx, kind, world[kind], stateVersion(state))) !== undefined;
}

/** The bare insertion, so that the policy is asked and not the functions before it. */
function writing(kind: 'inventory' | 'plan', state: State): Attempt {
  return async (tx, world) => {
    const [versions, key] = [sql.table(`${kind}_versions`), sql.ref(`${kind}_id`)];
    // The text of the version before, as the database demands for what is approved or published.
    const added = await sql`
      INSERT INTO ${versions} (city_id, ${key}, version, based_on, state, document, sha256, created_by)
      SELECT city_id, ${key}, 6, 5, ${state}, document, sha256, me() FROM ${versions}
      WHERE city_id = ${world.cityId} AND ${key} = ${world[kind].id} AND version = 5`.execute(tx);
    return added.numAffectedRows === 1n;
  };
}

const some = async (query: { execute(): Promise<readonly unknown[]> }): Promise<boolean> =>
  (await query.execute()).length > 0;
const changed = (result: { readonly numUpdatedRows: bigint }): boolean => result.numUpdatedRows > 0n;

const plainAttempts: Readonly<Record<PlainAction, Attempt>> = {
  'city.edit': async (tx, { cityId }) =>
    changed(await tx.updateTable('cities').set({ name: 'X' }).where('id', '=', cityId).executeTakeFirstOrThrow()),
  // Everyone sees their own membership; the question is whether one sees the others.
  'members.read': async (tx, { cityId }) =>
    (await tx.selectFrom('members').select('user_id').where('city_id', '=', cityId).execute()).length > 1,
  'members.edit': async (tx, { cityId }) =>
    changed(await tx.updateTable('members').set({ role: 'viewer' }).where('city_id', '=', cityId).executeTakeFirstOrThrow()), // prettier-ignore
  'base-year.edit': async (tx, { cityId, inventory }) => {
    const chosen = { city_id: cityId, inventory_id: inventory.id, version: 1, chosen_by: sql<string>`me()` };
    await tx.insertInto('base_years').values(chosen).execute();
    return changed(await tx.updateTable('base_years').set({ version: 2 }).where('city_id', '=', cityId).executeTakeFirstOrThrow()); // prettier-ignore
  },
  // A network sees what is shared with itself by being the network; here with another one.
  'shares.read': async (tx, { cityId, networkId }) =>
    some(tx.selectFrom('network_cities').select('shares').where('city_id', '=', cityId).where('network_id', '!=', networkId)), // prettier-ignore
  'shares.edit': async (tx, { cityId }) =>
    changed(await tx.updateTable('network_cities').set({ shares: [] }).where('city_id', '=', cityId).executeTakeFirstOrThrow()), // prettier-ignore
  'comment.read': async (tx, { cityId }) => some(tx.selectFrom('comments').select('id').where('city_id', '=', cityId)),
  'comment.write': async (tx, { cityId, plan }) => {
    await addComment(tx, { cityId, kind: 'plan', subjectId: plan.id, version: 1, body: 'Hm' });
    return true;
  },
  'evidence.read': async (tx, { cityId }) => some(tx.selectFrom('evidence').select('id').where('city_id', '=', cityId)),
  'evidence.write': async (tx, { cityId }) => {
    const added = await sql`INSERT INTO evidence_files VALUES (${cityId}, 'x', '\\x00')`.execute(tx);
    return added.numAffectedRows === 1n;
  },
  'audit.read': async (tx, { cityId }) => some(tx.selectFrom('audit_log').select('seq').where('city_id', '=', cityId)),
  // Whoever may comment leaves a trace of that as well; a validator may, and is refused everything else.
  'audit.write': async (tx, { cityId }) => {
    const { rows } = await sql<{ may: boolean }>`SELECT ${cityId} = ANY (may('audit.write', '')) AS may`.execute(tx);
    return rows[0]!.may;
  },
  'webhooks.edit': async (tx, { cityId }) => {
    const hook = { city_id: cityId, id: newId(), url: 'https://example.org/', events: ['comment.added'], secret: 'x' };
    await tx
      .insertInto('webhooks')
      .values({ ...hook, created_by: sql<string>`me()` })
      .execute();
    return some(tx.selectFrom('webhooks').select('id').where('city_id', '=', cityId));
  },
  'network.read': async (tx, { networkId }) =>
    (await tx.selectFrom('network_members').select('user_id').where('network_id', '=', networkId).execute()).length > 1,
  // Done by the program, which asks the database this.
  'network.accept': async (tx, { networkId, cityId }) => {
    const { rows } = await sql<{ may: boolean }>`SELECT ${cityId} = ANY (may_accept(${networkId})) AS may`.execute(tx);
    return rows[0]!.may;
  },
  'network.edit': async (tx, { networkId }) =>
    changed(await tx.updateTable('networks').set({ name: newId() }).where('id', '=', networkId).executeTakeFirstOrThrow()), // prettier-ignore
};

async function newWorld(db: Database): Promise<World> {
  const { city, people } = await newCity(db, 'IDN');
  const [secretary, coordinator, validator, stranger] = await Promise.all([0, 1, 2, 3].map(() => newPerson(db)));
  const network = await db.as(SYSTEM, (tx) => foundNetwork(tx, `Network ${newId()}`, secretary!.id));
  const other = await db.as(SYSTEM, (tx) => foundNetwork(tx, `Network ${newId()}`, stranger!.id));
  await db.as(SYSTEM, async (tx) => {
    await addNetworkMember(tx, network.id, coordinator!.id, 'national-coordinator', 'IDN');
    await addNetworkMember(tx, network.id, validator!.id, 'validator');
  });
  const documents = await db.as(as(people.lead), async (tx) => {
    await shareWith(tx, city.id, network.id, SHARES);
    await shareWith(tx, city.id, other.id, []);
    return fill(tx, city.id);
  });
  await takeIn(db, secretary!, network.id, city.id);
  await takeIn(db, stranger!, other.id, city.id);
  const viewers = {
    ...Object.fromEntries(CITY_ROLES.map((role) => [role, as(people[role])])),
    secretariat: as(secretary!),
    'national-coordinator': as(coordinator!),
    validator: as(validator!),
    public: PUBLIC,
  } as Record<Role, Viewer>;
  return { cityId: city.id, networkId: network.id, viewers, ...documents };
}

/** An inventory and a plan whose versions 1 to 5 are in the states of `STATES`, with a comment and evidence. */
async function fill(tx: Transaction, cityId: string) {
  const inventory = await addInventory(tx, cityId, inventoryOf(2025));
  const plan = await addPlan(tx, cityId, 'Main', planOf('x'));
  for (const [i, state] of (['review', 'returned', 'approved'] as const).entries()) {
    await saveInventory(tx, inventory, { basedOn: i + 1, inventory: inventoryOf(2025), state });
    await savePlan(tx, plan, { basedOn: i + 1, plan: planOf('x'), state });
  }
  await publish(tx, 'inventory', inventory, 4, 'Inventory');
  await publish(tx, 'plan', plan, 4, 'Plan');
  const about = { cityId, kind: 'plan', subjectId: plan.id } as const;
  await addComment(tx, { ...about, version: 1, body: 'Why?' });
  await addEvidence(tx, { ...about, name: 'a.txt', mediaType: 'text/plain', bytes: new Uint8Array([1]) });
  return { inventory, plan };
}
