/** Open burning of waste, in yards, streets and dumps (III.3). Source: IPCC 2006 GL Vol 5 Ch 5, Eq. 5.2, 5.4, 5.5, 5.7. */
import type { Emission } from './core.ts';
import { amount, share } from './core.ts';
import type { BurningFactor, WasteFraction } from './waste-burning.ts';
import { wasteBurning } from './waste-burning.ts';

/**
 * `wasteBurning` in the open: OF 0.58, 6,500 g CH4 per t wet, 150 g N2O per t **dry**. There is no plant, so no plant type.
 *
 * @param tonnes wet waste that burns: see `openlyBurnedTonnes`
 * @throws {DomainError} `out-of-range` when the shares do not add up to one
 */
export function openBurning(tonnes: number, mix: readonly WasteFraction[], factor: BurningFactor): Emission {
  return wasteBurning('open-burning', tonnes, mix, factor);
}

/** Waste burned in the open in a year (Eq. 5.7): M = P·P_frac·MSW_P·B_frac, tonnes. B_frac is 0.6 unless known. */
export function openlyBurnedTonnes(
  population: number,
  burningShare: number,
  tonnesPerHead: number,
  burntFraction: number,
): number {
  return (
    amount(population, 'P') *
    share(burningShare, 'P_frac') *
    amount(tonnesPerHead, 'MSW_P') *
    share(burntFraction, 'B_frac')
  );
}
