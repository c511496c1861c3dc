/** Worked examples of district heat and cooling. */
import { describe, expect, it } from 'vitest';
import { districtFactor } from './district-energy.ts';
import { TJ, gas } from './factors.case.ts';

describe('district energy', () => {
  it('spreads the fuel over the heat', () => {
    // 1 TJ gas = 56.1 t CO2 over 250 MWh of heat.
    expect(districtFactor({ fuels: [{ mwh: TJ, factor: gas }], heatMwh: 250 }).tonnesPerMwh['CO2']).toBeCloseTo(
      0.2244,
      9,
    );
  });

  it('charges heat with its share in a combined plant', () => {
    // Heat 90/0.9 = 100, electricity 40/0.4 = 100: half each. 56.1 t · ½ / 90 MWh.
    const plant = { fuels: [{ mwh: TJ, factor: gas }], heatMwh: 90, electricityMwh: 40 };
    expect(districtFactor(plant).tonnesPerMwh['CO2']).toBeCloseTo(28.05 / 90, 9);
    expect(() => districtFactor({ ...plant, heatMwh: 0 })).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});
