import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactExp, exactOne, fixed, ulpsFrom } from './exact-exp.case.ts';
import * as constants from './kernel-constants.ts';
import { exp, log, oneMinusExp, oneMinusExpTiny } from './maths.ts';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Numbers of all sizes between two powers of ten. */
const sized = (from: number, to: number) => real(from, to).map((exponent) => 10 ** exponent);
const runs = { numRuns: 2000 };

describe('the exponential', () => {
  it('gives what tables have', () => {
    // e = 2.718281828459045 235…, √e = 1.648721270700128 146…, e⁻¹⁰ = 4.539992976248485 153…e-5; the last place of e is 2⁻⁵¹.
    expect(exp(0)).toBe(1);
    expect(Math.abs(exp(1) - 2.718281828459045)).toBeLessThanOrEqual(2 ** -51);
    expect(exp(0.5)).toBe(1.6487212707001282);
    expect(exp(-10)).toBeCloseTo(4.539992976248485e-5, 19);
  });

  it('is within a unit in the last place or so of whole-number arithmetic', () => {
    const law = fc.property(real(-60, 60), (x) => ulpsFrom(exp(x), exactExp(fixed(x))) <= 1.25);
    fc.assert(law, runs);
  });

  it('holds arguments beyond ±700, and passes NaN on', () => {
    expect(exp(1e9)).toBe(exp(700));
    expect(exp(-Infinity)).toBe(exp(-700));
    expect(exp(NaN)).toBeNaN();
  });
});

describe('one minus the exponential', () => {
  it('keeps its digits where 1 − exp(−δ) loses them', () => {
    // δ = 2⁻³⁰: δ − δ²/2 + δ³/6 = 2⁻³⁰ − 2⁻⁶¹ + 2⁻⁹⁰/6. The first two are one float64; the third is below half its last place (2⁻⁸³).
    const expected = 2 ** -30 - 2 ** -61;
    expect(oneMinusExp(2 ** -30)).toBe(expected);
    expect(oneMinusExpTiny(2 ** -30)).toBe(expected);
    expect(Math.abs(1 - Math.exp(-(2 ** -30)) - expected) / expected).toBeGreaterThan(1e-10);
  });

  it.each([
    ['in general', oneMinusExp],
    ['next to nothing', oneMinusExpTiny],
  ])('is within a unit in the last place or two, %s', (_, f) => {
    const law = fc.property(sized(-12, 1.9), (delta) => ulpsFrom(f(delta), exactOne - exactExp(fixed(-delta))) <= 1.5);
    fc.assert(law, runs);
  });

  it('is one when nothing stays, and passes NaN on', () => {
    expect(oneMinusExp(1e300)).toBe(1);
    expect(oneMinusExp(Infinity)).toBe(1);
    expect(oneMinusExpTiny(50)).toBe(1);
    expect(oneMinusExp(NaN)).toBeNaN();
    expect(oneMinusExpTiny(NaN)).toBeNaN();
  });
});

describe('the logarithm', () => {
  it('gives what tables have', () => {
    // ln 2 = 0.693147180559945 309…, ln 10 = 2.302585092994045 684…
    expect(log(1)).toBe(0);
    expect(log(2)).toBe(0.6931471805599453);
    expect(log(0.5)).toBe(-0.6931471805599453);
    expect(log(10)).toBe(2.302585092994046);
  });

  it('is within one unit in the last place of whole-number arithmetic', () => {
    // With y = log x in floating point, ln x = y + ln(x e^−y) = y + (x e^−y − 1) to far more digits than are looked at.
    const law = fc.property(sized(-20, 20), (x) => {
      const y = log(x);
      const rest = (fixed(x) * exactExp(fixed(-y))) / exactOne - exactOne;
      return y === 0 || ulpsFrom(y, fixed(y) + rest) <= 1;
    });
    fc.assert(law, runs);
  });

  it.each([0, -1, -Infinity, Infinity, NaN, 5e-324, 1e308])('of %s is no number', (x) => expect(log(x)).toBeNaN());
});

describe('constants written out', () => {
  it('are what their names say', () => {
    expect(constants.ROOT_CH4_REFERENCE).toBe(Math.sqrt(731.41));
    expect(constants.CO2_REFERENCE_INVERSE).toBe(1 / constants.CO2_REFERENCE);
    expect(constants.CO2_SPAN).toBe(-constants.B1 / (2 * constants.A1));
    expect(constants.LN2_HIGH + constants.LN2_LOW).toBe(Math.LN2);
    expect(constants.LOG2_E).toBe(Math.LOG2E);
    expect(constants.ROUNDER).toBe(1.5 * 2 ** 52);
    expect([constants.SIXTH, constants.TWENTYFOURTH]).toEqual([1 / 6, 1 / 24]);
    expect([constants.LOG_FROM, constants.LOG_BELOW]).toEqual([2 ** -1022, 2 ** 1023]);
    expect(constants.LINEAR + constants.LINEAR_SIZE).toBe(constants.ROW_SIZE);
    expect(constants.PER_LINEAR + constants.LINEAR_SIZE).toBe(constants.EBM);
    expect(constants.EBM + 17).toBe(constants.MEMBER_SIZE);
  });
});
