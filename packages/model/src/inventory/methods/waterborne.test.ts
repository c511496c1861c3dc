/** Worked example of waterborne navigation; factors of Vol 2 Tables 3.5.2 and 3.5.3. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { TJ, shipFuel } from './factors.case.ts';
import { waterborneFuel } from './waterborne.ts';

describe('waterborne navigation', () => {
  it('5 TJ of residual fuel oil, a tenth of the voyage in the harbour', () => {
    // 5 · 77 400 kg = 387 t CO2 in all: 38.7 inside, 348.3 outside. CH4 5 · 7 = 35 kg: 3.5 inside. N2O 5 · 2 = 10 kg: 1 inside.
    const { inside, outside } = waterborneFuel(5 * TJ, shipFuel, 0.1);
    expect(inside.gases).toEqual({
      CO2: expect.closeTo(38.7, 9),
      'CH4-fossil': expect.closeTo(0.0035, 12),
      N2O: expect.closeTo(0.001, 12),
    });
    expect(outside.gases['CO2']).toBeCloseTo(348.3, 9);
    expect(inside.method).toBe('waterborne-fuel');
  });

  it('inside and outside add up to the fuel, wherever the boundary runs', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (part) => {
        const { inside, outside } = waterborneFuel(TJ, shipFuel, part);
        expect(inside.gases['CO2']! + outside.gases['CO2']!).toBeCloseTo(77.4, 9);
      }),
    );
  });

  it('refuses more than the whole voyage', () => {
    expect(() => waterborneFuel(1, shipFuel, 1.1)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});
