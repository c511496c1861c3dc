/** The store while it opens, when it is open, and when it cannot be opened: pages do not wait for it. */
import {
  forgetOld,
  installationSecret,
  openStore,
  SYSTEM,
  type Database,
  type StoreLocation,
} from '@thousand-cities/store';
import type { Identity, SingleSignOn } from '../identity/identity.ts';

/** A store that takes requests. */
export interface OpenWorkspace {
  readonly db: Database;
  readonly identity: Identity;
  /** In demo mode: the one person that everybody is. */
  readonly demoUserId?: string;
}

/** What the API asks before every request. */
export interface WorkspaceHandle {
  /** Clearly marked, on every answer. */
  readonly demo: boolean;
  readonly publicUrl?: string;
  /** The open store; undefined while it opens; throws what opening it failed with. */
  current(): OpenWorkspace | undefined;
  /** Resolves when it is open. */
  readonly opened: Promise<OpenWorkspace>;
  close(): Promise<void>;
}

export interface WorkspaceOptions {
  readonly location: StoreLocation;
  readonly publicUrl?: string;
  /** In place of the secret that the store keeps. */
  readonly secret?: string;
  readonly singleSignOn?: SingleSignOn;
  /** Fill an empty store for the demo; returns the person that everybody is. */
  readonly demo?: (db: Database) => Promise<string>;
  /** Where an open store comes from; `openStore` when absent. */
  readonly open?: (location: StoreLocation) => Promise<Database>;
  /** Once the store is open and before it takes requests. */
  readonly onOpen?: (db: Database) => Promise<void>;
}

const CLEANING_MS = 3_600_000;

/** Begin to open a store, in the background. */
export function openWorkspace(options: WorkspaceOptions): WorkspaceHandle {
  let current: OpenWorkspace | undefined;
  let failure: { readonly error: unknown } | undefined;
  const opened = open(options);
  const cleaning = setInterval(() => void current?.db.as(SYSTEM, (tx) => forgetOld(tx)).catch(() => undefined), CLEANING_MS); // prettier-ignore
  cleaning.unref();
  opened.then(
    (workspace) => (current = workspace),
    (error: unknown) => (failure = { error }),
  );
  return {
    demo: options.demo !== undefined,
    ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl }),
    current: () => {
      if (failure) throw failure.error;
      return current;
    },
    opened,
    close: async () => {
      clearInterval(cleaning);
      await opened.then(
        ({ db }) => db.close(),
        () => undefined,
      );
    },
  };
}

async function open(options: WorkspaceOptions): Promise<OpenWorkspace> {
  const { location, publicUrl, singleSignOn } = options;
  const db = await (options.open ?? openStore)(location);
  try {
    // Loaded now, beside the store, and not before the first page.
    const { createIdentity } = await import('../identity/identity.ts');
    const secret = options.secret ?? (await db.as(SYSTEM, installationSecret));
    const identity = createIdentity({
      db,
      secret,
      ...(publicUrl !== undefined && { publicUrl }),
      ...(singleSignOn !== undefined && { singleSignOn }),
    });
    const demoUserId = await options.demo?.(db);
    await options.onOpen?.(db);
    return { db, identity, ...(demoUserId !== undefined && { demoUserId }) };
  } catch (error) {
    await db.close();
    throw error;
  }
}
