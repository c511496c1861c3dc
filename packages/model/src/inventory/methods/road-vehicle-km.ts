/** On-road transport by vehicle-kilometres (II.1.1, II.1.3). Source: IPCC 2006 GL Vol 2 Eq. 3.2.6; GPC v1.1 ch. 7, induced and territorial methods. */
import type { FuelFactor } from './combustion.ts';
import { burn } from './combustion.ts';
import type { Emission } from './core.ts';
import { amount, scaleEmission, share } from './core.ts';

/** One class of vehicles on one fuel. */
export interface VehicleClass {
  readonly vehicleKm: number;
  /** MWh net calorific value per vehicle-km; 7 L petrol per 100 km is about 0.00064. */
  readonly mwhPerKm: number;
  readonly factor: FuelFactor;
}

/** Kilometres by where they are driven. */
export interface RoadEmission {
  /** II.1.1: in the city. */
  readonly inside: Emission;
  /** II.1.3: the city's share of transboundary journeys, outside. */
  readonly outside: Emission;
}

/**
 * E = vkm · MWh/vkm · EF. Of a transboundary journey the GPC's induced-activity practice counts half; the part of it driven outside is scope 3.
 *
 * @param insideShare share of the kilometres driven within the boundary: 1 for the territorial method
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function roadVehicleKm(vehicles: VehicleClass, insideShare = 1): RoadEmission {
  const mwh = amount(vehicles.vehicleKm, 'vkm') * amount(vehicles.mwhPerKm, 'MWh per vkm');
  const burned = burn('road-vehicle-km', mwh, vehicles.factor);
  const all: Emission = {
    ...burned,
    inputs: { ...burned.inputs, vkm: vehicles.vehicleKm, 'MWh/vkm': vehicles.mwhPerKm, 'inside share': insideShare },
  };
  return {
    inside: scaleEmission(all, share(insideShare, 'inside share')),
    outside: scaleEmission(all, 1 - insideShare),
  };
}
