/** `npm run bench`: time every benchmark beside its naive baseline in the same run, and print a table (or `--json`). */
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What a benchmark file exports. A figure that is not a time (bytes, say) comes from `measure`. */
interface Benchmark {
  readonly name: string;
  readonly aim?: string;
  readonly run?: () => unknown;
  readonly baseline?: () => unknown;
  readonly measure?: () => Promise<readonly Figure[]> | readonly Figure[];
}

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly aim?: string;
}

interface Row {
  readonly name: string;
  readonly medianMs?: number;
  readonly spreadMs?: readonly [number, number];
  readonly baselineMs?: number;
  readonly ratio?: number;
  readonly value?: number;
  readonly unit?: string;
  readonly runs?: number;
  readonly aim?: string;
}

/** Median and quartiles of repeated runs: as many as fit the time, at least three, after a warm-up. */
async function timeOf(
  work: () => unknown,
  budgetMs: number,
): Promise<{ median: number; spread: [number, number]; runs: number }> {
  const warmEnd = performance.now() + budgetMs / 4;
  let once: number;
  do {
    const began = performance.now();
    await work();
    once = performance.now() - began;
  } while (performance.now() < warmEnd);
  // Very short work is timed in batches, so that the clock's grain does not matter.
  const batch = Math.max(1, Math.ceil(0.5 / Math.max(once, 1e-4)));
  const times: number[] = [];
  const end = performance.now() + budgetMs;
  while (times.length < 3 || performance.now() < end) {
    const began = performance.now();
    for (let i = 0; i < batch; i++) await work();
    times.push((performance.now() - began) / batch);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))]!;
  return { median: at(0.5), spread: [at(0.25), at(0.75)], runs: times.length };
}

async function rowsOf(benchmark: Benchmark, budgetMs: number): Promise<Row[]> {
  const rows: Row[] = [];
  if (benchmark.run) {
    const own = await timeOf(benchmark.run, budgetMs);
    const naive = benchmark.baseline ? await timeOf(benchmark.baseline, budgetMs / 2) : undefined;
    rows.push({
      name: benchmark.name,
      medianMs: own.median,
      spreadMs: own.spread,
      runs: own.runs,
      ...(naive && { baselineMs: naive.median, ratio: naive.median / own.median }),
      ...(benchmark.aim !== undefined && { aim: benchmark.aim }),
    });
  }
  for (const figure of (await benchmark.measure?.()) ?? []) rows.push(figure);
  return rows;
}

const milliseconds = (value: number | undefined) =>
  value === undefined
    ? ''
    : value < 1
      ? `${(value * 1000).toFixed(1)} µs`
      : value < 1000
        ? `${value.toFixed(1)} ms`
        : `${(value / 1000).toFixed(2)} s`;

function print(rows: readonly Row[]): void {
  const cells = rows.map((row) => [
    row.name,
    row.value === undefined ? milliseconds(row.medianMs) : `${row.value} ${row.unit}`,
    row.spreadMs ? `${milliseconds(row.spreadMs[0])} … ${milliseconds(row.spreadMs[1])}` : '',
    milliseconds(row.baselineMs),
    row.ratio === undefined ? '' : `${row.ratio.toFixed(1)} ×`,
    row.aim ?? '',
  ]);
  const table = [['benchmark', 'median', 'quartiles', 'naive baseline', 'faster by', 'aim'], ...cells];
  const widths = table[0]!.map((_, c) => Math.max(...table.map((row) => row[c]!.length)));
  for (const row of table)
    process.stdout.write(
      `${row
        .map((text, c) => text.padEnd(widths[c]!))
        .join('  ')
        .trimEnd()}\n`,
    );
}

const folder = fileURLToPath(new URL('.', import.meta.url));
const json = process.argv.includes('--json');
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const rows: Row[] = [];
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.ts') || file === basename(fileURLToPath(import.meta.url))) continue;
  if (only.length > 0 && !only.some((name) => file.startsWith(name))) continue;
  const benchmark = (await import(pathToFileURL(`${folder}${file}`).href)) as Benchmark;
  process.stderr.write(`${benchmark.name} …\n`);
  rows.push(...(await rowsOf(benchmark, 2000)));
}
const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
if (json) process.stdout.write(`${JSON.stringify({ machine, rows }, undefined, 2)}\n`);
else {
  print(rows);
  process.stdout.write(
    `\nNode ${machine.node}, ${machine.cores} × ${machine.cpu}. Shared machines are noisy: read the ratios.\n`,
  );
}
