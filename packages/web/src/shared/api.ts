/** What the page asks of the server, typed. Failures are values with a code, so that a view can say what happened. */
import type {
  Boundary,
  CarbonBudgetSet,
  FactorSlice,
  GwpSet,
  Inventory,
  ObservedRecord,
  Plan,
  ReferenceSlice,
} from '@thousand-cities/model';

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
async function askBytes(path: string, signal?: AbortSignal, onProgress?: Progress): Promise<ArrayBuffer> {
  const response = await answer(path, '*/*', signal);
  try {
    return await (onProgress && response.body
      ? counted(response.body, lengthOf(response), onProgress)
      : response.arrayBuffer());
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError('offline', 0, 'the connection broke', { cause });
  }
}

/** Hears how many bytes have come, unpacked, and of how many; `undefined` where the server does not say. */
export type Progress = (received: number, total: number | undefined) => void;

function lengthOf(response: Response): number | undefined {
  const length = Number(response.headers.get('X-Unpacked-Length') ?? NaN);
  return Number.isInteger(length) && length > 0 ? length : undefined;
}

/** Read a body piece by piece. */
async function counted(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  total: number | undefined,
  onProgress: Progress,
): Promise<ArrayBuffer> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(pieces).arrayBuffer();
    pieces.push(value);
    received += value.length;
    onProgress(received, total);
  }
}

/** Send JSON, which nothing is kept of. @throws {ApiError} as `ask` */
async function send<T>(path: string, body: unknown): Promise<T> {
  const sent = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  return (await (await answer(path, 'application/json', undefined, sent)).json()) as T;
}

async function answer(path: string, accept: string, signal?: AbortSignal, sent?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...sent, headers: { Accept: accept, ...sent?.headers }, ...(signal && { signal }) });
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
  country: (iso3: string, signal?: AbortSignal) =>
    ask<{ readonly iso2: string; readonly name: string }>(`/api/countries/${encode(iso3)}`, signal),
  countries: (signal?: AbortSignal) =>
    ask<readonly { readonly iso3: string; readonly iso2: string; readonly name: string }[]>('/api/countries', signal),
  plan: (id: string, signal?: AbortSignal) => ask<Plan>(`/api/cities/${encode(id)}/plan`, signal),
  /** The draft of a city on an inventory of its own. */
  planOn: (id: string, on: { inventory: Inventory; horizonYear: number; boundary: Boundary }) =>
    send<unknown>(`/api/cities/${encode(id)}/plan`, on),
  reference: (iso3: string, signal?: AbortSignal) => ask<ReferenceSlice>(`/api/reference/${encode(iso3)}`, signal),
  /** The emission factors that may apply in a country. */
  factors: (iso3: string, signal?: AbortSignal) => ask<FactorSlice>(`/api/factors/${encode(iso3)}`, signal),
  /** The document of the thousand, unchecked: read it with `readThousand`, in a worker. */
  networkThousand: (signal?: AbortSignal) => ask<unknown>('/api/network/thousand', signal),
  /** The same as it comes over the line, to be handed to a worker. */
  thousandBytes: (signal?: AbortSignal) => askBytes('/api/network/thousand', signal),
  /** The calibrated ensemble, as the climate engine opens it. `onProgress` hears the bytes that have come, and of how many. */
  climatePack: (signal?: AbortSignal, onProgress?: Progress) => askBytes('/api/climate/pack', signal, onProgress),
  observedWarming: (signal?: AbortSignal) => ask<ObservedRecord>('/api/climate/observed', signal),
  carbonBudgets: (signal?: AbortSignal) => ask<CarbonBudgets>('/api/carbon-budgets', signal),
  gwpAr6: (signal?: AbortSignal) => ask<GwpSet>('/api/gwp/AR6', signal),
  actionNames: (locale: string, signal?: AbortSignal) =>
    ask<Readonly<Record<string, ActionWords>>>(`/api/actions/names/${encode(locale)}`, signal),
};
