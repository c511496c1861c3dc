/** Incineration of waste without use of its energy (III.3). Source: IPCC 2006 GL Vol 5 Ch 5, Eq. 5.2, 5.4, 5.5, Tables 5.2, 5.3, 5.6. */
import type { Emission } from './core.ts';
import type { BurningFactor, WasteFraction } from './waste-burning.ts';
import { wasteBurning } from './waste-burning.ts';

/**
 * `wasteBurning` in a plant: OF 1; CH4 0.2 g/t in continuous stokers, 6 in semi-continuous ones, 60 in batch ones; N2O of MSW 50 g/t, 60 in batch
 * plants.
 *
 * @param tonnes wet waste burned
 * @throws {DomainError} `out-of-range` when the shares do not add up to one
 */
export function incineration(tonnes: number, mix: readonly WasteFraction[], factor: BurningFactor): Emission {
  return wasteBurning('incineration', tonnes, mix, factor);
}
