/** Which store a command works on: the one the environment names, or a folder given with --data. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { holdsStore, locationOf, openStore, type Database, type StoreLocation } from '@thousand-cities/store';
import { Refusal } from './failure.ts';

export interface StoreOptions {
  readonly data?: string;
}

/** Where the help of these commands says the data are. */
export const STORE_HELP =
  '\nThe data are in the server DATABASE_URL names, else in the folder CITIES_DATA, else in ~/thousand-cities.\n';

/** Add --data to a command. */
export function withStore(command: Command): Command {
  return command.option('--data <dir>', 'folder of the embedded database, instead of what the environment says');
}

/** The store the options and the environment name. */
export function placeOf({ data }: StoreOptions): StoreLocation {
  return data === undefined ? locationOf(process.env) : { directory: resolve(data) };
}

/** In words, without a password. */
export function placeName({ databaseUrl, directory }: StoreLocation): string {
  if (databaseUrl === undefined) return directory!;
  const { host, pathname } = new URL(databaseUrl);
  return `the server ${host}${pathname}`;
}

/**
 * Work on a store that is there, and close it.
 *
 * @throws {Refusal} when there is none: reading from a new empty one would hide a wrong path
 */
export async function withOpenStore<T>(
  place: StoreLocation,
  work: (db: Database) => Promise<T>,
  open: (place: StoreLocation) => Promise<Database> = openStore,
): Promise<T> {
  if (!holdsStore(place)) {
    throw new Refusal(
      `${place.directory!}: there are no data here\n  remedy: name the folder with --data or CITIES_DATA, or a server with DATABASE_URL`,
    );
  }
  const db = await open(place);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
