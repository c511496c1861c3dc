/** Waterborne navigation by fuel (II.3.1, II.3.3). Source: IPCC 2006 GL Vol 2 Ch 3.5, Eq. 3.5.1, Tables 3.5.2, 3.5.3; GPC v1.1 ch. 7. */
import type { FuelFactor } from './combustion.ts';
import type { ModeEmission } from './transport-fuel.ts';
import { transportFuel } from './transport-fuel.ts';

/**
 * E = Fuel · EF (7 kg CH4, 2 kg N2O per TJ), shared by length of voyage: ferries within the city are scope 1, the city's part of voyages beyond it
 * scope 3. Shore power is `gridSupplied` (II.3.2).
 *
 * @param mwh fuel of the city's part of the traffic, MWh net calorific value
 * @param insideShare length of voyage within the boundary over its whole length
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function waterborneFuel(mwh: number, factor: FuelFactor, insideShare = 1): ModeEmission {
  return transportFuel('waterborne', mwh, factor, insideShare);
}
