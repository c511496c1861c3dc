/** Chemicals (IV.1): ammonia, nitric and adipic acid, petrochemicals. Source: IPCC 2006 GL Vol 3 Ch 3, Eq. 3.5, 3.7, Tables 3.3, 3.4. */
import type { Emission } from './core.ts';
import type { ProductionFactor } from './process-production.ts';
import { processProduction } from './process-production.ts';

/**
 * E = production · EF · (1 − abated share) by gas: nitric acid 5, 7 or 9 kg N2O/t at low, medium or high pressure; adipic acid 300.
 *
 * @param abatedShare destroyed before release, share of the plant's running time included
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function chemicals(tonnes: number, factor: ProductionFactor, abatedShare = 0): Emission {
  return processProduction('chemicals', tonnes, factor, abatedShare);
}
