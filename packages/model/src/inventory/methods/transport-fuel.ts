/** Rail, waterborne and off-road transport by fuel (II.2, II.3, II.5). Source: IPCC 2006 GL Vol 2 Ch 3.3 to 3.5; GPC v1.1 ch. 7. */
import type { FuelFactor } from './combustion.ts';
import { burn } from './combustion.ts';
import type { Emission } from './core.ts';
import { scaleEmission, share } from './core.ts';

export type FuelledMode = 'rail' | 'waterborne' | 'off-road';

/** Emissions by where they arise. */
export interface ModeEmission {
  /** Scope 1: II.x.1. */
  readonly inside: Emission;
  /** Scope 3, the city's share of journeys beyond the boundary: II.x.3. */
  readonly outside: Emission;
}

/**
 * E = Fuel · EF of the mode (Tables 3.4.1 rail, 3.5.2 and 3.5.3 waterborne, 3.3.1 off-road). Fuel of lines and ferries that leave the city is shared
 * out by the length of line, or of voyage, within the boundary. Electric traction is `gridSupplied`.
 *
 * @param mwh fuel of the city's part of the traffic, MWh net calorific value
 * @param insideShare 1 when all of it moves within the boundary (off-road machines)
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function transportFuel(mode: FuelledMode, mwh: number, factor: FuelFactor, insideShare = 1): ModeEmission {
  const burned = burn(`${mode}-fuel`, mwh, factor);
  const all = { ...burned, inputs: { ...burned.inputs, 'inside share': share(insideShare, 'inside share') } };
  return { inside: scaleEmission(all, insideShare), outside: scaleEmission(all, 1 - insideShare) };
}
