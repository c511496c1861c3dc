import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from './attribution.ts';
import { compile } from './compile.ts';
import { abatementCurve, cashByPayer, costPlan, discountFactors, outlayOf, presentValue } from './cost.ts';
import { createEvaluator } from './evaluate-compiled.ts';
import type { PlanInputs } from './inputs.ts';
import { action, AR6, base, cell, exactly, FINANCE, randomPlan } from './random-plan.case.ts';
import { scheduleOf } from './schedule.ts';
import type { Action } from './types.ts';

const YEARS = [2025, 2026, 2027, 2028, 2029, 2030];
const close = (values: readonly number[], digits = 9) => values.map((value) => expect.closeTo(value, digits));

/** 1,000 of capital and 10 a year at size 1, taken up in two equal steps from 2026, gone or renewed after 3 years. */
function retrofit(given: Partial<Action> = {}): Action {
  const plain = action('retrofit', [{ ...base({ refs: ['I'] }, 0.5), kind: 'improve-intensity' }], {
    schedule: { startYear: 2026, size: 1 },
    adoption: { rampYears: 2, shape: 'linear' },
    lifetimeYears: 3,
    ...given,
  });
  return { ...plain, cost: { ...plain.cost, capital: exactly(1000), operatingPerYear: exactly(10), fixed: 7 } };
}

function costed(inputs: PlanInputs, discountRate = FINANCE.discountRate) {
  const compiled = compile(inputs);
  const schedule = scheduleOf(compiled, inputs.actions);
  const given = { compiled, actions: inputs.actions, attribution: attribute(compiled, schedule), discountRate };
  return { compiled, given, evaluator: createEvaluator(compiled), schedule, cost: costPlan(given) };
}

describe('outlays of an action', () => {
  it('follow adoption: capital when it grows, operating while it lasts, set-up in the start year', () => {
    const { capital, operating } = outlayOf(retrofit({ lifetimeYears: 30 }), YEARS);
    expect([...capital]).toEqual([0, 507, 500, 0, 0, 0]);
    expect([...operating]).toEqual([0, 5, 10, 10, 10, 10]);
  });

  it('come again at the end of life when the action renews', () => {
    // Installed in 2026 and 2027, renewed 3 years on, in 2029 and 2030.
    expect([...outlayOf(retrofit(), YEARS).capital]).toEqual([0, 507, 500, 0, 500, 500]);
  });

  it('end with the effect when it does not', () => {
    const { capital, operating } = outlayOf(retrofit({ renew: false }), YEARS);
    expect([...capital]).toEqual([0, 507, 500, 0, 0, 0]);
    expect([...operating]).toEqual([0, 5, 10, 10, 5, 0]);
  });

  it('scale with size, but not the set-up cost', () => {
    const half = retrofit({ schedule: { startYear: 2026, size: 0.5 } });
    expect([...outlayOf(half, YEARS).capital]).toEqual([0, 257, 250, 0, 250, 250]);
  });

  it('leave what capital is still worth at the horizon, in a straight line over its life', () => {
    // 500 in 2026 and 500 in 2027 for 10 years: at the end of 2030 they are 5 and 4 years old, worth 250 and 300.
    const { residual } = outlayOf(retrofit({ lifetimeYears: 10 }), YEARS);
    expect([...residual]).toEqual(close([0, 0, 0, 0, 0, 550]));
    // What has lapsed is worth nothing; what was renewed is worth what is left of the renewal: 500 · 1/3 and 500 · 2/3.
    expect(outlayOf(retrofit({ renew: false }), YEARS).residual.at(-1)).toBe(0);
    expect(outlayOf(retrofit(), YEARS).residual.at(-1)).toBeCloseTo(500, 9);
  });

  it('are none at size 0 or after the horizon', () => {
    for (const schedule of [
      { startYear: 2026, size: 0 },
      { startYear: 2031, size: 1 },
    ])
      expect(
        Object.values(outlayOf(retrofit(), YEARS, schedule)).every((series) => series.every((n: number) => n === 0)),
      ).toBe(true);
  });

  it('need staff while adoption is being built up', () => {
    const staffed = retrofit({ deliveryStaff: 8, schedule: { startYear: 2026, size: 0.5 } });
    expect([...outlayOf(staffed, YEARS).staff]).toEqual([0, 4, 4, 0, 0, 0]);
  });
});

