import { describe, expect, it } from 'vitest';
import { fourCities } from '../../../test/network-fixture.ts';
import { linesOf } from './rows.ts';
import { medianSpread, totalsBy, totalsOf } from './totals.ts';

const lines = linesOf(fourCities(), { country: (_, name) => name, group: (_, name) => name });

describe('a total', () => {
  it('says how much of it is reported, and how old it is', () => {
    // 60 + 4 + 8 + 8 = 80 Mt, of which Łódź's 4 are reported, from 2019; the others are from 2021.
    expect(totalsOf(lines)).toEqual({
      cities: 4,
      population: 16.3e6,
      tonnes: 80e6,
      reportedCities: 1,
      reportedShare: 0.05,
      years: { oldest: 2019, newest: 2021, mean: 2021 - 0.1 },
    });
  });

  it('of nothing has no share and no years', () => {
    expect(totalsOf([])).toMatchObject({ cities: 0, tonnes: 0, reportedShare: null, years: null });
  });

  it('by region holds every city once, the largest sum first', () => {
    const parts = totalsBy(lines, ({ region }) => region);
    expect(parts.map(({ key, totals }) => [key, totals.tonnes])).toEqual([
      ['south-east-asia', 60e6],
      ['sub-saharan-africa', 8e6],
      ['oceania', 8e6],
      ['europe', 4e6],
    ]);
  });

  it('knows how wide the interval of the middle city is', () => {
    // 120/30 = 4, 4.2/3.8 = 1.105, Nairobi 10/2.5 = 4, Auckland 16/4 = 4: the middle two are 4 and 4.
    expect(medianSpread(lines)).toBe(4);
    expect(medianSpread(lines.slice(0, 2))).toBeCloseTo((4 + 4.2 / 3.8) / 2, 12);
    expect(medianSpread([])).toBeNull();
  });
});
