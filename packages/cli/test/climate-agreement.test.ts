/** The command against FaIR itself: the table it writes for a published table of emissions is FaIR's temperature, member by member. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cities, temporaryFolder } from './run.ts';

const shared = process.env['THOUSAND_CITIES_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
const fair = join(shared, 'data/fair');
const reference = join(fair, 'reference/temperature_expm1_ssp245.f64');
const MEMBERS = 841;
/** The reference runs hold 1 January of 1750 to 2300; the middle of a year lies between two. */
const [FIRST, LAST] = [1750, 2299];
const BOUNDS = LAST - FIRST + 2;

if (!existsSync(reference)) {
  console.warn('skipped: the reference runs are not here; set THOUSAND_CITIES_SHARED to the folder above data/fair');
}

describe.skipIf(!existsSync(reference))('cities climate --emissions --full', () => {
  it('gives FaIR 2.2.3’s warming of ssp245 to 1e-10 K, all members and years', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'members.csv');
    const emissions = join(folder, 'ssp245.csv');
    const whole = readFileSync(join(fair, 'inputs/ssp_emissions_harmonised2022_1750-2500.csv'), 'utf8');
    writeFileSync(emissions, whole.split('\n').filter((line, i) => i === 0 || line.startsWith('ssp245,')).join('\n')); // prettier-ignore
    const { exit } = await cities('climate', '--emissions', emissions, '--to', String(LAST), '--full', '-o', file);
    expect(exit).toBe(0);
    const expected = warmingOf(readFileSync(reference));
    const ids = memberIds();
    const [, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(rows).toHaveLength(MEMBERS * (BOUNDS - 1));
    let worst = 0;
    rows.forEach((row, i) => {
      const [id, year, warming] = row.split(',') as [string, string, string];
      const [m, y] = [Math.floor(i / (BOUNDS - 1)), i % (BOUNDS - 1)];
      if (id !== ids[m] || Number(year) !== FIRST + y) throw new Error(`row ${i + 2} is ${row}`);
      worst = Math.max(worst, Math.abs(Number(warming) - expected[i]!));
    });
    expect(worst).toBeLessThan(1e-10);
  });
});

const pulses = join(fair, 'reference/pulse_response_2030_ssp245.csv');

describe.skipIf(!existsSync(pulses))('cities climate --delta', () => {
  const folder = temporaryFolder();
  const [header = [], ...rows] = existsSync(pulses)
    ? readFileSync(pulses, 'utf8').trimEnd().split('\n').map((line) => line.split(',')) // prettier-ignore
    : [];

  it.each(rows.map(([species, unit]) => [species!, unit!]))(
    'gives FaIR 2.2.3’s response to a pulse of %s in 2030',
    async (species, given) => {
      const unit = given === 'kt' ? `kt ${species}` : given;
      const file = join(folder, 'pulse.csv');
      writeFileSync(file, `year,species,unit,delta\n2030,${species},${unit}/yr,1\n`);
      const { exit, out } = await cities('climate', '--scenario', 'ssp245', '--delta', file, '--to', '2100', '--json');
      expect(exit).toBe(0);
      const { years, difference } = JSON.parse(out) as {
        years: number[];
        difference: { percentiles: Record<'p05' | 'p50' | 'p95', number[]> };
      };
      const row = rows.find(([name]) => name === species)!;
      for (const year of [2050, 2075, 2100]) {
        for (const [name, key] of [['p5', 'p05'], ['p50', 'p50'], ['p95', 'p95']] as const) {
          const expected = Number(row[header.indexOf(`${year}_${name}_mK`)]) / 1000;
          const found = difference.percentiles[key][years.indexOf(year)]!;
          // The reference is of 1 January, ours of the middle of the year: short-lived gases have lost some per cent by then.
          expect(Math.abs(found / expected - 1), `${year} ${name}`).toBeLessThan(0.06);
        }
      }
    },
  ); // prettier-ignore
});

/** Mid-year means above each member's own 1850–1900: 1 January of 1850 and 1901 count half, those between whole. */
function warmingOf(bytes: Buffer): Float64Array {
  const surface = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const warming = new Float64Array(MEMBERS * (BOUNDS - 1));
  for (let m = 0; m < MEMBERS; m++) {
    const own = surface.subarray(m * BOUNDS, (m + 1) * BOUNDS);
    let sum = (own[1850 - FIRST]! + own[1901 - FIRST]!) / 2;
    for (let year = 1851; year <= 1900; year++) sum += own[year - FIRST]!;
    for (let y = 0; y < BOUNDS - 1; y++) warming[m * (BOUNDS - 1) + y] = (own[y]! + own[y + 1]!) / 2 - sum / 51;
  }
  return warming;
}

function memberIds(): string[] {
  const file = join(fair, 'inputs/calibrated_constrained_parameters_calibration1.4.1.csv');
  const [, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return rows.map((row) => row.slice(0, row.indexOf(',')));
}
