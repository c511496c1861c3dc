/** Worked examples of metals; factors of Vol 3 Tables 4.1, 4.10 and 4.15. */
import { describe, expect, it } from 'vitest';
import { metals } from './metals.ts';

const source = 'ipcc-2006';

describe('metals', () => {
  it('aluminium: CO2 and CF4 beside each other', () => {
    // 1 000 t · 1.6 t CO2 and 0.4 kg CF4 per t.
    const { gases } = metals(1000, { tonnesPerTonne: { CO2: 1.6, CF4: 0.0004 }, source });
    expect(gases).toEqual({ CO2: expect.closeTo(1600, 9), CF4: expect.closeTo(0.4, 9) });
  });

  it('steel: a basic oxygen furnace and an electric one', () => {
    // 2 000 t · 1.46 = 2 920 t; · 0.08 = 160 t.
    const steel = (tonnesPerTonne: number) => metals(2000, { tonnesPerTonne: { CO2: tonnesPerTonne }, source });
    expect(steel(1.46).gases['CO2']).toBeCloseTo(2920, 9);
    expect(steel(0.08).gases['CO2']).toBeCloseTo(160, 9);
    expect(steel(0.08).method).toBe('metals');
  });
});
