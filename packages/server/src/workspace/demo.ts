/**
 * The demo: three cities as a team would have them after half a year. One person that everybody is leads them all; others of
 * each role have left their traces. Inventories are estimates from public figures and say so; what no public figure gives
 * (owners, tasks, budgets, measurements, an adoption) is marked as demo wherever it stands.
 */
import type { Action, Inventory, Plan } from '@thousand-cities/model';
import type { Database } from '@thousand-cities/store';
import { fillCity, type Story } from './demo/city.ts';
import { withDelivery } from './demo/delivery.ts';
import { addCast, DEMO_EMAIL, fillNetwork } from './demo/people.ts';

/** Inventories of other years than the plan's own, each of them estimated. */
export type InventoriesOf = (plan: Plan) => readonly Inventory[];

/**
 * Fill an empty store with example plans; a store that has been filled is left as people left it.
 *
 * @returns the person that everybody is
 */
export async function fillDemo(
  db: Database,
  plans: () => readonly Plan[],
  inventoriesOf: InventoriesOf = () => [],
): Promise<string> {
  const { findUserByEmail, SYSTEM } = await import('@thousand-cities/store');
  const there = await db.as(SYSTEM, (tx) => findUserByEmail(tx, DEMO_EMAIL));
  if (there) return there.id;
  const cast = await addCast(db);
  const all = plans().map((plan) => ({ ...plan, title: `${plan.city.name}: climate action plan (demo)` }));
  for (const [i, plan] of all.entries()) {
    const last = i === all.length - 1;
    await fillCity(db, cast, last ? withDelivery(plan) : plan, inventoriesOf(plan), storyOf(i, plan, last));
  }
  await fillNetwork(db, cast);
  return cast.ids.lead;
}

/** Each city shows something else: one has published before, one has a scenario in review, the last collects its own figures. */
function storyOf(place: number, plan: Plan, last: boolean): Story {
  if (last) return { collecting: true, scenario: true };
  return place === 0 ? { before: smaller(plan) } : { inReview: true };
}

/** The plan before it grew: without every fourth action, and with some that begin later. */
function smaller(plan: Plan): Plan {
  const change = ({ schedule, ...action }: Action, i: number): Action => ({
    ...action,
    schedule:
      i % 4 === 0
        ? { ...schedule, size: 0 }
        : i % 7 === 0
          ? { ...schedule, startYear: schedule.startYear + 2 }
          : schedule,
  });
  return { ...plan, actions: plan.actions.map(change) };
}
