/** Cement, lime, glass and other uses of carbonates (IV.1). Source: IPCC 2006 GL Vol 3 Ch 2, Eq. 2.1, 2.2, 2.6, 2.13, 2.14. */
import type { Emission } from './core.ts';
import { amount, share } from './core.ts';

/** t CO2 per t, with its source. */
export interface MineralFactor {
  readonly tonnesPerTonne: number;
  readonly source: string;
}

/** Clinker made in the city, known or from cement. */
export interface Clinker {
  /** t of clinker; or cement and its clinker share (0.75 unknown blend, 0.95 Portland). */
  readonly tonnes: number;
  /** Correction for cement kiln dust: 1.02. */
  readonly kilnDust: number;
}

/**
 * CO2 = clinker · EF · CKD (0.52 t/t and 1.02). Grinding imported clinker emits nothing here.
 *
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function cementProduction(clinker: Clinker, factor: MineralFactor): Emission {
  return process('cement', clinker.tonnes, factor, clinker.kilnDust, 'CKD');
}

/** Clinker made for the cement of a city (Eq. 2.1): Σ cement · share − imported + exported clinker, t. @throws {DomainError} `out-of-range` below nought */
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

/** CO2 = lime · EF · LKD (Eq. 2.6: 0.75 high-calcium, 0.77 or 0.86 dolomitic, 0.59 hydraulic; LKD 1.02). @throws {DomainError} */
export function limeProduction(tonnes: number, factor: MineralFactor, kilnDust: number): Emission {
  return process('lime', tonnes, factor, kilnDust, 'LKD');
}

/** CO2 = glass · EF · (1 − cullet) (Eq. 2.13: 0.20 t/t, half cullet unless known). @throws {DomainError} */
export function glassProduction(tonnes: number, factor: MineralFactor, culletShare: number): Emission {
  return process('glass', tonnes, factor, 1 - share(culletShare, 'cullet'), '1 − cullet');
}

/** CO2 = carbonate · EF · calcined share (Eq. 2.14: CaCO3 0.43971, dolomite 0.47732, Na2CO3 0.41492). @throws {DomainError} */
export function carbonateUse(tonnes: number, factor: MineralFactor, calcinedShare = 1): Emission {
  return process('carbonate-use', tonnes, factor, share(calcinedShare, 'calcined share'), 'calcined share');
}

function process(method: string, tonnes: number, factor: MineralFactor, correction: number, symbol: string): Emission {
  const co2 = amount(tonnes, 'mass') * amount(factor.tonnesPerTonne, 'EF') * amount(correction, symbol);
  return {
    method,
    gases: { CO2: co2 },
    inputs: { 'mass [t]': tonnes, 'EF [t/t]': factor.tonnesPerTonne, [symbol]: correction },
    sources: [factor.source],
  };
}
