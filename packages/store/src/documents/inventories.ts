/** Inventories of a city: one per year and name, in versions. */
import { canonicalJson, inventoryOf, type Inventory } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import type { State } from '../rights/rights.ts';
import { Checked } from './checked.ts';
import { addFirst, findVersion, newHead, saveVersion, standingVersion, type DocumentKey, type Saved, type Version } from './versions.ts'; // prettier-ignore

export interface InventoryHead extends DocumentKey {
  readonly year: number;
  /** Tells two inventories of one year apart; '' for the usual one. */
  readonly name: string;
  /** The newest version and its state. */
  readonly version: number;
  readonly state: State;
  readonly approvedVersion: number | null;
  /** The newest that anyone reads: one that was taken back is none. */
  readonly publishedVersion: number | null;
}

/** A version of an inventory, read back into the model. */
export interface InventoryVersion extends Omit<Version, 'text'> {
  readonly inventory: Inventory;
}

/**
 * Begin the inventory of a year.
 *
 * @throws {DomainError} `plan-invalid`, `already-exists` for a year and name that has one, `not-allowed`
 */
export async function addInventory(
  tx: Transaction,
  cityId: string,
  inventory: Inventory | Checked,
  options: { readonly name?: string; readonly note?: string } = {},
): Promise<Saved> {
  const { text, year } = checkedInventory(inventory);
  const head = newHead(cityId);
  await tx
    .insertInto('inventories')
    .values({
      ...head,
      year: year!,
      name: options.name ?? '',
      approved_version: null,
      published_version: null,
    })
    .execute();
  return addFirst(tx, 'inventory', { cityId, id: head.id }, text, options.note);
}

/**
 * Save an edit of an inventory as its next version. The year stays: another year is another inventory.
 *
 * @param edit `basedOn` is the version the edit was made from
 * @throws {VersionConflict} with both sides when somebody saved in between
 * @throws {DomainError} `plan-invalid`, `not-found`, `not-allowed`, `out-of-range` for another year
 */
export async function saveInventory(
  tx: Transaction,
  key: DocumentKey,
  edit: {
    readonly basedOn: number;
    readonly inventory: Inventory | Checked;
    readonly state?: State;
    readonly note?: string;
  },
): Promise<Saved> {
  const { inventory, ...rest } = edit;
  const { text, year } = checkedInventory(inventory);
  return saveVersion(tx, 'inventory', key, { ...rest, text, year: year! });
}

/** Inventories of a city that the viewer may see, by year. The public asks for `listPublications`. */
export async function listInventories(tx: Transaction, cityId: string): Promise<InventoryHead[]> {
  return tx
    .selectFrom('inventories')
    .select(['city_id as cityId', 'id', 'year', 'name', 'version', 'state'])
    .select(['approved_version as approvedVersion', standingVersion('inventory')])
    .where('city_id', '=', cityId)
    .orderBy('year')
    .orderBy('name')
    .execute();
}

/** A version of an inventory, or the newest that the viewer may see. */
export async function readInventory(
  tx: Transaction,
  key: DocumentKey,
  version?: number,
): Promise<InventoryVersion | undefined> {
  const found = await findVersion(tx, 'inventory', key, version);
  if (!found) return undefined;
  const { text, ...head } = found;
  return { ...head, inventory: inventoryOf(JSON.parse(text)) };
}

/** An inventory that the model believes. @throws {DomainError} `plan-invalid` */
export function checkedInventory(inventory: unknown): Checked {
  if (inventory instanceof Checked) return inventory;
  const believed = inventoryOf(inventory);
  return new Checked(canonicalJson(believed), believed.year);
}
