/** Cement (IV.1): CO2 of the carbonates in clinker. Source: IPCC 2006 GL Vol 3 Ch 2, Eq. 2.1, 2.2, 2.4. */
import type { Emission } from './core.ts';
import { amount, share } from './core.ts';
import type { MineralFactor } from './mineral-process.ts';
import { mineralProcess } from './mineral-process.ts';

/** Clinker made in the city, known or from cement. */
export interface Clinker {
  /** t of clinker; from cement: see `clinkerOfCement`. */
  readonly tonnes: number;
  /** Correction for cement kiln dust, CKD: 1.02 with a factor of 0.51 t/t; 1 with 0.52 t/t, which has it in (Eq. 2.4: 0.51 · 1.02 = 0.52). */
  readonly kilnDust: number;
}

/**
 * CO2 = clinker · EF · CKD. Grinding imported clinker emits nothing here. Fuel of the kiln is stationary combustion.
 *
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function cementProduction(clinker: Clinker, factor: MineralFactor): Emission {
  return mineralProcess('cement', clinker.tonnes, factor, clinker.kilnDust, 'CKD');
}

/**
 * Clinker made for the cement of a city (Eq. 2.1): Σ cement · share − imported + exported clinker, t. Clinker share: 0.75 for an unknown blend,
 * 0.95 for Portland cement.
 *
 * @throws {DomainError} `out-of-range` below nought
 */
export function clinkerOfCement(
  cements: readonly { readonly tonnes: number; readonly clinkerShare: number }[],
  imported = 0,
  exported = 0,
): number {
  const used = cements.reduce(
    (sum, { tonnes, clinkerShare }) => sum + amount(tonnes, 'cement') * share(clinkerShare, 'clinker share'),
    0,
  );
  return amount(used - amount(imported, 'imports') + amount(exported, 'exports'), 'clinker made');
}
