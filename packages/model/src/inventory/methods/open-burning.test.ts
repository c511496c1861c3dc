/** Worked examples of open burning; factors of Vol 5 Ch 5. */
import { describe, expect, it } from 'vitest';
import { food, plastics } from './factors.case.ts';
import { openBurning, openlyBurnedTonnes } from './open-burning.ts';

const mix = [
  { ...plastics, share: 0.2 },
  { ...food, share: 0.8 },
];

describe('open burning', () => {
  it('burns in the open at 0.58, 6,500 g CH4 per t wet, 150 g N2O per t dry', () => {
    // Plastics 0.55 t CO2/t as in a plant, · 0.58 oxidised = 319 t.
    const factor = {
      oxidation: 0.58,
      ch4GPerTonne: 6500,
      n2oGPerTonne: 150,
      n2oBasis: 'dry' as const,
      source: 'ipcc-2006',
    };
    const { gases } = openBurning(1000, mix, factor);
    expect(gases['CO2']).toBeCloseTo(319, 9);
    expect(gases['CH4-biogenic']).toBeCloseTo(6.5, 9);
    // Dry matter 0.2 + 0.32 = 0.52.
    expect(gases['N2O']).toBeCloseTo(0.078, 12);
  });

  it('estimates what is burned in the open', () => {
    // 100 000 people, 30 % burn, 0.2 t a head, 60 % of it burns.
    expect(openlyBurnedTonnes(100_000, 0.3, 0.2, 0.6)).toBeCloseTo(3600, 9);
  });
});
