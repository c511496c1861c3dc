/** What the lists of a city's documents say of each. */
import { client, everything } from '../../shared/client/client.ts';
import type { Head } from './overview-state.ts';

export interface Heads {
  readonly inventories: readonly Head[];
  readonly plans: readonly Head[];
}

export async function loadHeads(cityId: string): Promise<Heads> {
  const path = { cityId };
  const [inventories, plans] = await Promise.all([
    everything((query) => client.GET('/cities/{cityId}/inventories', { params: { path, query } })),
    everything((query) => client.GET('/cities/{cityId}/plans', { params: { path, query } })),
  ]);
  return { inventories, plans };
}
