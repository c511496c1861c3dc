/** Plans of a city from the API, evaluated here. A version never changes, so what was worked out once is kept. */
import { planOf, type Outcome, type Plan, type ReferenceSlice } from '@thousand-cities/model';
import { createEngine, type PlanEngine } from '../../model-adapter.ts';
import { api } from '../../shared/api.ts';
import { client, data, everything } from '../../shared/client/client.ts';
import type { Head } from '../workspace/overview-state.ts';

export interface Evaluated {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly slice: ReferenceSlice;
  readonly version: number;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly savedBy: string | null;
}

/** Plans of the city that I may see, oldest first. */
export const listPlans = (cityId: string): Promise<readonly Head[]> =>
  everything((query) => client.GET('/cities/{cityId}/plans', { params: { path: { cityId }, query } }));

const MOST_KEPT = 16;
const kept = new Map<string, Evaluated>();
const engines = new Map<string, Promise<{ readonly slice: ReferenceSlice; readonly engine: PlanEngine }>>();

/** The model told about a country, asked for once. */
export async function engineOf(iso3: string) {
  const found =
    engines.get(iso3) ?? api.reference(iso3).then((slice) => ({ slice, engine: createEngine(slice) }) as const);
  engines.set(iso3, found);
  found.catch(() => engines.delete(iso3));
  return found;
}

/** The newest version of a plan that I may see, and what it comes to. @throws {ApiError} @throws {DomainError} */
export async function evaluatedPlan(cityId: string, documentId: string, version?: number): Promise<Evaluated> {
  const key = `${documentId}:${version ?? ''}`;
  const before = version === undefined ? undefined : kept.get(key);
  if (before) return before;
  const params = { path: { cityId, documentId } };
  const found = await data(client.GET('/cities/{cityId}/plans/{documentId}', { params }));
  const plan = planOf(found.document);
  const { slice, engine } = await engineOf(plan.city.country);
  const { version: newest, createdAt: savedAt, createdBy: savedBy } = found;
  const evaluated = { plan, outcome: engine.outcome(plan), slice, version: newest, savedAt, savedBy };
  kept.set(`${documentId}:${newest}`, evaluated);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return evaluated;
}

/** Begin a plan. @returns its id @throws {ProblemError} */
export async function addPlan(cityId: string, name: string, plan: Plan): Promise<string> {
  const body = { name, document: { ...plan } };
  return (await data(client.POST('/cities/{cityId}/plans', { params: { path: { cityId } }, body }))).id;
}
