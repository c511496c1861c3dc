/** Grid-supplied electricity, heat, steam and cooling used in the city (I.x.2, II.x.2). Source: GPC v1.1 ch. 6, location-based method. */
import type { Emission } from './core.ts';
import { amount } from './core.ts';
import type { SupplyFactor } from './supply.ts';
import { supplied } from './supply.ts';

/**
 * E = MWh · EF: energy metered in the city times the average of the grid that supplies it (scope 2). Losses are not in it.
 *
 * @param mwh energy used in the city
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function gridSupplied(mwh: number, factor: SupplyFactor): Emission {
  return supplied('grid-supplied-energy', amount(mwh, 'energy'), factor, { 'energy [MWh]': mwh });
}
