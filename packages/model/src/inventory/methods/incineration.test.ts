/** Worked examples of incineration; factors of Vol 5 Tables 2.4, 5.2, 5.3 and 5.6. */
import { describe, expect, it } from 'vitest';
import { food, plastics } from './factors.case.ts';
import { incineration } from './incineration.ts';

const mix = [
  { ...plastics, share: 0.2 },
  { ...food, share: 0.8 },
];
const plant = (ch4GPerTonne: number, n2oGPerTonne: number) => ({
  oxidation: 1,
  ch4GPerTonne,
  n2oGPerTonne,
  n2oBasis: 'wet' as const,
  source: 'ipcc-2006',
});

describe('incineration', () => {
  it('counts fossil carbon and keeps biogenic apart', () => {
    // Plastics: 0.2 · 1 · 0.75 · 44/12 = 0.55 t CO2/t; food: 0.8 · 0.4 · 0.38 · 44/12 = 0.44587 t/t biogenic.
    const { gases, biogenicCo2Tonnes } = incineration(1000, mix, plant(0.2, 50));
    expect(gases['CO2']).toBeCloseTo(550, 9);
    expect(biogenicCo2Tonnes).toBeCloseTo(445.8667, 3);
    expect(gases['CH4-biogenic']).toBeCloseTo(0.0002, 12);
    expect(gases['N2O']).toBeCloseTo(0.05, 12);
  });

  it('a batch plant: 60 g CH4 and 60 g N2O per t', () => {
    // 10 000 t: 0.6 t of each.
    const { gases } = incineration(10_000, mix, plant(60, 60));
    expect(gases['CH4-biogenic']).toBeCloseTo(0.6, 9);
    expect(gases['N2O']).toBeCloseTo(0.6, 9);
  });

  it('refuses a mix that is not whole', () => {
    expect(() => incineration(1, mix.slice(1), plant(0.2, 50))).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});
