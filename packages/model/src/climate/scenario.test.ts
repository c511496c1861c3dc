import { describe, expect, it } from 'vitest';
import * as at from './kernel-constants.ts';
import { pollutantColumn, scenarioLayer } from './scenario.ts';
import { speciesIndex } from './species.ts';
import { steadyEmissions, toyPack } from './toy-pack.case.ts';

const layer = scenarioLayer(toyPack(1, 0.25));

/** Natural emissions to 1760, and more of a species in 1750 alone. */
function withPulse(species: string, amount: number) {
  const emissions = steadyEmissions(1760);
  emissions.values[speciesIndex(species) * 11]! += amount;
  return emissions;
}

const rowsOf = (species: string, amount: number) => {
  const { rows } = layer.rows(withPulse(species, amount), layer.start, 1760);
  return (year: number, place: number): number => rows[(year - 1750) * at.ROW_SIZE + place]!;
};

describe('what a scenario is before any member', () => {
  it('halogenated gases: in the air, forcing and carrying chlorine, then less by e^−1/(ατ) a year', () => {
    // The toy gas: α = 0.088 e^(63.7/26.2), τ = 102; 100 kt in 1750: R = 100 ατ (1 − e^−1/(ατ)); ppt = R / (5.1352 · 120.91/28.97).
    const alphaTau = 0.088 * Math.exp(63.7 / 26.2) * 102;
    const ppt = (100 * alphaTau * (1 - Math.exp(-1 / alphaTau))) / (5.1352 * (120.91 / 28.97));
    const before = rowsOf('CFC-12', 0);
    const after = rowsOf('CFC-12', 100);
    // Forcing 0.32 W/m² per ppb, 12 % more by adjustment; chlorine 2 atoms · 0.23 released.
    expect(after(1750, at.MINOR_GASES)).toBeCloseTo(ppt * 0.32e-3 * 1.12, 13);
    expect(after(1750, at.CHLORINE_CHANGE) - before(1750, at.CHLORINE_CHANGE)).toBeCloseTo(ppt * 2 * 0.23, 10);
    expect(after(1755, at.MINOR_GASES)).toBeCloseTo(ppt * 0.32e-3 * 1.12 * Math.exp(-5 / alphaTau), 13);
  });

  it('nitrous oxide, as a root, and against the reference of the formula', () => {
    const alphaTau = 0.0767 * Math.exp(65.4 / 25.5) * 109;
    const ppb = (50 * alphaTau * (1 - Math.exp(-1 / alphaTau))) / (5.1352 * (44.013 / 28.97));
    const row = rowsOf('N2O', 50);
    expect(row(1750, at.N2O_CHANGE)).toBeCloseTo(ppb, 12);
    expect(row(1750, at.ROOT_N2O)).toBeCloseTo(Math.sqrt(270.1 + ppb), 13);
    expect(row(1750, at.ROOT_N2O_CHANGE)).toBeCloseTo(Math.sqrt(270.1 + ppb) - Math.sqrt(273.87), 13);
  });

  it('carbon: the sum before the year for uptake, the sum with the year for land use', () => {
    const land = rowsOf('CO2 AFOLU', 3);
    expect([land(1750, at.CO2_EMITTED), land(1751, at.CO2_EMITTED)]).toEqual([3, 0]);
    expect([land(1750, at.CO2_CUMULATIVE), land(1751, at.CO2_CUMULATIVE)]).toEqual([0, 3]);
    expect([land(1750, at.LAND_CUMULATIVE), land(1751, at.LAND_CUMULATIVE)]).toEqual([3, 3]);
    expect(rowsOf('CO2 FFI', 3)(1750, at.LAND_CUMULATIVE)).toBe(0);
  });

  it('pollutants above their baselines, and whole for clouds', () => {
    const row = rowsOf('Sulfur', 7);
    expect(row(1750, pollutantColumn('Sulfur'))).toBeCloseTo(7, 14);
    expect(row(1750, at.SULFUR)).toBeCloseTo(9.3, 14);
    expect(row(1751, pollutantColumn('Sulfur'))).toBe(0);
  });

  it('the chemistry of methane: emissions of the year, concentrations of its beginning', () => {
    // NOx 10 Mt above its baseline: 1 − 0.0034 · 10 = 0.966, in that year. N2O: −9.5e-4 per ppb, from the next year on.
    expect(rowsOf('NOx', 10)(1750, at.CH4_CHEMISTRY)).toBeCloseTo(0.966, 14);
    const before = rowsOf('N2O', 0);
    const after = rowsOf('N2O', 50);
    expect(after(1750, at.CH4_CHEMISTRY)).toBe(before(1750, at.CH4_CHEMISTRY));
    const ratio = after(1751, at.CH4_CHEMISTRY) / before(1751, at.CH4_CHEMISTRY);
    expect(ratio).toBeCloseTo(1 - 9.5e-4 * after(1750, at.N2O_CHANGE), 13);
  });

  it('natural forcing of the end of the year', () => {
    const row = rowsOf('CH4', 0);
    expect([row(1750, at.SOLAR), row(1750, at.VOLCANIC)]).toEqual([0.25, 0]);
  });

  it('goes on from the middle with the same bits', () => {
    const emissions = withPulse('HFC-134a', 30);
    const whole = layer.rows(emissions, layer.start, 1760);
    const first = layer.rows(emissions, layer.start, 1753);
    const second = layer.rows(emissions, first.end, 1760);
    expect(second.rows).toEqual(whole.rows.subarray(4 * at.ROW_SIZE));
    expect(second.end).toEqual(whole.end);
    expect(first.end.year).toBe(1754);
  });
});
