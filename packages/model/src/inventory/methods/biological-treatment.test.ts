/** Worked examples of composting and digestion; factors of Vol 5 Table 4.1. */
import { describe, expect, it } from 'vitest';
import { biologicalTreatment } from './biological-treatment.ts';

describe('biological treatment', () => {
  it('counts both gases of composting', () => {
    // 1 000 t wet: 4 g/kg CH4 = 4 t, 0.24 g/kg N2O = 0.24 t.
    const { gases } = biologicalTreatment(1000, { ch4GPerKg: 4, n2oGPerKg: 0.24, source: 'ipcc-2006' });
    expect(gases).toEqual({ 'CH4-biogenic': expect.closeTo(4, 12), N2O: expect.closeTo(0.24, 12) });
  });

  it('digestion leaks methane that is not captured', () => {
    // 5 000 t wet · 0.8 g/kg = 4 t CH4, 3 t of it captured; N2O is negligible.
    const digester = { ch4GPerKg: 0.8, n2oGPerKg: 0, source: 'ipcc-2006' };
    expect(biologicalTreatment(5000, digester, 3).gases['CH4-biogenic']).toBeCloseTo(1, 9);
    expect(() => biologicalTreatment(5000, digester, 5)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});
