import { describe, expect, it } from 'vitest';
import { ch4Forcing, co2Forcing, n2oForcing } from './forcing.ts';

const rootN2o = Math.sqrt(273.87);
const rootCh4 = Math.sqrt(731.41);

describe('forcing of the greenhouse gases (Meinshausen et al. 2020, table 3)', () => {
  it('is 3.746 W/m² for twice the CO2 of 1750', () => {
    // α′ = 5.2488 − 2.4785e-7 · 277.15² + 7.5906e-4 · 277.15 = 5.2488 − 0.0190378846 + 0.210373479 = 5.4401355944;
    // c1 √N = −2.1492e-3 · 16.5490180978 = −0.0355671497; (5.4401355944 − 0.0355671497) · ln 2 = 3.7461613796.
    expect(co2Forcing(2 * 277.15, rootN2o)).toBeCloseTo(3.7461613796, 9);
  });

  it('is nothing for the gases of 1750', () => {
    expect(co2Forcing(277.15, rootN2o)).toBeCloseTo(0, 14);
    expect(ch4Forcing(rootCh4, rootN2o)).toBe(0);
    expect(n2oForcing(Math.sqrt(277.15), rootCh4, rootN2o, 0)).toBe(0);
  });

  it('of methane, doubled, is 0.445 W/m²', () => {
    // √1462.82 = 38.2468299; −8.9603e-5 · 38.2468299 − 1.2462e-4 · 16.5490181 + 0.045194 = 0.0397046307; · 11.2022371 = 0.4447806878.
    expect(ch4Forcing(Math.sqrt(2 * 731.41), rootN2o)).toBeCloseTo(0.4447806878, 9);
  });

  it('of nitrous oxide, √N a tenth higher, is 0.189 W/m²', () => {
    // √N = 18.2039199; a2 √C + b2 √N + c2 √M + d2 = −0.0056931 + 0.0046338 − 0.0065873 + 0.12173 = 0.1140835005; · 1.6549018098.
    const root = 1.1 * rootN2o;
    expect(n2oForcing(Math.sqrt(277.15), rootCh4, root, root - rootN2o)).toBeCloseTo(0.1887969913, 9);
  });

  it('of CO2 has a strength that is constant below 277.15 ppm and above 1808 ppm', () => {
    // Below: α′ = d1. Above C_max = 277.15 + 1531.289: α′ = d1 − b1²/(4 a1) = 5.2488 + 0.5811701469 = 5.8299701469.
    const strength = (co2: number): number => co2Forcing(co2, 0) / Math.log(co2 / 277.15);
    expect(strength(200)).toBeCloseTo(5.2488, 12);
    expect(strength(3000)).toBeCloseTo(5.8299701469, 9);
    expect(strength(4000)).toBeCloseTo(5.8299701469, 9);
  });

  it('is no number for a concentration that is none', () => {
    expect(co2Forcing(0, rootN2o)).toBeNaN();
    expect(co2Forcing(-5, rootN2o)).toBeNaN();
  });
});
