/** Metals (IV.1): CO2 of reducing ore, perfluorocarbons of aluminium. Source: IPCC 2006 GL Vol 3 Ch 4, Eq. 4.4, 4.20, 4.25, Tables 4.1, 4.10, 4.15. */
import type { Emission } from './core.ts';
import type { ProductionFactor } from './process-production.ts';
import { processProduction } from './process-production.ts';

/**
 * E = production · EF by gas: crude steel 1.46 t CO2/t in basic oxygen, 0.08 in electric arc furnaces; primary aluminium 1.6 (prebake) or
 * 1.7 (Søderberg) t CO2/t and 0.4 to 1.6 kg CF4/t.
 *
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function metals(tonnes: number, factor: ProductionFactor, abatedShare = 0): Emission {
  return processProduction('metals', tonnes, factor, abatedShare);
}
