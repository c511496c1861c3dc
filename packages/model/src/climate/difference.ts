/** What a change of emissions does: warming with it minus warming without it, in the same member. */
import { DomainError } from '../errors.ts';
import type { TemperatureRun } from './types.ts';

/**
 * Subtract one run from another member by member, over the years both have. The members of both are the same worlds, so most of what is
 * unknown about the climate cancels: the difference of two worlds is known far better than either. Percentiles of the result by
 * `warmingPercentiles`; they are not the difference of the percentiles.
 *
 * @param run with the change, K above the member's own 1850–1900
 * @param reference without it; same members in the same order
 * @returns K; negative where the change avoids warming
 * @throws {DomainError} `unit-mismatch` for other members, `year-outside-plan` when the runs share no year
 */
export function pairedDifference(run: TemperatureRun, reference: TemperatureRun): TemperatureRun {
  const { members } = run;
  if (members !== reference.members) {
    throw new DomainError(
      'unit-mismatch',
      `${run.name} has ${members} members, ${reference.name} has ${reference.members}: they cannot be paired`,
    );
  }
  const firstYear = Math.max(run.firstYear, reference.firstYear);
  const lastYear = Math.min(run.lastYear, reference.lastYear);
  if (firstYear > lastYear) {
    throw new DomainError('year-outside-plan', `${run.name} and ${reference.name} share no year`);
  }
  const years = lastYear - firstYear + 1;
  const warming = new Float64Array(members * years);
  for (let m = 0; m < members; m++) {
    const mine = startOf(run, m, firstYear);
    const other = startOf(reference, m, firstYear);
    for (let y = 0; y < years; y++) {
      warming[m * years + y] = run.warming[mine + y]! - reference.warming[other + y]!;
    }
  }
  return { name: `${run.name} − ${reference.name}`, members, firstYear, lastYear, warming };
}

function startOf({ firstYear, lastYear }: TemperatureRun, member: number, year: number): number {
  return member * (lastYear - firstYear + 1) + year - firstYear;
}
