/**
 * Keep the base-year total where the inventory puts it. Method: docs/methods/uncertainty.md.
 *
 * A total is often known better than its parts, whose errors partly cancel. Drawn apart, many skewed parts also sum to a
 * median above the sum of their medians. So the total of each draw is moved to where it belongs, by parts that are
 * uncertain themselves: a part is multiplied by λ^w, w in proportion to its variance, with one λ for all.
 */
import type { Pool } from './draw-layout.ts';
import { inverseNormal } from './normal.ts';
import { quantile } from './percentiles.ts';
import type { UncertainPlan } from './uncertain-inputs.ts';

export interface BaseTotal {
  /** Base-year total under given multipliers of activity and factor, by cell. */
  readonly of: (activity: Float64Array, factor: Float64Array) => number;
  /** Change `activity` so that the total becomes `total`. */
  readonly moveTo: (total: number, activity: Float64Array, factor: Float64Array) => void;
  /** The total as the inventory has it. */
  readonly central: number;
}

/** Prepare to work with the base-year total of a plan's emissions, laid out in `pools`. */
export function baseTotalOf(pools: readonly Pool[], uncertain: UncertainPlan): BaseTotal {
  const parts = pools.flatMap((pool) =>
    pool.groups.flatMap((group) => (group.moverCurve < 0 && pool.shape[0] === 1 ? group.parts : [])),
  );
  const amount = Float64Array.from(parts, (part) => part.amount);
  const source = Int32Array.from(parts, (part) => part.source);
  const cell = Int32Array.from(parts, (part) => part.cell);
  const { weights, groupOf } = weightGroups(uncertain, parts);
  const sums = new Float64Array(weights.length);
  const scales = new Float64Array(weights.length);

  const sumUp = (activity: Float64Array, factor: Float64Array): number => {
    sums.fill(0);
    let total = 0;
    for (let i = 0; i < amount.length; i++) {
      const tonnes = amount[i]! * activity[source[i]!]! * factor[cell[i]!]!;
      sums[groupOf[source[i]!]!]! += tonnes;
      total += tonnes;
    }
    return total;
  };
  return {
    central: amount.reduce((sum, value) => sum + value, 0),
    of: sumUp,
    moveTo: (total, activity, factor) => {
      sumUp(activity, factor);
      const log = solveLog(sums, weights, total);
      for (let g = 0; g < scales.length; g++) scales[g] = Math.exp(weights[g]! * log);
      for (let c = 0; c < activity.length; c++) activity[c]! *= scales[groupOf[c]!]!;
    },
  };
}

/** Cells by weight: the variance of a cell's emissions over the largest; 0 for those that remove or are certain. */
function weightGroups(
  uncertain: UncertainPlan,
  parts: readonly { readonly source: number; readonly amount: number }[],
) {
  const removes = new Set(parts.filter(({ amount }) => amount < 0).map(({ source }) => source));
  const variances = uncertain.activity.map(({ sigma }, c) =>
    removes.has(c) ? 0 : sigma ** 2 + uncertain.factor[c]!.sigma ** 2,
  );
  const largest = Math.max(...variances, 0);
  const rounded = variances.map((variance) => (largest > 0 ? Math.round((100 * variance) / largest) / 100 : 0));
  const weights = [...new Set(rounded)];
  return {
    weights: Float64Array.from(weights),
    groupOf: Int32Array.from(rounded, (weight) => weights.indexOf(weight)),
  };
}

/** Newton's method for ln λ in Σ sums · λ^weight = total; as near as it gets where certain parts alone exceed the total. */
function solveLog(sums: Float64Array, weights: Float64Array, total: number): number {
  let log = 0;
  for (let round = 0; round < 30; round++) {
    let slope = 0;
    let reached = 0;
    for (let g = 0; g < sums.length; g++) {
      const scaled = sums[g]! * Math.exp(weights[g]! * log);
      reached += scaled;
      slope += scaled * weights[g]!;
    }
    if (!(slope > 0) || Math.abs(reached - total) <= 1e-12 * total) break;
    const step = (total - reached) / slope;
    log = Math.max(-8, Math.min(8, log + Math.max(-1, Math.min(1, step))));
  }
  return log;
}

/**
 * Say where each draw's total belongs. With `sigma`, the σ of the total's logarithm, totals keep their order and take the
 * quantiles of that lognormal around `central`; without, they are only scaled so that their median is `central`.
 *
 * @returns undefined where totals are not all above 0, so that nothing can be said in logarithms
 */
export function anchoredTotals(
  totals: Float64Array,
  central: number,
  sigma: number | undefined,
): Float64Array | undefined {
  if (!(central > 0) || totals.some((total) => !(total > 0))) return undefined;
  if (sigma === undefined) {
    const median = quantile(totals.slice().sort(), 0.5);
    return totals.map((total) => (total * central) / median);
  }
  const order = Array.from(totals.keys()).sort((a, b) => totals[a]! - totals[b]! || a - b);
  const moved = new Float64Array(totals.length);
  order.forEach((n, rank) => (moved[n] = central * Math.exp(sigma * inverseNormal((rank + 0.5) / totals.length))));
  return moved;
}
