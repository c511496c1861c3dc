/** The fast evaluator: one compiled plan, any number of schedules, in microseconds and without allocating. */
import { DomainError } from '../errors.ts';
import { CHANNELS } from '../gas.ts';
import { SECTORS, sectorOf } from '../inventory/gpc.ts';
import type { CompiledPlan } from './compiled.ts';
import { refOfCell } from './select.ts';
import type { Action } from './types.ts';

/** What is decided about each action, in the order of `CompiledPlan.actionIds`. */
export interface Schedule {
  /** Calendar year in which adoption begins. A year after the horizon is allowed and does nothing. */
  readonly start: Int32Array | readonly number[];
  /** 0…1; 0 = not in the plan. */
  readonly size: Float64Array | readonly number[];
}

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
  /** Evaluate a schedule. The result is overwritten by the next run: copy what must last. Throws `DomainError`, see {@link checkSchedule}. */
  run(schedule: Schedule): Totals;
}

/** Collect the schedules of a plan's actions in the order of the compiled plan. */
export function scheduleOf(compiled: Pick<CompiledPlan, 'actionIds'>, actions: readonly Action[]): Schedule {
  const byId = new Map(actions.map((action) => [action.id, action.schedule]));
  const schedules = compiled.actionIds.map((id) => {
    const schedule = byId.get(id);
    if (!schedule) throw new DomainError('unknown-action', `no action "${id}" to schedule`, ['actions', id]);
    return schedule;
  });
  return {
    start: Int32Array.from(schedules, (schedule) => schedule.startYear),
    size: Float64Array.from(schedules, (schedule) => schedule.size),
  };
}

/**
 * Refuse a schedule that cannot be evaluated.
 *
 * @throws {DomainError} `plan-invalid` when its length is not the number of actions, `out-of-range` for a size outside
 * 0…1, `year-outside-plan` for a start before the base year: the base year's inventory would already hold its effect.
 */
export function checkSchedule(compiled: CompiledPlan, { start, size }: Schedule): void {
  const count = compiled.actionIds.length;
  if (start.length !== count || size.length !== count)
    throw new DomainError('plan-invalid', `a schedule for ${size.length} actions, the plan has ${count}`, ['actions']);
  for (let a = 0; a < count; a++) {
    if (!(size[a]! >= 0 && size[a]! <= 1))
      throw new DomainError('out-of-range', `size ${size[a]} of "${compiled.actionIds[a]}" is not within 0…1`, [
        'actions',
        compiled.actionIds[a]!,
        'schedule',
        'size',
      ]);
    if (!(start[a]! >= compiled.years[0]!))
      throw new DomainError('year-outside-plan', `"${compiled.actionIds[a]}" starts before the base year`, [
        'actions',
        compiled.actionIds[a]!,
        'schedule',
        'startYear',
      ]);
  }
}

/**
 * Fill `adoption` [curve × year] with every curve's adoption under a schedule: size · unit[y − start], 0 before the start.
 */
export function fillAdoption(compiled: CompiledPlan, { start, size }: Schedule, adoption: Float64Array): void {
  const { curveAction, curveUnit } = compiled;
  const yearCount = compiled.years.length;
  const baseYear = compiled.years[0]!;
  for (let c = 0; c < curveAction.length; c++) {
    const row = c * yearCount;
    const scale = size[curveAction[c]!]!;
    const first = Math.min(start[curveAction[c]!]! - baseYear, yearCount);
    for (let y = 0; y < first; y++) adoption[row + y] = 0;
    for (let y = first; y < yearCount; y++) adoption[row + y] = scale * curveUnit[row + y - first]!;
  }
}

/**
 * Prepare to evaluate schedules of a compiled plan.
 *
 * Streams under the same mover and terms share one product, and only what departs from business-as-usual is computed:
 * plan = BAU + Σ own base · (product − 1) + Σ moved base · product, from the year the first action of the group starts.
 */
