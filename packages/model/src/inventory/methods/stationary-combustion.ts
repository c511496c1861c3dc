/** Stationary combustion (I.1.1 to I.6.1, I.4.4). Source: IPCC 2006 GL Vol 2 Ch 2. */
import type { FuelFactor } from './combustion.ts';
import { burn } from './combustion.ts';
import type { Emission } from './core.ts';

/**
 * E = Fuel[TJ, net] · EF, with CH4 and N2O factors of the sector that burns it (IPCC 2006 GL Vol 2 Eq. 2.1, Tables 2.2 to 2.5).
 *
 * @param mwh fuel, MWh net calorific value
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function stationaryCombustion(mwh: number, factor: FuelFactor): Emission {
  return burn('stationary-combustion', mwh, factor);
}

/** Net from gross calorific value, where a supplier bills gross: about 0.90 for gas, 0.95 for coal and oil. */
export function netFromGross(mwhGross: number, state: 'gas' | 'solid-or-liquid'): number {
  return mwhGross * (state === 'gas' ? 0.9 : 0.95);
}
