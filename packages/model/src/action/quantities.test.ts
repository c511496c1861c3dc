import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHANNELS } from '../gas.ts';
import { createSharer } from './attribution.ts';
import { compile } from './compile.ts';
import type { CompiledPlan } from './compiled.ts';
import { createEvaluator } from './evaluate-compiled.ts';
import type { Quantities } from './quantities.ts';
import { evaluateQuantities } from './quantities.ts';
import { randomPlan } from './random-plan.case.ts';
import { scheduleOf } from './schedule.ts';

/** The total, and every channel. */
function totalAndChannels({ years, base, baseByChannel }: CompiledPlan): Quantities {
  const row = (series: Float64Array, index: number) =>
    series.subarray(index * years.length, (index + 1) * years.length);
  return {
    count: 1 + CHANNELS.length,
    partsOf: (s) => [
      [0, row(base, s)],
      ...CHANNELS.map((_, c) => [1 + c, row(baseByChannel, s * CHANNELS.length + c)] as const),
    ],
  };
}

it('quantities agree with the fast evaluator on random plans', () => {
  fc.assert(
    fc.property(randomPlan, (inputs) => {
      const compiled = compile(inputs);
      const schedule = scheduleOf(compiled, inputs.actions);
      const { bau, plan } = evaluateQuantities(compiled, schedule, totalAndChannels(compiled));
      const evaluator = createEvaluator(compiled);
      const after = evaluator.run(schedule);
      const most = 1 + Math.max(...bau.flatMap((series) => [...series].map(Math.abs)));
      const agree = (mine: readonly Float64Array[], theirs: typeof after) =>
        [theirs.total, theirs.byChannel].reduce((from, series) => {
          series.forEach((value, i) => {
            const own = mine[from + Math.floor(i / compiled.years.length)]![i % compiled.years.length]!;
            expect(Math.abs(own - value)).toBeLessThan(1e-9 * most);
          });
          return from + 1;
        }, 0);
      agree(bau, evaluator.bau);
      agree(plan, after);
    }),
    { numRuns: 100 },
  );
});

it('what is saved of a quantity is shared without rest', () => {
  fc.assert(
    fc.property(randomPlan, (inputs) => {
      const compiled = compile(inputs);
      const schedule = scheduleOf(compiled, inputs.actions);
      const quantities = totalAndChannels(compiled);
      const { bau, plan } = evaluateQuantities(compiled, schedule, quantities);
      const saved = createSharer(compiled, quantities)(schedule);
      const most = 1 + Math.max(...bau.flatMap((series) => [...series].map(Math.abs)));
      const { length } = compiled.years;
      saved.forEach((shares, q) =>
        compiled.years.forEach((_, y) => {
          const sum = compiled.actionIds.reduce((all, __, a) => all + shares[a * length + y]!, 0);
          expect(Math.abs(sum - (bau[q]![y]! - plan[q]![y]!))).toBeLessThan(1e-9 * most);
        }),
      );
    }),
    { numRuns: 100 },
  );
});