export function createEvaluator(compiled: CompiledPlan): Evaluator {
  const yearCount = compiled.years.length;
  const groups = groupStreams(compiled);
  const bauRows = businessAsUsual(groups, yearCount);
  const rows = new Float64Array(bauRows.length);
  const adoption = new Float64Array(compiled.curveAction.length * yearCount);
  const product = new Float64Array(yearCount);
  const firstYear = new Int32Array(compiled.actionIds.length);
  const totals = totalsOver(rows, yearCount);

  const run = (schedule: Schedule): Totals => {
    checkSchedule(compiled, schedule);
    fillAdoption(compiled, schedule, adoption);
    for (let a = 0; a < firstYear.length; a++)
      firstYear[a] = schedule.size[a] === 0 ? yearCount : Math.min(schedule.start[a]! - compiled.years[0]!, yearCount);
    rows.set(bauRows);
    for (let g = 0; g < groups.count; g++) {
      const from = multiply(groups, g, adoption, firstYear, product);
      if (from < yearCount) addRows(groups, g, product, from, rows);
    }
    sumSectors(rows, yearCount);
    return totals;
  };
  return { bau: totalsOver(bauRows, yearCount), run };
}

/** Streams gathered by mover and terms. Rows are what a group adds to: sectors, channels, the bill. */
interface Groups {
  readonly count: number;
  readonly mover: Int32Array;
  readonly moverCurve: Int32Array;
  readonly termStart: Int32Array;
  readonly termAction: Int32Array;
  readonly termCurve: Int32Array;
  readonly termEffect: Float64Array;
  readonly rowStart: Int32Array;
  /** [row] index of the result row it adds to. */
  readonly rowTarget: Int32Array;
  /** [row × year] */
  readonly rowData: Float64Array;
}

/** Result rows: sectors, channels, bill, total. */
const BILL_ROW = SECTORS.length + CHANNELS.length;
const TOTAL_ROW = BILL_ROW + 1;

/** Set `product` to what the group's base is multiplied by (less 1 for what is emitted anyway); return its first year of interest. */
function multiply(
  groups: Groups,
  g: number,
  adoption: Float64Array,
  firstYear: Int32Array,
  product: Float64Array,
): number {
  const yearCount = product.length;
  const { termAction, termCurve, termEffect } = groups;
  const termFrom = groups.termStart[g]!;
  const termTo = groups.termStart[g + 1]!;
  const mover = groups.mover[g]!;
  let from = yearCount;
  if (mover >= 0) {
    from = firstYear[mover]!;
    const row = groups.moverCurve[g]! * yearCount;
    for (let y = from; y < yearCount; y++) product[y] = adoption[row + y]!;
  } else {
    for (let t = termFrom; t < termTo; t++) from = Math.min(from, firstYear[termAction[t]!]!);
    product.fill(1, from);
  }
  for (let t = termFrom; t < termTo; t++) {
    const effect = termEffect[t]!;
    const row = termCurve[t]! * yearCount;
    for (let y = Math.max(from, firstYear[termAction[t]!]!); y < yearCount; y++)
      product[y]! *= 1 - effect * adoption[row + y]!;
  }
  if (mover < 0) for (let y = from; y < yearCount; y++) product[y]! -= 1;
  return from;
}

function addRows(groups: Groups, g: number, product: Float64Array, from: number, rows: Float64Array): void {
  const yearCount = product.length;
  const { rowData, rowTarget, rowStart } = groups;
  for (let r = rowStart[g]!; r < rowStart[g + 1]!; r++) {
    const target = rowTarget[r]! * yearCount;
    const data = r * yearCount;
    for (let y = from; y < yearCount; y++) rows[target + y]! += rowData[data + y]! * product[y]!;
  }
}

function sumSectors(rows: Float64Array, yearCount: number): void {
  const total = TOTAL_ROW * yearCount;
  for (let y = 0; y < yearCount; y++) {
    let tonnes = 0;
    for (let sector = 0; sector < SECTORS.length; sector++) tonnes += rows[sector * yearCount + y]!;
    rows[total + y] = tonnes;
  }
}

