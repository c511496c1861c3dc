/** Worked example of liming; factors of Vol 4 Ch 11. */
import { describe, expect, it } from 'vitest';
import { liming } from './liming.ts';

const source = 'ipcc-2006';

describe('liming', () => {
  it('100 t of limestone, or of dolomite', () => {
    // 100 · 0.12 · 44/12 = 44; · 0.13 = 47.667
    expect(liming(100, 0.12, source).gases['CO2']).toBeCloseTo(44, 9);
    expect(liming(100, 0.13, source).gases['CO2']).toBeCloseTo(47.667, 3);
  });

  it('the factor is the carbon of limestone', () => {
    // C 12.011 / CaCO3 100.087
    expect(12.011 / 100.087).toBeCloseTo(0.12, 3);
  });
});
