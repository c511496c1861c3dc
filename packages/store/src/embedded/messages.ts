/** What the thread of the embedded database is told and what it answers. */
import type { Parameter, Settings } from '../database/connection.ts';

/** Where the database lies; without a folder it lives in memory and is gone with the process. */
export interface WorkerOptions {
  readonly folder?: string;
  /** What a database in memory begins as: the archive of a blank one. */
  readonly archive?: string;
  /** Make a new database and end. */
  readonly initialise?: boolean;
}

/** The database's own program. */
export interface WorkerLibrary {
  /** A compiled `WebAssembly.Module`. */
  readonly module: object;
}

/** A transaction is opened with the first that is asked in it. */
export interface Opening {
  readonly begin?: { readonly how: string; readonly settings: Settings };
}

export type Request =
  | (Opening & {
      readonly id: number;
      readonly kind: 'query';
      readonly sql: string;
      readonly parameters: readonly Parameter[];
    })
  | (Opening & { readonly id: number; readonly kind: 'script'; readonly sql: string })
  /** How many times the disk was told to flush. */
  | { readonly id: number; readonly kind: 'flushes' }
  | { readonly id: number; readonly kind: 'close' };

/** A database error in a form that crosses threads; the fields are those of `pg`. */
export interface DatabaseFault {
  readonly message: string;
  readonly code?: string;
  readonly detail?: string;
  readonly constraint?: string;
  readonly stack?: string;
}

export type Reply =
  | {
      readonly id: number;
      readonly rows: readonly Record<string, unknown>[];
      readonly affected?: number;
      readonly flushes?: number;
    }
  | { readonly id: number; readonly fault: DatabaseFault };
