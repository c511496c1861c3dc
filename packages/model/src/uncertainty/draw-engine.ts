/** The inner loop of uncertainty: one draw of every input, and the plan and its business-as-usual under it. */
import type { Action, CompiledPlan, PlanInputs } from '../action/index.ts';
import { discountFactors, outlayOf, presentValue, scheduleOf } from '../action/index.ts';
import type { ProductBuffers, ProductTree } from '../action/product-tree.ts';
import { fillFactors, fillNodes, productBuffers, productTree } from '../action/product-tree.ts';
import type { BaseTotal } from './anchor.ts';
import { baseTotalOf } from './anchor.ts';
import type { Figures, Normals } from './drawing.ts';
import { drawFigures, drawMultipliers, figuresOf, multipliersOf } from './drawing.ts';
import type { Drawn, MeasuredPaths } from './measure.ts';
import { measuring } from './measure.ts';
import type { Measure } from './draw-layout.ts';
import { poolsOf } from './draw-layout.ts';
import type { Multiplier, UncertainPlan } from './uncertain-inputs.ts';

export interface DrawEngine {
  /**
   * Take draw `n`. With `baseTotal`, uncertain cells are moved so that base-year emissions come to it.
   */
  draw(normals: Normals, n: number, baseTotal?: number): void;
  /** Base-year emissions that such a draw would have if its total were left as drawn. */
  baseTotal(normals: Normals, n: number): number;
  /** Base-year emissions of the inventory, t CO2e. */
  readonly centralBaseTotal: number;
  /** Emissions or bill under the draw. */
  measured(measure: Measure): MeasuredPaths;
  /** Net present cost under the draw, as `costPlan` counts it. */
  npv(): number;
}

/** Prepare draws. `plan.cells` are in the order of `compiled.cellIds`; measures are those that will be asked for. */
export function createDrawEngine(
  plan: PlanInputs,
  compiled: CompiledPlan,
  uncertain: UncertainPlan,
  measures: readonly Measure[],
): DrawEngine {
  const tree = productTree(compiled);
  const total = baseTotalOf(poolsOf(plan, compiled, tree, 'co2e'), uncertain);
  const state = drawnState(plan, compiled, uncertain, tree, total);
  const paths = new Map(measures.map((measure) => [measure, measuring(plan, compiled, state, measure)]));
  const costs = costing(plan, compiled);
  const discount = discountFactors(compiled.years, plan.finance.discountRate);
  const measured = (measure: Measure): MeasuredPaths => paths.get(measure)!();
  return {
    draw: state.draw,
    baseTotal: (normals, n) => {
      state.drawCells(normals, n);
      return total.of(state.activity, state.factor);
    },
    centralBaseTotal: total.central,
    measured,
    npv: () => {
      const bill = measured('bill');
      return costs(state) + presentValue(bill.plan, discount) - presentValue(bill.bau, discount);
    },
  };
}

/** What is drawn, and how to draw it. */
interface Drawing extends Drawn {
  /** [action] years late, achieved share; currency of capital and operating cost at size 1. */
  readonly delay: Float64Array;
  readonly achieved: Float64Array;
  readonly capital: Float64Array;
  readonly operating: Float64Array;
  readonly drawCells: (normals: Normals, n: number) => void;
  readonly draw: DrawEngine['draw'];
}

function drawnState(
  plan: PlanInputs,
  compiled: CompiledPlan,
  uncertain: UncertainPlan,
  tree: ProductTree,
  total: BaseTotal,
): Drawing {
  const yearCount = compiled.years.length;
  const buffers = productBuffers(compiled, tree);
  const schedule = scheduleOf(compiled, plan.actions);
  const certain: Multiplier = { dimension: -1, sigma: 0 };
  const prices = plan.cells.map(({ price }) =>
    price === undefined ? certain : (uncertain.prices.get(price) ?? certain),
  );
  const tapers = plan.drivers.map(({ points }) => taper(compiled.years, points.at(-1)!.year));
  const series = (list: readonly unknown[]): Float64Array => new Float64Array(list.length).fill(1);
  const driven = series(uncertain.drivers);
  const factorEffect = new Float64Array(tree.factorLever.length);
  const drawn = {
    tree,
    buffers,
    activity: series(uncertain.activity),
    factor: series(uncertain.factor),
    price: series(prices),
    driver: new Float64Array(uncertain.drivers.length * yearCount),
    leverEffect: series(uncertain.leverSize),
    leverYield: series(uncertain.leverYield),
    delay: series(uncertain.delay),
    achieved: series(uncertain.achieved),
    capital: series(uncertain.capital),
    operating: series(uncertain.operating),
  };
  const tables = {
    activity: multipliersOf(uncertain.activity),
    factor: multipliersOf(uncertain.factor),
    price: multipliersOf(prices),
    driver: multipliersOf(uncertain.drivers),
  };
  const figures: readonly (readonly [Figures, Float64Array])[] = [
    [figuresOf(uncertain.leverSize, { least: 0, most: 1 }), drawn.leverEffect],
    [figuresOf(uncertain.leverYield, { relative: true }), drawn.leverYield],
    [figuresOf(uncertain.delay, { least: 0, most: yearCount }), drawn.delay],
    [figuresOf(uncertain.achieved, { least: 0, most: 1 }), drawn.achieved],
    [figuresOf(uncertain.capital), drawn.capital],
    [figuresOf(uncertain.operating), drawn.operating],
  ];
  const drawCells = (normals: Normals, n: number): void => {
    drawn.activity.fill(1);
    drawMultipliers(tables.activity, normals, n, drawn.activity);
    drawMultipliers(tables.factor, normals, n, drawn.factor);
  };
  const draw: DrawEngine['draw'] = (normals, n, baseTotal) => {
    drawCells(normals, n);
    if (baseTotal !== undefined) total.moveTo(baseTotal, drawn.activity, drawn.factor);
    drawMultipliers(tables.price, normals, n, drawn.price);
    drawMultipliers(tables.driver, normals, n, driven);
    for (let d = 0; d < driven.length; d++)
      for (let y = 0; y < yearCount; y++) drawn.driver[d * yearCount + y] = 1 + (driven[d]! - 1) * tapers[d]![y]!;
    for (const [table, out] of figures) drawFigures(table, normals, n, out);
    delayedAdoption(compiled, schedule, drawn, buffers);
    for (let f = 0; f < factorEffect.length; f++) factorEffect[f] = drawn.leverEffect[tree.factorLever[f]!]!;
    fillFactors(tree, factorEffect, buffers);
    fillNodes(tree, buffers);
  };
  return { ...drawn, drawCells, draw };
}

