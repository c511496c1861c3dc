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
  readonly country: { readonly iso2?: string; readonly name: string };
}

/**
 * Load the city screen's data.
 *
 * @throws {ApiError}
 */
export async function loadCity(id: string, signal: AbortSignal): Promise<CityData> {
  const opened = handedPlan(id);
  const [plan, hit] = await Promise.all([
    opened ?? api.plan(id, signal),
    // Only for the country's name in the reader's language: a plan file may be of a place the server does not know.
    api.city(id, signal).catch(() => undefined),
  ]);
  const slice = await api.reference(plan.city.country, signal);
  const linked = opened ? undefined : changesOfHash(window.location.hash);
  const name = slice.countries.find(({ iso3 }) => iso3 === plan.city.country)?.name ?? plan.city.country;
  const country = hit?.iso2 === undefined || hit.iso3 !== plan.city.country ? { name } : { name, iso2: hit.iso2 };
  return { plan, origin: opened ? 'file' : 'draft', slice, linked, country };
}
