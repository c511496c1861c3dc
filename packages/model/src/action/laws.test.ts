import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateReadable } from './evaluate-readable.ts';
import type { PlanInputs } from './inputs.ts';
import { randomPlan } from './random-plan.case.ts';
import type { LeverKind } from './types.ts';

/** The plan with only levers of some kinds. */
function withOnly(plan: PlanInputs, kinds: readonly LeverKind[]): PlanInputs {
  const actions = plan.actions.map((action) => ({
    ...action,
    levers: action.levers.filter(({ kind }) => kinds.includes(kind)),
  }));
  return { ...plan, actions };
}

const LOWERING: readonly LeverKind[] = ['reduce-activity', 'improve-intensity', 'change-factor', 'capture'];

describe('laws of stacking, on random plans', () => {
  it('no cell emits or uses less than nothing, but sinks', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const sinks = new Set(plan.cells.filter((cell) => cell.sink).map(({ id }) => id));
        for (const { cells } of evaluateReadable(withOnly(plan, [...LOWERING, 'shift-carrier', 'divert'])))
          for (const [id, { activity, emissions, bill }] of cells)
            if (!sinks.has(id)) expect(Math.min(activity, emissions, bill)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 100 },
    );
  });

  it('levers that only lower never raise a cell, its activity or its bill', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const bau = evaluateReadable({ ...plan, actions: [] });
        const after = evaluateReadable(withOnly(plan, LOWERING));
        after.forEach(({ cells }, y) =>
          cells.forEach(({ activity, emissions, bill }, id) => {
            const before = bau[y]!.cells.get(id);
            if (!before) return;
            const slack = 1 + 1e-12;
            expect(Math.abs(activity)).toBeLessThanOrEqual(Math.abs(before.activity) * slack);
            expect(Math.abs(emissions)).toBeLessThanOrEqual(Math.abs(before.emissions) * slack);
            expect(bill).toBeLessThanOrEqual(before.bill * slack);
          }),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('what moves at ratio 1 is neither lost nor made', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const moving = withOnly(plan, ['shift-carrier', 'divert']);
        const oneToOne = {
          ...moving,
          actions: moving.actions.map((action) => ({
            ...action,
            levers: action.levers.map((lever) =>
              'ratio' in lever ? { ...lever, ratio: { central: 1, low: 1, high: 1 } } : lever,
            ),
          })),
        };
        // Losses (references ending in .3) follow consumption and are not moved.
        const used = (inputs: PlanInputs) =>
          evaluateReadable(inputs).map(({ cells }) =>
            [...cells].reduce((sum, [id, { activity }]) => (/\.3:/.test(id) ? sum : sum + activity), 0),
          );
        const before = used({ ...plan, actions: [] });
        used(oneToOne).forEach((sum, y) => expect(Math.abs(sum - before[y]!)).toBeLessThan(1e-6));
      }),
      { numRuns: 100 },
    );
  });

  it('nothing happens before the first start year', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const first = Math.min(...plan.actions.map(({ schedule }) => schedule.startYear));
        const bau = evaluateReadable({ ...plan, actions: [] });
        evaluateReadable(plan).forEach(({ year, total, bill }, y) => {
          if (year >= first) return;
          expect([total, bill]).toEqual([bau[y]!.total, bau[y]!.bill]);
        });
      }),
      { numRuns: 50 },
    );
  });
});
