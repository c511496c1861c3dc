/** What a network's tonnes are measured by: warming by the kernels, and cumulative CO2e. */
import { measureOf } from './linear.ts';
import type { Measure, Worth } from './linear.ts';
import type { PulseKernels, ResponseCaseName } from './response-types.ts';
import type { NetworkRollUp } from './result.ts';
import { gasPaths } from './thousand.ts';

/** Both of each target year of the kernels. `worth` is K per tonne by gas [target × year of the roll-up]. */
export interface Measures {
  readonly kelvin: Measure;
  readonly tonnes: Measure;
  readonly worth: Worth;
}

/** Lay kernels over the years of a roll-up. */
export function measuresOf(rollUp: NetworkRollUp, kernels: PulseKernels, name: ResponseCaseName): Measures {
  const { tails, weights } = rollUp;
  const { targetYears } = kernels;
  const worth = gasPaths((gas) => overYears(rollUp, kernels, kernels.kelvinPerTonne[name][gas]));
  const counted = gasPaths((gas) => cumulative(rollUp, targetYears, weights[gas]));
  return {
    worth,
    kelvin: measureOf(worth, targetYears.length, tails),
    tonnes: measureOf(counted, targetYears.length, tails),
  };
}

/** A kernel over the years of the roll-up: before its first year as in it, after a target year nothing. */
function overYears({ firstYear, lastYear }: NetworkRollUp, kernels: PulseKernels, kernel: Float64Array): Float64Array {
  const years = lastYear - firstYear + 1;
  const span = kernels.lastYear - kernels.firstYear + 1;
  const worth = new Float64Array(kernels.targetYears.length * years);
  kernels.targetYears.forEach((target, t) => {
    for (let year = firstYear; year <= Math.min(target, lastYear); year++)
      worth[t * years + year - firstYear] = kernel[t * span + Math.max(0, year - kernels.firstYear)]!;
  });
  return worth;
}

/** Worth of a tonne in cumulative CO2e: its weight up to each target year. */
function cumulative(
  { firstYear, lastYear }: NetworkRollUp,
  targetYears: readonly number[],
  weight: number,
): Float64Array {
  const years = lastYear - firstYear + 1;
  const worth = new Float64Array(targetYears.length * years);
  targetYears.forEach((target, t) =>
    worth.fill(weight, t * years, t * years + Math.max(0, Math.min(target, lastYear) - firstYear + 1)),
  );
  return worth;
}