describe('discounting', () => {
  it('counts the base year in full and later years less', () => {
    expect([...discountFactors([2025, 2026, 2027], 0.25)]).toEqual(close([1, 0.8, 0.64]));
  });

  it('adds years up at rate 0', () => {
    expect(presentValue([1, 2, 3], discountFactors([2025, 2026, 2027], 0))).toBe(6);
  });

  it('agrees with the annuity formula', () => {
    // 1 a year for 20 years, first payment after a year: (1 − 1.05⁻²⁰) / 0.05 = 12.4622 (any table of annuities).
    const years = Array.from({ length: 21 }, (_, i) => 2025 + i);
    const value = presentValue([0, ...Array<number>(20).fill(1)], discountFactors(years, 0.05));
    expect(value).toBeCloseTo(12.4622, 4);
    expect(value).toBeCloseTo((1 - 1.05 ** -20) / 0.05, 12);
  });

  it.each([-1, -2, Number.NaN])('refuses rate %s', (rate) => {
    expect(() => discountFactors([2025], rate)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});

describe('cost of a plan', () => {
  const inputs: PlanInputs = {
    cells: [cell({ ref: 'I.1.1', use: 'space-heating', carrier: 'natural-gas', factors: { CO2: 0.2 }, price: 'gas' })],
    drivers: [],
    actions: [retrofit({ adoption: { rampYears: 1, shape: 'step' }, lifetimeYears: 4 })],
    finance: { ...FINANCE, prices: { gas: { ...FINANCE.prices['gas']!, growthPerYear: 0 } } },
    gwpSet: AR6,
    counts: () => true,
    years: [2025, 2026, 2027],
  };

  it('is what is spent less what is saved on the bill, discounted, per tonne saved', () => {
    // From 2026 half of 100 MWh is saved: 50 · 70 = 3,500 a year and 50 · 0.2 = 10 t a year.
    // 2026: 1,007 + 10 − 3,500 = −2,483; 2027: 10 − 3,500 = −3,490. After two of its four years the capital is worth 500.
    // At 25 %: −2,483 · 0.8 − (3,490 + 500) · 0.64 = −4,540.
    const { cost } = costed(inputs, 0.25);
    expect(cost.billSaved).toEqual(close([0, 3500, 3500]));
    expect(cost.residualValue).toBeCloseTo(500, 9);
    expect(cost.npv).toBeCloseTo(-4540, 9);
    expect(cost.perTonne).toBeCloseTo(-227, 9);
    expect(cost.byAction['retrofit']).toEqual({
      npv: expect.closeTo(-4540, 9) as number,
      tonnes: expect.closeTo(20, 9) as number,
      perTonne: expect.closeTo(-227, 9) as number,
      capital: 1007,
    });
  });

  it('has no cost per tonne where nothing is saved', () => {
    const idle = { ...inputs.actions[0]!, schedule: { startYear: 2026, size: 0 } };
    const { cost } = costed({ ...inputs, actions: [idle] });
    expect([cost.perTonne, cost.byAction['retrofit']!.perTonne]).toEqual([null, null]);
  });

  it('sums over actions, and its saved bill is what the evaluator finds, on random plans', () => {
    fc.assert(
      fc.property(randomPlan, (random) => {
        const { cost, evaluator, schedule, compiled } = costed(random);
        const after = evaluator.run(schedule);
        const most = 1 + Math.max(...evaluator.bau.bill, ...after.bill);
        compiled.years.forEach((_, y) =>
          expect(Math.abs(cost.billSaved[y]! - (evaluator.bau.bill[y]! - after.bill[y]!))).toBeLessThan(1e-9 * most),
        );
        const factors = discountFactors(compiled.years, FINANCE.discountRate);
        const flows = compiled.years.map((_, y) => cost.capital[y]! + cost.operating[y]! - cost.billSaved[y]!);
        const scale = 1 + Math.max(...cost.capital, ...cost.operating, ...cost.billSaved.map(Math.abs));
        const worth = presentValue(flows, factors) - factors.at(-1)! * cost.residualValue;
        expect(Math.abs(worth - cost.npv)).toBeLessThan(1e-7 * scale);
      }),
      { numRuns: 100 },
    );
  });

  it('is shared among payers in full', () => {
    const payers = { city: 0.4, national: 0.1, households: 0.3, business: 0.2 };
    const { given, cost } = costed({ ...inputs, actions: [{ ...inputs.actions[0]!, payers }] });
    const cash = cashByPayer(given);
    expect(cash.households.capital).toEqual(close([0, 302.1, 0]));
    for (const figure of ['capital', 'operating', 'billSaved'] as const)
      cost[figure].forEach((whole, y) =>
        expect(Object.values(cash).reduce((sum, payer) => sum + payer[figure][y]!, 0)).toBeCloseTo(whole, 9),
      );
    expect(cash.city.net[1]).toBeCloseTo(0.4 * (3500 - 1007 - 10), 9);
  });
});

describe('the abatement curve', () => {
  it('goes from cheapest to dearest and leaves out what saves nothing', () => {
    const of = (npv: number, tonnes: number) => ({
      npv,
      tonnes,
      perTonne: tonnes > 0 ? npv / tonnes : null,
      capital: 0,
    });
    const curve = abatementCurve({ dear: of(500, 10), idle: of(9, 0), saver: of(-40, 20), adds: of(1, -5) });
    expect(curve).toEqual([
      { action: 'saver', perTonne: -2, tonnes: 20, npv: -40, cumulativeTonnes: 20, cumulativeNpv: -40 },
      { action: 'dear', perTonne: 50, tonnes: 10, npv: 500, cumulativeTonnes: 30, cumulativeNpv: 460 },
    ]);
  });
});

describe('residual value', () => {
  it('is what a straight line leaves of capital at the end of the last year', () => {
    // 1,000 spent in 2026, life 4 years. By the end of 2027 two years are used: 500 left. By the end of 2029: nothing.
    const short = retrofit({ adoption: { rampYears: 1, shape: 'step' }, lifetimeYears: 4, renew: false });
    expect([...outlayOf(short, [2025, 2026, 2027]).residual]).toEqual([0, 0, 500]);
    expect([...outlayOf(short, YEARS.slice(0, 5)).residual].at(-1)).toBe(0);
  });

  it('counts a renewal as new', () => {
    // Life 2 years: 2026, again in 2028; at the end of 2028 half of the renewal is left.
    const renewed = retrofit({ adoption: { rampYears: 1, shape: 'step' }, lifetimeYears: 2, renew: true });
    expect(outlayOf(renewed, [2025, 2026, 2027, 2028]).residual.at(-1)).toBe(500);
  });
});
