/** Vehicle-kilometres (II.1): the default use of fuel or electricity of a kind of vehicle. */
import { fuelEnergyMwh } from '../../units.ts';
import { roadVehicleKm } from '../methods/index.ts';
import type { Emission, FuelFactor } from '../methods/index.ts';
import type { Desk } from './desk.ts';
import { lookFor, need, refuse, unknownActivity } from './desk.ts';

/** Kinds of vehicle by words of the activity; the first that fits, so `minibus` stands before `bus`. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['minibus', /minibus|angkot|jeepney|matatu|shared-taxi/],
  ['bus', /bus|coach/],
  ['three-wheeler', /three-wheel|rickshaw|tuk|bajaj|tricycle/],
  ['motorcycle', /motor-?cycle|motor-?bike|moped|scooter|two-wheel/],
  ['van', /van|pick-?up|light-(commercial|duty|truck|goods)/],
  ['truck', /truck|lorr(y|ies)|heavy|hgv|freight/],
  ['car', /car(s|-|$)|taxi|passenger|suv/],
];

/** The kind of vehicle an activity is about. @throws {DomainError} `unknown-activity` */
export function vehicleOf(desk: Desk): string {
  const kind = KINDS.find(([, words]) => words.test(desk.activity));
  return kind?.[0] ?? unknownActivity(desk, 'car, motorcycle, three-wheeler, van, minibus, bus, truck');
}

/** An emission of vehicles, and what was assumed of them. */
export interface Driven {
  readonly emission: Emission;
  readonly note: string;
}

/**
 * vkm · g/vkm · NCV · EF. Under II.1.3 the kilometres are those driven outside.
 *
 * @throws {DomainError} `missing-figure` for a vehicle that has no default on this fuel
 */
export function fuelDriven(desk: Desk, carrier: string, factor: FuelFactor & { readonly ncvTjPerGg?: number }): Driven {
  need(desk, 'vehicle-distance');
  const vehicle = vehicleOf(desk);
  const fuel = carrier === 'natural-gas' ? 'cng' : carrier;
  const use = lookFor(desk, 'energy-use', vehicle, 'fuel-per-vkm', fuel) ?? noDefault(desk, vehicle, carrier);
  const { ncvTjPerGg, ...combustion } = factor;
  const mwhPerKm = fuelEnergyMwh(use.value, 'g', ncvTjPerGg === undefined ? {} : { ncvTjPerGg }, carrier);
  const outside = desk.line.ref.endsWith('.3');
  const driven = roadVehicleKm({ vehicleKm: desk.base, mwhPerKm, factor: combustion }, outside ? 0 : 1);
  const emission = outside ? driven.outside : driven.inside;
  return {
    emission: { ...emission, sources: [...new Set([...emission.sources, use.source])] },
    note: `${vehicle}, default use of ${use.value} g ${fuel} per km`,
  };
}

/** MWh at the charging point, and what was assumed. @throws {DomainError} `missing-figure` */
export function chargedMwh(desk: Desk): { readonly mwh: number; readonly note: string; readonly source: string } {
  const vehicle = vehicleOf(desk);
  const use =
    lookFor(desk, 'energy-use', vehicle, 'electricity-per-vkm', 'grid-electricity') ??
    noDefault(desk, vehicle, 'electricity');
  return {
    mwh: (desk.base * use.value) / 1000,
    note: `${vehicle}, assumed use of ${use.value} kWh per km`,
    source: use.source,
  };
}

function noDefault(desk: Desk, vehicle: string, carrier: string): never {
  return refuse(
    'missing-figure',
    `no default use of ${carrier} per ${desk.line.activity.unit} for "${vehicle}": give a factor per ${desk.line.activity.unit}`,
  );
}
