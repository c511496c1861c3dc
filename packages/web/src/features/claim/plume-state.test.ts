import type { ClaimBand, ClaimClimate } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { partingYear, plumeOf, readingOf, warmest } from './plume-state.ts';

const band = (...middle: number[]): ClaimBand => ({
  middle,
  low: middle.map((value) => value - 0.5),
  high: middle.map((value) => value + 1),
});
const range = { low: 0, middle: 0, high: 0 };
const climate: ClaimClimate = {
  years: [2026, 2027, 2028, 2029],
  reference: band(1.4, 1.5, 1.6, 1.7),
  ghgOnly: { warming: band(1.4, 1.5, 1.55, 1.6), avoided2050: range, avoided2100: range },
  withCoEmitted: { warming: band(1.4, 1.5, 1.58, 1.66), avoided2050: range, avoided2100: range },
};
const observed = { source: 'test', years: [1990, 2026], warming: [0.4, 1.35] };

describe('the temperature plume', () => {
  it('shows the record from its own first year on', () => {
    expect(plumeOf(climate, observed).observed).toEqual([{ year: 2026, warming: 1.35 }]);
    expect(plumeOf(climate, undefined).observed).toEqual([]);
  });

  it('reads every line in a year, and nothing outside', () => {
    const series = plumeOf(climate, observed);
    expect(readingOf(series, 2028)).toEqual({
      year: 2028,
      reference: { low: 1.6 - 0.5, middle: 1.6, high: 2.6 },
      plans: { low: 1.55 - 0.5, middle: 1.55, high: 2.55 },
      pollutants: 1.58,
    });
    expect(readingOf(series, 2026)?.observed).toBe(1.35);
    expect(readingOf(series, 2100)).toBeUndefined();
  });

  it('lets the two worlds part in the year before they differ', () => {
    expect(partingYear(plumeOf(climate, undefined))).toBe(2027);
    const same = { ...climate, ghgOnly: { ...climate.ghgOnly, warming: climate.reference } };
    expect(partingYear(plumeOf(same, undefined))).toBe(2029);
  });

  it('has a scale that no plan lowers', () => {
    expect(warmest(plumeOf(climate, undefined))).toBe(2.7);
  });
});
