/** The readable evaluator: cell by cell, lever by lever, year by year. Slow and plain; the compiled one is tested against it. */
import type { Channel } from '../gas.ts';
import { CHANNELS } from '../gas.ts';
import { sectorOf } from '../inventory/gpc.ts';
import { adoptionCurve, adoptionIn, respond } from './adoption.ts';
import type { PlanInputs } from './inputs.ts';
import {
  activityIndex,
  baseYearOf,
  channelFactors,
  channelWeights,
  driverLookup,
  intensityIndex,
  parentOf,
  priceIn,
} from './inputs.ts';
import { lowersActivity, lowersBill, lowersFactor } from './lever-rules.ts';
import type { Mover, PlacedLever } from './select.ts';
import { canonicalLevers, isMover, isSinkLever } from './select.ts';
import { ensureTargetCells, findSink, findTarget, movesFrom } from './target-cells.ts';
import type { Action, Cell, CellId } from './types.ts';

/** One cell in one year, after all levers. */
export interface CellYear {
  /** Units of activity that are used and billed. */
  readonly activity: number;
  /** Tonnes by channel (`fgas` in t CO2e), whether or not the boundary counts the cell. */
  readonly byChannel: Readonly<Record<Channel, number>>;
  /** t CO2e, 0 outside the boundary. */
  readonly emissions: number;
  /** Currency per year. */
  readonly bill: number;
}

/** One year of a plan. */
export interface ReadableYear {
  readonly year: number;
  /** t CO2e inside the boundary. */
  readonly total: number;
  /** Tonnes of each gas inside the boundary (`fgas` in t CO2e). */
  readonly byChannel: Readonly<Record<Channel, number>>;
  /** t CO2e by GPC sector, `I` … `VI`. */
  readonly bySector: Readonly<Record<string, number>>;
  readonly bill: number;
  readonly cells: ReadonlyMap<CellId, CellYear>;
}

/**
 * Evaluate a plan in the open: for every year and cell, E = activity · factor · Π levers (1 − effect · adoption).
 *
 * Activity is base amount · drivers · what reduce, improve, shift and divert levers leave, plus what arrives from other
 * cells. Arrivals do not move onward, and the target's own reduce and improve levers do not act on them; its factor levers
 * do. Actions are taken as scheduled; pass `actions: []` for business-as-usual.
 *
 * @throws {DomainError} `plan-invalid`, `missing-figure`, `unknown-gas`, `out-of-range`
 */
export function evaluateReadable(inputs: PlanInputs): readonly ReadableYear[] {
  const cells = ensureTargetCells(inputs.cells, inputs.actions);
  const city = cityOf({ ...inputs, cells });
  return inputs.years.map((year) => {
    const byCell = new Map(cells.map((cell) => [cell.id, city.cellIn(cell, year)]));
    const counted = cells.filter((cell) => inputs.counts(cell.ref));
    const bySector: Record<string, number> = {};
    for (const cell of counted) {
      const sector = sectorOf(cell.ref);
      bySector[sector] = (bySector[sector] ?? 0) + byCell.get(cell.id)!.emissions;
    }
    return {
      year,
      total: sum(counted, (cell) => byCell.get(cell.id)!.emissions),
      byChannel: byEachChannel((channel) => sum(counted, (cell) => byCell.get(cell.id)!.byChannel[channel])),
      bySector,
      bill: sum(cells, (cell) => byCell.get(cell.id)!.bill),
      cells: byCell,
    };
  });
}

