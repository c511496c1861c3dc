/** Worked examples of road transport by fuel sold. */
import { describe, expect, it } from 'vitest';
import { TJ, petrol } from './factors.case.ts';
import { roadFuelSold } from './road-fuel-sold.ts';

describe('road transport by fuel sold', () => {
  it('1 TJ of petrol is 69.3 t CO2; four fifths of it driven in the city, 55.44 t', () => {
    // 1 TJ · 69 300 kg/TJ; · 0.8
    expect(roadFuelSold(TJ, petrol).gases['CO2']).toBeCloseTo(69.3, 9);
    expect(roadFuelSold(TJ, petrol, 0.8).gases['CO2']).toBeCloseTo(55.44, 9);
  });
});
