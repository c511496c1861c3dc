import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatWorld, runOf } from './climate.case.ts';
import { crossCheck, type CrossCheck } from './cross-check.ts';
import { TCRE, cumulativeTo, warmingOf } from './tcre.ts';
import type { EmissionDelta } from './types.ts';

/** The same figure in every year from 2025 to 2100, or rising to it by 2050. */
const steady = (species: string, value: number, ramp = false): EmissionDelta => ({
  species,
  firstYear: 2025,
  values: Float64Array.from({ length: 76 }, (_, i) => (ramp ? Math.min(1, i / 25) : 1) * value),
});

describe('the estimate by cumulative emissions', () => {
  it('counts every year before, and half of the last', () => {
    // Ten years of 1 Gt from 2025 on and half of 2035.
    expect(cumulativeTo([steady('CO2 FFI', 1)], 2035).net).toBeCloseTo(10.5, 12);
    expect(cumulativeTo([steady('CO2 FFI', 1)], 2024).net).toBe(0);
  });

  it('gives the published figure for 10 Gt CO2 less, reached by 2050', () => {
    // Σ = −(130 + 500 − 5) = −625 Gt: 0 to 10 over 2025–2050 is 130, 50 further years 500, half of 2100 off. · 0.45 K / 1000 Gt = −0.281 K.
    const { net } = cumulativeTo([steady('CO2 FFI', -10, true)], 2100);
    expect(net).toBeCloseTo(-625, 9);
    expect(warmingOf(net).central).toBeCloseTo(-0.28125, 9);
    expect(warmingOf(net)).toMatchObject({ low: -625 * TCRE.high, high: -625 * TCRE.low });
  });

  it('weighs nitrous oxide by 273', () => {
    // 1 Mt/yr over ten and a half years: 10.5 · 0.273 Gt CO2e.
    expect(cumulativeTo([steady('N2O', 1)], 2035).net).toBeCloseTo(2.8665, 12);
  });

  it('weighs methane by GWP*: mostly by how the flow has changed in twenty years', () => {
    // 100 Mt/yr less from 2025: 27.9 · 0.1 = 2.79 Gt. To mid-2045 (20.5 years, of which 0.5 have the delayed term):
    // −2.79 · (4.53 · 20.5 − 4.25 · 0.5) = −253.16; each further year −2.79 · 0.28 = −0.78.
    const change = [steady('CH4', -100)];
    expect(cumulativeTo(change, 2045).net).toBeCloseTo(-2.79 * (4.53 * 20.5 - 4.25 * 0.5), 9);
    expect(cumulativeTo(change, 2071).net - cumulativeTo(change, 2070).net).toBeCloseTo(-2.79 * 0.28, 9);
  });

  it('is linear in the change', () => {
    const value = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(value, value, fc.constantFrom('CO2 FFI', 'CO2 AFOLU', 'CH4', 'N2O'), (a, b, species) => {
        const of = (...values: number[]) => cumulativeTo(values.map((v) => steady(species, v)), 2090).net; // prettier-ignore
        expect(of(a, b)).toBeCloseTo(of(a) + of(b), 9);
        expect(of(3 * a)).toBeCloseTo(3 * of(a), 9);
      }),
    );
  });
});

describe('the cross-check', () => {
  const world = flatWorld(2100);
  /** The check of a change whose paired difference is the same in three members and all years. */
  const check = (deltas: readonly EmissionDelta[], kelvin: number, year?: number): CrossCheck => {
    const years = Array<number>(76).fill(kelvin);
    const difference = runOf([years, years, years], 2025);
    return crossCheck({ emissions: world, deltas, difference, ...(year !== undefined && { year }) });
  };
  const less = [steady('CO2 FFI', -10, true)];

  it('agrees with the ensemble median of the reference runs, −0.218 K for −0.281 K', () => {
    // FaIR 2.2.3 with calibration 1.4.1 over ssp245, 841 members.
    const { agrees, ratio, findings, year } = check(less, -0.218);
    expect({ agrees, findings, year }).toEqual({ agrees: true, findings: [], year: 2100 });
    expect(ratio).toBeCloseTo(0.218 / 0.28125, 9);
  });

  it.each([-0.19, -0.37, 0.28])('finds fault with %d K', (kelvin) => {
    const { agrees, findings } = check(less, kelvin);
    expect(agrees).toBe(false);
    expect(findings).toMatchObject([{ code: 'climate-cross-check', severity: 'warning' }]);
    expect(findings[0]!.message).toMatch(/In 2100 the ensemble gives .* mK, the estimate .* -281 mK/);
    expect(findings[0]!.remedy).not.toBe('');
  });

  it.each([
    ['no-change', [], 0, 2100],
    ['no-change', [steady('CO2 FFI', 0)], 0, 2100],
    ['too-early', less, -0.02, 2040],
    ['not-co2-led', [steady('CH4', -100)], -0.16, 2100],
    ['not-co2-led', [steady('CO2 FFI', -1), steady('N2O', 4)], 0, 2100],
    // 11 % of the world's sulfur may be worth 0.11 · 0.8 = 0.088 K, more than three tenths of 0.281 K.
    ['other-species', [...less, steady('Sulfur', -1.1)], -0.1, 2100],
    // 76 years of 1.5 kt: 114 kt · 10 000 t CO2e/t = 1.14 Gt where three tenths of 1 Gt may be left out.
    ['other-species', [steady('CO2 FFI', -1 / 76), steady('HFC-134a', -1.5)], -0.001, 2100],
    ['too-small', [steady('CO2 FFI', -1e-9)], -3e-11, 2100],
  ] as const)('does not apply: %s', (reason, deltas, kelvin, year) => {
    const result = check(deltas, kelvin, year);
    expect(result.notApplicable).toBe(reason);
    expect(result.agrees).toBeUndefined();
    expect(result.findings).toMatchObject([{ code: 'climate-cross-check-not-applicable', severity: 'note' }]);
  });

  it('lets pass what is left out but cannot matter', () => {
    expect(check([...less, steady('Sulfur', -0.5), steady('HFC-134a', -10)], -0.25).agrees).toBe(true);
  });

  it('refuses a year that the difference does not have', () => {
    expect(() => check(less, -0.2, 2101)).toThrow(expect.objectContaining({ code: 'year-outside-plan' }));
  });
});
