/** Aviation (II.4): landings and take-offs apart from cruise. Source: IPCC 2006 GL Vol 2 Ch 3.6 (Tier 2); GPC v1.1 ch. 7. */
import { DomainError } from '../../errors.ts';
import type { FuelFactor } from './combustion.ts';
import { burn } from './combustion.ts';
import { amount, scaleEmission, share } from './core.ts';
import type { ModeEmission } from './transport-fuel.ts';

/** An airport's year, and the city's part in it. */
export interface AirTraffic {
  /** Fuel loaded, MWh net calorific value. */
  readonly fuelMwh: number;
  /** Landing and take-off cycles. */
  readonly cycles: number;
  /** Fuel of one cycle, MWh: about 10 for a single-aisle jet (850 kg of kerosene). */
  readonly mwhPerCycle: number;
  /** Share of the airport's passengers who live in, or visit, the city. */
  readonly cityShare: number;
  /** Whether the airport lies within the boundary; if not, its cycles too are scope 3. */
  readonly airportInside: boolean;
}

/**
 * Fuel of cycles = LTO · fuel/LTO; cruise = fuel − cycles. Cycles at an airport within the boundary are II.4.1; cruise, and all traffic of an airport
 * outside, is II.4.3, both times the city's share.
 *
 * @throws {DomainError} `out-of-range` when the cycles burn more than was loaded
 */
export function aviation(traffic: AirTraffic, factor: FuelFactor): ModeEmission {
  const fuel = amount(traffic.fuelMwh, 'fuel');
  const cycles = amount(traffic.cycles, 'LTO') * amount(traffic.mwhPerCycle, 'fuel per LTO');
  if (cycles > fuel) {
    throw new DomainError(
      'out-of-range',
      `landings and take-offs burn ${cycles} MWh, more than the ${fuel} MWh loaded`,
      ['inputs', 'LTO'],
    );
  }
  const local = traffic.airportInside ? cycles : 0;
  const emission = (mwh: number) => {
    const burned = scaleEmission(burn('aviation', mwh, factor), share(traffic.cityShare, 'city share'));
    const { cycles: count, mwhPerCycle, cityShare } = traffic;
    return { ...burned, inputs: { ...burned.inputs, LTO: count, 'MWh/LTO': mwhPerCycle, 'city share': cityShare } };
  };
  return { inside: emission(local), outside: emission(fuel - local) };
}
