import { describe, expect, it } from 'vitest';
import { flatWorld } from '../climate/climate.case.ts';
import { series } from './city.case.ts';
import type { NetworkSum } from './result.ts';
import { gasPaths } from './thousand.ts';
import { CO_EMITTED, worldDifference } from './world.ts';

/** The parts of a sum that the world looks at: one year. */
function sumOf(
  difference: Partial<Record<'co2' | 'co2Land' | 'ch4' | 'n2o', number>>,
  gridShare = 0,
  hfc134a = 0,
): NetworkSum {
  const paths = gasPaths((gas) => series(gas === 'fgas' ? 0 : (difference[gas] ?? 0)));
  return { difference: paths, gridShare: series(gridShare), hfc134a: series(hfc134a) } as NetworkSum;
}

const world = flatWorld(2100, { 'CO2 FFI': 40, 'CO2 AFOLU': 4, Sulfur: 80 });
const options = { gridShare: true, firstYear: 2030 };
const changes = (list: readonly { species: string; values: Float64Array }[]) =>
  Object.fromEntries(list.map(({ species, values }) => [species, values[0]]));

describe('tonnes of cities in the units of the world', () => {
  it('Gt of CO2, Mt of CH4 and N2O, kt of HFC-134a', () => {
    const sum = sumOf({ co2: -3e9, co2Land: -1e9, ch4: -2e6, n2o: -5e5 }, 0, -4000);
    expect(changes(worldDifference(sum, world, options).ghgOnly)).toEqual({
      'CO2 FFI': -3,
      'CO2 AFOLU': -1,
      CH4: -2,
      N2O: -0.5,
      'HFC-134a': -4,
    });
  });

  it('the grid share is fossil CO2, when it is asked for', () => {
    const sum = sumOf({ co2: -3e9 }, -1e9);
    expect(changes(worldDifference(sum, world, options).ghgOnly)['CO2 FFI']).toBeCloseTo(-4, 12);
    expect(changes(worldDifference(sum, world, { ...options, gridShare: false }).ghgOnly)['CO2 FFI']).toBe(-3);
  });

  it('pollutants fall by the share by which world fossil CO2 falls', () => {
    // 4 of 40 Gt is a tenth: 8 of 80 Mt SO2, 1 of 10 Mt of the others
    const { withCoEmitted } = worldDifference(sumOf({ co2: -4e9 }), world, options);
    const { Sulfur, ...others } = changes(withCoEmitted.slice(5));
    expect(Sulfur).toBeCloseTo(-8, 12);
    expect(Object.keys(others)).toEqual(CO_EMITTED.slice(1));
    for (const change of Object.values(others)) expect(change).toBeCloseTo(-1, 12);
  });

  it('nothing follows what is not fossil', () => {
    const { withCoEmitted } = worldDifference(sumOf({ co2Land: -4e9, ch4: -1e6 }), world, options);
    expect(withCoEmitted.slice(5).every(({ values }) => values[0] === 0)).toBe(true);
  });

  it('no plan takes more than there is, and a finding says where', () => {
    const { ghgOnly, withCoEmitted, findings } = worldDifference(
      sumOf({ co2: -50e9, co2Land: -9e9, ch4: -11e6 }),
      world,
      options,
    );
    expect(changes(ghgOnly)).toMatchObject({ 'CO2 FFI': -40, 'CO2 AFOLU': -9, CH4: -10 });
    expect(changes(withCoEmitted)['Sulfur']).toBe(-80);
    expect(findings.map(({ code, path }) => `${code} ${path.join()}`)).toEqual([
      'network-exceeds-world world,CO2 FFI,2030',
      'network-exceeds-world world,CH4,2030',
    ]);
  });

  it('where the world burns nothing, nothing follows', () => {
    const clean = flatWorld(2100, { 'CO2 FFI': -2 });
    const { withCoEmitted } = worldDifference(sumOf({ co2: 1e9 }), clean, options);
    expect(withCoEmitted.slice(5).every(({ values }) => values[0] === 0)).toBe(true);
  });

  it('refuses a world that lacks a year', () =>
    expect(() => worldDifference(sumOf({}), world, { ...options, firstYear: 2101 })).toThrow(
      expect.objectContaining({ code: 'year-outside-plan' }),
    ));
});
