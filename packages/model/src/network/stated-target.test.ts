import { describe, expect, it } from 'vitest';
import { testReference } from '../../test/test-reference.ts';
import { tinyPlan } from '../../test/tiny-plan.ts';
import { cityPathsOf } from './city-paths.ts';
import { withStatedTarget } from './stated-target.ts';

const city = cityPathsOf(tinyPlan, testReference);

describe('a stated target', () => {
  it('is a straight line to the cut of the base year, then held', () => {
    // Territorial: 200 t CO2 + 10 t CH4 · 27 = 470 t CO2e. 80 % less by 2030 is 94 t, half-way (2027.5) 282 t.
    const { target } = withStatedTarget(city, { targetYear: 2030, cutPercent: 80, baseYear: 2025 });
    expect(target).toMatchObject({ kind: 'custom', counts: 'co2e', boundary: 'territorial' });
    expect([...target!.ceiling]).toEqual(
      [470, 394.8, 319.6, 244.4, 169.2, 94, 94, 94, 94, 94, 94].map((tonnes) => expect.closeTo(tonnes, 9)),
    );
    // With the plan 60 t CO2 and the same methane are left.
    expect([target!.planned[5], target!.reference[5]]).toEqual([expect.closeTo(330, 9), expect.closeTo(470, 9)]);
  });

  it('of a year gone by holds from the first year on', () => {
    const { target } = withStatedTarget(city, { targetYear: 2020, cutPercent: 50, baseYear: 2025 });
    expect(target!.ceiling[0]).toBeCloseTo(235, 9);
  });

  it('needs the emissions of its base year', () => {
    const found = withStatedTarget(city, { targetYear: 2030, cutPercent: 55, baseYear: 1990 });
    expect(found.target).toEqual(city.target);
    expect(found.findings).toMatchObject([{ code: 'target-not-computed', values: { baseYear: 1990 } }]);
  });

  it('of a city without a plan is held against its reference', () => {
    const { plan: _plan, ...without } = city;
    const { target } = withStatedTarget(without, { targetYear: 2030, cutPercent: 80, baseYear: 2025 });
    expect(target!.planned).toEqual(target!.reference);
  });
});
