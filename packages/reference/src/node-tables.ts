/** Reading the reference tables from disk: the only file system access of the reference set. */
import { readFileSync, readdirSync } from 'node:fs';

const root = new URL('../tables/', import.meta.url);

/** Text of a table by its name below `tables/` without the ending, e.g. `factors/gwp`. */
export function readTable(name: string): string {
  return readFileSync(new URL(`${name}.csv`, root), 'utf8');
}

/** Names of all tables, sorted: what the identity of the reference set is computed over. */
export function tableNames(): readonly string[] {
  const names: string[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(new URL(folder === '' ? '.' : `${folder}/`, root), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith('.csv')) names.push(path.slice(0, -'.csv'.length));
    }
  };
  walk('');
  return names.sort();
}
