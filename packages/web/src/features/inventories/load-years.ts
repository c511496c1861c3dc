/** Everything the years of a city need: heads, newest documents, warming potentials. */
import { inventoryOf, type GwpSet } from '@thousand-cities/model';
import { api } from '../../shared/api.ts';
import { client, data, everything, type Schemas } from '../../shared/client/client.ts';
import { loadBaseYear, type BaseYear } from './base-year.ts';
import type { YearDocument } from './years-state.ts';

/** Inventories of a city, its base year, and the sets of warming potentials; none where they could not be had. */
export interface CityYears {
  readonly documents: readonly YearDocument[];
  readonly baseYear: BaseYear;
  readonly gwpSets: readonly GwpSet[];
}

/** @throws {ProblemError} @throws {DomainError} */
export async function loadYears(cityId: string): Promise<CityYears> {
  const [baseYear, heads] = await Promise.all([
    loadBaseYear(cityId),
    everything((query) => client.GET('/cities/{cityId}/inventories', { params: { path: { cityId }, query } })),
  ]);
  const documents = await Promise.all(heads.map((head) => withDocument(cityId, head)));
  const country = documents[0]?.inventory.city.country;
  return { documents, baseYear, gwpSets: country === undefined ? [] : await gwpSetsOf(country) };
}

async function withDocument(cityId: string, head: Schemas['DocumentHead']): Promise<YearDocument> {
  const path = { cityId, documentId: head.id };
  const newest = await data(client.GET('/cities/{cityId}/inventories/{documentId}', { params: { path } }));
  const inventory = inventoryOf(newest.document);
  const { id, name, approvedVersion, publishedVersion } = head;
  const { version, state } = newest;
  return { id, name, year: inventory.year, version, state, approvedVersion, publishedVersion, inventory };
}

/** Without them the findings lack one check, and inventories cannot be said in another set; the rest works. */
async function gwpSetsOf(country: string): Promise<readonly GwpSet[]> {
  try {
    return (await api.reference(country)).gwpSets;
  } catch {
    return [];
  }
}
