/** The demo: one person that everybody is, and cities with an inventory, a published plan, and a scenario to play with. */
import type { Plan } from '@thousand-cities/model';
import type { Database } from '@thousand-cities/store';

/** Who everybody is. */
const DEMO_EMAIL = 'demo@demo.invalid';

/**
 * Fill an empty store with example plans; a store that has been filled is left as people left it.
 *
 * @returns the person that everybody is
 */
export async function fillDemo(db: Database, plans: () => readonly Plan[]): Promise<string> {
  const { addUser, findUserByEmail, SYSTEM } = await import('@thousand-cities/store');
  const there = await db.as(SYSTEM, (tx) => findUserByEmail(tx, DEMO_EMAIL));
  if (there) return there.id;
  const { id } = await db.as(SYSTEM, (tx) => addUser(tx, { email: DEMO_EMAIL, name: 'Demo' }));
  for (const plan of plans()) await fillCity(db, id, plan);
  return id;
}

async function fillCity(db: Database, userId: string, plan: Plan): Promise<void> {
  const store = await import('@thousand-cities/store');
  const { name, country } = plan.city;
  const title = plan.title ?? name;
  const city = await db.as(store.SYSTEM, (tx) => store.foundCity(tx, { name, country }, userId));
  await db.as({ kind: 'person', userId }, async (tx) => {
    for (const inventory of plan.inventories) await store.addInventory(tx, city.id, inventory);
    const saved = await store.addPlan(tx, city.id, title, plan);
    const { text } = (await store.findVersion(tx, 'plan', saved))!;
    await store.saveVersion(tx, 'plan', saved, { basedOn: 1, text, state: 'review' });
    await store.saveVersion(tx, 'plan', saved, { basedOn: 2, text, state: 'approved', note: 'Adopted (demo)' });
    await store.publish(tx, 'plan', saved, 3, title);
    await store.copyPlan(tx, saved, 'A scenario to try things with');
  });
}
