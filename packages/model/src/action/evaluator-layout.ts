/**
 * How the fast evaluator lays a compiled plan out: pools of streams that split into results alike.
 *
 * Streams of one sector whose gases and bill stand in the same proportion every year are summed before they are split into
 * channels; what they are multiplied by comes from the product tree.
 */
import { CHANNELS } from '../gas.ts';
import { SECTORS, sectorOf } from '../inventory/gpc.ts';
import type { CompiledPlan } from './compiled.ts';
import { productTree } from './product-tree.ts';
import type { ProductTree } from './product-tree.ts';
import { refOfCell } from './select.ts';

/** Result rows of a run, one year series each: sectors, then channels, bill, total. */
export const CHANNEL_ROW = SECTORS.length;
export const BILL_ROW = CHANNEL_ROW + CHANNELS.length;
export const TOTAL_ROW = BILL_ROW + 1;
export const ROW_COUNT = TOTAL_ROW + 1;

export interface Layout {
  readonly tree: ProductTree;
  /** [group] streams with the same pool, mover and terms. Groups of a pool follow one another. */
  readonly groupNode: Int32Array;
  readonly groupMoverCurve: Int32Array;
  /** [group × year] amount in the pool's measure, times the mover's effect. */
  readonly groupData: Float64Array;
  /** [pool + 1] first group. */
  readonly poolStart: Int32Array;
  /** [pool + 1] first split row; a row adds pool · data to result row `rowTarget`. */
  readonly rowStart: Int32Array;
  readonly rowTarget: Int32Array;
  /** [row × year] */
  readonly rowData: Float64Array;
  /** [row] its data where it is the same every year, else NaN. */
  readonly rowScale: Float64Array;
}

interface Group {
  readonly node: number;
  readonly moverCurve: number;
  readonly data: Float64Array;
}

interface Pool {
  readonly rows: readonly (readonly [target: number, ratio: Float64Array])[];
  readonly groups: Map<string, Group>;
}

/** Lay out a compiled plan for evaluation. */
export function layOut(compiled: CompiledPlan): Layout {
  const tree = productTree(compiled);
  const pools = new Map<string, Pool>();
  for (let s = 0; s < compiled.streamCount; s++) {
    const { measure, rows } = splitOf(compiled, s);
    const key = rows.map(([target, ratio]) => `${target}:${proportionKey(ratio)}`).join(';');
    const pool = pools.get(key) ?? { rows, groups: new Map<string, Group>() };
    pools.set(key, pool);
    addToGroup(compiled, s, tree.streamNode[s]!, measure, pool.groups);
  }
  return flatten([...pools.values()], tree, compiled.years.length);
}

/**
 * Split a stream into what it is measured by (t CO2e where it emits every year, else its first series that is never 0)
 * and what each result row gets per unit of that measure. A stream with no such series measures 1 unit every year.
 */
function splitOf(compiled: CompiledPlan, s: number) {
  const yearCount = compiled.years.length;
  const row = (series: Float64Array, index: number): Float64Array =>
    series.subarray(index * yearCount, (index + 1) * yearCount);
  const sector = SECTORS.indexOf(sectorOf(refOfCell(compiled.cellIds[compiled.cell[s]!]!)));
  const series = [
    [sector, row(compiled.base, s)] as const,
    ...CHANNELS.map((_, c) => [CHANNEL_ROW + c, row(compiled.baseByChannel, s * CHANNELS.length + c)] as const),
    [BILL_ROW, row(compiled.bill, s)] as const,
  ].filter(([, values]) => values.some((value) => value !== 0));
  const measure =
    series.find(([, values]) => values.every((value) => value !== 0))?.[1] ?? row(compiled.base, s).map(() => 1);
  const rows = series.map(([target, values]) => [target, values.map((value, y) => value / measure[y]!)] as const);
  return { measure, rows };
}

/** Alike for series that are alike to thirteen digits. Most are the same every year: writing one number out is what costs. */
function proportionKey(ratio: Float64Array): string {
  const constant = constantOf(ratio);
  return Number.isNaN(constant) ? Array.from(ratio, (r) => r.toPrecision(13)).join() : constant.toPrecision(13);
}

function addToGroup(
  compiled: CompiledPlan,
  s: number,
  node: number,
  measure: Float64Array,
  groups: Map<string, Group>,
): void {
  const moverCurve = compiled.moverCurve[s]!;
  const key = `${node} ${moverCurve}`;
  const group = groups.get(key) ?? { node, moverCurve, data: new Float64Array(measure.length) };
  groups.set(key, group);
  const scale = moverCurve < 0 ? 1 : compiled.moverEffect[s]!;
  for (let y = 0; y < measure.length; y++) group.data[y]! += scale * measure[y]!;
}

function flatten(pools: readonly Pool[], tree: ProductTree, yearCount: number): Layout {
  const groups = pools.flatMap((pool) => [...pool.groups.values()]);
  const rows = pools.flatMap((pool) => pool.rows);
  const joined = (list: readonly Float64Array[]): Float64Array => {
    const all = new Float64Array(list.length * yearCount);
    list.forEach((series, i) => all.set(series, i * yearCount));
    return all;
  };
  return {
    tree,
    groupNode: Int32Array.from(groups, (group) => group.node),
    groupMoverCurve: Int32Array.from(groups, (group) => group.moverCurve),
    groupData: joined(groups.map((group) => group.data)),
    poolStart: offsets(pools.map((pool) => pool.groups.size)),
    rowStart: offsets(pools.map((pool) => pool.rows.length)),
    rowTarget: Int32Array.from(rows, ([target]) => target),
    rowData: joined(rows.map(([, ratio]) => ratio)),
    rowScale: Float64Array.from(rows, ([, ratio]) => constantOf(ratio)),
  };
}

/** The value a series has every year, to the last few bits, or NaN. */
function constantOf(series: Float64Array): number {
  const first = series[0]!;
  return series.every((value) => Math.abs(value - first) <= 1e-14 * Math.abs(first)) ? first : Number.NaN;
}

function offsets(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => (starts[i + 1] = starts[i]! + length));
  return starts;
}
