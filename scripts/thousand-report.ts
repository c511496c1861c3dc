/**
 * Optimise a plan for each of the thousand and write docs/reports/thousand-race-to-zero.md.
 *
 * node scripts/run.mjs scripts/thousand-report.ts [--data FILE] [--every N] [--nodes N]
 *
 * `--data` keeps a line per city, so that a run that was stopped goes on where it was; `--every` takes every N-th city only.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DomainError, type TargetKind } from '@thousand-cities/model';
import { loadReference } from '@thousand-cities/reference/node';
import { loadSolver } from '../packages/cli/src/solver.ts';
import { draftCity, runCity, type CityRecord, type DraftedCity } from './thousand/run-city.ts';
import { reportOf } from './thousand/write.ts';

interface Refusal {
  readonly city: string;
  readonly message: string;
}

type Line = { readonly key: string } & ({ readonly record: CityRecord } | { readonly refused: Refusal });

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    every: { type: 'string', default: '1' },
    nodes: { type: 'string', default: '40' },
  },
});

const known = new Map<string, Line>();
if (values.data !== undefined && existsSync(values.data)) {
  for (const text of readFileSync(values.data, 'utf8').split('\n')) {
    if (text === '') continue;
    const line = JSON.parse(text) as Line;
    known.set(line.key, line);
  }
}

const clock = (): number => performance.now() / 1000;
const reference = loadReference();
const solver = await loadSolver();
const step = Number(values.every);
const cities = reference.gazetteer.thousand.filter((_, i) => i % step === 0);
const runs: readonly { readonly target: TargetKind; readonly isLimited: boolean; readonly every: number }[] = [
  { target: 'race-to-zero', isLimited: false, every: 1 },
  { target: 'pathway-to-paris', isLimited: false, every: 1 },
  { target: 'race-to-zero', isLimited: true, every: 10 },
];

const lines: Line[] = [];
for (const [i, city] of cities.entries()) {
  let drafted: DraftedCity | undefined;
  const draft = (): DraftedCity => (drafted ??= draftCity(city, reference));
  for (const { target, isLimited, every } of runs) {
    if (i % every !== 0) continue;
    const key = `${city.id} ${target}${isLimited ? ' limited' : ''}`;
    lines.push(known.get(key) ?? (await lineOf(key, city.name, draft, target, isLimited)));
  }
  process.stderr.write(`\r${i + 1} of ${cities.length} cities`);
}
process.stderr.write('\n');

async function lineOf(
  key: string,
  name: string,
  draft: () => DraftedCity,
  target: TargetKind,
  isLimited: boolean,
): Promise<Line> {
  let line: Line;
  try {
    const record = await runCity(draft(), solver, { target, isLimited, clock, nodeLimit: Number(values.nodes) });
    line = { key, record };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    line = { key, refused: { city: `${name}, ${target}`, message: error.message } };
  }
  if (values.data !== undefined) appendFileSync(values.data, `${JSON.stringify(line)}\n`);
  return line;
}

const folder = fileURLToPath(new URL('../docs/reports/', import.meta.url));
mkdirSync(folder, { recursive: true });
const records = lines.flatMap((line) => ('record' in line ? [line.record] : []));
const refused = lines.flatMap((line) => ('refused' in line ? [line.refused] : []));
writeFileSync(`${folder}thousand-race-to-zero.md`, `${reportOf(records, refused)}\n`);
