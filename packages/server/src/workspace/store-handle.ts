/** The store while it opens, when it is open, and when it cannot be opened: pages do not wait for it. */
import type * as Store from '@thousand-cities/store';
import type { Database, SecondFactorOf, StoreLocation } from '@thousand-cities/store';
import type { Scanner } from '../files/clamd.ts';
import type { Identity, SingleSignOn } from '../identity/identity.ts';
import type { StolenPasswords } from '../identity/stolen-passwords.ts';
import { createBell, type Bell } from '../jobs/bell.ts';
import type { Unreadable } from '../identity/renew-secrets.ts';
import type { Sealer } from '../webhooks/seal.ts';

/** A store that takes requests. */
export interface OpenWorkspace {
  readonly db: Database;
  readonly identity: Identity;
  /** In demo mode: the one person that everybody is. */
  readonly demoUserId?: string;
  /** For secrets that must be read again. */
  readonly sealer: Sealer;
  /** What was encrypted with a secret that is not known any more. */
  readonly unreadable: Unreadable;
  /** Rung after every write, since it may have begun a job. */
  readonly bell: Bell;
  /** Whether anybody may make an account and set up a city. */
  readonly openRegistration: boolean;
  /** Of whom a second factor is demanded. */
  readonly secondFactorOf: readonly SecondFactorOf[];
  /** Passwords that nobody may choose, besides the rules. */
  readonly stolenPasswords?: StolenPasswords;
  /** Looks at every file that is sent, before anything else does. */
  readonly scanner?: Scanner;
  /** Whether an identity provider is set up. */
  readonly singleSignOn: boolean;
  close(): Promise<void>;
}

/** What the API asks before every request. */
export interface WorkspaceHandle {
  /** Clearly marked, on every answer. */
  readonly demo: boolean;
  readonly publicUrl?: string;
  /** The open store; undefined while it opens, which begins now at the latest; throws what opening it failed with. */
  current(): OpenWorkspace | undefined;
  /** Begin to open it; resolves when it is open. */
  open(): Promise<OpenWorkspace>;
  close(): Promise<void>;
}

export interface WorkspaceOptions {
  readonly location: StoreLocation;
  readonly publicUrl?: string;
  /** In place of the secret that the store keeps. */
  readonly secret?: string;
  /** Earlier secrets: what they encrypted is encrypted anew, and their cookies are good. */
  readonly secretsBefore?: readonly string[];
  readonly singleSignOn?: SingleSignOn;
  /** Demand a second factor of some. Default: of nobody. */
  readonly secondFactorOf?: readonly SecondFactorOf[];
  /** Passwords that nobody may choose, besides the rules. */
  readonly stolenPasswords?: StolenPasswords;
  /** Looks at every file that is sent, before anything else does. */
  readonly scanner?: Scanner;
  /** Let anybody make an account and set up a city. Default false. */
  readonly openRegistration?: boolean;
  /** Fill an empty store for the demo; returns the person that everybody is. */
  readonly demo?: (db: Database) => Promise<string>;
  /** Where an open store comes from; `openStore` when absent. */
  readonly open?: (location: StoreLocation) => Promise<Database>;
  /** Between two attempts to open it, ms; for tests. */
  readonly retryMs?: number;
  /** Once the store is open and before it takes requests. */
  readonly onOpen?: (db: Database) => Promise<void>;
  /** Work on jobs from when the store is open until it is closed. */
  readonly work?: (open: Pick<OpenWorkspace, 'db' | 'sealer' | 'bell'>) => Promise<{ stop(): Promise<void> }>;
}

const CLEANING_MS = 3_600_000;
/** For the first time: a laptop is closed before the hour is over. */
const FIRST_CLEANING_MS = 60_000;
/** Between two attempts to open a store that is not there yet. */
const RETRY_MS = 5_000;

/** A store that is opened in the background, once it is asked to. */
export function createWorkspace(options: WorkspaceOptions): WorkspaceHandle {
  let opening: Promise<OpenWorkspace> | undefined;
  let current: OpenWorkspace | undefined;
  let failure: { readonly error: unknown } | undefined;
  // Whoever asks next opens it again.
  const forget = (): void => {
    opening = undefined;
    failure = undefined;
  };
  const open = (): Promise<OpenWorkspace> => {
    if (opening) return opening;
    opening = openNow(options);
    opening.then(
      (workspace) => (current = workspace),
      (error: unknown) => {
        failure = { error };
        if (maySucceed(error)) setTimeout(forget, options.retryMs ?? RETRY_MS).unref();
      },
    );
    return opening;
  };
  return {
    demo: options.demo !== undefined,
    ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
    open,
    current: () => {
      void open();
      if (failure) throw failure.error;
      return current;
    },
    close: async () => {
      await opening?.then(
        ({ close }) => close(),
        () => undefined,
      );
    },
  };
}

/** A database server that starts after this one, a process that holds the folder and ends. */
const maySucceed = (error: unknown): boolean =>
  ['store-unavailable', 'store-in-use'].includes((error as { code?: string }).code ?? '');

async function openNow(options: WorkspaceOptions): Promise<OpenWorkspace> {
  const { location, publicUrl, singleSignOn, openRegistration = false, secondFactorOf = [] } = options;
  // Loaded now and not before the first page.
  const [store, { createIdentity }, { createSealer }, { renewSecrets, WEBHOOKS }] = await Promise.all([
    import('@thousand-cities/store'),
    import('../identity/identity.ts'),
    import('../webhooks/seal.ts'),
    import('../identity/renew-secrets.ts'),
  ]);
  const { SYSTEM, installationSecret, keptSecret } = store;
  const db = await (options.open ?? store.openStore)(location);
  try {
    const secret = options.secret ?? (await db.as(SYSTEM, installationSecret));
    const kept = options.secret === undefined ? undefined : await db.as(SYSTEM, keptSecret);
    const secretsBefore = [...(options.secretsBefore ?? []), ...(kept === undefined ? [] : [kept])];
    const unreadable = await renewSecrets(db, secret, secretsBefore);
    const identity = await createIdentity({
      db,
      secret,
      secretsBefore,
      ...(publicUrl !== undefined && { publicUrl }),
      ...(singleSignOn !== undefined && { singleSignOn }),
      openRegistration,
    });
    const demoUserId = await options.demo?.(db);
    await options.onOpen?.(db);
    const jobs = { db, sealer: createSealer(secret, WEBHOOKS), bell: createBell() };
    const worker = await options.work?.(jobs);
    const stopCleaning = cleanEveryHour(db, store);
    const close = async () => {
      stopCleaning();
      await worker?.stop();
      await db.close();
    };
    const ways = {
      openRegistration,
      secondFactorOf,
      singleSignOn: singleSignOn !== undefined,
      ...(options.stolenPasswords && { stolenPasswords: options.stolenPasswords }),
      ...(options.scanner && { scanner: options.scanner }),
    };
    return { ...jobs, identity, unreadable, close, ...ways, ...(demoUserId !== undefined && { demoUserId }) };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Forget what is over, soon and every hour. */
function cleanEveryHour(db: Database, { SYSTEM, forgetOld, forgetOldJobs, forgetCounts }: typeof Store): () => void {
  const clean = () =>
    void db
      .as(SYSTEM, async (tx) => {
        await forgetOld(tx);
        await forgetOldJobs(tx);
        await forgetCounts(tx);
      })
      .catch(() => undefined);
  const first = setTimeout(clean, FIRST_CLEANING_MS).unref();
  const cleaning = setInterval(clean, CLEANING_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(cleaning);
  };
}
