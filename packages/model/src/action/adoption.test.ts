import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdoptionRule } from './adoption.ts';
import { adoptionCurve, adoptionIn, installedCurve, respond } from './adoption.ts';

const rule = (adoption: AdoptionRule['adoption'], lifetimeYears = 100, renew = true): AdoptionRule => ({
  adoption,
  lifetimeYears,
  renew,
});

describe('an adoption curve', () => {
  it('rises in equal steps when linear, full in the last ramp year', () => {
    expect([...adoptionCurve(rule({ rampYears: 4, shape: 'linear' }), 6)]).toEqual([0.25, 0.5, 0.75, 1, 1, 1]);
  });

  it('follows the smoothstep 3t² − 2t³ when S-shaped', () => {
    // t = 1/4, 1/2, 3/4, 1 → 3/16 − 2/64 = 10/64; 3/4 − 2/8 = 1/2; 27/16 − 54/64 = 54/64; 1
    expect([...adoptionCurve(rule({ rampYears: 4, shape: 's-curve' }), 4)]).toEqual([0.15625, 0.5, 0.84375, 1]);
  });

  it('is full at once when a step, or when the ramp is a year or none', () => {
    expect([...adoptionCurve(rule({ rampYears: 9, shape: 'step' }), 2)]).toEqual([1, 1]);
    expect([...adoptionCurve(rule({ rampYears: 0, shape: 's-curve' }), 2)]).toEqual([1, 1]);
    expect([...adoptionCurve(rule({ rampYears: 1, shape: 'linear' }), 2)]).toEqual([1, 1]);
  });

  it('is no faster than the stock is renewed', () => {
    // A stock renewed every 5 years gives 1/5 a year; replaced twice as fast, 2/5.
    const slow = adoptionCurve(rule({ rampYears: 1, shape: 'step', stockLifetimeYears: 5 }), 6);
    expect([...slow]).toEqual([0.2, 0.4, 0.6, 0.8, 1, 1].map((n) => expect.closeTo(n, 12)));
    const early = adoptionCurve(rule({ rampYears: 1, shape: 'step', stockLifetimeYears: 5, turnoverBoost: 2 }), 4);
    expect([...early]).toEqual([0.4, 0.8, 1, 1].map((n) => expect.closeTo(n, 12)));
  });

  it('lapses at the end of life, cohort by cohort, unless it is renewed', () => {
    // Installed 1/2 in year 0 and 1/2 in year 1; each half works for 3 years.
    const lapsing = rule({ rampYears: 2, shape: 'linear' }, 3, false);
    expect([...adoptionCurve(lapsing, 6)]).toEqual([0.5, 1, 1, 0.5, 0, 0]);
    expect([...adoptionCurve({ ...lapsing, renew: true }, 6)]).toEqual([0.5, 1, 1, 1, 1, 1]);
  });

  it('stays within 0…1, never grows faster than the stock, never falls while renewed', () => {
    const shapes = fc.constantFrom('s-curve' as const, 'linear' as const, 'step' as const);
    const years = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(shapes, years, years, fc.double({ min: 0.1, max: 5, noNaN: true }), (shape, ramp, stock, boost) => {
        const curve = installedCurve(
          rule({ rampYears: ramp, shape, stockLifetimeYears: stock, turnoverBoost: boost }),
          50,
        );
        let before = 0;
        for (const value of curve) {
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(value - before).toBeLessThanOrEqual(boost / stock + 1e-12);
          expect(value).toBeGreaterThanOrEqual(before);
          before = value;
        }
      }),
    );
  });

  it.each([
    [{ rampYears: -1, shape: 'linear' as const }, 10],
    [{ rampYears: 2, shape: 'linear' as const, stockLifetimeYears: 0 }, 10],
    [{ rampYears: 2, shape: 'linear' as const, turnoverBoost: 0 }, 10],
    [{ rampYears: 2, shape: 'linear' as const }, 0],
    [{ rampYears: 2, shape: 'linear' as const }, Number.NaN],
  ])('refuses %o living %d years', (adoption, lifetime) => {
    expect(() => adoptionCurve(rule(adoption, lifetime), 5)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});

describe('a first-order response', () => {
  it('has felt 63 % of a lasting change after its time constant', () => {
    // 1 − e⁻¹, whatever τ: after τ steps of share 1 − e^(−1/τ) each, e⁻¹ of the change is still to come.
    for (const tau of [1, 5, 20])
      expect(respond(new Float64Array(30).fill(1), tau)[tau - 1]).toBeCloseTo(1 - Math.exp(-1), 12);
  });

  it('follows in full in the end, and at once when the time is 0', () => {
    expect(respond(new Float64Array(400).fill(0.7), 10).at(-1)).toBeCloseTo(0.7, 12);
    expect([...respond(Float64Array.of(0.1, 0.9), 0)]).toEqual([0.1, 0.9]);
  });

  it('is linear', () => {
    const curve = Float64Array.of(0.1, 0.4, 0.9, 1, 0.2);
    const doubled = respond(
      curve.map((value) => 2 * value),
      3,
    );
    respond(curve, 3).forEach((value, k) => expect(doubled[k]).toBeCloseTo(2 * value, 12));
  });
});

describe('adoption in a year', () => {
  it('is nothing before the start, and size times the curve from then on', () => {
    const curve = Float64Array.of(0.5, 1);
    const schedule = { startYear: 2030, size: 0.4 };
    expect([2029, 2030, 2031].map((year) => adoptionIn(curve, schedule, year))).toEqual([0, 0.2, 0.4]);
  });
});
