/** Benchmark: 10,000 draws of a plan of 60 cells × 30 years × 40 actions × 3 gases, every input uncertain. */
import type { Action, Cell, Driver, PlanInputs, Range, Spread } from '@thousand-cities/model';
import { DEFAULT_DELIVERY, compile, createEvaluator, drawPlan, rangeAt, scheduleOf } from '@thousand-cities/model';
import { sixtyCellPlan } from './plans/sixty-cells.ts';

export const name = 'uncertainty: 10,000 draws of one plan';
export const aim = '≤ 1 s';

const DRAWS = 10_000;

/** All outputs: fans, chance of meeting the target, spread of the cost, what matters most. */
export function run(): number {
  const ceiling = sixtyCellPlan.years.map(() => 1.2e6);
  const drawn = drawPlan(sixtyCellPlan, { draws: DRAWS, seed: 1, target: { ceiling, counts: 'co2e' } });
  return drawn.plan.p50.at(-1)!;
}

/** The naive way would take minutes, so it is timed on few draws and its time scaled up. */
const NAIVE_DRAWS = 20;

export function measure() {
  naive();
  const began = performance.now();
  naive();
  const seconds = ((performance.now() - began) / 1000) * (DRAWS / NAIVE_DRAWS);
  return [{ name: `uncertainty: the same, naive (from ${NAIVE_DRAWS} draws)`, value: Math.round(seconds), unit: 's' }];
}

/** The naive way: for each draw a changed copy of the plan, compiled and evaluated anew. */
function naive(): number {
  const totals: number[] = [];
  let state = 1;
  const normal = (): number => {
    const uniform = (): number => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0) >>> 0) / 2 ** 32;
    return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  };
  for (let n = 0; n < NAIVE_DRAWS; n++) {
    const inputs = changed(sixtyCellPlan, normal);
    const compiled = compile(inputs);
    totals.push(createEvaluator(compiled).run(scheduleOf(compiled, inputs.actions)).total.at(-1)!);
  }
  return totals.sort((a, b) => a - b)[NAIVE_DRAWS / 2]!;
}

function changed(plan: PlanInputs, normal: () => number): PlanInputs {
  const shared = new Map<string, number>();
  const multiplier = ({ factor95, sharedBy = '' }: Spread): number => {
    const z = shared.get(sharedBy) ?? normal();
    if (sharedBy !== '') shared.set(sharedBy, z);
    return factor95 ** (z / 1.645);
  };
  const drawn = (range: Range): Range => ({ ...range, central: Math.min(1, rangeAt(range, normal())) });
  const cell = (given: Cell): Cell => {
    const factor = multiplier(given.uncertainty.factor);
    const factors = Object.entries(given.factors).map(([gas, value]) => [gas, Number(value) * factor]);
    return {
      ...given,
      amount: given.amount * multiplier(given.uncertainty.activity),
      factors: Object.fromEntries(factors),
    };
  };
  const driver = (given: Driver): Driver => {
    const last = given.spread ? multiplier(given.spread) : 1;
    return {
      ...given,
      points: given.points.map((point, i) => (i === 0 ? point : { ...point, index: point.index * last })),
    };
  };
  const action = (given: Action): Action => {
    const { startYear, size } = given.schedule;
    const late = Math.max(0, Math.round(rangeAt(DEFAULT_DELIVERY.delayYears, normal())));
    const achieved = Math.min(1, rangeAt(DEFAULT_DELIVERY.achieved, normal()));
    return {
      ...given,
      schedule: { startYear: startYear + late, size: size * achieved },
      levers: given.levers.map((lever) => ({ ...lever, size: drawn(lever.size) })),
    };
  };
  return { ...plan, cells: plan.cells.map(cell), drivers: plan.drivers.map(driver), actions: plan.actions.map(action) };
}
