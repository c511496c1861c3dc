/** Fuel of a mode of transport, shared between inside and outside the city: the core of rail, waterborne and off-road. Source: GPC v1.1 ch. 7. */
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
 * E = Fuel · EF of the mode, shared out by the length of line, or of voyage, within the boundary. Use `railFuel`, `waterborneFuel` or `offRoadFuel`.
 *
 * @param mwh fuel of the city's part of the traffic, MWh net calorific value
 * @param insideShare 1 when all of it moves within the boundary
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function transportFuel(mode: FuelledMode, mwh: number, factor: FuelFactor, insideShare = 1): ModeEmission {
  const burned = burn(`${mode}-fuel`, mwh, factor);
  const all = { ...burned, inputs: { ...burned.inputs, 'inside share': share(insideShare, 'inside share') } };
  return { inside: scaleEmission(all, insideShare), outside: scaleEmission(all, 1 - insideShare) };
}
