import { describe, expect, it } from 'vitest';
import type { Cell, PlanInputs } from '../action/index.ts';
import { action, AR6, base, cell, exactly, FINANCE } from '../action/random-plan.case.ts';
import type { Driver } from '../pathway/types.ts';
import type { DrawOptions } from './draw-plan.ts';
import { drawPlan } from './draw-plan.ts';
import { Z95 } from './normal.ts';

const ON_TIME = { delayYears: exactly(0), achieved: exactly(1) };
const spread = (activity: number, factor: number, sharedBy?: string): Cell['uncertainty'] => {
  const shared = sharedBy === undefined ? {} : { sharedBy };
  return { activity: { factor95: activity, ...shared }, factor: { factor95: factor, ...shared } };
};
const gas = (given: Partial<Cell> = {}) =>
  cell({ ref: 'I.1.1', use: 'space-heating', carrier: 'natural-gas', ...given });

function inputs(given: Partial<PlanInputs>): PlanInputs {
  return {
    cells: [gas()],
    drivers: [],
    actions: [],
    finance: FINANCE,
    gwpSet: AR6,
    counts: () => true,
    years: [2025],
    ...given,
  };
}
const draw = (given: Partial<PlanInputs>, options: Partial<DrawOptions> = {}) =>
  drawPlan(inputs(given), { draws: 4096, seed: 1, delivery: ON_TIME, ...options });

describe('paths under uncertainty', () => {
  it('are the plain plan when nothing is uncertain', () => {
    const { bau, plan, inputs } = draw({ actions: [action('a', [{ ...base({}, 0.3), kind: 'reduce-activity' }])] });
    expect(inputs).toEqual([]);
    expect([bau.p05, bau.p95, plan.p05, plan.p95]).toEqual([[100], [100], [70], [70]].map(closeEach));
  });

  it('follow the lognormal of a product of independent figures', () => {
    // ln E ~ N(ln 100, σ_a² + σ_f²), σ = ln(factor95) / 1.645: the 95th percentile is 100 · e^√(ln² 1.5 + ln² 1.2) = 156.0.
    const exact = 100 * Math.exp(Math.hypot(Math.log(1.5), Math.log(1.2)));
    const { bau } = draw({ cells: [gas({ uncertainty: spread(1.5, 1.2) })] });
    expect(exact).toBeCloseTo(156.0, 1);
    expect(bau.p95[0]! / exact).toBeCloseTo(1, 2);
    expect(bau.p50[0]! / 100).toBeCloseTo(1, 2);
    expect(bau.p05[0]! / (1e4 / exact)).toBeCloseTo(1, 2);
  });

  it('spread further when figures share a source', () => {
    // Fully correlated, the factors at the 95th percentile multiply: 100 · 1.5 · 1.2 = 180.
    const { bau, inputs } = draw({ cells: [gas({ uncertainty: spread(1.5, 1.2, 'survey') })] });
    expect(inputs).toEqual([{ id: 'shared survey', kind: 'shared' }]);
    expect(bau.p95[0]! / 180).toBeCloseTo(1, 2);
  });

  it('spread less over many independent cells than over as many that share a source', () => {
    const nine = (sharedBy?: string) =>
      Array.from({ length: 9 }, (_, i) =>
        gas({ id: `I.1.1:space-heating:${i}`, uncertainty: spread(1.2, 1, sharedBy) }),
      );
    const half = ({ bau }: ReturnType<typeof draw>) => bau.p95[0]! / bau.p50[0]! - 1;
    // Sum of nine equal independent figures: about 1/√9 of the relative spread of one.
    expect(half(draw({ cells: nine('meter') }))).toBeCloseTo(0.2, 2);
    expect(half(draw({ cells: nine() }))).toBeCloseTo(0.2 / 3, 2);
  });

  it('widen with a driver’s spread, from nothing in the base year to all of it at its last point', () => {
    const people: Driver = {
      id: 'people',
      label: 'people',
      moves: 'activity',
      points: [
        { year: 2025, index: 1 },
        { year: 2027, index: 1 },
      ],
      spread: { factor95: 1.4 },
      provenance: 'assumption',
      sources: [],
    };
    const { bau } = draw({
      cells: [gas({ activityDrivers: ['people'] })],
      drivers: [people],
      years: [2025, 2026, 2027, 2028],
    });
    // Half the change half-way: 1 + 0.4 / 2; held after the last point.
    expect(bau.p95).toEqual([100, 120, 140, 140].map((value) => expect.closeTo(value, -0.3)));
    expect(bau.p95[0]).toBe(100);
  });

  it('take a lever’s range as the 5th to 95th percentile of what it saves', () => {
    const lever = { ...base({}, 0.3), size: { low: 0.1, central: 0.3, high: 0.5 }, kind: 'reduce-activity' } as const;
    const { plan } = draw({ actions: [action('a', [lever])] });
    expect([plan.p05[0], plan.p50[0], plan.p95[0]]).toEqual([50, 70, 90].map((value) => expect.closeTo(value, 0)));
  });

  it('lag when delivery is late and fall short when it is partial', () => {
    const half = action('a', [{ ...base({}, 0.5), kind: 'reduce-activity' }], {
      schedule: { startYear: 2026, size: 1 },
    });
    const years = [2025, 2026, 2027, 2028];
    // Two years late for certain: nothing saved before 2028.
    const late = draw({ actions: [half], years }, { delivery: { ...ON_TIME, delayYears: exactly(2) } });
    expect(late.plan.p50).toEqual([100, 100, 100, 50]);
    // A year and a half late: half the year’s adoption in 2027.
    const between = draw({ actions: [half], years }, { delivery: { ...ON_TIME, delayYears: exactly(1.5) } });
    expect(between.plan.p50).toEqual([100, 100, 75, 50]);
    const partial = draw({ actions: [half], years }, { delivery: { ...ON_TIME, achieved: exactly(0.6) } });
    expect(partial.plan.p50[3]).toBeCloseTo(70, 12);
  });
});

