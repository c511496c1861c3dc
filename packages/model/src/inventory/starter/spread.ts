/** 90 % intervals: factors from cross-validation, widened for small cities and for regions that the calibration has not seen. */
import type { Range } from '../../source.ts';
import type { StarterCoefficients, StarterSpread } from './types.ts';

/** Where nothing was fitted: a factor of five either way. */
const UNFITTED: StarterSpread = { low: 0.2, high: 5 };

/**
 * How much wider than usual, on the logarithmic scale, the intervals of this city are.
 * Small cities differ more from their country: a single landfill, office quarter or factory weighs more.
 */
export function wideningOf(
  inputs: { readonly region: string; readonly population: number },
  coefficients: StarterCoefficients,
): number {
  const { smallCity, cap, newRegion } = coefficients.widening;
  const size = Math.min(cap, 1 + smallCity * Math.max(0, Math.log(1e6 / inputs.population)));
  return coefficients.basic.regions[inputs.region] === undefined ? size * newRegion : size;
}

/** Interval of a central figure: `central · low^w … central · high^w`. */
export function intervalOf(central: number, what: string, widening: number, coefficients: StarterCoefficients): Range {
  const spread = coefficients.spreads.get(what) ?? UNFITTED;
  return { central, low: central * spread.low ** widening, high: central * spread.high ** widening };
}
