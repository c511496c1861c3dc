/** Railways by fuel (II.2.1, II.2.3). Source: IPCC 2006 GL Vol 2 Ch 3.4, Eq. 3.4.1, Table 3.4.1; GPC v1.1 ch. 7. */
import type { FuelFactor } from './combustion.ts';
import type { ModeEmission } from './transport-fuel.ts';
import { transportFuel } from './transport-fuel.ts';

/**
 * E = Fuel · EF (diesel: 4.15 kg CH4, 28.6 kg N2O per TJ), shared by length of line. Electric traction is `gridSupplied` (II.2.2).
 *
 * @param mwh fuel of the lines that serve the city, MWh net calorific value
 * @param insideShare length of line within the boundary over its whole length
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function railFuel(mwh: number, factor: FuelFactor, insideShare = 1): ModeEmission {
  return transportFuel('rail', mwh, factor, insideShare);
}
