/** Make a city of the gazetteer a workspace: the city, the inventory that public figures give, and the plan drafted on it. */
import type { Plan } from '@thousand-cities/model';
import { api, type CityHit } from '../../shared/api.ts';
import { client, data } from '../../shared/client/client.ts';

/**
 * Found the city. The draft is fetched first, so that a city of which nothing is known is refused before anything is written.
 *
 * @returns the id of the city's workspace
 * @throws {ApiError}
 */
export async function foundCity(hit: CityHit, names: { readonly plan: string }): Promise<string> {
  const plan = await api.plan(hit.id);
  const { id: cityId } = await data(
    client.POST('/cities', { body: { name: hit.name, country: hit.iso3, placeId: hit.id } }),
  );
  await addDocuments(cityId, plan, names.plan);
  return cityId;
}

async function addDocuments(cityId: string, plan: Plan, name: string): Promise<void> {
  const params = { path: { cityId } };
  for (const inventory of plan.inventories) {
    await client.POST('/cities/{cityId}/inventories', { params, body: { name: '', document: { ...inventory } } });
  }
  await client.POST('/cities/{cityId}/plans', { params, body: { name, document: { ...plan } } });
}
