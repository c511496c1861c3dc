/** Write everything every city owns to a folder. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DomainError } from '@thousand-cities/model';
import { SYSTEM, type Database } from '../database/database.ts';
import { cityFiles } from './city-files.ts';
import { csv } from './csv.ts';
import { pathName } from './names.ts';

export interface Exported {
  readonly cities: number;
  readonly files: number;
}

/**
 * Export all cities, as of one moment: a folder for each, and `cities.csv`, which lists them.
 *
 * @param directory a new or empty folder
 * @throws {DomainError} `already-exists` when the folder holds something
 */
export async function exportAll(db: Database, directory: string): Promise<Exported> {
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new DomainError('already-exists', `${directory}: holds something already; name a new folder`, [directory]);
  }
  // What is in it is for whoever may read the store.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  let files = 0;
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content, { flag: 'wx' });
    files++;
  };
  return db.snapshot(SYSTEM, async (tx) => {
    const cities = await tx
      .selectFrom('cities')
      .select(['id', 'place_id as placeId', 'name', 'country'])
      .orderBy('name')
      .orderBy('id')
      .execute();
    const lines: string[][] = [];
    for (const city of cities) {
      const folder = `${pathName(city.name, 'city')}-${city.country.toLowerCase()}-${city.id.slice(-6)}`;
      for await (const { path, content } of cityFiles(tx, city)) write(join(folder, path), content);
      lines.push([city.id, city.placeId ?? '', city.name, city.country, folder]);
    }
    write('cities.csv', csv(['id', 'place_id', 'name', 'country', 'folder'], lines));
    return { cities: cities.length, files };
  });
}
