/** Open the store: a server where one is named, otherwise the embedded database in a folder. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionSource } from './database/connection.ts';
import { createDatabase, type Database } from './database/database.ts';
import { openEmbedded } from './embedded/open.ts';
import { migrate } from './migrate/migrate.ts';
import { openServer } from './server/open.ts';

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

/** Connections to a location, before anything is migrated. */
export function openSource({ databaseUrl, directory }: StoreLocation): Promise<ConnectionSource> {
  return databaseUrl ? openServer(databaseUrl) : openEmbedded(directory);
}

/**
 * Open the store and bring it to the present version.
 *
 * @throws {DomainError} `store-in-use`, `store-unavailable`, `store-newer`
 */
export async function openStore(location: StoreLocation): Promise<Database> {
  const source = await openSource(location);
  try {
    await migrate(source);
  } catch (error) {
    await source.close();
    throw error;
  }
  return createDatabase(source);
}
