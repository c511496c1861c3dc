/** Worked example of off-road machines; factors of Vol 2 Table 3.3.1. */
import { describe, expect, it } from 'vitest';
import { TJ, diesel } from './factors.case.ts';
import { offRoadFuel } from './off-road.ts';

describe('off-road machines', () => {
  it('10 TJ of diesel on building sites, all of it scope 1', () => {
    // 10 · 74 100 kg = 741 t CO2; 10 · 4.15 = 41.5 kg CH4; 10 · 28.6 = 286 kg N2O.
    const { gases, method } = offRoadFuel(10 * TJ, diesel);
    expect(gases).toEqual({
      CO2: expect.closeTo(741, 9),
      'CH4-fossil': expect.closeTo(0.0415, 12),
      N2O: expect.closeTo(0.286, 12),
    });
    expect(method).toBe('off-road-fuel');
  });
});
