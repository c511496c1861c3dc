/**
 * How draws are laid out: a compiled plan taken apart into what each draw changes.
 *
 * A stream's base is amount · shape(y): the amount is scaled by draws of activity, factor, price and ratio; the shape by
 * draws of drivers, which differ by year. Streams that share a shape, drivers, mover and product are summed by amount.
 */
import type { Cell, CompiledPlan, PlanInputs } from '../action/index.ts';
import type { ProductTree } from '../action/product-tree.ts';
import type { Channel } from '../gas.ts';
import { CHANNELS } from '../gas.ts';

/** What a measure adds up: emissions of all or some gases, or the bill. */
export type Measure = 'co2e' | 'co2' | 'bill';

/** A stream, or the part of it whose channels follow the same drivers. */
export interface Part {
  readonly amount: number;
  /** Cell whose activity it is; −1 for added sinks. */
  readonly source: number;
  /** Cell whose factor or price it has. */
  readonly cell: number;
}

/** Parts with the same mover and product. */
export interface PartGroup {
  readonly moverCurve: number;
  readonly moverLever: number;
  readonly node: number;
  readonly parts: Part[];
}

/** Groups whose amounts follow the same shape and drivers. */
export interface Pool {
  /** [year] relative to the base year. */
  readonly shape: Float64Array;
  /** Drivers with a spread. */
  readonly drivers: readonly number[];
  readonly groups: readonly PartGroup[];
}

/** Lay a measure of a compiled plan out in pools. `plan.cells` are in the order of `compiled.cellIds`. */
export function poolsOf(plan: PlanInputs, compiled: CompiledPlan, tree: ProductTree, measure: Measure): Pool[] {
  const pools = new Map<string, { shape: Float64Array; drivers: readonly number[]; groups: Map<string, PartGroup> }>();
  for (let s = 0; s < compiled.streamCount; s++)
    for (const { series, drivers } of partsOf(plan, compiled, s, measure)) {
      const amount = series.find((value) => value !== 0)!;
      const shape = series.map((value) => value / amount);
      const key = `${drivers.join()}|${Array.from(shape, (value) => value.toPrecision(13)).join()}`;
      const pool = pools.get(key) ?? { shape, drivers, groups: new Map<string, PartGroup>() };
      pools.set(key, pool);
      const place = {
        moverCurve: compiled.moverCurve[s]!,
        moverLever: compiled.moverLever[s]!,
        node: tree.streamNode[s]!,
      };
      const groupKey = JSON.stringify(place);
      const group = pool.groups.get(groupKey) ?? { ...place, parts: [] };
      pool.groups.set(groupKey, group);
      group.parts.push({
        amount,
        source: compiled.source[s]!,
        cell: compiled.cell[s]!,
      });
    }
  return [...pools.values()].map((pool) => ({ ...pool, groups: [...pool.groups.values()] }));
}

/** The series of a stream in a measure, split where channels follow different uncertain drivers. */
function partsOf(
  plan: PlanInputs,
  compiled: CompiledPlan,
  s: number,
  measure: Measure,
): { series: Float64Array; drivers: readonly number[] }[] {
  const count = compiled.years.length;
  const activity = driversWhere(plan, driversOf(plan.cells[compiled.source[s]!], 'activityDrivers'), () => true);
  if (measure === 'bill') {
    const series = compiled.bill.slice(s * count, (s + 1) * count);
    return series.every((value) => value === 0) ? [] : [{ series, drivers: activity }];
  }
  const parts = new Map<string, { series: Float64Array; drivers: readonly number[] }>();
  CHANNELS.forEach((channel: Channel, c) => {
    if (measure === 'co2' && channel !== 'co2') return;
    const row = (s * CHANNELS.length + c) * count;
    const tonnes = compiled.baseByChannel.subarray(row, row + count);
    if (tonnes.every((value) => value === 0)) return;
    // What added sinks remove is theirs alone: no driver of the cell it is counted in moves it.
    const names = compiled.source[s]! < 0 ? [] : driversOf(plan.cells[compiled.cell[s]!], 'intensityDrivers');
    const drivers = [...activity, ...driversWhere(plan, names, (of) => of?.includes(channel) ?? true)];
    const part = parts.get(drivers.join()) ?? { series: new Float64Array(count), drivers };
    parts.set(drivers.join(), part);
    const weight = measure === 'co2' ? 1 : compiled.channelWeight[c]!;
    tonnes.forEach((value, y) => (part.series[y]! += weight * value));
  });
  return [...parts.values()].filter(({ series }) => series.some((value) => value !== 0));
}

/** Driver names of a cell; an added sink comes from no cell and has none. */
function driversOf(cell: Cell | undefined, which: 'activityDrivers' | 'intensityDrivers'): readonly string[] {
  return cell ? cell[which] : [];
}

function driversWhere(
  plan: PlanInputs,
  names: readonly string[],
  holds: (channels: readonly Channel[] | undefined) => boolean,
): number[] {
  return names.flatMap((name) => {
    const d = plan.drivers.findIndex((driver) => driver.id === name);
    return d >= 0 && plan.drivers[d]!.spread && holds(plan.drivers[d]!.channels) ? [d] : [];
  });
}