describe('the chance of meeting a target', () => {
  const cells = [gas({ uncertainty: spread(1.5, 1) })];

  it('is the share of draws at or below the ceiling', () => {
    // Lognormal with median 100: half at 100; 95 % at 150; 5 % at 100 / 1.5.
    const chance = (ceiling: number) =>
      draw({ cells }, { target: { ceiling: [ceiling], counts: 'co2e' } }).probability.meetsTarget![0]!;
    expect([chance(100), chance(150), chance(100 / 1.5)]).toEqual(
      [0.5, 0.95, 0.05].map((value) => expect.closeTo(value, 2)),
    );
  });

  it('counts CO2 alone against a CO2 ceiling', () => {
    const mixed = [gas({ factors: { CO2: 1, N2O: 1 }, uncertainty: spread(1.5, 1) })];
    const target = { ceiling: [100], counts: 'co2' } as const;
    expect(draw({ cells: mixed }, { target }).probability.meetsTarget![0]).toBeCloseTo(0.5, 2);
  });

  it('adds years up after the base year for the cumulative budget', () => {
    const target = { ceiling: [0, 100, 100], counts: 'co2e' } as const;
    const { probability } = draw({ cells, years: [2025, 2026, 2027] }, { target });
    expect(probability.meetsTarget![0]).toBe(0);
    expect(probability.meetsCumulative).toBeCloseTo(0.5, 2);
  });

  it('is unknown without a target', () => {
    expect(draw({ cells }).probability).toEqual({ meetsTarget: null, meetsCumulative: null });
  });
});

describe('the spread of cost', () => {
  it('follows the range of capital cost', () => {
    // Worn out within the year, so that nothing of it is left at the horizon.
    const plain = action('a', [{ ...base({}, 0.5), kind: 'reduce-activity' }], { lifetimeYears: 1 });
    const capital = { low: 80, central: 100, high: 150 };
    const { npv } = draw({ actions: [{ ...plain, cost: { ...plain.cost, capital }, lifetimeYears: 1, renew: false }] });
    // A life of one year leaves no residual value.
    expect([npv.p05, npv.p50, npv.p95]).toEqual([80, 100, 150].map((value) => expect.closeTo(value, -0.3)));
  });
});

describe('what to measure next', () => {
  it('shares the variance by the squared spreads of two figures that multiply', () => {
    // For small spreads Var(ln E) = σ_a² + σ_f², so activity has ln²1.2 / (ln²1.2 + ln²1.1) = 0.785.
    const { matters } = draw({ cells: [gas({ uncertainty: spread(1.2, 1.1) })] }, { draws: 8192 });
    const a = Math.log(1.2) ** 2 / (Math.log(1.2) ** 2 + Math.log(1.1) ** 2);
    expect(matters.emissions.map(({ kind }) => kind)).toEqual(['activity', 'factor']);
    expect(matters.emissions.map(({ share }) => share)).toEqual([
      expect.closeTo(a, 1.5) as number,
      expect.closeTo(1 - a, 1.5) as number,
    ]);
  });

  it('gives next to nothing to what has no part in the result', () => {
    const cells = [
      gas({ uncertainty: spread(1.3, 1) }),
      cell({ ref: 'V.1', use: 'manure', carrier: 'none', factors: {}, uncertainty: spread(2, 1) }),
    ];
    const { matters } = draw({ cells }, { draws: 8192 });
    const [first, ...rest] = matters.emissions;
    expect(first!.share).toBeGreaterThan(0.97);
    for (const { share } of rest) expect(share).toBeLessThan(0.02);
  });
});

describe('draws', () => {
  const cells = [gas({ uncertainty: spread(1.5, 1.2) })];

  it('are the same for the same seed, and much alike for another', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => draw({ cells }, { seed }));
    expect(one).toEqual(again);
    expect(other!.bau.p50[0]).not.toBe(one!.bau.p50[0]);
    expect(other!.bau.p95[0]! / one!.bau.p95[0]!).toBeCloseTo(1, 2);
  });

  it('come closer to the exact percentile the more there are', () => {
    const exact = 100 * Math.exp(Math.hypot(Math.log(1.5), Math.log(1.2)));
    const error = (draws: number) => {
      const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
      return Math.max(...seeds.map((seed) => Math.abs(draw({ cells }, { draws, seed }).bau.p95[0]! / exact - 1)));
    };
    expect(error(128)).toBeLessThan(0.1);
    expect(error(8192)).toBeLessThan(error(128) / 4);
    expect(error(8192)).toBeLessThan(0.005);
  });

  it('are exact where one figure alone is uncertain: strata meet the quantile', () => {
    const { bau } = draw({ cells: [gas({ uncertainty: spread(1.5, 1) })] }, { draws: 8192 });
    expect(Math.log(bau.p95[0]! / 100) / (Math.log(1.5) / Z95)).toBeCloseTo(Z95, 2);
  });

  it.each([
    [{ draws: 1 }, 'out-of-range'],
    [{ seed: 0.5 }, 'out-of-range'],
    [{ focusYear: 2060 }, 'year-outside-plan'],
    [{ target: { ceiling: [1, 2], counts: 'co2e' as const } }, 'plan-invalid'],
  ])('refuse %o', (options, code) => {
    expect(() => draw({ cells }, options)).toThrow(expect.objectContaining({ code }));
  });
});

function closeEach(values: readonly number[]): readonly number[] {
  return values.map((value) => expect.closeTo(value, 9) as number);
}
