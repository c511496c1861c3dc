/** Worked examples of lime; factors of Vol 3 Table 2.4. */
import { describe, expect, it } from 'vitest';
import { limeProduction } from './lime.ts';

const source = 'ipcc-2006';

describe('lime', () => {
  it('100 t of high-calcium lime', () => {
    // 100 · 0.75 · 1.02
    expect(limeProduction(100, { tonnesPerTonne: 0.75, source }, 1.02).gases['CO2']).toBeCloseTo(76.5, 9);
  });

  it('the factor is the CaO of lime: 95 % of it, 44.01/56.08 t CO2 per t', () => {
    // Table 2.4: 0.95 · 0.785 = 0.745, printed as 0.75.
    expect((0.95 * 44.01) / 56.08).toBeCloseTo(0.75, 2);
  });
});
