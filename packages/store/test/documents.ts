/** Documents small enough to read, and people to write them. */
import type { Inventory, Plan } from '@thousand-cities/model';
import { tinyPlan } from '../../model/test/tiny-plan.ts';
import {
  addMember,
  addUser,
  answerCity,
  foundCity,
  onBehalfOf,
  SYSTEM,
  type CityRole,
  type Database,
  type StoredCity,
  type User,
  type Viewer,
} from '../src/index.ts';

/** An inventory of a year with one figure that tells versions apart, in tonnes. */
export function inventoryOf(year: number, tonnes = 200): Inventory {
  const [first, ...rest] = tinyPlan.inventories[0]!.rows;
  const { gases: _gases, ...bare } = first!;
  return { ...tinyPlan.inventories[0]!, year, rows: [{ ...bare, co2eTonnes: tonnes }, ...rest] };
}

/** The tiny plan under a title that tells versions apart. */
export function planOf(title: string): Plan {
  return { ...tinyPlan, title };
}

export const as = (user: Pick<User, 'id'>, city?: string): Viewer => ({
  kind: 'person',
  userId: user.id,
  ...(city !== undefined && { city }),
});

let people = 0;

/** A person nobody else has. */
export function newPerson(db: Database, name = 'Ana'): Promise<User> {
  return db.as(SYSTEM, (tx) => addUser(tx, { email: `${name}-${++people}-${process.pid}@example.org`, name }));
}

/** A city of its own with a lead and people in the other roles. */
export async function newCity(
  db: Database,
  country = 'DEU',
): Promise<{ readonly city: StoredCity; readonly people: Readonly<Record<CityRole, User>> }> {
  const lead = await newPerson(db, 'lead');
  const city = await db.as(SYSTEM, (tx) => foundCity(tx, { name: 'Tinytown', country }, lead.id));
  const others = { editor: await newPerson(db), reviewer: await newPerson(db), viewer: await newPerson(db) };
  await db.as(SYSTEM, async (tx) => {
    for (const role of ['editor', 'reviewer', 'viewer'] as const) await addMember(tx, city.id, others[role].id, role);
  });
  return { city, people: { lead, ...others } };
}

/** A network takes a city in. */
export async function takeIn(
  db: Database,
  secretary: Pick<User, 'id'>,
  networkId: string,
  cityId: string,
): Promise<void> {
  await db.as(onBehalfOf(secretary.id), (tx) => answerCity(tx, networkId, cityId, 'accept'));
}

/** What a promise is refused with; fails when it is not. */
export async function refusalOf(work: Promise<unknown>): Promise<Error & { readonly code?: string }> {
  return work.then(
    () => Promise.reject(new Error('this was not refused')),
    (error: Error) => error,
  );
}
