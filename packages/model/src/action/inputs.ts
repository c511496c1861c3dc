/** What the engine is given, and what every evaluator reads from it: activity, factors and prices by year. */
import { DomainError } from '../errors.ts';
import type { Channel, GwpSet } from '../gas.ts';
import { CHANNELS, channelOf, gwpOf } from '../gas.ts';
import type { GpcRef } from '../inventory/types.ts';
import type { Driver, DriverId } from '../pathway/types.ts';
import type { Action, Cell, Finance } from './types.ts';

/** Everything that decides emissions and bills of a plan. */
export interface PlanInputs {
  readonly cells: readonly Cell[];
  readonly drivers: readonly Driver[];
  readonly actions: readonly Action[];
  readonly finance: Finance;
  readonly gwpSet: GwpSet;
  /** Whether the plan's boundary counts a reference. Bills count everywhere. */
  readonly counts: (ref: GpcRef) => boolean;
  /** Base year to horizon, consecutive. */
  readonly years: readonly number[];
}

/** Biogenic CO2 is a memo: reported beside the totals, never in them. */
export const MEMO_SPECIES = 'CO2-biogenic';

/**
 * Index of a driver in a year: linear between points, held before the first and after the last.
 *
 * @throws {DomainError} `missing-figure` for a driver without points.
 */
export function driverIndex(driver: Driver, year: number): number {
  const { points } = driver;
  const next = points.findIndex((point) => point.year >= year);
  const last = points.at(-1);
  if (!last) throw new DomainError('missing-figure', `driver "${driver.id}" has no points`, ['drivers', driver.id]);
  if (next === -1) return last.index;
  const after = points[next]!;
  const before = points[next - 1];
  if (!before || after.year === year) return after.index;
  const along = (year - before.year) / (after.year - before.year);
  return before.index + along * (after.index - before.index);
}

/** Look up drivers by id. Throws `DomainError` `plan-invalid` for an id the plan does not hold. */
export function driverLookup(drivers: readonly Driver[]): (id: DriverId, cell: Cell) => Driver {
  const byId = new Map(drivers.map((driver) => [driver.id, driver]));
  return (id, cell) => {
    const driver = byId.get(id);
    if (!driver)
      throw new DomainError('plan-invalid', `cell "${cell.id}" names driver "${id}", which the plan does not hold`, [
        'cells',
        cell.id,
      ]);
    return driver;
  };
}

/** Product of a cell's activity drivers in a year. Derived cells follow their parent and have none of their own. */
export function activityIndex(cell: Cell, year: number, driver: ReturnType<typeof driverLookup>): number {
  return cell.activityDrivers.reduce((product, id) => product * driverIndex(driver(id, cell), year), 1);
}

/** Product of a cell's intensity drivers in a year, for one channel. */
export function intensityIndex(
  cell: Cell,
  channel: Channel,
  year: number,
  driver: ReturnType<typeof driverLookup>,
): number {
  return cell.intensityDrivers.reduce((product, id) => {
    const found = driver(id, cell);
    return found.channels && !found.channels.includes(channel) ? product : product * driverIndex(found, year);
  }, 1);
}

/** Base-year factor of a cell in each channel, per unit of activity: tonnes of the gas, and t CO2e for `fgas`. */
export function channelFactors(cell: Cell, gwpSet: GwpSet): number[] {
  const factors = CHANNELS.map(() => 0);
  for (const [species, factor] of Object.entries(cell.factors)) {
    if (factor === undefined || species === MEMO_SPECIES) continue;
    const channel = channelOf(species);
    factors[CHANNELS.indexOf(channel)]! += channel === 'fgas' ? factor * gwpOf(gwpSet, species) : factor;
  }
  return factors;
}

/** t CO2e per unit of a channel. */
export function channelWeights(gwpSet: GwpSet): number[] {
  return [
    gwpOf(gwpSet, 'CO2'),
    gwpOf(gwpSet, 'CH4-fossil'),
    gwpOf(gwpSet, 'CH4-biogenic'),
    gwpOf(gwpSet, 'N2O'),
    1, // fgas is weighed already
  ];
}

/**
 * Price of a unit of a cell's activity in a year: base-year price grown at its real rate. 0 where nothing is bought.
 *
 * @throws {DomainError} `missing-figure` when the cell names a price the plan does not hold.
 */
export function priceIn(cell: Cell, year: number, baseYear: number, finance: Finance): number {
  if (cell.price === undefined) return 0;
  const price = finance.prices[cell.price];
  if (!price)
    throw new DomainError(
      'missing-figure',
      `cell "${cell.id}" is billed by price "${cell.price}", which is not given`,
      ['finance', 'prices', cell.price],
    );
  return price.perUnit * (1 + price.growthPerYear) ** (year - baseYear);
}

/** First of the plan's years. Throws `DomainError` `plan-invalid` unless the years are consecutive. */
export function baseYearOf(years: readonly number[]): number {
  const first = years[0];
  if (first === undefined || years.some((year, i) => year !== first + i))
    throw new DomainError('plan-invalid', 'a plan needs consecutive years from its base year to its horizon', [
      'years',
    ]);
  return first;
}

/** Years a cell's emissions take to follow its activity. A cell that names none follows at once: that is what absence means here. */
export function responseOf(cell: Cell): number {
  return cell.responseYears === undefined ? 0 : cell.responseYears;
}

/** Parent of a derived cell. Throws `DomainError` `plan-invalid` when it is absent or itself derived. */
export function parentOf(cell: Cell, cells: readonly Cell[]): Cell | undefined {
  if (!cell.derivedFrom) return undefined;
  const parent = cells.find((other) => other.id === cell.derivedFrom!.cell);
  if (!parent || parent.derivedFrom)
    throw new DomainError(
      'plan-invalid',
      `cell "${cell.id}" follows "${cell.derivedFrom.cell}", which is ${parent ? 'itself derived' : 'not in the plan'}`,
      ['cells', cell.id, 'derivedFrom'],
    );
  return parent;
}
