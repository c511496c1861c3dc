/** Benchmark: exact Shapley shares, in tonnes and bill, of 40 actions over 30 years. */
import { compile, createAttributor, createEvaluator, scheduleOf } from '@thousand-cities/model';
import { sixtyCellPlan } from './plans/sixty-cells.ts';

export const name = 'attribution: 40 actions × 30 years, exact';

const compiled = compile(sixtyCellPlan);
const schedule = scheduleOf(compiled, sixtyCellPlan.actions);
const attribute = createAttributor(compiled);
const evaluator = createEvaluator(compiled);

export function run(): number {
  return attribute(schedule).tonnes[compiled.years.length - 1]!;
}

const ORDERS = 500;

/** The naive way, and only an estimate: the mean gain of each action over 500 random orders of joining. */
export function baseline(): number {
  const count = compiled.actionIds.length;
  const yearCount = compiled.years.length;
  const gains = new Float64Array(count * yearCount);
  let state = 1;
  const below = (limit: number): number =>
    Math.floor((((state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0) >>> 0) / 2 ** 32) * limit);
  for (let round = 0; round < ORDERS; round++) {
    const order = Array.from({ length: count }, (_, a) => a);
    for (let i = count - 1; i > 0; i--) {
      const j = below(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const size = new Float64Array(count);
    let before = evaluator.bau.total.slice();
    for (const a of order) {
      size[a] = Number(schedule.size[a]);
      const after = evaluator.run({ start: schedule.start, size }).total.slice();
      after.forEach((tonnes, y) => (gains[a * yearCount + y]! += (before[y]! - tonnes) / ORDERS));
      before = after;
    }
  }
  return gains[yearCount - 1]!;
}
