import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../gas.ts';
import { SECTORS } from '../inventory/gpc.ts';
import { compile } from './compile.ts';
import type { Totals } from './evaluate-compiled.ts';
import { createEvaluator } from './evaluate-compiled.ts';
import type { ReadableYear } from './evaluate-readable.ts';
import { evaluateReadable } from './evaluate-readable.ts';
import type { PlanInputs } from './inputs.ts';
import { action, AR6, base, cell, FINANCE, randomPlan } from './random-plan.case.ts';
import { scheduleOf } from './schedule.ts';

/** Size of the plan's emissions and bill: what 1e-9 relative is measured against, so that a sum near nought is not. */
function scaleOf(readable: readonly ReadableYear[]): { tonnes: number; bill: number } {
  const cells = readable.flatMap((year) => [...year.cells.values()]);
  const tonnes = cells.flatMap((found) => Object.values(found.byChannel).map((value) => Math.abs(value) * 300));
  return {
    tonnes: 1 + Math.max(0, ...tonnes) + Math.max(...readable.map((year) => Math.abs(year.total))),
    bill: 1 + Math.max(...cells.map((found) => Math.abs(found.bill))),
  };
}

/** Largest difference as a share of its scale: one assertion for thousands of figures, since each costs more than the evaluation. */
function expectSame(totals: Totals, readable: readonly ReadableYear[], scale: { tonnes: number; bill: number }): void {
  const count = readable.length;
  let most = 0;
  const near = (a: number, b: number, size: number): void => {
    // Math.max keeps a NaN, "if larger" would not.
    most = Math.max(most, Math.abs(a - b) / size);
  };
  readable.forEach((year, y) => {
    near(totals.total[y]!, year.total, scale.tonnes);
    near(totals.bill[y]!, year.bill, scale.bill);
    CHANNELS.forEach((channel, c) => near(totals.byChannel[c * count + y]!, year.byChannel[channel], scale.tonnes));
    SECTORS.forEach((sector, s) => near(totals.bySector[s * count + y]!, year.bySector[sector] ?? 0, scale.tonnes));
  });
  expect(most).toBeLessThan(1e-9);
}

function evaluatorOf(inputs: PlanInputs) {
  const compiled = compile(inputs);
  return { evaluator: createEvaluator(compiled), schedule: scheduleOf(compiled, inputs.actions) };
}

describe('the compiled evaluator', () => {
  it('equals the readable one to 1e-9 on random plans', () => {
    fc.assert(
      fc.property(randomPlan, (inputs) => {
        const { evaluator, schedule } = evaluatorOf(inputs);
        const bau = evaluateReadable({ ...inputs, actions: [] });
        const scale = scaleOf(bau);
        expectSame(evaluator.bau, bau, scale);
        const plan = evaluateReadable(inputs);
        const planScale = scaleOf(plan);
        expectSame(evaluator.run(schedule), plan, {
          tonnes: scale.tonnes + planScale.tonnes,
          bill: scale.bill + planScale.bill,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same result whatever order actions come in', () => {
    fc.assert(
      fc.property(randomPlan, (inputs) => {
        const turned = { ...inputs, actions: [...inputs.actions].reverse() };
        const one = evaluatorOf(inputs);
        const two = evaluatorOf(turned);
        expect([...two.evaluator.run(two.schedule).total]).toEqual([...one.evaluator.run(one.schedule).total]);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves no trace of one run in the next', () => {
    fc.assert(
      fc.property(randomPlan, (inputs) => {
        const { evaluator, schedule } = evaluatorOf(inputs);
        const first = [...evaluator.run(schedule).total];
        const none = schedule.size.map(() => 0);
        expect([...evaluator.run({ start: schedule.start, size: none }).total]).toEqual([...evaluator.bau.total]);
        expect([...evaluator.run(schedule).total]).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });

  it('adds up: sectors make the total, weighed gases make the total', () => {
    fc.assert(
      fc.property(randomPlan, (inputs) => {
        const { evaluator, schedule } = evaluatorOf(inputs);
        const { total, bySector, byChannel } = evaluator.run(schedule);
        const weights = [1, 29.8, 27, 273, 1];
        const size = 1 + Math.max(...byChannel.map(Math.abs)) * 273;
        total.forEach((tonnes, y) => {
          const sectors = SECTORS.reduce((sum, _, s) => sum + bySector[s * total.length + y]!, 0);
          const gases = weights.reduce((sum, weight, c) => sum + weight * byChannel[c * total.length + y]!, 0);
          expect(Math.abs(sectors - tonnes)).toBeLessThan(1e-9 * size);
          expect(Math.abs(gases - tonnes)).toBeLessThan(1e-9 * size);
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('a schedule', () => {
  const inputs: PlanInputs = {
    cells: [cell({ ref: 'I.1.1', use: 'cooking', carrier: 'lpg' })],
    drivers: [],
    actions: [action('stoves', [{ ...base({}, 0.5), kind: 'improve-intensity' }])],
    finance: FINANCE,
    gwpSet: AR6,
    counts: () => true,
    years: [2025, 2026, 2027],
  };
  const evaluator = createEvaluator(compile(inputs));

  it('may start after the horizon, and then does nothing', () => {
    expect([...evaluator.run({ start: [2060], size: [1] }).total]).toEqual([100, 100, 100]);
  });

  it('may not start before the base year', () => {
    expect(() => evaluator.run({ start: [2024], size: [1] })).toThrow(
      expect.objectContaining({ code: 'year-outside-plan' }),
    );
  });

  it.each([-0.1, 1.1, Number.NaN])('may not have size %s', (size) => {
    expect(() => evaluator.run({ start: [2026], size: [size] })).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });

  it('has one entry per action', () => {
    expect(() => evaluator.run({ start: [], size: [] })).toThrow(expect.objectContaining({ code: 'plan-invalid' }));
  });
});
