import { describe, expect, it } from 'vitest';
import { runOf } from './climate.case.ts';
import { pairedDifference } from './difference.ts';
import { warmingPercentiles } from './percentiles.ts';

describe('a paired difference', () => {
  const reference = runOf([[1, 2, 3], [2, 4, 6]], 2030, 'without'); // prettier-ignore

  it('is taken in each member, over the years that both have', () => {
    const run = runOf([[1.5, 3], [5, 5.5]], 2031, 'with'); // prettier-ignore
    const difference = pairedDifference(run, reference);
    expect([difference.firstYear, difference.lastYear, difference.members]).toEqual([2031, 2032, 2]);
    expect([...difference.warming]).toEqual([-0.5, 0, 1, -0.5]);
    expect(difference.name).toBe('with − without');
  });

  it('is narrower than the worlds it is taken between', () => {
    // Members 1 K apart, each 0.1 K cooler with the change: every percentile of the difference is −0.1.
    const cooler = runOf([[0.9, 1.9, 2.9], [1.9, 3.9, 5.9]], 2030); // prettier-ignore
    const { p05, p95 } = warmingPercentiles(pairedDifference(cooler, reference));
    for (const value of [...p05, ...p95]) expect(value).toBeCloseTo(-0.1, 12);
  });

  it('of a run with itself is nought', () => {
    expect(pairedDifference(reference, reference).warming.every((value) => value === 0)).toBe(true);
  });

  it('is refused for other members and for runs without a common year', () => {
    expect(() => pairedDifference(runOf([[1]], 2030), reference)).toThrow(
      expect.objectContaining({ code: 'unit-mismatch' }),
    );
    expect(() => pairedDifference(runOf([[1], [1]], 2040), reference)).toThrow(
      expect.objectContaining({ code: 'year-outside-plan' }),
    );
  });
});
