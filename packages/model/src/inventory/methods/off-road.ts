/** Off-road machines (II.5.1): building sites, ports, airports, farms and parks. Source: IPCC 2006 GL Vol 2 Ch 3.3, Eq. 3.3.1, Table 3.3.1. */
import type { FuelFactor } from './combustion.ts';
import type { Emission } from './core.ts';
import { transportFuel } from './transport-fuel.ts';

/**
 * E = Fuel · EF of the machine (diesel: 4.15 kg CH4, 28.6 kg N2O per TJ; petrol by stroke and use). Machines stay in the city: all of it is scope 1.
 *
 * @param mwh fuel, MWh net calorific value
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function offRoadFuel(mwh: number, factor: FuelFactor): Emission {
  return transportFuel('off-road', mwh, factor).inside;
}
