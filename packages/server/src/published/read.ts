/** What the store lets everyone read of a city: its publications, what they hold, and which were taken back. */
import { inventoryOf, readPlan, type Inventory, type Plan } from '@thousand-cities/model';
import type * as Store from '@thousand-cities/store';
import type { Database, Publication, StoredCity, Transaction, Version, Withdrawal } from '@thousand-cities/store';

/** Loaded when the first page is asked for, as everywhere in this package: opening the store takes longer than a page. */
const loadStore = () => (loading ??= import('@thousand-cities/store'));
/** Kept: asking for a module that is there is a fifth of what a kept page costs. */
let loading: Promise<typeof Store> | undefined;

/** What a city shows at this moment, without the documents: some lines of the database, asked before every answer. */
export interface PublishedState {
  readonly city: StoredCity;
  /** Standing, newest first. */
  readonly publications: readonly Publication[];
  readonly withdrawals: readonly Withdrawal[];
}

/** Read it; undefined for a city that is not here. */
export async function readState(db: Database, cityId: string): Promise<PublishedState | undefined> {
  const { findCity, isId, listPublications, listWithdrawals, PUBLIC } = await loadStore();
  if (!isId(cityId)) return undefined;
  return db.snapshot(PUBLIC, async (tx) => {
    const city = await findCity(tx, cityId);
    if (!city) return undefined;
    return {
      city,
      publications: await listPublications(tx, cityId),
      withdrawals: await listWithdrawals(tx, cityId),
    };
  });
}

/** Two states of one name give the same page. */
export const nameOfState = ({ city, publications, withdrawals }: PublishedState): string =>
  JSON.stringify([city, publications.map(({ id }) => id), withdrawals]);

/** A publication with what stands behind it. */
export interface PublishedVersion {
  readonly publication: Publication;
  readonly sha256: string;
}

export interface PublishedPlan extends PublishedVersion {
  /** As it was written. */
  readonly text: string;
  readonly plan: Plan;
}

export interface PublishedInventory extends PublishedVersion {
  readonly inventory: Inventory;
}

/** The documents that a page is made of. */
export interface PublishedDocuments {
  /** The plan that is looked at: the newest, or the one of the publication asked for. */
  readonly plan: PublishedPlan | undefined;
  /** The publication of the same plan before it. */
  readonly before: PublishedPlan | undefined;
  /** The newest of every year, by year. */
  readonly inventories: readonly PublishedInventory[];
  /** Every standing publication of a plan, newest first. */
  readonly history: readonly PublishedVersion[];
}

/** Read the documents of a state. `publicationId` asks for an earlier plan; one that is not there gives none. */
export async function readDocuments(
  db: Database,
  { publications }: PublishedState,
  publicationId?: string,
): Promise<PublishedDocuments> {
  const { PUBLIC } = await loadStore();
  return db.snapshot(PUBLIC, async (tx) => {
    const plans = publications.filter(({ kind }) => kind === 'plan');
    const chosen = publicationId === undefined ? plans[0] : plans.find(({ id }) => id === publicationId);
    const before = plans.find((each) => each.subjectId === chosen?.subjectId && each.version < chosen.version);
    return {
      plan: chosen && (await planIn(tx, chosen)),
      before: before && (await planIn(tx, before)),
      inventories: await inventoriesIn(tx, publications),
      history: await historyOf(tx, plans),
    };
  });
}

/** The text of a published version; undefined when it was taken back meanwhile. */
async function versionOf(tx: Transaction, publication: Publication): Promise<Version | undefined> {
  const { findVersion } = await loadStore();
  const { kind, cityId, subjectId, version } = publication;
  return findVersion(tx, kind, { cityId, id: subjectId }, version);
}

async function planIn(tx: Transaction, publication: Publication): Promise<PublishedPlan | undefined> {
  const found = await versionOf(tx, publication);
  return found && { publication, plan: readPlan(found.text), text: found.text, sha256: found.sha256 };
}

async function inventoriesIn(tx: Transaction, publications: readonly Publication[]): Promise<PublishedInventory[]> {
  const newest = new Map<number, PublishedInventory>();
  for (const publication of publications) {
    if (publication.kind !== 'inventory') continue;
    const found = await versionOf(tx, publication);
    if (!found) continue;
    const inventory = inventoryOf(JSON.parse(found.text));
    if (!newest.has(inventory.year)) newest.set(inventory.year, { publication, inventory, sha256: found.sha256 }); // prettier-ignore
  }
  return [...newest.values()].sort((a, b) => a.inventory.year - b.inventory.year);
}

async function historyOf(tx: Transaction, plans: readonly Publication[]): Promise<PublishedVersion[]> {
  const { listVersions } = await loadStore();
  const heads = new Map<string, Awaited<ReturnType<typeof listVersions>>>();
  const history: PublishedVersion[] = [];
  for (const publication of plans) {
    const { cityId, subjectId: id, version } = publication;
    const versions = heads.get(id) ?? (await listVersions(tx, 'plan', { cityId, id }));
    heads.set(id, versions);
    const head = versions.find((each) => each.version === version);
    if (head) history.push({ publication, sha256: head.sha256 });
  }
  return history;
}

/** The plan file or the inventory behind a publication, as it was written. */
export async function readText(db: Database, publication: Publication): Promise<Version | undefined> {
  const { PUBLIC } = await loadStore();
  return db.as(PUBLIC, (tx) => versionOf(tx, publication));
}
