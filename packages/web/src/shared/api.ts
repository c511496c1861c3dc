/** What the page asks of the server, typed. Failures are values with a code, so that a view can say what happened. */
import type { CarbonBudgetSet, ObservedRecord, Plan, ReferenceSlice } from '@thousand-cities/model';

export interface CityHit {
  readonly id: string;
  readonly name: string;
  readonly iso2?: string;
  readonly iso3: string;
  readonly country: string;
  readonly admin?: string;
  readonly population?: number;
  readonly lat?: number;
  readonly lon?: number;
}

/** Words for an action of the library in one language. */
export interface ActionWords {
  readonly name: string;
  readonly description: string;
}

export interface MapCity {
  readonly id: string;
  readonly name: string;
  readonly iso3: string;
  readonly lat: number;
  readonly lon: number;
  readonly pop: number;
}

/** Remaining carbon budgets of the reference set, and which one is meant when none is named. */
export interface CarbonBudgets {
  readonly defaultSet: string;
  readonly sets: readonly CarbonBudgetSet[];
}

/** Why an answer did not come. `offline`: the server was not reached. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.status = status;
  }
}

/**
 * Fetch JSON of this site.
 *
 * @throws {ApiError} with the problem's code, or `offline`; an abort passes through.
 */
async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await (await answer(path, 'application/json', signal)).json()) as T;
}

/** Fetch bytes of this site. @throws {ApiError} as `ask` */
async function askBytes(path: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  return (await answer(path, 'application/octet-stream', signal)).arrayBuffer();
}

async function answer(path: string, accept: string, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { headers: { Accept: accept }, ...(signal && { signal }) });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError('offline', 0, 'the server was not reached', { cause });
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
  throw new ApiError(problem.code ?? 'fault', response.status, problem.detail ?? response.statusText);
}

const encode = encodeURIComponent;

export const api = {
  search: (query: string, signal?: AbortSignal) =>
    ask<readonly CityHit[]>(`/api/cities?q=${encode(query)}&limit=8`, signal),
  thousand: (signal?: AbortSignal) => ask<readonly MapCity[]>('/api/thousand', signal),
  city: (id: string, signal?: AbortSignal) => ask<CityHit>(`/api/cities/${encode(id)}`, signal),
  plan: (id: string, signal?: AbortSignal) => ask<Plan>(`/api/cities/${encode(id)}/plan`, signal),
  reference: (iso3: string, signal?: AbortSignal) => ask<ReferenceSlice>(`/api/reference/${encode(iso3)}`, signal),
  /** The document of the thousand, unchecked: read it with `readThousand`, in a worker. */
  networkThousand: (signal?: AbortSignal) => ask<unknown>('/api/network/thousand', signal),
  /** The calibrated ensemble, as the climate engine opens it. */
  climatePack: (signal?: AbortSignal) => askBytes('/api/climate/pack', signal),
  observedWarming: (signal?: AbortSignal) => ask<ObservedRecord>('/api/climate/observed', signal),
  carbonBudgets: (signal?: AbortSignal) => ask<CarbonBudgets>('/api/carbon-budgets', signal),
  actionNames: (locale: string, signal?: AbortSignal) =>
    ask<Readonly<Record<string, ActionWords>>>(`/api/actions/names/${encode(locale)}`, signal),
};
