/** Worked example of industrial wastewater; factors of Vol 5 Tables 6.8 and 6.9. */
import { describe, expect, it } from 'vitest';
import { industrialWastewater } from './industrial-wastewater.ts';

describe('industrial wastewater', () => {
  it('follows Eq. 6.4', () => {
    // 1 000 t beer · 6.3 m3/t · 2.9 kg COD/m3 = 18 270 kg COD; · 0.25 · 0.8 = 3.654 t CH4.
    const plant = { productTonnes: 1000, m3PerTonne: 6.3, codKgPerM3: 2.9, bo: 0.25, mcf: 0.8, source: 'ipcc-2006' };
    expect(industrialWastewater(plant).gases['CH4-biogenic']).toBeCloseTo(3.654, 9);
    expect(industrialWastewater({ ...plant, recoveredTonnes: 3 }).gases['CH4-biogenic']).toBeCloseTo(0.654, 9);
  });
});
