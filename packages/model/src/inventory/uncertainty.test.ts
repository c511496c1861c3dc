import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { inventoryOf, row } from './inventory.case.ts';
import type { RowUncertainty } from './uncertainty.ts';
import { drawUncertainty, propagateUncertainty, uncertaintyOfProduct, uncertaintyOfSum } from './uncertainty.ts';

const held = inventoryOf([row('I.1.1', 600), row('I.2.1', 400)]);
const each =
  (...list: readonly RowUncertainty[]) =>
  (_: unknown, index: number) =>
    list[index];

describe('error propagation', () => {
  it('combines a product by Eq. 3.1: ±30 % and ±40 % make ±50 %', () => {
    expect(uncertaintyOfProduct([0.3, 0.4])).toBeCloseTo(0.5, 12);
  });

  it('combines a sum by Eq. 3.2', () => {
    // √((600·0.1)² + (400·0.2)²) / 1 000 = √(3 600 + 6 400) / 1 000 = 0.1
    const parts = [
      { value: 600, halfWidth95: 0.1 },
      { value: 400, halfWidth95: 0.2 },
    ];
    expect(uncertaintyOfSum(parts)).toBeCloseTo(0.1, 12);
  });

  it('gives the same for an inventory whose rows are independent', () => {
    const total = propagateUncertainty(
      held,
      'basic',
      each({ activity: 0.06, factor: 0.08 }, { activity: 0.2, factor: 0 }),
    );
    // Rows: 600·√(0.06² + 0.08²) = 60, 400·0.2 = 80; together 100 of 1 000.
    expect(total.halfWidth95).toBeCloseTo(0.1, 12);
    // 90 % interval: 100 · 1.645/1.960
    expect(total.interval.high - total.co2eTonnes).toBeCloseTo(83.92, 1);
  });

  it('adds shared errors as they are', () => {
    const grid = { activity: 0, factor: 0.1, sharedFactor: 'grid' };
    expect(propagateUncertainty(held, 'basic', each(grid, grid)).halfWidth95).toBeCloseTo(0.1, 12);
    const own = { activity: 0, factor: 0.1 };
    expect(propagateUncertainty(held, 'basic', each(own, own)).halfWidth95).toBeCloseTo(Math.hypot(60, 40) / 1000, 12);
  });

  it('counts only the boundary, and sinks with their sign', () => {
    const sink = inventoryOf([row('I.1.1', 600), row('V.2', -100), row('I.4.4', 5000)]);
    const total = propagateUncertainty(sink, 'basicPlus', () => ({ activity: 0, factor: 0.1 }));
    expect(total.co2eTonnes).toBe(500);
    expect(total.halfWidth95).toBeCloseTo(Math.hypot(60, 10) / 500, 12);
  });

  it('refuses a half-width below nought', () => {
    expect(() => propagateUncertainty(held, 'basic', () => ({ activity: -0.1, factor: 0 }))).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});

describe('draws', () => {
  const linear = each({ activity: 0.1, factor: 0 }, { activity: 0, factor: 0.2 });

  it('agree with propagation in the linear case', () => {
    const propagated = propagateUncertainty(held, 'basic', linear);
    const drawn = drawUncertainty(held, 'basic', linear, { draws: 40_000, seed: 7 });
    // The standard error of a percentile of 40 000 draws is below 1 % of the spread here.
    expect(drawn.halfWidth95 / propagated.halfWidth95).toBeCloseTo(1, 1.5);
    expect((drawn.interval.high - 1000) / (propagated.interval.high - 1000)).toBeCloseTo(1, 1.5);
  });

  it('are the same for the same seed', () => {
    const once = drawUncertainty(held, 'basic', linear, { draws: 1000, seed: 7 });
    expect(drawUncertainty(held, 'basic', linear, { draws: 1000, seed: 7 })).toEqual(once);
    expect(drawUncertainty(held, 'basic', linear, { draws: 1000, seed: 8 })).not.toEqual(once);
  });

  it('hold their own central figure', () => {
    const width = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(width, width, fc.nat(), (activity, factor, seed) => {
        const { interval } = drawUncertainty(held, 'basic', () => ({ activity, factor }), { draws: 200, seed });
        expect(interval.low).toBeLessThanOrEqual(interval.central);
        expect(interval.high).toBeGreaterThanOrEqual(interval.central);
      }),
      { numRuns: 30 },
    );
  });
});
