import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTargets } from './compare.ts';
import { computeTarget } from './compute.ts';
import { inputs } from './fixture.case.ts';

const custom = (reduction: number, targetYear: number) =>
  computeTarget({ id: 'c', kind: 'custom', parameters: { reduction, targetYear } }, inputs);
const zeroBy = (kind: 'pathway-to-paris' | 'carbon-free-2030') => computeTarget({ id: kind, kind }, inputs);

describe('is it at least as ambitious?', () => {
  it('says yes for zero in 2030 against zero in 2040, and no the other way round', () => {
    expect(compareTargets(zeroBy('carbon-free-2030'), zeroBy('pathway-to-paris'))).toMatchObject({
      atLeastAsAmbitious: 'yes',
      everyYear: true,
    });
    expect(compareTargets(zeroBy('pathway-to-paris'), zeroBy('carbon-free-2030'))).toMatchObject({
      atLeastAsAmbitious: 'no',
      firstWeakerYear: 2020,
    });
  });

  it('says yes of a target against itself', () => {
    const path = zeroBy('pathway-to-paris');
    expect(compareTargets(path, path)).toMatchObject({ atLeastAsAmbitious: 'yes', cumulativeDifference: 0 });
  });

  it('tells less in sum from less in every year', () => {
    // 90 % by 2021 and held allows more in the end than zero by 2040, but far less in sum
    expect(compareTargets(custom(0.9, 2021), zeroBy('pathway-to-paris'))).toMatchObject({
      atLeastAsAmbitious: 'overall',
      everyYear: false,
      cumulative: true,
    });
  });

  it('never holds CO2 against CO2e', () => {
    const budget = computeTarget({ id: 'b', kind: 'carbon-budget' }, inputs);
    expect(compareTargets(budget, zeroBy('pathway-to-paris'))).toEqual({
      comparable: false,
      reason: 'co2-against-co2e',
    });
  });

  it('compares the years both have, after the later base year', () => {
    const later = computeTarget(
      { id: 'p', kind: 'pathway-to-paris' },
      { ...inputs, baseYear: 2025, horizonYear: 2045 },
    );
    const found = compareTargets(zeroBy('pathway-to-paris'), later);
    expect(found).toMatchObject({ comparable: true });
    expect(found.comparable && [found.years[0], found.years.at(-1)]).toEqual([2026, 2045]);
  });

  it('is settled one way or the other for any two cuts by the same year', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        const found = compareTargets(custom(a, 2030), custom(b, 2030));
        if (!found.comparable) throw new Error('same kind and years');
        // Ceilings are 10⁶ t: cuts closer than 1e-12 are the same cut after rounding.
        if (Math.abs(a - b) > 1e-9) expect(found.everyYear).toBe(a > b);
        if (found.everyYear) expect(found.cumulative).toBe(true);
      }),
    );
  });
});
