/** The plan files of one folder: all that an assistant without a server may read on this machine. */
import { readdirSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { DomainError } from '@thousand-cities/model';
import type { PlanFolder } from '@thousand-cities/server/mcp';
import { readPlanFile } from '../files.ts';

const MOST_FILES = 500;
const ENDING = '.plan.json';

/**
 * The plan files (`*.plan.json`) in a folder and the folders in it.
 *
 * @throws system errors when it is no folder that can be read
 */
export function planFolder(path: string): PlanFolder {
  const root = realpathSync(path);
  readdirSync(root);
  return {
    list: () => namesIn(root),
    read: (name) => readPlanFile(placeIn(root, name)),
  };
}

function namesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ENDING) && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .slice(0, MOST_FILES);
}

/** Where a name leads, links followed: below the folder, or nowhere. */
function placeIn(root: string, name: string): string {
  const nothing = new DomainError('not-found', `there is no plan file "${name}" in the folder`, ['file']);
  if (!name.endsWith(ENDING)) throw new DomainError('not-found', `plan files end in ${ENDING}`, ['file']);
  let place: string;
  try {
    place = realpathSync(resolve(root, name));
  } catch {
    throw nothing;
  }
  if (!place.startsWith(root + sep) || !place.endsWith(ENDING)) throw nothing;
  return place;
}
