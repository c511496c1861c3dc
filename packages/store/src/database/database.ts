/** The one door to the data: a transaction as somebody, under row-level security. */
import { Kysely, sql } from 'kysely';
import { DomainError } from '@thousand-cities/model';
import type { Tables } from '../tables.ts';
import { isId } from '../ids.ts';
import type { Connection, ConnectionSource, Settings } from './connection.ts';
import { dialectOn } from './dialect.ts';
import { isOfStorage, isPassing, refusalOf } from './faults.ts';

/** In whose name a transaction runs. The database itself decides what that name may see and do. */
export type Viewer =
  /** A signed-in person. `city` narrows the transaction to one city, even where the person has rights in others. */
  | { readonly kind: 'person'; readonly userId: string; readonly city?: string }
  /** Anyone: sees what is published. */
  | { readonly kind: 'public' }
  /**
   * The program itself: sign-up, jobs, backup. Never with what a request asks for. `onBehalfOf` names the person whose rights
   * the work asks about (`asThePerson`) and who stands in the log; it takes none of the program's own.
   */
  | { readonly kind: 'system'; readonly onBehalfOf?: string };

export const PUBLIC: Viewer = { kind: 'public' };
export const SYSTEM: Viewer = { kind: 'system' };
/** The program itself, for a person who asked. */
export const onBehalfOf = (userId: string): Viewer => ({ kind: 'system', onBehalfOf: userId });

/** A transaction: queries of it see the tables as its viewer does. */
export type Transaction = Kysely<Tables>;

export interface Database {
  /** For what goes beneath the rights: migration, backup, restore. */
  readonly source: ConnectionSource;
  /**
   * Run work in one transaction: all of it is kept, or nothing. When it resolves, what it wrote is on the disk. Work may
   * be run again from its beginning when the database asks for that (deadlock), so it does nothing outside.
   *
   * @throws {DomainError} `not-allowed`, `already-exists`, `not-found`, `store-unavailable`, or what the work throws
   */
  as<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** One consistent picture of the data, for reading only. */
  snapshot<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export const APP_ROLE = 'thousand_cities_app';
export const SYSTEM_ROLE = 'thousand_cities_system';
export const SCHEMA = 'cities';

/** How long a server may take over one statement of a request, or wait for the next. The program's own jobs may take longer. */
const PATIENCE = '30s';

/** A transaction that must be run again is given this many chances. */
const ATTEMPTS = 4;

/** A database over a source that has been migrated. */
export function createDatabase(source: ConnectionSource): Database {
  const as =
    (begin: string): Database['as'] =>
    async (viewer, work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          const open = (connection: Connection) => connection.begin(begin, inTheNameOf(viewer));
          return await transaction(source, open, (connection) =>
            work(new Kysely<Tables>({ dialect: dialectOn(connection) })),
          );
        } catch (error) {
          if (attempt === ATTEMPTS || !isPassing(error)) throw refusalOf(error);
        }
      }
    };
  return {
    source,
    as: as('BEGIN'),
    snapshot: as('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'),
    close: () => source.close(),
  };
}

/** Run work between `begin` and COMMIT on a connection of its own; ROLLBACK when it throws. */
export async function transaction<T>(
  source: ConnectionSource,
  begin: (connection: Connection) => Promise<void>,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await source.acquire();
  let broken = true;
  try {
    try {
      await begin(connection);
      const result = await work(connection);
      await connection.script('COMMIT');
      broken = false;
      return result;
    } catch (error) {
      await connection.script('ROLLBACK').then(
        // After a failure below the tables, what the session believes and what is on the disk may differ.
        () => (broken = isOfStorage(error)),
        // The first error says more than the failure to roll back; the connection is thrown away.
        () => undefined,
      );
      throw error;
    }
  } finally {
    connection.release(broken);
  }
}

/**
 * Do a part of the program's own transaction as the person it runs for (`onBehalfOf`): row-level security holds that part to
 * their rights, and all of it is kept, or nothing.
 */
export async function asThePerson<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await sql`SELECT set_config('role', ${APP_ROLE}, true)`.execute(tx);
  // Where the work throws, the transaction is undone and nobody asks for the role any more.
  const result = await work();
  await sql`SELECT set_config('role', ${SYSTEM_ROLE}, true)`.execute(tx);
  return result;
}

/**
 * Do a part of a person's transaction as the program itself, such as writing a log that the person may not: all of it is kept,
 * or nothing. Never with what a request asks for.
 */
export async function asTheProgram<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await sql`SELECT set_config('role', ${SYSTEM_ROLE}, true)`.execute(tx);
  const result = await work();
  await sql`SELECT set_config('role', ${APP_ROLE}, true)`.execute(tx);
  return result;
}

/**
 * The settings of a transaction, sent with its BEGIN: a message less for every transaction there is. All of them hold for this
 * transaction alone: connections are shared, by us and by poolers.
 */
function inTheNameOf(viewer: Viewer): Settings {
  const person = viewer.kind === 'person' ? viewer : undefined;
  const system = viewer.kind === 'system';
  const patience = system ? '0' : PATIENCE;
  return {
    search_path: SCHEMA,
    'app.user_id': idOrNone(person?.userId ?? (system ? viewer.onBehalfOf : undefined)),
    'app.city_id': idOrNone(person?.city),
    statement_timeout: patience,
    idle_in_transaction_session_timeout: patience,
    role: system ? SYSTEM_ROLE : APP_ROLE,
  };
}

/** Only ids come into the settings. */
function idOrNone(text: string | undefined): string {
  if (text === undefined || isId(text)) return text ?? '';
  throw new DomainError('out-of-range', 'this is no id', [text]);
}
