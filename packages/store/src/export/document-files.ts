/** A city's inventories and plans as files: every version, and two tables that say what each is. */
import { inventoryOf, isMissing, type Inventory } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { listInventories } from '../documents/inventories.ts';
import { listPlans } from '../documents/plans.ts';
import { findVersion, listVersions, type DocumentKey, type VersionHead } from '../documents/versions.ts';
import type { DocumentKind } from '../tables.ts';
import { csv, table } from './csv.ts';
import type { ExportedFile } from './file.ts';
import { pathName } from './names.ts';

const DOCUMENTS = ['kind', 'id', 'name', 'year', 'copiedFrom', 'copiedVersion', 'version', 'state', 'approvedVersion', 'publishedVersion', 'folder'] as const; // prettier-ignore
const VERSIONS = ['kind', 'id', 'version', 'state', 'sha256', 'note', 'createdBy', 'createdAt', 'file'] as const;

interface Head extends DocumentKey {
  readonly name: string;
}

/** Files of the documents that the viewer may see. */
export async function* documentFiles(tx: Transaction, cityId: string): AsyncGenerator<ExportedFile> {
  const documents = [
    ...(await listInventories(tx, cityId)).map((head) => ({ kind: 'inventory' as const, ...head, folder: inventoryFolder(head) })),
    ...(await listPlans(tx, cityId)).map((head) => ({ kind: 'plan' as const, ...head, folder: planFolder(head) })),
  ]; // prettier-ignore
  const versions: (VersionHead & { readonly kind: DocumentKind; readonly id: string; readonly file: string })[] = [];
  for (const { kind, folder, ...key } of documents) {
    for (const head of await listVersions(tx, kind, key)) {
      const { text } = (await findVersion(tx, kind, key, head.version))!;
      const path = `${folder}/v${head.version}-${head.state}`;
      const file = `${path}${kind === 'plan' ? '.plan.json' : '.json'}`;
      yield { path: file, content: text };
      if (kind === 'inventory') yield { path: `${path}.csv`, content: inventoryCsv(inventoryOf(JSON.parse(text))) };
      versions.push({ kind, id: key.id, ...head, file });
    }
  }
  yield { path: 'documents.csv', content: table(DOCUMENTS, documents) };
  yield { path: 'versions.csv', content: table(VERSIONS, versions) };
}

/** Names are unique in a city, and in a year; what is left of them in a path need not be. */
const inventoryFolder = ({ id, name, year }: Head & { readonly year: number }): string =>
  `inventories/${year}${name === '' ? '' : `-${pathName(name, 'inventory')}-${id.slice(-6)}`}`;
const planFolder = ({ id, name }: Head): string => `plans/${pathName(name, 'plan')}-${id.slice(-6)}`;

/** The long form that `cities inventory` reads. */
export function inventoryCsv(inventory: Inventory): string {
  const { city, year, population } = inventory;
  return csv(
    ['city', 'country', 'year', 'population', 'gpc_ref', 'co2e_tonnes', 'notation_key'],
    inventory.rows.map(({ ref, co2eTonnes }) => [
      city.name,
      city.country,
      year,
      population,
      ref,
      isMissing(co2eTonnes) ? undefined : co2eTonnes,
      isMissing(co2eTonnes) ? co2eTonnes.keys.filter((key) => key !== 'unknown').join('; ') : undefined,
    ]),
  );
}
