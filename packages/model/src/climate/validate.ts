/** What the engine asks of emissions before it runs them. */
import { DomainError } from '../errors.ts';
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
