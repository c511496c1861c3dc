/** Versions of an inventory: their list, and their documents, each of which is fetched once, as it never changes. */
import { inventoryOf, type Inventory } from '@thousand-cities/model';
import { client, data, everything, type Schemas } from '../../shared/client/client.ts';

export type VersionHead = Schemas['VersionHead'];

/** The versions that I may see, newest first. @throws {ProblemError} */
export const listVersions = (cityId: string, documentId: string): Promise<readonly VersionHead[]> =>
  everything((query) =>
    client.GET('/cities/{cityId}/inventories/{documentId}/versions', {
      params: { path: { cityId, documentId }, query },
    }),
  );

const kept = new Map<string, Promise<Inventory>>();
/** Documents that are kept: more would weigh on an old laptop. */
const MOST = 60;

/** The document of one version. @throws {ProblemError} @throws {DomainError} */
export function versionDocument(cityId: string, documentId: string, version: number): Promise<Inventory> {
  const key = `${documentId}/${version}`;
  const known = kept.get(key);
  if (known) return known;
  const path = { cityId, documentId, version };
  const asked = data(client.GET('/cities/{cityId}/inventories/{documentId}/versions/{version}', { params: { path } }));
  const inventory = asked.then(({ document }) => inventoryOf(document));
  inventory.catch(() => kept.delete(key));
  kept.set(key, inventory);
  if (kept.size > MOST) kept.delete(kept.keys().next().value!);
  return inventory;
}
