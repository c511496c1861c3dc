/** Worked examples of the energy and transport methods; factors of the 2006 IPCC Guidelines, Vol 2. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  addEmissions,
  aviation,
  districtFactor,
  fugitive,
  gasLeakage,
  gridLosses,
  gridSupplied,
  netFromGross,
  roadFuelSold,
  roadVehicleKm,
  rowOf,
  stationaryCombustion,
  transportFuel,
} from './index.ts';
import type { FuelFactor } from './index.ts';

const gas: FuelFactor = { co2KgPerTj: 56_100, ch4KgPerTj: 5, n2oKgPerTj: 0.1, biogenic: false, source: 'ipcc-2006' };
const wood: FuelFactor = { co2KgPerTj: 112_000, ch4KgPerTj: 300, n2oKgPerTj: 4, biogenic: true, source: 'ipcc-2006' };
const petrol: FuelFactor = { co2KgPerTj: 69_300, ch4KgPerTj: 25, n2oKgPerTj: 8, biogenic: false, source: 'ipcc-2006' };
const diesel: FuelFactor = {
  co2KgPerTj: 74_100,
  ch4KgPerTj: 4.15,
  n2oKgPerTj: 28.6,
  biogenic: false,
  source: 'ipcc-2006',
};
const kerosene: FuelFactor = {
  co2KgPerTj: 71_500,
  ch4KgPerTj: 0.5,
  n2oKgPerTj: 2,
  biogenic: false,
  source: 'ipcc-2006',
};
const ar5 = { id: 'AR5' as const, source: 'ipcc', values: { CO2: 1, 'CH4-fossil': 30, 'CH4-biogenic': 28, N2O: 265 } };
/** 1 TJ in MWh. */
const TJ = 1000 / 3.6;

describe('stationary combustion', () => {
  it('burns 10 TJ of gas to 561 t CO2, 50 kg CH4, 1 kg N2O', () => {
    const { gases } = stationaryCombustion(10 * TJ, gas);
    expect(gases['CO2']).toBeCloseTo(561, 9);
    expect(gases['CH4-fossil']).toBeCloseTo(0.05, 12);
    expect(gases['N2O']).toBeCloseTo(0.001, 12);
  });

  it('keeps the CO2 of wood apart, and counts its CH4 and N2O', () => {
    const emission = stationaryCombustion(TJ, wood);
    expect(emission.biogenicCo2Tonnes).toBeCloseTo(112, 9);
    expect(emission.gases).toEqual({ 'CH4-biogenic': expect.closeTo(0.3, 12), N2O: expect.closeTo(0.004, 12) });
    // 0.3 · 28 + 0.004 · 265 = 8.4 + 1.06
    expect(rowOf('I.1.1', emission, ar5, { provenance: 'city-value' }).co2eTonnes).toBeCloseTo(9.46, 9);
  });

  it('takes gas billed gross at nine tenths', () => {
    expect(netFromGross(100, 'gas')).toBe(90);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (mwh) => {
    expect(() => stationaryCombustion(mwh, gas)).toThrow(expect.objectContaining({ code: 'not-a-number' }));
  });

  it('refuses fuel below nought', () => {
    expect(() => stationaryCombustion(-1, gas)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });

  it('is proportional, and adds up over fuels', () => {
    const mwh = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(mwh, mwh, (one, other) => {
        const sum = addEmissions('x', [stationaryCombustion(one, gas), stationaryCombustion(other, gas)]);
        const whole = stationaryCombustion(one + other, gas);
        expect(Math.abs(sum.gases['CO2']! - whole.gases['CO2']!)).toBeLessThanOrEqual(1e-12 * (one + other));
      }),
    );
  });
});

describe('grid-supplied energy', () => {
  const grid = { tonnesPerMwh: { CO2: 0.5 }, source: 'ember' };

  it('is energy times the factor of the grid', () => {
    expect(gridSupplied(2_000, grid).gases['CO2']).toBeCloseTo(1_000, 9);
  });

  it('loses a quarter of what is delivered where a fifth of generation is lost', () => {
    // To deliver 0.8, 1 is generated: 0.2 / 0.8 = 0.25. 1 000 MWh · 0.25 · 0.5 = 125 t.
    expect(gridLosses(1_000, grid, { value: 0.2, of: 'generated', source: 'wb' }).gases['CO2']).toBeCloseTo(125, 9);
    expect(gridLosses(1_000, grid, { value: 0.25, of: 'delivered', source: 'x' }).gases['CO2']).toBeCloseTo(125, 9);
  });

  it('use and losses are the emissions of generation', () => {
    const unit = fc.double({ min: 0, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(unit, fc.double({ min: 1, max: 1e8, noNaN: true }), (value, mwh) => {
        const loss = gridLosses(mwh, grid, { value, of: 'generated', source: 'x' }).gases['CO2']!;
        const generated = (mwh / (1 - value)) * 0.5;
        expect((gridSupplied(mwh, grid).gases['CO2']! + loss) / generated).toBeCloseTo(1, 10);
      }),
    );
  });
});

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

describe('transport', () => {
  it('by fuel sold: 1 TJ of petrol is 69.3 t CO2', () => {
    expect(roadFuelSold(TJ, petrol).gases['CO2']).toBeCloseTo(69.3, 9);
    expect(roadFuelSold(TJ, petrol, 0.8).gases['CO2']).toBeCloseTo(55.44, 9);
  });

  it('by vehicle-kilometres: a million km at 2.5 MJ, four fifths in the city', () => {
    // 1e6 km · 2.5 MJ = 2.5 TJ → 173.25 t CO2; inside 138.6, outside 34.65.
    const { inside, outside } = roadVehicleKm({ vehicleKm: 1e6, mwhPerKm: 2.5 / 3600, factor: petrol }, 0.8);
    expect(inside.gases['CO2']).toBeCloseTo(138.6, 9);
    expect(outside.gases['CO2']).toBeCloseTo(34.65, 9);
  });

  it('kilometres and fuel agree when they describe the same traffic', () => {
    const driven = roadVehicleKm({ vehicleKm: 5e6, mwhPerKm: 6e-4, factor: petrol }).inside;
    expect(driven.gases).toEqual(roadFuelSold(5e6 * 6e-4, petrol).gases);
  });

  it('rail: 2 TJ of diesel, 30 % of the line in the city', () => {
    const { inside, outside } = transportFuel('rail', 2 * TJ, diesel, 0.3);
    // 148.2 t CO2 in all; N2O 57.2 kg.
    expect(inside.gases['CO2']).toBeCloseTo(44.46, 9);
    expect(outside.gases['N2O']).toBeCloseTo(0.0572 * 0.7, 9);
  });

  it('aviation: landings and take-offs inside, cruise outside, times the share of the city', () => {
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

describe('fugitive emissions', () => {
  it('are activity times factor, less recovery', () => {
    const factor = { tonnesPerUnit: { 'CH4-fossil': 0.012, CO2: 0.0001 }, source: 'ipcc-2006' };
    const { gases } = fugitive(10_000, factor, 20);
    expect(gases['CH4-fossil']).toBeCloseTo(100, 9);
    expect(gases['CO2']).toBeCloseTo(1, 9);
    expect(() => fugitive(10, factor, 20)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });

  it('leakage: a million m3, 1 % lost, 95 % methane of 0.678 kg/m3', () => {
    const leak = gasLeakage({ m3: 1e6, leakShare: 0.01, methaneShare: 0.95, source: 'x' });
    expect(leak.gases['CH4-fossil']).toBeCloseTo(9500 * 0.6785e-3, 3);
  });
});
