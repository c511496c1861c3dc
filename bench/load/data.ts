/** What the server under load holds: a city with a published plan, and an inventory of 500 rows for each connection. */
import { readFileSync } from 'node:fs';
import { inventoryOf, readPlan, writePlan, type Inventory, type Plan } from '@thousand-cities/model';
import { addInventory, addPlan, addToken, addUser, foundCity, publish, saveVersion, SYSTEM, type Database } from '@thousand-cities/store'; // prettier-ignore

export const ROWS = 500;

/** What the load is aimed at. */
export interface Aim {
  readonly cityId: string;
  readonly planId: string;
  readonly token: string;
  /** Of the same city, one for each connection that changes a plan. */
  readonly drafts: readonly string[];
  /** One for each connection, ten to a city. */
  readonly inventories: readonly { readonly cityId: string; readonly id: string; readonly year: number }[];
}

const plan = readPlan(readFileSync(new URL('../../examples/hamburg.plan.json', import.meta.url), 'utf8'));

/** The example's inventory of a city, its rows repeated until there are 500, as a city has that counts by district. */
export function wideInventory(year: number): Inventory {
  const { totalIntervals: _whole, ...inventory } = plan.inventories[0]!;
  const { rows } = inventory;
  return inventoryOf({ ...inventory, year, rows: Array.from({ length: ROWS }, (_, i) => ({ ...rows[i % rows.length]!, note: `district ${i}` })) }); // prettier-ignore
}

/** Connections that change plans: each change is evaluated, by one thread for all. */
export const DRAFTS = 200;

/** The plan with another size of its first action. */
export function planWith(size: number): Plan {
  const [first, ...others] = plan.actions;
  return { ...plan, actions: [{ ...first!, schedule: { ...first!.schedule, size } }, ...others] };
}

const FIRST_YEAR = 2000;
const PER_CITY = 10;

/** Fill an empty store: cities with inventories, the first with a published plan. */
export async function fill(db: Database, connections: number): Promise<Aim> {
  const user = await db.as(SYSTEM, (tx) => addUser(tx, { email: 'load@example.org', name: 'Load' }));
  const lead = { kind: 'person', userId: user.id } as const;
  const { secret } = await db.as(SYSTEM, (tx) => addToken(tx, { userId: user.id, name: 'load', scopes: ['read', 'write'] })); // prettier-ignore
  const inventories: Aim['inventories'][number][] = [];
  for (let i = 0; i < connections / PER_CITY; i++) {
    const city = await db.as(SYSTEM, (tx) => foundCity(tx, { name: `Hamburg ${i}`, country: 'DEU' }, user.id));
    for (let year = FIRST_YEAR; year < FIRST_YEAR + PER_CITY; year++) {
      const { id } = await db.as(lead, (tx) => addInventory(tx, city.id, wideInventory(year)));
      inventories.push({ cityId: city.id, id, year });
    }
  }
  const { cityId } = inventories[0]!;
  const planId = await db.as(lead, async (tx) => {
    const { id } = await addPlan(tx, cityId, 'Main', plan);
    const text = writePlan(plan);
    for (const [basedOn, state] of (['review', 'approved'] as const).entries()) {
      await saveVersion(tx, 'plan', { cityId, id }, { basedOn: basedOn + 1, text, state });
    }
    await publish(tx, 'plan', { cityId, id }, 3, 'Our plan');
    return id;
  });
  const drafts: string[] = [];
  for (let i = 0; i < Math.min(DRAFTS, connections); i++) {
    drafts.push((await db.as(lead, (tx) => addPlan(tx, cityId, `Draft ${i}`, plan))).id);
  }
  return { cityId, planId, drafts, token: secret, inventories };
}
