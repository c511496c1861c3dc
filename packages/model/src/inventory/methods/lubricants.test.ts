/** Worked example of lubricants; factors of Vol 3 Ch 5. */
import { describe, expect, it } from 'vitest';
import { lubricants } from './lubricants.ts';

const source = 'ipcc-2006';

describe('lubricants', () => {
  it('1 TJ · 20 t C/TJ · 0.2 · 44/12', () => {
    const { gases } = lubricants(1000 / 3.6, { carbonTPerTj: 20, oxidisedDuringUse: 0.2, source });
    expect(gases['CO2']).toBeCloseTo(14.6667, 4);
  });
});
