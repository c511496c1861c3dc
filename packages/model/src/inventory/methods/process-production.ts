/** Production times factor, any gas: the core of metals and chemicals. Source: IPCC 2006 GL Vol 3 (Tier 1). */
import type { GasMasses, GasSpecies } from '../../gas.ts';
import type { Emission } from './core.ts';
import { amount, share } from './core.ts';

/** Tonnes of gas by species per t of product: steel 1.06 t CO2 (world average), primary aluminium 1.6 t CO2 and 0.4 to 1.6 kg CF4, nitric acid 5 to 9 kg N2O. */
export interface ProductionFactor {
  readonly tonnesPerTonne: GasMasses;
  readonly source: string;
}

/**
 * E = production · EF · (1 − abated share) for each species. Fuel that heats is stationary combustion; coke and anodes that reduce ore are here, never
 * in both.
 *
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function processProduction(
  kind: 'metals' | 'chemicals',
  tonnes: number,
  factor: ProductionFactor,
  abatedShare = 0,
): Emission {
  const gases: Record<GasSpecies, number> = {};
  for (const [species, perTonne] of Object.entries(factor.tonnesPerTonne)) {
    if (perTonne === undefined) continue;
    gases[species] =
      amount(tonnes, 'production') * amount(perTonne, `EF_${species}`) * (1 - share(abatedShare, 'abated share'));
  }
  return {
    method: kind,
    gases,
    inputs: { 'production [t]': tonnes, 'abated share': abatedShare },
    sources: [factor.source],
  };
}
