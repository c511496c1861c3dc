/** Activity in motion: what each cell keeps and what arrives in it, each with the levers that scale it. A step of `compile`. */
import { adoptionCurve, respond } from './adoption.ts';
import type { PlanInputs } from './inputs.ts';
import type { DriverSeries } from './driver-series.ts';
import { driverSeries } from './driver-series.ts';
import { parentOf } from './inputs.ts';
import { lowersActivity } from './lever-rules.ts';
import type { PlacedLever } from './select.ts';
import { canonicalLevers, compareText, isMover } from './select.ts';
import { ensureTargetCells, findTarget, movesFrom } from './target-cells.ts';
import type { Action, Cell } from './types.ts';

/** Activity that ends up in one cell: base activity by year × mover × Π terms. Levers and cells are indices. */
export interface Flow {
  /** Cell that emits. */
  readonly cell: number;
  /** Cell whose activity it is. */
  readonly source: number;
  /** Units of activity of the emitting cell per year, before any lever. */
  readonly activity: Float64Array;
  /** Lever that brought it here, or −1. */
  readonly mover: number;
  /** Levers that scale it. */
  readonly terms: readonly number[];
}

/** The parts of a plan that compiling refers to by index. */
export interface Indexed extends PlanInputs {
  /** Actions in canonical order. */
  readonly actions: readonly Action[];
  readonly levers: readonly PlacedLever[];
  /** Action index of each lever. */
  readonly leverAction: readonly number[];
  readonly curves: CurveList;
  readonly driver: DriverSeries;
}

/** Index a plan: target cells added, actions sorted by id, levers in canonical order. */
export function indexed(inputs: PlanInputs): Indexed {
  const actions = [...inputs.actions].sort((a, b) => compareText(a.id, b.id));
  const levers = canonicalLevers(actions);
  return {
    ...inputs,
    cells: ensureTargetCells(inputs.cells, actions),
    actions,
    levers,
    leverAction: levers.map((placed) => actions.indexOf(placed.action)),
    curves: curveList(actions, inputs.years.length),
    driver: driverSeries(inputs.drivers, inputs.years),
  };
}

/** Adoption curves in use: one per action, and one more for each response time its cells have. */
export interface CurveList {
  /** Index of the curve of an action at a response time, making it when it is new. */
  readonly indexOf: (action: number, responseYears: number) => number;
  readonly all: readonly { readonly action: number; readonly responseYears: number; readonly unit: Float64Array }[];
}

function curveList(actions: readonly Action[], count: number): CurveList {
  const all = actions.map((action, i) => ({ action: i, responseYears: 0, unit: adoptionCurve(action, count) }));
  const indexOf = (action: number, responseYears: number): number => {
    if (responseYears === 0) return action;
    const found = all.findIndex((curve) => curve.action === action && curve.responseYears === responseYears);
    if (found >= 0) return found;
    return all.push({ action, responseYears, unit: respond(all[action]!.unit, responseYears) }) - 1;
  };
  return { indexOf, all };
}

/** List every flow of a plan: own, arrived, and those of derived cells, which mirror their parent's. */
export function flowsOf(plan: Indexed): Flow[] {
  const { cells } = plan;
  const primary = cells.flatMap((cell, i) => (cell.derivedFrom ? [] : [...flowsFrom(plan, cell, i)]));
  const derived = cells.flatMap((cell, i) => {
    const parent = parentOf(cell, cells);
    return parent ? followers(plan, cell, i, parent, primary) : [];
  });
  return [...primary, ...derived];
}

/** What stays in a cell, and what each mover takes out of it to another. */
function flowsFrom(plan: Indexed, cell: Cell, index: number): Flow[] {
  if (cell.amount === 0) return [];
  const { cells, levers, years } = plan;
  const drivers = cell.activityDrivers.map((id) => plan.driver(id, cell).index);
  const business = Float64Array.from(years, (_, y) => cell.amount * productIn(drivers, y));
  const lowering = leversWhere(levers, (placed) => lowersActivity(placed, cell, undefined));
  const movers = levers.flatMap((placed, l) =>
    isMover(placed) && movesFrom(placed.lever, cell) ? [{ l, lever: placed.lever }] : [],
  );
  const arrived = movers.map(({ l, lever }, order): Flow => {
    const target = findTarget(cells, lever, cell);
    if (!target) throw new Error(`no target cell for a lever on ${cell.id}; this is a bug, please report it`);
    return {
      cell: cells.indexOf(target),
      source: index,
      activity: business.map((amount) => amount * lever.ratio.central),
      mover: l,
      terms: [...lowering, ...movers.slice(0, order).map((earlier) => earlier.l)],
    };
  });
  const own: Flow = {
    cell: index,
    source: index,
    activity: business,
    mover: -1,
    terms: [...lowering, ...movers.map(({ l }) => l)],
  };
  return [own, ...arrived];
}

/** Indices of the levers for which something holds. */
export function leversWhere(levers: readonly PlacedLever[], holds: (placed: PlacedLever) => boolean): number[] {
  const found: number[] = [];
  for (let l = 0; l < levers.length; l++) if (holds(levers[l]!)) found.push(l);
  return found;
}

/** Product of series in one year. */
export function productIn(series: readonly Float64Array[], y: number): number {
  let product = 1;
  for (const values of series) product *= values[y]!;
  return product;
}

/** Flows of a derived cell: each flow of its parent, times the share, under the levers that act on the derived cell alone. */
function followers(plan: Indexed, cell: Cell, index: number, parent: Cell, primary: readonly Flow[]): Flow[] {
  const own = leversWhere(plan.levers, (placed) => lowersActivity(placed, cell, parent));
  const share = cell.derivedFrom!.share;
  return primary
    .filter((flow) => flow.cell === plan.cells.indexOf(parent))
    .map((flow) => ({
      ...flow,
      cell: index,
      activity: flow.activity.map((amount) => amount * share),
      terms: [...flow.terms, ...own],
    }));
}
