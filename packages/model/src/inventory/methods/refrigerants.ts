/** Refrigerants: HFCs lost from cooling and air-conditioning (IV.2). Source: IPCC 2006 GL Vol 3 Ch 7, Eq. 7.10 to 7.14, Table 7.9. */
import type { GasMasses } from '../../gas.ts';
import type { GasBank } from './contained-gases.ts';
import { containedGases } from './contained-gases.ts';
import type { Emission } from './core.ts';

/**
 * E = charged·k + bank·x + retired·(1 − η) by species of the blend. x: 0.01 a year for domestic refrigerators to 0.35 for commercial systems.
 *
 * @param species mass shares of the blend: R-410A is `{ 'HFC-32': 0.5, 'HFC-125': 0.5 }`
 * @throws {DomainError} `out-of-range` when the shares do not add up to one
 */
export function refrigerants(bank: GasBank, species: GasMasses): Emission {
  return containedGases('refrigerants', bank, species);
}
