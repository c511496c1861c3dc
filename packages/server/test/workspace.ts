/** A workspace over the real embedded store in memory, asked through `app.request()`, for tests. */
import type { Hono } from 'hono';
import {
  openStore,
  SYSTEM,
  addToken,
  type Database,
  type Scope,
  type SecondFactorOf,
  type StoreLocation,
  type User,
} from '@thousand-cities/store';
import { loadReference } from '@thousand-cities/reference/node';
import { createApp } from '../src/app.ts';
import { builtPage, realServices } from '../src/fixture.case.ts';
import type { SingleSignOn } from '../src/identity/identity.ts';
import type { Scanner } from '../src/files/clamd.ts';
import { passwordWork } from '../src/identity/password.ts';
import type { StolenPasswords } from '../src/identity/stolen-passwords.ts';
import type { CityServices } from '../src/services.ts';
import type { Limits } from '../src/workspace/limits.ts';
import { createWorkspace, type OpenWorkspace, type WorkspaceHandle } from '../src/workspace/store-handle.ts';

// Hundreds of accounts are made here: how slow a password is by design is tested in password-rules.test.ts.
passwordWork.cost = 8;

/** No limits that a test would meet by itself. */
export const NO_LIMITS: Limits = { requests: 1e9, writes: 1e9, signIns: 1e9 };
export const ORIGIN = 'http://localhost';
export const TEST_SECRET = 'a secret for tests, not of any installation';

export interface TestWorkspace extends OpenWorkspace {
  readonly faults: unknown[];
  /** To be served on a port. */
  readonly app: Hono;
  /** The same store, for another server over it; who made the workspace closes it. */
  readonly handle: WorkspaceHandle;
  /** Ask as somebody: `as` is a token, or a cookie. JSON goes in as `json`. */
  ask(method: string, path: string, options?: Ask): Promise<Response>;
  /** A token of a person. */
  tokenOf(user: Pick<User, 'id'>, scopes?: readonly Scope[]): Promise<string>;
}

export interface Ask {
  readonly token?: string;
  readonly cookie?: string;
  readonly json?: unknown;
  /** The body as it is. */
  readonly raw?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where it is asked, instead of `ORIGIN`. */
  readonly host?: string;
}

/** The routes of pages are not asked here; facts about countries are. */
const services = {
  get network() {
    return realServices().network;
  },
  referenceSlice: (iso3) => loadReference().countrySlice(iso3),
} as Pick<CityServices, 'network' | 'referenceSlice'> as CityServices;

/** Start one. `fill` makes it a demo. */
export async function startWorkspace(
  options: {
    readonly limits?: Limits;
    readonly demo?: (db: Database) => Promise<string>;
    readonly singleSignOn?: SingleSignOn;
    readonly openRegistration?: boolean;
    readonly publicUrl?: string;
    readonly secondFactorOf?: readonly SecondFactorOf[];
    readonly stolenPasswords?: StolenPasswords;
    readonly scanner?: Scanner;
    readonly secret?: string;
    readonly secretsBefore?: readonly string[];
    /** A store that is open already, and stays so when this workspace is closed. */
    readonly over?: Database;
    /** In memory when absent. */
    readonly location?: StoreLocation;
  } = {},
): Promise<TestWorkspace> {
  const faults: unknown[] = [];
  const { over } = options;
  const handle = createWorkspace({
    location: options.location ?? {},
    open: over ? () => Promise.resolve({ ...over, close: () => Promise.resolve() }) : openStore,
    secret: options.secret ?? TEST_SECRET,
    ...(options.secretsBefore && { secretsBefore: options.secretsBefore }),
    ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
    ...(options.secondFactorOf && { secondFactorOf: options.secondFactorOf }),
    ...(options.scanner && { scanner: options.scanner }),
    ...(options.stolenPasswords && { stolenPasswords: options.stolenPasswords }),
    ...(options.demo && { demo: options.demo }),
    ...(options.singleSignOn && { singleSignOn: options.singleSignOn }),
    ...(options.openRegistration && { openRegistration: true }),
  });
  const app = createApp({
    services,
    webRoot: builtPage().webRoot,
    onFault: (error) => faults.push(error),
    workspace: { workspace: handle, limits: options.limits ?? NO_LIMITS },
  });
  const open = await handle.open();
  return {
    ...open,
    faults,
    app,
    handle: { ...handle, close: async () => undefined },
    ask: async (method, path, ask = {}) => app.request(`${ask.host ?? ORIGIN}${path}`, requestOf(method, ask)),
    tokenOf: async (user, scopes = ['read', 'write']) => {
      const { secret } = await open.db.as(SYSTEM, (tx) => addToken(tx, { userId: user.id, name: 'test', scopes }));
      return secret;
    },
  };
}

function requestOf(method: string, { token, cookie, json, raw, headers }: Ask): RequestInit {
  const body = json === undefined ? raw : JSON.stringify(json);
  return {
    method,
    headers: {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(cookie !== undefined && { Cookie: cookie, Origin: ORIGIN }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  };
}

/** The cookies of an answer, as a browser would send them back. */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0]!)
    .filter((pair) => !pair.endsWith('='))
    .join('; ');
}
