/** Add up what a draw comes to in one measure: emissions of all gases, of CO2 alone, or the bill. */
import type { CompiledPlan, PlanInputs } from '../action/index.ts';
import type { ProductBuffers, ProductTree } from '../action/product-tree.ts';
import { addScaled, addScaledChange, addScaledProduct } from '../action/series.ts';
import type { Measure, PartGroup, Pool } from './draw-layout.ts';
import { poolsOf } from './draw-layout.ts';

/** What a draw has decided before measures are added up. */
export interface Drawn {
  readonly tree: ProductTree;
  readonly buffers: ProductBuffers;
  /** [cell] multipliers of its activity, its factor and its price. */
  readonly activity: Float64Array;
  readonly factor: Float64Array;
  readonly price: Float64Array;
  /** [driver × year] multiplier. */
  readonly driver: Float64Array;
  readonly leverEffect: Float64Array;
  /** [lever] drawn ÷ central ratio or removal; 1 where there is none. */
  readonly leverYield: Float64Array;
}

/** What a measure comes to under the draw at hand, by year. Overwritten by the next draw. */
export interface MeasuredPaths {
  readonly bau: Float64Array;
  readonly plan: Float64Array;
}

/** A group of parts laid out flat. */
interface FlatGroup extends Omit<PartGroup, 'parts'> {
  readonly amount: Float64Array;
  readonly source: Int32Array;
  readonly cell: Int32Array;
}

interface FlatPool extends Omit<Pool, 'groups'> {
  readonly groups: readonly FlatGroup[];
}

/** Return a function that adds up one measure under the draw at hand. */
export function measuring(
  plan: PlanInputs,
  compiled: CompiledPlan,
  drawn: Drawn,
  measure: Measure,
): () => MeasuredPaths {
  const yearCount = compiled.years.length;
  const pools = poolsOf(plan, compiled, drawn.tree, measure).map(flat);
  const paths = { bau: new Float64Array(yearCount), plan: new Float64Array(yearCount) };
  const change = new Float64Array(yearCount);
  const perUnit = measure === 'bill' ? drawn.price : drawn.factor;
  return () => {
    paths.bau.fill(0);
    paths.plan.fill(0);
    for (const pool of pools) addPool(pool, drawn, perUnit, change, paths);
    return paths;
  };
}

function flat(pool: Pool): FlatPool {
  const groups = pool.groups.map(({ parts, ...group }) => ({
    ...group,
    amount: Float64Array.from(parts, ({ amount }) => amount),
    source: Int32Array.from(parts, ({ source }) => source),
    cell: Int32Array.from(parts, ({ cell }) => cell),
  }));
  return { ...pool, groups };
}

function addPool(
  { groups, shape, drivers }: FlatPool,
  drawn: Drawn,
  perUnit: Float64Array,
  change: Float64Array,
  { bau, plan }: MeasuredPaths,
): void {
  const yearCount = change.length;
  const { driver } = drawn;
  change.fill(0);
  let own = 0;
  for (const group of groups) {
    const amount = amountOf(group, drawn, perUnit);
    if (group.moverCurve < 0) own += amount;
    addGroup(group, amount, drawn, change);
  }
  for (let y = 0; y < yearCount; y++) {
    let index = shape[y]!;
    for (const d of drivers) index *= driver[d * yearCount + y]!;
    bau[y]! += own * index;
    plan[y]! += (own + change[y]!) * index;
  }
}

function amountOf({ amount, source, cell, moverLever }: FlatGroup, drawn: Drawn, perUnit: Float64Array): number {
  const { activity, leverYield } = drawn;
  let sum = 0;
  for (let i = 0; i < amount.length; i++) {
    const from = source[i]!;
    // An added sink has no cell behind it: its draw is the removal alone.
    sum += from < 0 ? amount[i]! : amount[i]! * activity[from]! * perUnit[cell[i]!]!;
  }
  // Ratio and removal belong to the lever that moves the group here.
  return moverLever < 0 ? sum : sum * leverYield[moverLever]!;
}

/** Add what a group changes: an own stream by its product less 1, a moved one by mover times product. */
function addGroup(
  { moverCurve, moverLever, node: n }: FlatGroup,
  amount: number,
  { buffers, leverEffect }: Drawn,
  change: Float64Array,
): void {
  const { node, nodeFrom, adoption, curveFrom, yearCount } = buffers;
  const productFrom = n < 0 ? yearCount : nodeFrom[n]!;
  if (moverCurve < 0) {
    if (n >= 0) addScaledChange(change, amount, node, n * yearCount, productFrom, yearCount);
    return;
  }
  const moved = moverCurve * yearCount;
  const from = curveFrom[moverCurve]!;
  const both = Math.max(from, productFrom);
  const scale = amount * leverEffect[moverLever]!;
  addScaled(change, 0, scale, adoption, moved, from, both);
  addScaledProduct(change, scale, adoption, moved, node, n * yearCount, both, yearCount);
}
