/** Everything the city screen needs: a plan (from a file or the server), the country's figures, names of actions. */
import type { Plan, ReferenceSlice } from '@thousand-cities/model';
import { api } from '../../shared/api.ts';
import { handedPlan } from '../files/state.ts';
import { changesOfHash, type LinkedChanges } from '../plan/link.ts';
import type { Origin } from '../plan/state.ts';

export interface CityData {
  readonly plan: Plan;
  readonly origin: Origin;
  readonly slice: ReferenceSlice;
  readonly linked: LinkedChanges | 'unreadable' | undefined;
  readonly country: string;
}

/**
 * Load the city screen's data.
 *
 * @throws {ApiError}
 */
export async function loadCity(id: string, signal: AbortSignal): Promise<CityData> {
  const opened = handedPlan(id);
  const plan = opened ?? (await api.plan(id, signal));
  const slice = await api.reference(plan.city.country, signal);
  const linked = opened ? undefined : changesOfHash(window.location.hash);
  const country = slice.countries.find(({ iso3 }) => iso3 === plan.city.country)?.name ?? plan.city.country;
  return { plan, origin: opened ? 'file' : 'draft', slice, linked, country };
}
