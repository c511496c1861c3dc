/** Worked examples of aviation; factors of Vol 2 Tables 3.6.4 and 3.6.5. */
import { describe, expect, it } from 'vitest';
import { aviation } from './aviation.ts';
import { TJ, kerosene } from './factors.case.ts';

describe('aviation', () => {
  it('landings and take-offs inside, cruise outside, times the share of the city', () => {
    // 100 TJ loaded, 1 000 cycles of 36 GJ = 36 TJ. Half the passengers are the city's: 18 TJ inside, 32 TJ outside.
    const traffic = { fuelMwh: 100 * TJ, cycles: 1000, mwhPerCycle: 10, cityShare: 0.5, airportInside: true };
    expect(aviation(traffic, kerosene).inside.gases['CO2']).toBeCloseTo(18 * 71.5, 6);
    expect(aviation(traffic, kerosene).outside.gases['CO2']).toBeCloseTo(32 * 71.5, 6);
    expect(aviation({ ...traffic, airportInside: false }, kerosene).outside.gases['CO2']).toBeCloseTo(50 * 71.5, 6);
    expect(() => aviation({ ...traffic, cycles: 1e5 }, kerosene)).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});
