/** The files of a folder that may be plans, in an order that does not depend on the machine. */
import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/** A file to read, or a name that is none and why. */
export type Found =
  | { readonly kind: 'plan'; readonly file: string }
  | { readonly kind: 'refused'; readonly file: string; readonly reason: string; readonly remedy: string }
  /** Not a plan by its name: nothing is wrong with it. */
  | { readonly kind: 'passed-over'; readonly file: string; readonly reason: string };

/**
 * Walk a folder and all folders in it, names in order of their code units. Links are followed; a folder that was walked
 * already, as a link that leads back does, is refused. Files whose names do not end in `.json`, and names that begin with a
 * full stop, are passed over.
 */
export function filesUnder(folder: string): Found[] {
  return walk(folder, new Set([realpathSync(folder)]));
}

function walk(folder: string, walked: Set<string>): Found[] {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    return [{ kind: 'refused', file: folder, ...wordsOf(error as NodeJS.ErrnoException) }];
  }
  return names.flatMap((name) => {
    const file = join(folder, name);
    if (name.startsWith('.')) return { kind: 'passed-over' as const, file, reason: 'hidden' };
    try {
      return visit(file, statSync(file), walked);
    } catch (error) {
      return { kind: 'refused' as const, file, ...wordsOf(error as NodeJS.ErrnoException) };
    }
  });
}

function visit(file: string, stats: Stats, walked: Set<string>): Found[] {
  if (stats.isDirectory()) {
    const real = realpathSync(file);
    if (walked.has(real)) {
      const reason = 'leads to a folder that is read already';
      return [{ kind: 'refused', file, reason, remedy: 'remove the link, so that no city counts twice' }];
    }
    walked.add(real);
    return walk(file, walked);
  }
  if (!/\.json$/i.test(file)) return [{ kind: 'passed-over', file, reason: 'not a .json file' }];
  if (!stats.isFile()) {
    return [{ kind: 'refused', file, reason: 'is a pipe or device, not a file', remedy: 'remove it from the folder' }];
  }
  return [{ kind: 'plan', file }];
}

function wordsOf(error: NodeJS.ErrnoException): { readonly reason: string; readonly remedy: string } {
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return { reason: 'may not be read by this user', remedy: 'change its permissions, or copy it' };
    case 'ENOENT':
      return { reason: 'is a link to nothing', remedy: 'remove the link, or mend it' };
    case 'ELOOP':
      return { reason: 'is a link that leads back to itself', remedy: 'remove the link' };
    default:
      throw error;
  }
}
