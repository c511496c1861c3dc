/** Plans of a city and their scenarios: each a plan document in versions. */
import { DomainError, planOf, readPlan, writePlan, type Plan } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import type { State } from '../rights/rights.ts';
import { appendAudit } from '../trail/audit.ts';
import { Checked } from './checked.ts';
import {
  addFirst,
  findVersion,
  newHead,
  requireIds,
  saveVersion,
  standingVersion,
  type DocumentKey,
  type Saved,
  type Version,
} from './versions.ts';

export interface PlanHead extends DocumentKey {
  readonly name: string;
  /** The plan this scenario was copied from, and the version. */
  readonly copiedFrom: string | null;
  readonly copiedVersion: number | null;
  readonly version: number;
  readonly state: State;
  readonly approvedVersion: number | null;
  /** The newest that anyone reads: one that was taken back is none. */
  readonly publishedVersion: number | null;
}

/** A version of a plan, read back into the model. `sha256` is that of the plan file `writePlan` gives. */
export interface PlanVersion extends Omit<Version, 'text'> {
  readonly plan: Plan;
}

/**
 * Begin a plan or scenario under a name that the city has not used.
 *
 * @throws {DomainError} `plan-invalid`, `already-exists`, `not-allowed`
 */
export async function addPlan(
  tx: Transaction,
  cityId: string,
  name: string,
  plan: Plan | Checked,
  options: { readonly note?: string; readonly copiedFrom?: { readonly id: string; readonly version: number } } = {},
): Promise<Saved> {
  const { text } = checkedPlan(plan);
  const head = newHead(cityId);
  const { copiedFrom, note } = options;
  await tx
    .insertInto('plans')
    .values({
      ...head,
      name,
      copied_from: copiedFrom?.id ?? null,
      copied_version: copiedFrom?.version ?? null,
      approved_version: null,
      published_version: null,
    })
    .execute();
  return addFirst(tx, 'plan', { cityId, id: head.id }, text, note);
}

/**
 * Copy a version of a plan as a scenario of its own.
 *
 * @throws {DomainError} `not-found`, `already-exists`, `not-allowed`
 */
export async function copyPlan(tx: Transaction, key: DocumentKey, name: string, version?: number): Promise<Saved> {
  const found = await readPlanVersion(tx, key, version);
  if (!found) throw new DomainError('not-found', 'there is no such plan', [key.cityId, key.id]);
  return addPlan(tx, key.cityId, name, found.plan, { copiedFrom: { id: key.id, version: found.version } });
}

/**
 * Save an edit of a plan as its next version.
 *
 * @param edit `basedOn` is the version the edit was made from
 * @throws {VersionConflict} with both sides when somebody saved in between
 * @throws {DomainError} `plan-invalid`, `not-found`, `not-allowed`
 */
export async function savePlan(
  tx: Transaction,
  key: DocumentKey,
  edit: { readonly basedOn: number; readonly plan: Plan | Checked; readonly state?: State; readonly note?: string },
): Promise<Saved> {
  const { plan, ...rest } = edit;
  return saveVersion(tx, 'plan', key, { ...rest, text: checkedPlan(plan).text });
}

/** A plan that the model believes. @throws {DomainError} `plan-invalid`, `plan-newer` */
export function checkedPlan(plan: unknown): Checked {
  return plan instanceof Checked ? plan : new Checked(writePlan(planOf(plan)));
}

/**
 * Give a plan or scenario another name, which the city has not used. Its versions stay as they are.
 *
 * @throws {DomainError} `already-exists`, `not-found`, `not-allowed`
 */
export async function renamePlan(tx: Transaction, key: DocumentKey, name: string): Promise<void> {
  requireIds(key);
  const { cityId, id } = key;
  if (!(await findVersion(tx, 'plan', key))) throw new DomainError('not-found', 'there is no such plan', [cityId, id]);
  const done = await tx.updateTable('plans').set({ name }).where('city_id', '=', cityId).where('id', '=', id).executeTakeFirst(); // prettier-ignore
  if (done.numUpdatedRows === 0n) {
    throw new DomainError('not-allowed', 'this account may not change this plan', [cityId, id]);
  }
  await appendAudit(tx, cityId, 'plan.rename', `plan/${id}`, { name });
}

/** Plans of a city that the viewer may see, oldest first. The public asks for `listPublications`. */
export async function listPlans(tx: Transaction, cityId: string): Promise<PlanHead[]> {
  return tx
    .selectFrom('plans')
    .select(['city_id as cityId', 'id', 'name', 'copied_from as copiedFrom', 'copied_version as copiedVersion'])
    .select(['version', 'state', 'approved_version as approvedVersion', standingVersion('plan')])
    .where('city_id', '=', cityId)
    .orderBy('id')
    .execute();
}

/** A version of a plan, or the newest that the viewer may see. */
export async function readPlanVersion(
  tx: Transaction,
  key: DocumentKey,
  version?: number,
): Promise<PlanVersion | undefined> {
  const found = await findVersion(tx, 'plan', key, version);
  if (!found) return undefined;
  const { text, ...head } = found;
  return { ...head, plan: readPlan(text) };
}
