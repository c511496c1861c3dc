/** On-road transport by fuel sold in the city (II.1.1). Source: IPCC 2006 GL Vol 2 Eq. 3.2.1; GPC v1.1 ch. 7, fuel sales method. */
import type { FuelFactor } from './combustion.ts';
import { burn } from './combustion.ts';
import type { Emission } from './core.ts';
import { amount, scaleEmission } from './core.ts';

/**
 * E = Fuel · EF · a, all of it scope 1. `a` corrects for fuel bought in the city and driven outside, or the other way round; 1 by default.
 *
 * @param mwh fuel sold, MWh net calorific value
 * @param adjustment `a`; say in the row's note where it comes from
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function roadFuelSold(mwh: number, factor: FuelFactor, adjustment = 1): Emission {
  const emission = scaleEmission(burn('road-fuel-sold', mwh, factor), amount(adjustment, 'a'));
  return { ...emission, inputs: { ...emission.inputs, a: adjustment } };
}
