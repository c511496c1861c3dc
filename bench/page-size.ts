/** Benchmark: JavaScript of the page, gzip, before the map and the solver are asked for; beside it, all of it at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export const name = 'page: JavaScript, gzip';
export const aim = '≤ 180 kB before map and solver';

const app = fileURLToPath(new URL('../packages/web/dist/app', import.meta.url));

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
}

const kilobytes = (file: string): number => gzipSync(readFileSync(join(app, file)), { level: 9 }).length / 1000;

/** A chunk and everything it imports at once. */
function closure(
  manifest: Readonly<Record<string, Chunk>>,
  key: string,
  seen = new Set<string>(),
): ReadonlySet<string> {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`the page's manifest has no "${key}"; run npm run build`);
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const needed of chunk.imports ?? []) closure(manifest, needed, seen);
  return seen;
}

const sum = (files: Iterable<string>): number => Math.round([...files].reduce((all, file) => all + kilobytes(file), 0));

export function measure() {
  const manifest = JSON.parse(readFileSync(join(app, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry)!;
  const home = new Set([...closure(manifest, entry), ...closure(manifest, 'src/messages/en.json')]);
  const city = new Set([...home, ...closure(manifest, 'src/features/city/view.tsx')]);
  const all = readdirSync(join(app, 'assets')).filter((file) => /\.m?js$/.test(file) && !file.startsWith('id-'));
  const unit = 'kB gzip';
  return [
    { name: `${name}: first screen`, value: sum(home), unit, aim },
    { name: `${name}: city screen, all it needs to recalculate`, value: sum(city), unit, aim },
    { name: `${name}: everything at once (baseline)`, value: sum(all.map((file) => `assets/${file}`)), unit },
  ];
}