function businessAsUsual(groups: Groups, yearCount: number): Float64Array {
  const rows = new Float64Array((TOTAL_ROW + 1) * yearCount);
  const ones = new Float64Array(yearCount).fill(1);
  for (let g = 0; g < groups.count; g++) if (groups.mover[g]! < 0) addRows(groups, g, ones, 0, rows);
  sumSectors(rows, yearCount);
  return rows;
}

function totalsOver(rows: Float64Array, yearCount: number): Totals {
  const channels = SECTORS.length * yearCount;
  return {
    bySector: rows.subarray(0, channels),
    byChannel: rows.subarray(channels, BILL_ROW * yearCount),
    bill: rows.subarray(BILL_ROW * yearCount, TOTAL_ROW * yearCount),
    total: rows.subarray(TOTAL_ROW * yearCount, (TOTAL_ROW + 1) * yearCount),
  };
}

function groupStreams(compiled: CompiledPlan): Groups {
  const { years, termStart, termCurve, termEffect, termAction, mover, moverCurve, moverEffect } = compiled;
  const groups = new Map<string, { first: number; rows: Map<number, Float64Array> }>();
  for (let s = 0; s < compiled.streamCount; s++) {
    const terms = [termStart[s]!, termStart[s + 1]!] as const;
    const key = JSON.stringify([
      mover[s],
      moverCurve[s],
      [...termCurve.slice(...terms)],
      [...termEffect.slice(...terms)],
    ]);
    const group = groups.get(key) ?? { first: s, rows: new Map<number, Float64Array>() };
    groups.set(key, group);
    addStream(compiled, s, mover[s]! < 0 ? 1 : moverEffect[s]!, group.rows);
  }
  const list = [...groups.values()];
  const rows = list.flatMap((group) => [...group.rows]);
  const terms = list.flatMap(({ first }) => range(termStart[first]!, termStart[first + 1]!));
  const rowData = new Float64Array(rows.length * years.length);
  rows.forEach(([, data], r) => rowData.set(data, r * years.length));
  return {
    count: list.length,
    mover: Int32Array.from(list, ({ first }) => mover[first]!),
    moverCurve: Int32Array.from(list, ({ first }) => moverCurve[first]!),
    termStart: offsets(list.map(({ first }) => termStart[first + 1]! - termStart[first]!)),
    termAction: Int32Array.from(terms, (t) => termAction[t]!),
    termCurve: Int32Array.from(terms, (t) => termCurve[t]!),
    termEffect: Float64Array.from(terms, (t) => termEffect[t]!),
    rowStart: offsets(list.map((group) => group.rows.size)),
    rowTarget: Int32Array.from(rows, ([target]) => target),
    rowData,
  };
}

/** Add a stream's series to its group's rows: its sector, each channel it carries, and its bill. */
function addStream(compiled: CompiledPlan, s: number, scale: number, rows: Map<number, Float64Array>): void {
  const yearCount = compiled.years.length;
  const add = (target: number, series: Float64Array, offset: number): void => {
    const from = series.subarray(offset, offset + yearCount);
    if (from.every((value) => value === 0)) return;
    const row = rows.get(target) ?? new Float64Array(yearCount);
    rows.set(target, row);
    for (let y = 0; y < yearCount; y++) row[y]! += scale * from[y]!;
  };
  const sector = SECTORS.indexOf(sectorOf(refOfCell(compiled.cellIds[compiled.cell[s]!]!)));
  add(sector, compiled.base, s * yearCount);
  for (let c = 0; c < CHANNELS.length; c++)
    add(SECTORS.length + c, compiled.baseByChannel, (s * CHANNELS.length + c) * yearCount);
  add(BILL_ROW, compiled.bill, s * yearCount);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function offsets(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => (starts[i + 1] = starts[i]! + length));
  return starts;
}
