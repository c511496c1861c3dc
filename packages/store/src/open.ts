/** Open the store: a server where one is named, otherwise the embedded database in a folder. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionSource } from './database/connection.ts';
import { createDatabase, type Database } from './database/database.ts';
import { migrate, versionOf } from './migrate/migrate.ts';

/** Where the data are. */
export interface StoreLocation {
  /** URL of a PostgreSQL server, 15 or newer. */
  readonly databaseUrl?: string;
  /** Folder of the embedded database, used where there is no URL. Absent: in memory. */
  readonly directory?: string;
}

/**
 * Where the environment says the data are: `DATABASE_URL`, else the folder `CITIES_DATA`, else `thousand-cities` in the
 * user's home, where it can be seen and backed up.
 */
export function locationOf(env: Readonly<Record<string, string | undefined>>): StoreLocation {
  const databaseUrl = env['DATABASE_URL'];
  if (databaseUrl) return { databaseUrl };
  return { directory: env['CITIES_DATA'] || join(homedir(), 'thousand-cities') };
}

/** Whether there is anything at a location to open; a server is taken to be there. */
export function holdsStore({ databaseUrl, directory }: StoreLocation): boolean {
  return databaseUrl !== undefined || (directory !== undefined && existsSync(join(directory, 'database')));
}

/** Connections to a location, before anything is migrated. */
export async function openSource({ databaseUrl, directory }: StoreLocation): Promise<ConnectionSource> {
  // Only the client that is used is loaded.
  if (databaseUrl) return (await import('./server/open.ts')).openServer(databaseUrl);
  return (await import('./embedded/open.ts')).openEmbedded(directory);
}

/**
 * Open the store and bring it to the present version.
 *
 * @throws {DomainError} `store-in-use`, `store-unavailable`, `store-newer`
 */
export function openStore(location: StoreLocation): Promise<Database> {
  return opened(location, migrate);
}

/**
 * Open a store as it is: a backup is made before a newer program changes anything. One that has nothing of ours is begun.
 *
 * @throws {DomainError} as `openStore`
 */
export function openAsItIs(location: StoreLocation): Promise<Database> {
  return opened(location, async (source) => (await versionOf(source)) || migrate(source));
}

async function opened(
  location: StoreLocation,
  ready: (source: ConnectionSource) => Promise<number>,
): Promise<Database> {
  const source = await openSource(location);
  try {
    await ready(source);
  } catch (error) {
    await source.close();
    throw error;
  }
  return createDatabase(source);
}
