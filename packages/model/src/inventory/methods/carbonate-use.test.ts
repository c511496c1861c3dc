/** Worked examples of carbonates; factors of Vol 3 Table 2.1. */
import { describe, expect, it } from 'vitest';
import { carbonateUse } from './carbonate-use.ts';

const source = 'ipcc-2006';

describe('carbonate use', () => {
  it('100 t of soda ash, all of it used up', () => {
    expect(carbonateUse(100, { tonnesPerTonne: 0.41492, source }).gases['CO2']).toBeCloseTo(41.492, 9);
  });

  it('limestone: the factor is the ratio of molar masses', () => {
    // CO2 44.0095 / CaCO3 100.0869 = 0.43971; nine tenths calcined of 1 000 t: 395.74 t.
    const tonnesPerTonne = 44.0095 / 100.0869;
    expect(tonnesPerTonne).toBeCloseTo(0.43971, 5);
    expect(carbonateUse(1000, { tonnesPerTonne, source }, 0.9).gases['CO2']).toBeCloseTo(395.74, 2);
  });
});
