/** Worked examples of glass; factors of Vol 3 Ch 2. */
import { describe, expect, it } from 'vitest';
import { glassProduction } from './glass.ts';

const source = 'ipcc-2006';

describe('glass', () => {
  it('half of it cullet', () => {
    // 100 · 0.20 · (1 − 0.5)
    expect(glassProduction(100, { tonnesPerTonne: 0.2, source }, 0.5).gases['CO2']).toBeCloseTo(10, 9);
  });

  it('from cullet alone there is no CO2, and more than all of it is refused', () => {
    expect(glassProduction(100, { tonnesPerTonne: 0.2, source }, 1).gases['CO2']).toBe(0);
    expect(() => glassProduction(100, { tonnesPerTonne: 0.2, source }, 1.2)).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});
