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
  responseOf,
} from './inputs.ts';
import { lowersActivity, lowersBill, lowersFactor } from './lever-rules.ts';
import type { PlacedLever } from './select.ts';
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
  const yearIn = readablePlan(inputs);
  return inputs.years.map(yearIn);
}

/** Prepare to evaluate single years of a plan, as {@link evaluateReadable} does for all of them. */
export function readablePlan(inputs: PlanInputs): (year: number) => ReadableYear {
  const cells = ensureTargetCells(inputs.cells, inputs.actions);
  const city = cityOf({ ...inputs, cells });
  const counted = cells.filter((cell) => inputs.counts(cell.ref));
  const sectors = [...new Set(counted.map((cell) => sectorOf(cell.ref)))];
  return (year) => {
    const byCell = new Map(cells.map((cell) => [cell.id, city.cellIn(cell, year)]));
    const emitted = (cell: Cell): number => byCell.get(cell.id)!.emissions;
    const inSector = (sector: string) => counted.filter((cell) => sectorOf(cell.ref) === sector);
    return {
      year,
      total: sum(counted, emitted),
      byChannel: byEachChannel((channel) => sum(counted, (cell) => byCell.get(cell.id)!.byChannel[channel])),
      bySector: Object.fromEntries(sectors.map((sector) => [sector, sum(inSector(sector), emitted)])),
      bill: sum(cells, (cell) => byCell.get(cell.id)!.bill),
      cells: byCell,
    };
  };
}

/** The rules of stacking, over one set of inputs whose target cells are all there. */
function cityOf({ cells, drivers, actions, finance, gwpSet, counts, years }: PlanInputs) {
  const baseYear = baseYearOf(years);
  const driver = driverLookup(drivers);
  const levers = canonicalLevers(actions);
  const weights = channelWeights(gwpSet);

  const curves = new Map<string, Float64Array>();

  /** Share of a lever's activity that remains: 1 − effect · adoption. `response` is the time the emitting cell takes to follow. */
  const remaining = (placed: PlacedLever, year: number, response: number): number =>
    1 - placed.lever.size.central * adoptionOf(placed.action, year, response);

  function adoptionOf(action: Action, year: number, response: number): number {
    const key = `${response} ${action.id}`;
    const curve = curves.get(key) ?? respond(adoptionCurve(action, years.length), response);
    curves.set(key, curve);
    return adoptionIn(curve, action.schedule, year);
  }

  /** Every way activity moves, in canonical order: which lever takes from which cell, and where it arrives. */
  const moves = levers
    .filter(isMover)
    .flatMap((mover) =>
      cells
        .filter((source) => source.amount !== 0 && movesFrom(mover.lever, source))
        .map((source) => ({ mover, source, target: findTarget(cells, mover.lever, source) })),
    );

  /** What a cell's own activity is before anything moves out of it. */
  function beforeMoves(cell: Cell, year: number, response: number): number {
    const own = levers.filter((placed) => lowersActivity(placed, cell, undefined));
    const business = cell.amount * activityIndex(cell, year, driver);
    return own.reduce((activity, placed) => activity * remaining(placed, year, response), business);
  }

  /** What is left in a cell after some of the moves out of it. */
  function leftAfter(gone: readonly (typeof moves)[number][], cell: Cell, year: number, response: number): number {
    return gone.reduce(
      (activity, { mover }) => activity * remaining(mover, year, response),
      beforeMoves(cell, year, response),
    );
  }

  /** Units that arrive in a cell: of each move into it, what earlier moves left at the source · effect · adoption · ratio. */
  function arrivals(target: Cell, year: number, response: number): number {
    return sum(
      moves.filter((move) => move.target === target),
      (move) => {
        const fromSource = moves.filter(({ source }) => source === move.source);
        const earlier = fromSource.slice(0, fromSource.indexOf(move));
        const available = leftAfter(earlier, move.source, year, response);
        return available * (1 - remaining(move.mover, year, response)) * move.mover.lever.ratio.central;
      },
    );
  }

  function activityOf(cell: Cell, year: number, response: number): number {
    const parent = parentOf(cell, cells);
    if (parent) {
      const own = levers.filter((placed) => lowersActivity(placed, cell, parent));
      const follows = activityOf(parent, year, response) * cell.derivedFrom!.share;
      return own.reduce((activity, placed) => activity * remaining(placed, year, response), follows);
    }
    const stays = leftAfter(
      moves.filter(({ source }) => source === cell),
      cell,
      year,
      response,
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
          adoptionOf(action, year, responseOf(cell))
        : 0,
    );
  }

  function cellIn(cell: Cell, year: number): CellYear {
    const felt = activityOf(cell, year, responseOf(cell));
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
