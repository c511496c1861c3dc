import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, Cell, Lever, PlanInputs } from '../action/index.ts';
import {
  attribute,
  compile,
  costPlan,
  createEvaluator,
  driverIndex,
  ensureTargetCells,
  scheduleOf,
} from '../action/index.ts';
import { exactly, randomPlan } from '../action/random-plan.case.ts';
import type { Driver } from '../pathway/types.ts';
import type { Range } from '../source.ts';
import { rangeAt } from './distributions.ts';
import { createDrawEngine } from './draw-engine.ts';
import type { UncertainPlan } from './uncertain-inputs.ts';
import { uncertaintyOf } from './uncertain-inputs.ts';

const ON_TIME = { delayYears: exactly(0), achieved: exactly(1) };
const widened = (range: Range): Range => ({
  central: range.central,
  low: 0.8 * range.central,
  high: 1.1 * range.central,
});

/** A random plan with spreads on everything, target cells added so that they too can be changed. */
const uncertainPlan: fc.Arbitrary<PlanInputs> = randomPlan.map((plan) => ({
  ...plan,
  cells: ensureTargetCells(plan.cells, plan.actions).map((cell, i) => ({
    ...cell,
    uncertainty: {
      activity: { factor95: 1.1 + 0.05 * (i % 4), ...(i % 3 ? {} : { sharedBy: 'meters' }) },
      factor: { factor95: 1.05 + 0.05 * (i % 5), ...(i % 4 ? {} : { sharedBy: 'laboratory' }) },
    },
  })),
  drivers: plan.drivers.map((driver) => ({ ...driver, spread: { factor95: 1.3 } })),
  actions: plan.actions.map((action) => ({ ...action, levers: action.levers.map(widenedLever) })),
  finance: {
    ...plan.finance,
    prices: Object.fromEntries(
      Object.entries(plan.finance.prices).map(([key, price]) => [key, { ...price, spread: { factor95: 1.4 } }]),
    ),
  },
}));

function widenedLever(lever: Lever): Lever {
  if (lever.kind === 'add-sink') return { ...lever, tonnesPerUnitYear: widened(lever.tonnesPerUnitYear) };
  const size = { ...widened(lever.size), high: Math.min(1, 1.1 * lever.size.central) };
  if (size.high < size.central) return lever;
  return 'ratio' in lever ? { ...lever, size, ratio: widened(lever.ratio) } : { ...lever, size };
}

/** The plan as it would read if the draw were the truth: every figure changed in the document. */
function changedBy(
  plan: PlanInputs,
  uncertain: UncertainPlan,
  leverPlaces: Map<string, number>,
  z: Float64Array,
): PlanInputs {
  const times = ({ dimension, sigma }: { dimension: number; sigma: number }): number =>
    dimension < 0 ? 1 : Math.exp(sigma * z[dimension]!);
  const drawn = (figure: { dimension: number; range: Range }): Range =>
    exactly(figure.dimension < 0 ? figure.range.central : rangeAt(figure.range, z[figure.dimension]!));
  const cell = (given: Cell, i: number): Cell => ({
    ...given,
    amount: given.amount * times(uncertain.activity[i]!),
    factors: Object.fromEntries(
      Object.entries(given.factors).map(([gas, value]) => [gas, value! * times(uncertain.factor[i]!)]),
    ),
  });
  const driver = (given: Driver, d: number): Driver => ({
    ...given,
    points: plan.years.map((year) => {
      const [base, last] = [plan.years[0]!, given.points.at(-1)!.year];
      const along = Math.min(1, (year - base) / (last - base));
      return { year, index: driverIndex(given, year) * (1 + (times(uncertain.drivers[d]!) - 1) * along) };
    }),
  });
  const lever = (given: Lever, l: number): Lever => {
    const drawnSize = drawn(uncertain.leverSize[l]!);
    const size = exactly(Math.min(1, drawnSize.central));
    if (given.kind === 'add-sink') return { ...given, tonnesPerUnitYear: drawn(uncertain.leverYield[l]!) };
    return 'ratio' in given ? { ...given, size, ratio: drawn(uncertain.leverYield[l]!) } : { ...given, size };
  };
  const action = (given: Action): Action => ({
    ...given,
    levers: given.levers.map((one, i) => lever(one, leverPlaces.get(`${given.id} ${i}`)!)),
  });
  const prices = Object.fromEntries(
    Object.entries(plan.finance.prices).map(([key, price]) => [
      key,
      { ...price, perUnit: price.perUnit * times(uncertain.prices.get(key)!) },
    ]),
  );
  return {
    ...plan,
    cells: plan.cells.map(cell),
    drivers: plan.drivers.map(driver),
    actions: plan.actions.map(action),
    finance: { ...plan.finance, prices },
  };
}