/** How much of a driver's last-point uncertainty each year has: 0 in the base year, rising linearly, 1 from the last point on. */
function taper(years: readonly number[], lastYear: number): Float64Array {
  const base = years[0]!;
  return Float64Array.from(years, (year) =>
    year <= base ? 0 : Math.min(1, (year - base) / Math.max(1, lastYear - base)),
  );
}

/** Adoption under the draw: size · achieved · curve, late by a number of years that need not be whole. */
function delayedAdoption(
  compiled: CompiledPlan,
  schedule: ReturnType<typeof scheduleOf>,
  drawn: { readonly delay: Float64Array; readonly achieved: Float64Array },
  { adoption, curveFrom, yearCount }: ProductBuffers,
): void {
  const { curveAction, curveUnit, years } = compiled;
  for (let c = 0; c < curveAction.length; c++) {
    const a = curveAction[c]!;
    const scale = schedule.size[a]! * drawn.achieved[a]!;
    const whole = Math.floor(drawn.delay[a]!);
    const part = drawn.delay[a]! - whole;
    const first = schedule.start[a]! - years[0]! + whole;
    const from = scale === 0 ? yearCount : Math.min(first, yearCount);
    const row = c * yearCount;
    curveFrom[c] = from;
    for (let y = 0; y < from; y++) adoption[row + y] = 0;
    let before = 0;
    for (let y = from; y < yearCount; y++) {
      const unit = curveUnit[row + y - first]!;
      adoption[row + y] = scale * (unit + part * (before - unit));
      before = unit;
    }
  }
}

/** Return a function that gives the present value of capital and operating cost under the draw at hand. */
function costing(plan: PlanInputs, compiled: CompiledPlan): (drawn: Drawing) => number {
  const byId = new Map(plan.actions.map((action) => [action.id, action]));
  const late = compiled.actionIds.map((id) => presentValuesByDelay(byId.get(id)!, plan, compiled.years));
  return ({ delay, achieved, capital, operating }) => {
    let sum = 0;
    for (let a = 0; a < late.length; a++) {
      const { perCapital, perOperating, fixed } = late[a]!;
      const years = delay[a]!;
      const outlay = capital[a]! * between(perCapital, years) + operating[a]! * between(perOperating, years);
      sum += achieved[a]! * outlay + between(fixed, years);
    }
    return sum;
  };
}

/** Value at a place between whole indices, linearly. */
function between(values: Float64Array, place: number): number {
  const whole = Math.floor(place);
  return values[whole]! + (place - whole) * (values[whole + 1]! - values[whole]!);
}

/** Present value of one currency of capital, of operating cost at size 1, and of the set-up cost, by whole years of delay. */
function presentValuesByDelay(action: Action, plan: PlanInputs, years: readonly number[]) {
  const factors = discountFactors(years, plan.finance.discountRate);
  const one = { central: 1, low: 1, high: 1 };
  const { fixed, ...cost } = action.cost;
  const unit: Action = { ...action, cost: { ...cost, capital: one, operatingPerYear: one } };
  const count = years.length + 2;
  const values = {
    perCapital: new Float64Array(count),
    perOperating: new Float64Array(count),
    fixed: new Float64Array(count),
  };
  for (let delay = 0; delay < count; delay++) {
    const startYear = action.schedule.startYear + delay;
    const outlay = outlayOf(unit, years, { ...action.schedule, startYear });
    values.perCapital[delay] = presentValue(outlay.capital, factors) - presentValue(outlay.residual, factors);
    values.perOperating[delay] = presentValue(outlay.operating, factors);
    const inPlan = action.schedule.size > 0 && startYear <= years.at(-1)!;
    if (fixed !== undefined && inPlan) values.fixed[delay] = fixed * factors[startYear - years[0]!]!;
  }
  return values;
}
