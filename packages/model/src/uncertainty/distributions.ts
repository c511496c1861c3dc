/** From a standard normal draw to a figure: lognormal spreads, and ranges given by three percentiles. */
import { DomainError } from '../errors.ts';
import type { Place } from '../errors.ts';
import type { Range, Spread } from '../source.ts';
import { Z95 } from './normal.ts';

/**
 * Standard deviation of the logarithm of a spread: ln(factor95) / 1.645. The multiplier of a draw z is e^(σ z).
 *
 * @throws {DomainError} `out-of-range` when `factor95` is below 1
 */
export function sigmaOf(spread: Spread, at: Place = []): number {
  if (!(spread.factor95 >= 1)) throw new DomainError('out-of-range', `factor95 ${spread.factor95} is below 1`, at);
  return Math.log(spread.factor95) / Z95;
}

/** A range made ready for drawing: exponents (or slopes) per standard deviation below and above the central figure. */
export interface Quantiles {
  readonly central: number;
  readonly below: number;
  readonly above: number;
  /** Lognormal pieces, central · e^(slope · z); otherwise normal ones, central + slope · z. */
  readonly geometric: boolean;
}

/** Fit a range: `central` is the median, `low` the 5th and `high` the 95th percentile. */
export function quantilesOf({ low, central, high }: Range): Quantiles {
  if (low > 0)
    return { central, below: Math.log(central / low) / Z95, above: Math.log(high / central) / Z95, geometric: true };
  return { central, below: (central - low) / Z95, above: (high - central) / Z95, geometric: false };
}

/**
 * The figure of a range at a standard normal draw z: `central` at z = 0, `low` at the 5th and `high` at the 95th percentile.
 *
 * Positive ranges are two-piece lognormal, central · (low/central)^(−z/1.645) below and central · (high/central)^(z/1.645)
 * above, so they stay positive; ranges that touch 0 or below are two-piece normal.
 */
export function rangeAt(range: Range, z: number): number {
  const { central, below, above, geometric } = quantilesOf(range);
  const step = (z < 0 ? below : above) * z;
  return geometric ? central * Math.exp(step) : central + step;
}

/**
 * Check that a range is one.
 *
 * @throws {DomainError} `out-of-range` unless low ≤ central ≤ high
 */
export function checkRange(range: Range, at: Place): Range {
  if (!(range.low <= range.central && range.central <= range.high))
    throw new DomainError('out-of-range', `range ${range.low} … ${range.central} … ${range.high} is not in order`, at);
  return range;
}

/** Whether a range leaves anything open. */
export function isUncertain(range: Range): boolean {
  return range.low < range.high;
}
