/** Worked examples of road transport by vehicle-kilometres. */
import { describe, expect, it } from 'vitest';
import { petrol } from './factors.case.ts';
import { roadFuelSold } from './road-fuel-sold.ts';
import { roadVehicleKm } from './road-vehicle-km.ts';

describe('road transport by vehicle-kilometres', () => {
  it('a million km at 2.5 MJ, four fifths in the city', () => {
    // 1e6 km · 2.5 MJ = 2.5 TJ → 173.25 t CO2; inside 138.6, outside 34.65.
    const { inside, outside } = roadVehicleKm({ vehicleKm: 1e6, mwhPerKm: 2.5 / 3600, factor: petrol }, 0.8);
    expect(inside.gases['CO2']).toBeCloseTo(138.6, 9);
    expect(outside.gases['CO2']).toBeCloseTo(34.65, 9);
  });

  it('kilometres and fuel agree when they describe the same traffic', () => {
    const driven = roadVehicleKm({ vehicleKm: 5e6, mwhPerKm: 6e-4, factor: petrol }).inside;
    expect(driven.gases).toEqual(roadFuelSold(5e6 * 6e-4, petrol).gases);
  });
});
