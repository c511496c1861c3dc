/** Drivers as series over a plan's years, each worked out once. A step of `compile`. */
import type { Driver, DriverId } from '../pathway/types.ts';
import { driverIndex, driverLookup } from './inputs.ts';
import type { Cell } from './types.ts';

/** A driver by id with its index per year. Throws `DomainError` `plan-invalid` for an id the plan does not hold. */
export type DriverSeries = (id: DriverId, cell: Cell) => { readonly driver: Driver; readonly index: Float64Array };

export function driverSeries(drivers: readonly Driver[], years: readonly number[]): DriverSeries {
  const find = driverLookup(drivers);
  const known = new Map<DriverId, ReturnType<DriverSeries>>();
  return (id, cell) => {
    const before = known.get(id);
    if (before) return before;
    const driver = find(id, cell);
    const found = { driver, index: Float64Array.from(years, (year) => driverIndex(driver, year)) };
    known.set(id, found);
    return found;
  };
}
