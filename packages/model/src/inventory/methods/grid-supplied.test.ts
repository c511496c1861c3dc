/** Worked examples of grid-supplied energy. */
import { describe, expect, it } from 'vitest';
import { gridSupplied } from './grid-supplied.ts';

const grid = { tonnesPerMwh: { CO2: 0.5 }, source: 'ember' };

describe('grid-supplied energy', () => {
  it('is energy times the factor of the grid', () => {
    // 2 000 MWh · 0.5 t/MWh
    expect(gridSupplied(2_000, grid).gases['CO2']).toBeCloseTo(1_000, 9);
  });

  it('keeps every gas of the factor apart', () => {
    // 1 000 MWh · (0.5 t CO2 + 10 g CH4 + 5 g N2O per MWh)
    const { gases } = gridSupplied(1_000, { tonnesPerMwh: { CO2: 0.5, 'CH4-fossil': 1e-5, N2O: 5e-6 }, source: 'x' });
    expect(gases).toEqual({
      CO2: expect.closeTo(500, 9),
      'CH4-fossil': expect.closeTo(0.01, 12),
      N2O: expect.closeTo(0.005, 12),
    });
  });

  it('refuses energy below nought', () => {
    expect(() => gridSupplied(-1, grid)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});
