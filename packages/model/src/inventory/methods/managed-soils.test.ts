/** Worked examples of managed soils; factors of the 2019 Refinement, Vol 4 Tables 11.1 and 11.3. */
import { describe, expect, it } from 'vitest';
import { managedSoils } from './managed-soils.ts';

describe('managed soils', () => {
  const factors = {
    ef1: 0.01,
    ef1Rice: 0.004,
    ef3Pasture: 0.004,
    ef4: 0.01,
    ef5: 0.011,
    fracGasSynthetic: 0.11,
    fracGasOrganic: 0.21,
    fracLeach: 0.24,
    source: 'ipcc-2019',
  };

  it('N2O, direct and indirect', () => {
    // 100 t synthetic, 20 t of it on rice: direct 80·0.01 + 20·0.004 = 0.88 t; volatilised 11·0.01 = 0.11; leached 24·0.011 = 0.264 t N2O-N.
    const { gases } = managedSoils(
      { syntheticKg: 1e5, organicKg: 0, residuesKg: 0, onRiceKg: 2e4, pastureKg: 0 },
      factors,
    );
    expect(gases['N2O']).toBeCloseTo((1.254 * 44) / 28, 9);
  });

  it('pasture takes its own factor', () => {
    // 1 t: 0.004 + 0.21·0.01 + 0.24·0.011 = 0.00874
    const { gases } = managedSoils({ syntheticKg: 0, organicKg: 0, residuesKg: 0, pastureKg: 1000 }, factors);
    expect(gases['N2O']).toBeCloseTo((0.00874 * 44) / 28, 9);
  });
});
