import { describe, expect, it } from 'vitest';
import type { ClaimAnswer, ClaimBand, ClaimCase, ClaimTonnes, ClaimWorld } from './claim-answer.ts';
import { claimFindingOf } from './claim-verdict.ts';

const years = [2030, 2050, 2100];
const band = (...middle: number[]): ClaimBand => ({
  middle,
  low: middle.map((value) => value - 0.5),
  high: middle.map((value) => value + 0.7),
});
const range = (middle: number) => ({ low: middle / 2, middle, high: middle * 2 });
const run = (middle: readonly number[], avoided2050: number): ClaimCase => ({
  warming: band(...middle),
  avoided2050: range(avoided2050),
  avoided2100: range(0.1),
});
const tonnes: ClaimTonnes = {
  cities: 3,
  withPlan: 3,
  setAside: 0,
  reportedShare: 0,
  by2030: 1,
  by2050: 2,
  gridBy2050: 0,
  byCity: Float64Array.of(1, 0.5, 0.5),
};
const world: ClaimWorld = {
  citiesShare: 0.2,
  gridShare: 0.05,
  citiesShareYear: 2028,
  avoidedShare2050: 0.1,
  gapShare2050: 0.2,
  restCut2050: 0.8,
};
/** Greenhouse gases alone end at one figure, with pollutants at another. */
const answer = (end: number, withPollutants = end, avoided: readonly [number, number] = [0.05, 0.02]): ClaimAnswer => ({
  tonnes,
  world,
  climate: {
    years,
    reference: band(1.5, 1.9, 2.6),
    ghgOnly: run([1.4, Math.min(end, 1.45), end], avoided[0]),
    withCoEmitted: run([1.4, Math.min(end, 1.45), withPollutants], avoided[1]),
  },
});

describe('whether the claim holds', () => {
  it.each([
    [1.42, 'keeps-15'],
    [1.504, 'keeps-15'],
    [1.51, 'well-below-2'],
    [1.7, 'well-below-2'],
    [1.84, 'below-2'],
    [2.0, 'below-2'],
    [2.43, 'above-2'],
  ] as const)('with a median of %d °C in 2100 is %s', (end, verdict) => {
    expect(claimFindingOf(answer(end)).verdict).toBe(verdict);
  });

  it('is open while there is no temperature, and asks for nothing it cannot know', () => {
    expect(claimFindingOf({ tonnes })).toEqual({ verdict: 'open', shaken: false, signsDiffer: false });
  });

  it('is not asked of cities that have no plan', () => {
    expect(claimFindingOf({ ...answer(2.6), tonnes: { ...tonnes, withPlan: 0 } }).verdict).toBe('none');
  });

  it('is shaken when pollutants that fall along take the world over a limit', () => {
    expect(claimFindingOf(answer(1.95, 2.04)).shaken).toBe(true);
    expect(claimFindingOf(answer(1.95, 1.99)).shaken).toBe(false);
    expect(claimFindingOf(answer(2.04, 1.95)).shaken).toBe(false);
  });

  it('says when the sign of the effect in 2050 hangs on pollutants', () => {
    expect(claimFindingOf(answer(2.4, 2.45, [0.04, -0.05])).signsDiffer).toBe(true);
    expect(claimFindingOf(answer(2.4, 2.45, [0.04, 0.01])).signsDiffer).toBe(false);
  });

  it('names a peak before 2100 only where there is one', () => {
    const { climate, ...rest } = answer(1.4);
    const over = { ...climate!, ghgOnly: run([1.5, 1.62, 1.4], 0.1) };
    expect(claimFindingOf({ ...rest, climate: over }).peak).toEqual({ year: 2050, warming: 1.62 });
    expect(claimFindingOf(answer(2.4)).peak).toBeUndefined();
  });

  it.each([
    [0.8, 'less'],
    [1, 'less'],
    [1.2, 'more'],
    [0, 'nothing'],
    [-0.1, 'nothing'],
  ] as const)('asks the rest of the world for a cut of %d as "%s"', (restCut2050, rest) => {
    expect(claimFindingOf({ ...answer(2.4), world: { ...world, restCut2050 } }).rest).toBe(rest);
  });
});
