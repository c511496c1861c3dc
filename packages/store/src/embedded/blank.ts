/**
 * What a new database begins as: a blank one with every migration, made once by the build, so that a program opens its first
 * store some four seconds sooner. Where the build has left none that fits, a new one is made and migrated as ever.
 *
 * Nothing in it is secret or belongs to one installation: no table has rows but those of the rights and of the migrations, and
 * the two roles cannot log in (`migrate.test.ts`). Keys and secrets are made by the program when a store is used first.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrationsHash } from '../migrate/migrate.ts';
import { libraryVersion } from './library.ts';

/** Where archives lie, whether this runs from source or from the build. */
export const ARCHIVES = fileURLToPath(new URL('../../dist/', import.meta.url));

/**
 * Where the archive for this program lies, if there is one. A database of one version of PGlite cannot be opened by another, and
 * one with other migrations is not ours, so the name has both.
 */
export function archiveFile(): string {
  return join(ARCHIVES, `blank-${libraryVersion()}-${migrationsHash().slice(0, 16)}.tar`);
}

/** The archive of a blank database, migrated to the present; undefined where the build has left none. */
export function blankArchive(): string | undefined {
  const file = archiveFile();
  return existsSync(file) ? file : undefined;
}
