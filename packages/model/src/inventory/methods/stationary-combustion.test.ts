/** Worked examples of stationary combustion; factors of Vol 2 Table 2.5. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addEmissions, rowOf } from './core.ts';
import { TJ, gas, wood } from './factors.case.ts';
import { netFromGross, stationaryCombustion } from './stationary-combustion.ts';

const ar5 = { id: 'AR5' as const, source: 'ipcc', values: { CO2: 1, 'CH4-fossil': 30, 'CH4-biogenic': 28, N2O: 265 } };

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
