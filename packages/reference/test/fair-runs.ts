/** Reference runs of FaIR that do not ship: what they hold and where they lie. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const shared = process.env['THOUSAND_CITIES_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
const fair = join(shared, 'data/fair');

/** The folder with the files the pack is made from, if it is here. */
export const fairInputs: string | undefined = existsSync(join(fair, 'inputs')) ? join(fair, 'inputs') : undefined;

/** True when the reference runs are here. Says so, once, when they are not. */
export const fairRunsHere: boolean = existsSync(join(fair, 'reference'));
if (!fairRunsHere) {
  console.warn(
    'skipped: the reference runs of FaIR are not here; set THOUSAND_CITIES_SHARED to the folder above data/fair',
  );
}

const bytes = (name: string): Buffer => readFileSync(join(fair, 'reference', name));

/** A file of float64, little-endian, as are the machines that tests run on. */
export function fairNumbers(name: string): Float64Array {
  const { buffer, byteOffset, byteLength } = bytes(name);
  return new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
}

/** A table as rows of fields by column. */
export function fairTable(name: string): readonly Readonly<Record<string, string>>[] {
  const text = name.endsWith('.gz') ? gunzipSync(bytes(name)).toString() : bytes(name).toString();
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(columns.map((column, i) => [column, fields[i] ?? '']));
  });
}

/** FaIR as published for a few members and instants: temperature by scenario, [member][instant]. */
export function fairFixture(): {
  readonly members: readonly number[];
  readonly timebounds: readonly number[];
  readonly upstream: Readonly<Record<string, { readonly T0: readonly (readonly number[])[] }>>;
} {
  return JSON.parse(bytes('fixture_small.json').toString()) as ReturnType<typeof fairFixture>;
}

/** Percentile with linear interpolation between the two nearest members, as NumPy has it. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const lower = sorted[below]!;
  return lower + (place - below) * ((sorted[below + 1] ?? lower) - lower);
}

/** Scenarios of which there are reference runs. */
export const FAIR_SCENARIOS = ['ssp126', 'ssp245', 'ssp585'] as const;

/** Instants in the runs: 1 January 1750 to 2300. */
export const BOUNDS = 551;
