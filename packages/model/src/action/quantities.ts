/** Any set of quantities of a compiled plan: what each comes to without and with the plan, in one pass over its streams. */
import type { CompiledPlan } from './compiled.ts';
import type { Schedule } from './schedule.ts';
import { checkSchedule, fillAdoption } from './schedule.ts';

/**
 * Quantities that streams carry, such as the CO2 of one scope or the CO2e of one boundary. `partsOf` gives, for a stream,
 * the index of each quantity it has a part in and that part's amount per year before any action; a stream may be named
 * twice for one quantity, and adds up.
 */
export interface Quantities {
  readonly count: number;
  readonly partsOf: (stream: number) => Iterable<readonly [quantity: number, amounts: Float64Array]>;
}

/** Per quantity, a series over the plan's years. */
export interface QuantityPaths {
  readonly bau: readonly Float64Array[];
  readonly plan: readonly Float64Array[];
}

/**
 * Work quantities out for one schedule. For a plan that is evaluated once; many schedules of one plan are quicker with
 * `createEvaluator`.
 *
 * @throws {DomainError} see `checkSchedule`
 */
export function evaluateQuantities(compiled: CompiledPlan, schedule: Schedule, quantities: Quantities): QuantityPaths {
  checkSchedule(compiled, schedule);
  const yearCount = compiled.years.length;
  const adoption = new Float64Array(compiled.curveAction.length * yearCount);
  fillAdoption(compiled, schedule, adoption);
  const series = (): Float64Array[] => Array.from({ length: quantities.count }, () => new Float64Array(yearCount));
  const paths = { bau: series(), plan: series() };
  const left = new Float64Array(yearCount);
  for (let s = 0; s < compiled.streamCount; s++) {
    const parts = [...quantities.partsOf(s)];
    if (parts.length === 0) continue;
    fillLeft(compiled, s, adoption, left);
    const own = compiled.mover[s]! < 0;
    for (const [quantity, amounts] of parts) {
      const bau = paths.bau[quantity]!;
      const plan = paths.plan[quantity]!;
      for (let y = 0; y < yearCount; y++) {
        if (own) bau[y]! += amounts[y]!;
        plan[y]! += amounts[y]! * left[y]!;
      }
    }
  }
  return paths;
}

/** What a stream comes to per unit of its base, by year: [mover's share] · Π (1 − effect · adoption). */
function fillLeft(compiled: CompiledPlan, s: number, adoption: Float64Array, left: Float64Array): void {
  const { termStart, termCurve, termEffect, mover, moverCurve, moverEffect } = compiled;
  const yearCount = left.length;
  if (mover[s]! < 0) left.fill(1);
  else {
    const row = moverCurve[s]! * yearCount;
    for (let y = 0; y < yearCount; y++) left[y] = moverEffect[s]! * adoption[row + y]!;
  }
  for (let t = termStart[s]!; t < termStart[s + 1]!; t++) {
    const row = termCurve[t]! * yearCount;
    const effect = termEffect[t]!;
    for (let y = 0; y < yearCount; y++) left[y]! *= 1 - effect * adoption[row + y]!;
  }
}
