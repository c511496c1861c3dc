/** What to measure next: how much of the variance of a result each uncertain input explains by itself. */

/** Bins into which draws are sorted by an input. */
export const BINS = 25;

/**
 * First-order share of variance (Sobol's first index) by the correlation ratio: η² = Var(mean of the result within a bin) /
 * Var(result), with draws binned by the input, less what chance alone would give (Kelley's ε²), not below 0.
 *
 * It sees effects of any shape, not only straight ones. Its error is near √(2 · bins) / draws.
 *
 * @param bins [draw] bin of the input, 0…`BINS` − 1
 */
export function varianceShare(bins: Uint8Array, result: Float64Array): number {
  const count = result.length;
  const sums = new Float64Array(BINS);
  const sizes = new Int32Array(BINS);
  let total = 0;
  let squares = 0;
  // Differences from one of the results, so that a small spread around a large mean keeps its digits.
  const origin = result[0]!;
  for (let n = 0; n < count; n++) {
    const value = result[n]! - origin;
    sums[bins[n]!]! += value;
    sizes[bins[n]!]! += 1;
    total += value;
    squares += value * value;
  }
  const whole = squares - (total * total) / count;
  if (!(whole > 0)) return 0;
  let used = 0;
  const between = sums.reduce(
    (sum, value, bin) => {
      if (sizes[bin] === 0) return sum;
      used += 1;
      return sum + (value * value) / sizes[bin]!;
    },
    -(total * total) / count,
  );
  if (count <= used) return 0;
  const ratio = between / whole;
  return Math.min(1, Math.max(0, 1 - ((1 - ratio) * (count - 1)) / (count - used)));
}
