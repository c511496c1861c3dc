/** Which of its inventories a city has as its base year. One for each city, chosen by those who write its inventories. */
import { sql } from 'kysely';
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { isId } from '../ids.ts';
import { appendAudit } from '../trail/audit.ts';

export interface BaseYear {
  readonly cityId: string;
  readonly inventoryId: string;
  /** Counts the choices, from 1. */
  readonly version: number;
  /** User id. */
  readonly chosenBy: string;
  /** ISO 8601, UTC. */
  readonly chosenAt: string;
}

const columns = [
  'city_id as cityId',
  'inventory_id as inventoryId',
  'version',
  'chosen_by as chosenBy',
  'chosen_at as chosenAt',
] as const;

/** The base year of a city; undefined where none has been chosen, or the viewer may not see its drafts. */
export async function findBaseYear(tx: Transaction, cityId: string): Promise<BaseYear | undefined> {
  return tx.selectFrom('base_years').select(columns).where('city_id', '=', cityId).executeTakeFirst();
}

/**
 * Choose the base year, in the viewer's own name.
 *
 * @param choice `basedOn` is the version of the choice that the viewer saw; 0 where none had been made
 * @throws {DomainError} `not-found` for an inventory that the city has not, `version-conflict` when somebody chose in between,
 *   `not-allowed`
 */
export async function chooseBaseYear(
  tx: Transaction,
  cityId: string,
  choice: { readonly inventoryId: string; readonly basedOn: number },
): Promise<BaseYear> {
  const { inventoryId, basedOn } = choice;
  const { year } = await requireInventory(tx, cityId, inventoryId);
  const chosen = await (basedOn === 0 ? first(tx, cityId, inventoryId) : next(tx, cityId, inventoryId, basedOn));
  if (!chosen) {
    throw new DomainError('version-conflict', 'somebody chose the base year in between: look at it and choose again', ['basedOn']); // prettier-ignore
  }
  await appendAudit(tx, cityId, 'base-year.choose', `inventory/${inventoryId}`, { year });
  return chosen;
}

async function requireInventory(tx: Transaction, cityId: string, id: string): Promise<{ readonly year: number }> {
  const found = isId(id) && (await tx.selectFrom('inventories').select('year').where('city_id', '=', cityId).where('id', '=', id).executeTakeFirst()); // prettier-ignore
  if (!found) throw new DomainError('not-found', 'no such inventory of this city', [id.slice(0, 60)]);
  return found;
}

const first = (tx: Transaction, cityId: string, inventoryId: string): Promise<BaseYear | undefined> =>
  tx
    .insertInto('base_years')
    .values({ city_id: cityId, inventory_id: inventoryId, version: 1, chosen_by: sql<string>`me()` })
    .onConflict((oc) => oc.doNothing())
    .returning(columns)
    .executeTakeFirst();

const next = (tx: Transaction, cityId: string, inventoryId: string, basedOn: number): Promise<BaseYear | undefined> =>
  tx
    .updateTable('base_years')
    .set({
      inventory_id: inventoryId,
      version: basedOn + 1,
      chosen_by: sql<string>`me()`,
      chosen_at: sql<string>`now()`,
    })
    .where('city_id', '=', cityId)
    .where('version', '=', basedOn)
    .returning(columns)
    .executeTakeFirst();
