/** Worked example of urea; factor of Vol 4 Ch 11. */
import { describe, expect, it } from 'vitest';
import { urea } from './urea.ts';

const source = 'ipcc-2006';

describe('urea', () => {
  it('30 t', () => {
    // 30 · 0.20 · 44/12 = 22
    expect(urea(30, 0.2, source).gases['CO2']).toBeCloseTo(22, 9);
  });

  it('the factor is the carbon of urea', () => {
    // C 12.011 / CO(NH2)2 60.056
    expect(12.011 / 60.056).toBeCloseTo(0.2, 4);
  });
});
