import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from './attribution.ts';
import { compile } from './compile.ts';
import { createEvaluator } from './evaluate-compiled.ts';
import type { PlanInputs } from './inputs.ts';
import { action, AR6, base, cell, FINANCE, randomPlan } from './random-plan.case.ts';
import { scheduleOf } from './schedule.ts';
import { shapleyOf } from './shapley.ts';
import type { Action } from './types.ts';

function solved(inputs: PlanInputs) {
  const compiled = compile(inputs);
  const schedule = scheduleOf(compiled, inputs.actions);
  const evaluator = createEvaluator(compiled);
  const { tonnes, bill } = attribute(compiled, schedule);
  const series = (shares: Float64Array, a: number) =>
    shares.subarray(a * compiled.years.length, (a + 1) * compiled.years.length);
  return { compiled, schedule, evaluator, tonnes, bill, series };
}

function plan(actions: readonly Action[]): PlanInputs {
  return {
    cells: [cell({ ref: 'I.1.1', use: 'space-heating', carrier: 'natural-gas' })],
    drivers: [],
    actions,
    finance: FINANCE,
    gwpSet: AR6,
    counts: () => true,
    years: [2025],
  };
}
const reduce = (id: string, size: number) => action(id, [{ ...base({}, size), kind: 'reduce-activity' }]);

describe('Shapley shares of a game', () => {
  it('are the mean of alone and last in line for two players', () => {
    // A saves 30 alone, B saves 40, together 42. Last in line A adds 42 − 40 = 2, B adds 42 − 30 = 12.
    // Shares (30 + 2) / 2 = 16 and (40 + 12) / 2 = 26; they sum to 42.
    const worth = [0, 30, 40, 42];
    expect(shapleyOf(2, (members) => worth[members]!)).toEqual([16, 26]);
  });

  it('split a glove game as published', () => {
    // One left glove, two right ones; a pair is worth 1. Shapley gives 2/3, 1/6, 1/6 (Shapley 1953 by enumeration:
    // the left glove completes a pair unless it comes first, 4 of 6 orders; each right one completes it in 1 of 6).
    const shares = shapleyOf(3, (members) => (members & 1 && members & 6 ? 1 : 0));
    expect(shares).toEqual([2 / 3, 1 / 6, 1 / 6].map((share) => expect.closeTo(share, 12)));
  });
});

describe('attribution of a plan', () => {
  it('shares two multiplicative actions as the mean of alone and last in line', () => {
    // −30 % and −40 % on 100 t: 100 · 0.7 · 0.6 = 42 t are left, 58 t are saved.
    // Alone 30 and 40; last in line 58 − 40 = 18 and 58 − 30 = 28. Shares (30 + 18) / 2 = 24, (40 + 28) / 2 = 34.
    const { tonnes, evaluator, schedule } = solved(plan([reduce('a', 0.3), reduce('b', 0.4)]));
    expect(evaluator.run(schedule).total[0]).toBeCloseTo(42, 12);
    expect([...tonnes]).toEqual([expect.closeTo(24, 12), expect.closeTo(34, 12)]);
  });

  it('sums to bau − plan, in tonnes and in bill, on random plans', () => {
    fc.assert(
      fc.property(randomPlan, (inputs) => {
        const { compiled, evaluator, schedule, tonnes, bill } = solved(inputs);
        const after = evaluator.run(schedule);
        const { bau } = evaluator;
        const most = 1 + Math.max(...bau.bySector.map(Math.abs), ...after.bySector.map(Math.abs));
        const mostBill = 1 + Math.max(...bau.bill, ...after.bill);
        compiled.years.forEach((_, y) => {
          const sum = (shares: Float64Array) =>
            compiled.actionIds.reduce((all, __, a) => all + shares[a * compiled.years.length + y]!, 0);
          expect(Math.abs(sum(tonnes) - (bau.total[y]! - after.total[y]!))).toBeLessThan(1e-9 * most);
          expect(Math.abs(sum(bill) - (bau.bill[y]! - after.bill[y]!))).toBeLessThan(1e-9 * mostBill);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('equals the enumeration of all coalitions on random plans', () => {
    fc.assert(
      fc.property(randomPlan, (inputs) => {
        const { compiled, evaluator, schedule, tonnes, bill } = solved(inputs);
        const count = compiled.years.length;
        const runs = Array.from({ length: 2 ** compiled.actionIds.length }, (_, members) => {
          const size = schedule.size.map((value, a) => (members & (1 << a) ? value : 0));
          const { total, bill } = evaluator.run({ start: schedule.start, size });
          return { total: total.slice(), bill: bill.slice() };
        });
        const scale = 1 + Math.max(...runs.flatMap(({ total }) => [...total].map(Math.abs)));
        const billScale = 1 + Math.max(...runs.flatMap(({ bill }) => [...bill].map(Math.abs)));
        for (let y = 0; y < count; y++) {
          const saved = shapleyOf(compiled.actionIds.length, (members) => -runs[members]!.total[y]!);
          const unspent = shapleyOf(compiled.actionIds.length, (members) => -runs[members]!.bill[y]!);
          saved.forEach((share, a) => expect(Math.abs(share - tonnes[a * count + y]!)).toBeLessThan(1e-9 * scale));
          unspent.forEach((share, a) => expect(Math.abs(share - bill[a * count + y]!)).toBeLessThan(1e-9 * billScale));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order in which actions were added', () => {
    fc.assert(
      fc.property(randomPlan, (inputs) => {
        const turned = solved({ ...inputs, actions: [...inputs.actions].reverse() });
        expect([...turned.tonnes]).toEqual([...solved(inputs).tonnes]);
      }),
      { numRuns: 30 },
    );
  });

  it('gives equals equal shares', () => {
    fc.assert(
      fc.property(randomPlan, (inputs) => {
        const [first] = inputs.actions;
        const twin = { ...first!, id: `${first!.id}-twin` };
        const { compiled, tonnes, evaluator, schedule, series } = solved({
          ...inputs,
          actions: [...inputs.actions, twin],
        });
        const most = 1 + Math.max(...evaluator.run(schedule).bySector.map(Math.abs), ...evaluator.bau.bySector);
        const one = series(tonnes, compiled.actionIds.indexOf(first!.id));
        const other = series(tonnes, compiled.actionIds.indexOf(twin.id));
        one.forEach((share, y) => expect(Math.abs(share - other[y]!)).toBeLessThan(1e-9 * most));
      }),
      { numRuns: 60 },
    );
  });

  it('gives nothing to an action that does nothing', () => {
    fc.assert(
      fc.property(randomPlan, (inputs) => {
        const idle = action('idle', [{ ...base({ refs: ['VI.1'] }, 0.5), kind: 'reduce-activity' }]);
        const unused = { ...inputs.actions[0]!, id: 'unused', schedule: { startYear: 2026, size: 0 } };
        const { compiled, tonnes, series } = solved({ ...inputs, actions: [...inputs.actions, idle, unused] });
        for (const id of ['idle', 'unused'])
          expect(series(tonnes, compiled.actionIds.indexOf(id)).every((share) => share === 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
