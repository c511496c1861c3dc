/** What the engine asks of emissions before it runs them. */
import { DomainError } from '../errors.ts';
import * as at from './kernel-constants.ts';
import { EMISSION_YEARS } from './limits.ts';
import { EMISSION_SPECIES } from './species.ts';
import type { Checkpoint, WorldEmissions } from './types.ts';

/**
 * Check shape and figures of emissions.
 *
 * @throws {DomainError} `out-of-range` for a figure that is no number, named by species and year, or an array that does not fit
 */
export function checkEmissions({ name, firstYear, lastYear, values }: WorldEmissions): void {
  const years = lastYear - firstYear + 1;
  const expected = EMISSION_SPECIES.length * years;
  if ((firstYear as number) !== EMISSION_YEARS.first || !Number.isInteger(lastYear) || values.length !== expected) {
    throw new DomainError(
      'out-of-range',
      `the emissions of ${name} are not ${EMISSION_SPECIES.length} species × the years ${EMISSION_YEARS.first}–${lastYear}`,
      ['emissions', name],
    );
  }
  for (let i = 0; i < expected; i++) {
    if (!Number.isFinite(values[i]!)) throw notFinite(name, Math.floor(i / years), firstYear + (i % years), values[i]!);
  }
}

function notFinite(name: string, species: number, year: number, value: number): DomainError {
  const { name: gas, unit } = EMISSION_SPECIES[species]!;
  return new DomainError('out-of-range', `${gas} in ${year} of ${name} is ${value}, not a number of ${unit}`, [
    'emissions',
    name,
    gas,
    year,
  ]);
}

/**
 * Check that years follow each other and that the emissions reach the last.
 *
 * @throws {DomainError} `year-outside-plan`
 */
export function checkYears(emissions: WorldEmissions, from: number, to: number): void {
  if (Number.isInteger(from) && Number.isInteger(to) && from <= to && to <= emissions.lastYear) return;
  const reach = `the emissions of ${emissions.name} reach from ${emissions.firstYear} to ${emissions.lastYear}`;
  throw new DomainError('year-outside-plan', `the years ${from} to ${to} cannot be run: ${reach}`, ['emissions']);
}

/**
 * Check that emissions are the same as a checkpoint's before its year.
 *
 * @throws {DomainError} `out-of-range`, naming the first species and year that differ
 */
export function checkSameHistory({ year, emissions: kept }: Checkpoint, emissions: WorldEmissions): void {
  const past = year - kept.firstYear;
  const years = emissions.lastYear - emissions.firstYear + 1;
  const keptYears = kept.lastYear - kept.firstYear + 1;
  for (let species = 0; species < EMISSION_SPECIES.length; species++) {
    for (let y = 0; y < past; y++) {
      if (emissions.values[species * years + y] !== kept.values[species * keptYears + y]) {
        const { name } = EMISSION_SPECIES[species]!;
        const at = kept.firstYear + y;
        throw new DomainError('out-of-range', `${name} in ${at} is not what it was when the run was kept`, [
          'emissions',
          emissions.name,
          name,
          at,
        ]);
      }
    }
  }
}

/** Years that were stepped, as far as a breakdown can be told from them. */
interface SteppedRows {
  readonly emissions: WorldEmissions;
  readonly firstYear: number;
  readonly years: number;
  /** Scenario, [year × ROW_SIZE]. */
  readonly rows: Float64Array;
  /** Temperature at the end of each year, [member × year]. */
  readonly surface: Float64Array;
}

/**
 * Refuse temperatures that are no numbers: the equations have no answer for such emissions, and none is made up.
 *
 * @throws {DomainError} `out-of-range`, naming the first year and, where it can be told, what broke
 */
export function checkFinite({ emissions, firstYear, years, rows, surface }: SteppedRows): void {
  let first = years;
  // A state that is no number stays so: the last year of each member tells.
  for (let end = years - 1; end < surface.length; end += years) {
    if (Number.isFinite(surface[end]!)) continue;
    const broken = surface.subarray(end - years + 1, end + 1).findIndex((value) => !Number.isFinite(value));
    first = Math.min(first, broken);
  }
  if (first === years) return;
  const year = firstYear + first;
  throw new DomainError(
    'out-of-range',
    `the emissions of ${emissions.name} leave what the equations can answer in ${year}: ${reasonIn(rows, first)}`,
    ['emissions', emissions.name, year],
  );
}

function reasonIn(rows: Float64Array, year: number): string {
  const row = year * at.ROW_SIZE;
  if (Number.isNaN(rows[row + at.ROOT_N2O]!)) return 'N2O falls below zero';
  if (rows[row + at.CH4_CHEMISTRY]! <= 0) return 'the lifetime of methane does, with so much NOx';
  return 'CO2 or methane falls below zero, aerosols do, or something grows without bound';
}
