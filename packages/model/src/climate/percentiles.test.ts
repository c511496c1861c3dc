import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOf } from './climate.case.ts';
import { memberPercentiles, periodPercentiles, warmingPercentiles } from './percentiles.ts';
import { selectRanks } from './select-ranks.ts';

describe('percentiles of members', () => {
  it('lie between neighbours as numpy has them', () => {
    // numpy.percentile([15, 20, 35, 40, 50], 40) = 29 is the known example of the method; for 5, 17, 50, 83, 95 %:
    // places 4p = 0.2, 0.68, 2, 3.32, 3.8: 15 + 0.2·5, 15 + 0.68·5, 35, 40 + 0.32·10, 40 + 0.8·10.
    const { p05, p17, p50, p83, p95 } = memberPercentiles(Float64Array.of(50, 15, 40, 20, 35));
    expect([p05, p17, p50, p83, p95].map((value) => Number(value.toFixed(12)))).toEqual([16, 18.4, 35, 43.2, 48]);
  });

  it('are all the one figure of a single member', () => {
    expect(memberPercentiles(Float64Array.of(1.5))).toEqual({ p05: 1.5, p17: 1.5, p50: 1.5, p83: 1.5, p95: 1.5 });
  });

  it('are refused without members, and where one is not a number', () => {
    expect(() => memberPercentiles(new Float64Array())).toThrow(expect.objectContaining({ code: 'missing-figure' }));
    expect(() => memberPercentiles(Float64Array.of(1, NaN, 2))).toThrow(
      expect.objectContaining({ code: 'not-a-number' }),
    );
  });

  it('keep their order and do not depend on that of the members', () => {
    const figures = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(figures, (list) => {
        const found = memberPercentiles(Float64Array.from(list));
        expect(memberPercentiles(Float64Array.from(list).reverse())).toEqual(found);
        const ordered = Object.values(found);
        // Up to the rounding of one interpolation between equal neighbours.
        for (let i = 1; i < ordered.length; i++) {
          expect(ordered[i]! - ordered[i - 1]!).toBeGreaterThanOrEqual(-1e-12 * Math.abs(ordered[i]!));
        }
      }),
    );
  });
});

describe('percentiles of a run', () => {
  const run = runOf(
    [
      [1, 4, 10],
      [2, 6, 20],
      [3, 5, 30],
    ],
    2030,
  );

  it('are given for every year, or those asked for', () => {
    expect(warmingPercentiles(run).years).toEqual([2030, 2031, 2032]);
    expect(warmingPercentiles(run).p50).toEqual([2, 5, 20]);
    // Place 2 · 0.95 = 1.9 between the second and the third: 20 + 0.9 · 10.
    expect(warmingPercentiles(run, 2032, 2032).p95[0]).toBeCloseTo(29, 12);
  });

  it('over a period are those of the means of members, which are not the means of percentiles', () => {
    // Means 5, 28/3, 38/3; the median of the second is 28/3, where the mean of the medians is 9.
    expect(periodPercentiles(run, 2030, 2032).p50).toBeCloseTo(28 / 3, 12);
  });

  it.each([
    [2029, 2031],
    [2031, 2033],
    [2032, 2031],
    [2030.5, 2031],
  ])('refuse the years %d to %d', (from, to) => {
    expect(() => warmingPercentiles(run, from, to)).toThrow(expect.objectContaining({ code: 'year-outside-plan' }));
    expect(() => periodPercentiles(run, from, to)).toThrow(expect.objectContaining({ code: 'year-outside-plan' }));
  });
});

describe('selectRanks', () => {
  it('puts at each rank what a full sort puts there, and the rest on the right side', () => {
    const figures = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true })), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(figures, fc.array(fc.nat(), { maxLength: 6 }), (list, picks) => {
        const ranks = [...new Set(picks.map((pick) => pick % list.length))].sort((a, b) => a - b);
        const values = Float64Array.from(list, (value) => value + 0); // −0 sorts before 0
        const sorted = values.slice().sort();
        selectRanks(values, ranks);
        for (const rank of ranks) {
          expect(values[rank]).toBe(sorted[rank]);
          expect(values.subarray(0, rank).every((value) => value <= sorted[rank]!)).toBe(true);
          expect(values.subarray(rank).every((value) => value >= sorted[rank]!)).toBe(true);
        }
        expect(values.slice().sort()).toEqual(sorted);
      }),
      { numRuns: 300 },
    );
  });
});
