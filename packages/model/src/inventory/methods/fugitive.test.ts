/** Worked example of fugitive emissions. */
import { describe, expect, it } from 'vitest';
import { fugitive } from './fugitive.ts';

describe('fugitive emissions', () => {
  it('are activity times factor, less recovery', () => {
    const factor = { tonnesPerUnit: { 'CH4-fossil': 0.012, CO2: 0.0001 }, source: 'ipcc-2006' };
    // 10 000 · 0.012 = 120 t CH4, 20 t of it flared; 10 000 · 0.0001 = 1 t CO2.
    const { gases } = fugitive(10_000, factor, 20);
    expect(gases['CH4-fossil']).toBeCloseTo(100, 9);
    expect(gases['CO2']).toBeCloseTo(1, 9);
    expect(() => fugitive(10, factor, 20)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});