/** The rules of stacking, over one set of inputs whose target cells are all there. */
function cityOf({ cells, drivers, actions, finance, gwpSet, counts, years }: PlanInputs) {
  const baseYear = baseYearOf(years);
  const driver = driverLookup(drivers);
  const levers = canonicalLevers(actions);
  const weights = channelWeights(gwpSet);

  /** Share of a lever's activity that remains: 1 − effect · adoption. `response` is the time the emitting cell takes to follow. */
  const remaining = (placed: PlacedLever, year: number, response: number): number =>
    1 - placed.lever.size.central * adoptionOf(placed.action, year, response);

  const adoptionOf = (action: Action, year: number, response: number): number =>
    adoptionIn(respond(adoptionCurve(action, years.length), response), action.schedule, year);

  /** What a cell's own activity is before anything moves out of it. */
  function beforeMoves(cell: Cell, year: number, response: number): number {
    const own = levers.filter((placed) => lowersActivity(placed, cell, undefined));
    const business = cell.amount * activityIndex(cell, year, driver);
    return own.reduce((activity, placed) => activity * remaining(placed, year, response), business);
  }

  /** Movers that take from a cell, in canonical order. */
  const moversFrom = (source: Cell): PlacedLever<Mover>[] =>
    levers.filter(isMover).filter((placed) => source.amount !== 0 && movesFrom(placed.lever, source));

  /** Units that one mover brings from one source, in units of the target. */
  function moved(mover: PlacedLever<Mover>, source: Cell, year: number, response: number): number {
    const movers = moversFrom(source);
    const earlier = movers.slice(0, movers.indexOf(mover));
    const left = earlier.reduce(
      (activity, placed) => activity * remaining(placed, year, response),
      beforeMoves(source, year, response),
    );
    return left * (1 - remaining(mover, year, response)) * mover.lever.ratio.central;
  }

  function arrivals(target: Cell, year: number, response: number): number {
    return sum(cells, (source) =>
      sum(
        moversFrom(source).filter((mover) => findTarget(cells, mover.lever, source) === target),
        (mover) => moved(mover, source, year, response),
      ),
    );
  }

  function activityOf(cell: Cell, year: number, response: number): number {
    const parent = parentOf(cell, cells);
    if (parent) {
      const own = levers.filter((placed) => lowersActivity(placed, cell, parent));
      const follows = activityOf(parent, year, response) * cell.derivedFrom!.share;
      return own.reduce((activity, placed) => activity * remaining(placed, year, response), follows);
    }
    const stays = moversFrom(cell).reduce(
      (activity, placed) => activity * remaining(placed, year, response),
      beforeMoves(cell, year, response),
    );
    return stays + arrivals(cell, year, response);
  }

  /** Tonnes of CO2 that added sinks remove and that are counted in this cell. */
  function removals(cell: Cell, year: number): number {
    return sum(levers.filter(isSinkLever), ({ lever, action }) =>
      findSink(cells, lever) === cell
        ? lever.units *
          lever.tonnesPerUnitYear.central *
          lever.size.central *
          adoptionOf(action, year, cell.responseYears ?? 0)
        : 0,
    );
  }

  function cellIn(cell: Cell, year: number): CellYear {
    const felt = activityOf(cell, year, cell.responseYears ?? 0);
    const used = activityOf(cell, year, 0);
    const factors = channelFactors(cell, gwpSet);
    const byChannel = byEachChannel((channel) => {
      const acting = levers.filter((placed) => lowersFactor(placed, cell, channel));
      const factor = factors[CHANNELS.indexOf(channel)]! * intensityIndex(cell, channel, year, driver);
      const emitted = acting.reduce((tonnes, placed) => tonnes * remaining(placed, year, 0), felt * factor);
      return channel === 'co2' ? emitted - removals(cell, year) : emitted;
    });
    const bill = levers
      .filter((placed) => lowersBill(placed, cell))
      .reduce((cost, placed) => cost * remaining(placed, year, 0), used * priceIn(cell, year, baseYear, finance));
    return {
      activity: used,
      byChannel,
      emissions: counts(cell.ref) ? sum(CHANNELS, (channel, i) => byChannel[channel] * weights[i]!) : 0,
      bill,
    };
  }

  return { cellIn };
}

function sum<T>(items: readonly T[], figure: (item: T, index: number) => number): number {
  return items.reduce((total, item, index) => total + figure(item, index), 0);
}

function byEachChannel(figure: (channel: Channel) => number): Record<Channel, number> {
  return Object.fromEntries(CHANNELS.map((channel) => [channel, figure(channel)])) as Record<Channel, number>;
}