function solved(plan: PlanInputs) {
  const compiled = compile(plan);
  const schedule = scheduleOf(compiled, plan.actions);
  const evaluator = createEvaluator(compiled);
  return { compiled, schedule, evaluator };
}

const near = (a: number, b: number, scale: number): void => expect(Math.abs(a - b)).toBeLessThan(1e-9 * scale);

describe('a draw', () => {
  it('is the plan itself when every input is at its median, in emissions, bill and cost', () => {
    fc.assert(
      fc.property(uncertainPlan, (plan) => {
        const { compiled, schedule, evaluator } = solved(plan);
        const uncertain = uncertaintyOf(plan, compiled, ON_TIME);
        const engine = createDrawEngine(plan, compiled, uncertain, ['co2e', 'co2', 'bill']);
        engine.draw({ values: new Float64Array(uncertain.inputs.length), draws: 1 }, 0);
        const after = evaluator.run(schedule);
        const { bau } = evaluator;
        const scale = 1 + Math.max(...after.byChannel.map(Math.abs), ...bau.byChannel.map(Math.abs)) * 300;
        const bills = 1 + Math.max(...after.bill, ...bau.bill);
        compiled.years.forEach((_, y) => {
          near(engine.measured('co2e').plan[y]!, after.total[y]!, scale);
          near(engine.measured('co2e').bau[y]!, bau.total[y]!, scale);
          near(engine.measured('co2').plan[y]!, after.byChannel[y]!, scale);
          near(engine.measured('bill').plan[y]!, after.bill[y]!, bills);
        });
        const cost = costPlan({
          compiled,
          actions: plan.actions,
          attribution: attribute(compiled, schedule),
          discountRate: plan.finance.discountRate,
        });
        near(engine.npv(), cost.npv, 1e3 * (bills + Math.max(...cost.capital)));
      }),
      { numRuns: 100 },
    );
  });

  it('equals the plan evaluated anew with every figure changed as drawn', () => {
    const normal = fc.integer({ min: -200, max: 200 }).map((n) => n / 100);
    fc.assert(
      fc.property(uncertainPlan, fc.array(normal, { minLength: 5, maxLength: 40 }), (plan, values) => {
        const { compiled } = solved(plan);
        const uncertain = uncertaintyOf(plan, compiled, ON_TIME);
        const z = Float64Array.from(uncertain.inputs, (_, d) => values[d % values.length]!);
        const places = new Map(
          Array.from(compiled.leverAction, (a, l) => [`${compiled.actionIds[a]!} ${compiled.leverIndex[l]!}`, l]),
        );
        const truth = solved(changedBy(plan, uncertain, places, z));
        const after = truth.evaluator.run(truth.schedule);
        const { bau } = truth.evaluator;
        const engine = createDrawEngine(plan, compiled, uncertain, ['co2e', 'bill']);
        engine.draw({ values: z, draws: 1 }, 0);
        const scale = 1 + Math.max(...after.byChannel.map(Math.abs), ...bau.byChannel.map(Math.abs)) * 300;
        const bills = 1 + Math.max(...after.bill, ...bau.bill);
        compiled.years.forEach((_, y) => {
          near(engine.measured('co2e').plan[y]!, after.total[y]!, scale);
          near(engine.measured('co2e').bau[y]!, bau.total[y]!, scale);
          near(engine.measured('bill').plan[y]!, after.bill[y]!, bills);
        });
      }),
      { numRuns: 100 },
    );
  });
});
