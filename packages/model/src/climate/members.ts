/** Some members in place of all, for a quick look. */
import { DomainError } from '../errors.ts';
import type { TemperatureRun } from './types.ts';

/**
 * Choose members spread evenly over the ensemble, the first always among them: member ⌊i · total / count⌋ for i = 0 … count − 1. The same
 * count gives the same members, in their order.
 *
 * @throws {DomainError} `out-of-range` for a count that is not a whole number from 1 to `total`
 */
export function spreadMembers(total: number, count: number): readonly number[] {
  if (!Number.isInteger(count) || count < 1 || count > total) {
    throw new DomainError('out-of-range', `${count} members of ${total}: a whole number from 1 to ${total} is needed`);
  }
  return Array.from({ length: count }, (_, i) => Math.floor((i * total) / count));
}

/**
 * A run with these members only, in this order.
 *
 * @param members indices into the run
 * @throws {DomainError} `out-of-range` for a member that the run does not have
 */
export function runOfMembers(run: TemperatureRun, members: readonly number[]): TemperatureRun {
  const years = run.lastYear - run.firstYear + 1;
  const warming = new Float64Array(members.length * years);
  members.forEach((member, i) => {
    if (!(member >= 0 && member < run.members)) {
      throw new DomainError('out-of-range', `member ${member} of ${run.name}, which has ${run.members}`);
    }
    warming.set(run.warming.subarray(member * years, (member + 1) * years), i * years);
  });
  return { ...run, members: members.length, warming };
}
