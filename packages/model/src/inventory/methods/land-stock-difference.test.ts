/** Worked example of the stock-difference method. */
import { describe, expect, it } from 'vitest';
import { stockDifference } from './land-stock-difference.ts';

const source = 'ipcc-2006';

describe('stock difference', () => {
  it('growing stocks are removals', () => {
    // (1 150 − 1 000) t C over 5 years = 30 t C/yr = −110 t CO2.
    const change = { fromYear: 2015, toYear: 2020, fromTonnesC: 1000, toTonnesC: 1150, source };
    expect(stockDifference(change).gases['CO2']).toBeCloseTo(-110, 9);
    expect(() => stockDifference({ ...change, toYear: 2015 })).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});
