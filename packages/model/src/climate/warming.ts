/** From temperatures on 1 January to what is reported: mid-year warming above each member's own mean of 1850–1900. */
import { LAYER, STATE_SIZE } from './kernel-constants.ts';

/** The years that stand for "before industry", as the IPCC has them. */
export const BASELINE = { first: 1850, last: 1900 } as const;

const BASELINE_YEARS = BASELINE.last - BASELINE.first + 1;

/**
 * Add temperatures to each member's sum over 1850–1900: those of 1 January 1850 and 1901 count half, those between whole, which is the
 * sum of mid-year means. In the order of the years, so that a sum made in two parts has the same bits.
 *
 * @param sums per member, changed in place
 * @param surface [member × year], the first on 1 January of `firstBound`
 */
export function addToBaseline(sums: Float64Array, surface: Float64Array, firstBound: number, years: number): void {
  const from = Math.max(BASELINE.first, firstBound);
  const to = Math.min(BASELINE.last + 1, firstBound + years - 1);
  for (let member = 0; member < sums.length; member++) {
    for (let bound = from; bound <= to; bound++) {
      const weight = bound === BASELINE.first || bound === BASELINE.last + 1 ? 0.5 : 1;
      sums[member]! += weight * surface[member * years + bound - firstBound]!;
    }
  }
}

/** Temperatures of a run and what they are counted from. */
export interface SteppedYears {
  /** Surface temperature at the end of each year, K: [member × year]. */
  readonly surface: Float64Array;
  readonly years: number;
  readonly firstYear: number;
  /** States at the beginning of the first year, [member × STATE_SIZE]. */
  readonly before: Float64Array;
  /** Complete sum over 1850–1900 per member. */
  readonly baseline: Float64Array;
}

/**
 * Warming in the middle of each year, K: [member × year].
 */
export function warmingOf(stepped: SteppedYears, fromYear: number, toYear: number): Float64Array {
  const { surface, years, firstYear, before, baseline } = stepped;
  const reported = toYear - fromYear + 1;
  const skipped = fromYear - firstYear;
  const warming = new Float64Array(baseline.length * reported);
  for (let member = 0; member < baseline.length; member++) {
    const reference = baseline[member]! / BASELINE_YEARS;
    const own = surface.subarray(member * years, (member + 1) * years);
    let last = skipped === 0 ? before[member * STATE_SIZE + LAYER]! : own[skipped - 1]!;
    for (let y = 0; y < reported; y++) {
      const next = own[skipped + y]!;
      warming[member * reported + y] = (last + next) / 2 - reference;
      last = next;
    }
  }
  return warming;
}
