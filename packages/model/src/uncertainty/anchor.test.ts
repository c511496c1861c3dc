import { describe, expect, it } from 'vitest';
import type { Cell, PlanInputs } from '../action/index.ts';
import { AR6, cell, exactly, FINANCE } from '../action/random-plan.case.ts';
import { anchoredTotals } from './anchor.ts';
import type { DrawOptions } from './draw-plan.ts';
import { drawPlan } from './draw-plan.ts';

const gas = (name: string, factor95: number, given: Partial<Cell> = {}) =>
  cell({
    ref: 'I.1.1',
    use: 'space-heating',
    carrier: 'natural-gas',
    id: `I.1.1:${name}:natural-gas`,
    uncertainty: { activity: { factor95 }, factor: { factor95: 1 } },
    ...given,
  });

function draw(cells: readonly Cell[], options: Partial<DrawOptions> = {}) {
  const inputs: PlanInputs = {
    cells,
    drivers: [],
    actions: [],
    finance: FINANCE,
    gwpSet: AR6,
    counts: () => true,
    years: [2025],
  };
  const delivery = { delayYears: exactly(0), achieved: exactly(1) };
  return drawPlan(inputs, { draws: 4096, seed: 1, delivery, ...options });
}

describe('the base-year total', () => {
  const skewed = Array.from({ length: 8 }, (_, i) => gas(`${i}`, 5));

  it('has the inventory’s figure as its median, however skewed its parts', () => {
    // Eight lognormals with σ = ln 5 / 1.645 = 0.98 would sum to a median near 8 · 100 · e^(σ²/2) · 0.9, half as much again.
    expect(draw(skewed).bau.p50[0]).toBeCloseTo(800, 0);
  });

  it('takes the spread it is known with, where that is given', () => {
    const { bau } = draw(skewed, { baseTotal: { factor95: 1.3 } });
    expect([bau.p05[0], bau.p50[0], bau.p95[0]]).toEqual(
      [800 / 1.3, 800, 1040].map((value) => expect.closeTo(value, 0)),
    );
  });

  it('is moved by uncertain parts and not by measured ones', () => {
    // 900 t measured and certain, 100 t known to a factor of 3: the total cannot fall below 900.
    const cells = [gas('measured', 1, { amount: 900 }), gas('guessed', 3)];
    const { bau, matters } = draw(cells);
    expect(bau.p05[0]).toBeGreaterThan(900);
    expect(bau.p50[0]).toBeCloseTo(1000, 0);
    expect(matters.emissions.map(({ input }) => input)).toEqual(['activity I.1.1:guessed:natural-gas']);
  });

  it('is left alone where removals exceed emissions', () => {
    const cells = [gas('some', 1.5), gas('wood', 1, { ref: 'V.2', id: 'V.2:land:none', amount: -500, sink: true })];
    expect(draw(cells).bau.p50[0]).toBeCloseTo(-400, 0);
  });

  it('refuses a spread below 1', () => {
    expect(() => draw(skewed, { baseTotal: { factor95: 0.5 } })).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});

describe('where totals belong', () => {
  it('keeps their order', () => {
    const moved = anchoredTotals(Float64Array.of(30, 10, 20), 20, Math.log(2))!;
    // Ranks 1/6, 1/2, 5/6 of a lognormal around 20.
    expect([...moved].map((_, n, all) => all.filter((other) => other < all[n]!).length)).toEqual([2, 0, 1]);
    expect(moved[2]).toBeCloseTo(20, 12);
    expect(moved[0]! * moved[1]!).toBeCloseTo(400, 9);
  });

  it('is not said of totals that are not all above 0', () => {
    expect(anchoredTotals(Float64Array.of(1, -1), 20, undefined)).toBeUndefined();
    expect(anchoredTotals(Float64Array.of(1, 1), 0, undefined)).toBeUndefined();
  });
});
