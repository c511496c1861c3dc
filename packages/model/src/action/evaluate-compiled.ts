/** The fast evaluator: one compiled plan, any number of schedules, in microseconds and without allocating. */
import type { CompiledPlan } from './compiled.ts';
import type { Layout } from './evaluator-layout.ts';
import { BILL_ROW, CHANNEL_ROW, layOut, ROW_COUNT, TOTAL_ROW } from './evaluator-layout.ts';
import type { ProductBuffers } from './product-tree.ts';
import { fillFactors, fillNodes, productBuffers } from './product-tree.ts';
import type { Schedule } from './schedule.ts';
import { checkSchedule } from './schedule.ts';
import { addChange, addProduct, addProductOfThree, addScaled } from './series.ts';

/** A plan's yearly results. Series follow one another: entry i · years + y. */
export interface Totals {
  /** [year] t CO2e inside the boundary. */
  readonly total: Float64Array;
  /** [channel × year] tonnes of the gas, `fgas` in t CO2e; channels as in `CHANNELS`. */
  readonly byChannel: Float64Array;
  /** [sector × year] t CO2e; sectors as in `SECTORS`. */
  readonly bySector: Float64Array;
  /** [year] currency. */
  readonly bill: Float64Array;
}

export interface Evaluator {
  /** Business-as-usual: no action at all. */
  readonly bau: Totals;
  /** Evaluate a schedule. The result is overwritten by the next run: copy what must last. Throws `DomainError`, see `checkSchedule`. */
  run(schedule: Schedule): Totals;
}

/**
 * Prepare to evaluate schedules of a compiled plan.
 *
 * plan = BAU + Σ own base · (Π (1 − effect · x) − 1) + Σ moved base · x_mover · Π (1 − effect · x), where each term is only
 * computed from the first year in which one of its actions has started.
 */
export function createEvaluator(compiled: CompiledPlan): Evaluator {
  const layout = layOut(compiled);
  const state = { ...productBuffers(compiled, layout.tree), pool: new Float64Array(compiled.years.length) };
  const bau = businessAsUsual(layout, state.yearCount);
  const rows = new Float64Array(bau.length);
  const totals = totalsOver(rows, state.yearCount);
  const run = (schedule: Schedule): Totals => {
    checkSchedule(compiled, schedule);
    adoptFromStart(compiled, schedule, state);
    fillFactors(layout.tree, layout.tree.factorEffect, state);
    fillNodes(layout.tree, state);
    rows.set(bau);
    addPools(layout, state, rows);
    return totals;
  };
  return { bau: totalsOver(bau, state.yearCount), run };
}

/** Buffers that every run fills anew. */
interface Workspace extends ProductBuffers {
  readonly pool: Float64Array;
}

/** Fill adoption from each curve's first year on, which is all that is read of it. */
function adoptFromStart(compiled: CompiledPlan, { start, size }: Schedule, buffers: ProductBuffers): void {
  const { curveAction, curveUnit } = compiled;
  const { adoption, curveFrom, yearCount } = buffers;
  const baseYear = compiled.years[0]!;
  for (let c = 0; c < curveFrom.length; c++) {
    const action = curveAction[c]!;
    const scale = size[action]!;
    const since = start[action]! - baseYear;
    const from = scale === 0 || since > yearCount ? yearCount : since;
    const row = c * yearCount;
    curveFrom[c] = from;
    for (let y = from; y < yearCount; y++) adoption[row + y] = scale * curveUnit[row + y - from]!;
  }
}

function addPools(layout: Layout, state: Workspace, rows: Float64Array): void {
  const { poolStart, rowStart, rowTarget, rowData, rowScale } = layout;
  const { pool, yearCount } = state;
  const total = TOTAL_ROW * yearCount;
  for (let p = 0; p + 1 < poolStart.length; p++) {
    const from = fillPool(layout, state, poolStart[p]!, poolStart[p + 1]!);
    for (let r = rowStart[p]!; r < rowStart[p + 1]!; r++) {
      const target = rowTarget[r]! * yearCount;
      const data = r * yearCount;
      const scale = rowScale[r]!;
      if (Number.isNaN(scale)) addProduct(rows, target, rowData, data, pool, 0, from, yearCount);
      else addScaled(rows, target, scale, pool, 0, from, yearCount);
    }
  }
  for (let y = 0; y < yearCount; y++) {
    let tonnes = 0;
    for (let sector = 0; sector < CHANNEL_ROW; sector++) tonnes += rows[sector * yearCount + y]!;
    rows[total + y] = tonnes;
  }
}

/** Sum what the groups of a pool add to business-as-usual; return the first year in which they add anything. */
function fillPool(layout: Layout, state: Workspace, groupFrom: number, groupTo: number): number {
  const { groupNode, groupMoverCurve, groupData } = layout;
  const { pool, node, nodeFrom, adoption, curveFrom, yearCount } = state;
  pool.fill(0);
  let first = yearCount;
  for (let g = groupFrom; g < groupTo; g++) {
    const mover = groupMoverCurve[g]!;
    const n = groupNode[g]!;
    const productFrom = n < 0 ? yearCount : nodeFrom[n]!;
    const product = n * yearCount;
    const data = g * yearCount;
    if (mover < 0) {
      addChange(pool, groupData, data, node, product, productFrom, yearCount);
      first = Math.min(first, productFrom);
    } else {
      const moved = mover * yearCount;
      const moverFrom = curveFrom[mover]!;
      const both = Math.max(moverFrom, productFrom);
      addProduct(pool, 0, groupData, data, adoption, moved, moverFrom, both);
      addProductOfThree(pool, groupData, data, adoption, moved, node, product, both, yearCount);
      first = Math.min(first, moverFrom);
    }
  }
  return first;
}

function businessAsUsual(layout: Layout, yearCount: number): Float64Array {
  const { poolStart, groupMoverCurve, groupData, rowStart, rowTarget, rowData } = layout;
  const rows = new Float64Array(ROW_COUNT * yearCount);
  for (let p = 0; p + 1 < poolStart.length; p++)
    for (let g = poolStart[p]!; g < poolStart[p + 1]!; g++) {
      if (groupMoverCurve[g]! >= 0) continue;
      for (let r = rowStart[p]!; r < rowStart[p + 1]!; r++)
        for (let y = 0; y < yearCount; y++)
          rows[rowTarget[r]! * yearCount + y]! += rowData[r * yearCount + y]! * groupData[g * yearCount + y]!;
    }
  for (let y = 0; y < yearCount; y++)
    for (let sector = 0; sector < CHANNEL_ROW; sector++)
      rows[TOTAL_ROW * yearCount + y]! += rows[sector * yearCount + y]!;
  return rows;
}

function totalsOver(rows: Float64Array, yearCount: number): Totals {
  const view = (from: number, to: number): Float64Array => rows.subarray(from * yearCount, to * yearCount);
  return {
    bySector: view(0, CHANNEL_ROW),
    byChannel: view(CHANNEL_ROW, BILL_ROW),
    bill: view(BILL_ROW, TOTAL_ROW),
    total: view(TOTAL_ROW, ROW_COUNT),
  };
}
