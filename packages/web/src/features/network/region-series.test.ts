import { openThousand } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { fourCities } from '../../../test/network-fixture.ts';
import { findingOf, regionSeries } from './region-series.ts';

const thousand = openThousand(fourCities());
const at = (path: readonly number[], year: number) => path[year - 2021]!;

describe('the sum of a region', () => {
  const series = regionSeries(thousand, 'two-friends', 'pathway-to-paris');

  it('adds territorial emissions of all gases, year by year', () => {
    // Jakarta 60 → 80 → 100 Mt; Nairobi 5 → 7 → 12 Mt CO2 and 3 Mt CO2e of CH4 throughout.
    expect(series.years.at(0)).toBe(2021);
    expect(series.years.at(-1)).toBe(2050);
    expect(at(series.reference, 2021)).toBe(68e6);
    expect(at(series.reference, 2030)).toBe(90e6);
    expect(at(series.reference, 2040)).toBeCloseTo(90e6 + 9.5e6 + 3e6, 3);
    expect(series.byGas).toEqual([
      { gas: 'co2', tonnes: 65e6 },
      { gas: 'ch4', tonnes: 3e6 },
      { gas: 'n2o', tonnes: 0 },
      { gas: 'fgas', tonnes: 0 },
    ]);
  });

  it('leaves a city that the target asks nothing of where it is', () => {
    // Nairobi has no ceiling: 12 + 3 Mt stay in 2050; Jakarta is at nought.
    expect(series.asked).toBe(1);
    expect(at(series.target, 2050)).toBeCloseTo(15e6, 3);
    expect(at(series.target, 2027)).toBeCloseTo(at(series.reference, 2027), 3);
  });

  it('shows what drafted plans leave: 40 % of Jakarta’s 100 Mt, all of Nairobi’s 15', () => {
    expect(at(series.plan, 2050)).toBeCloseTo(55e6, 3);
    expect(at(series.plan, 2027)).toBeCloseTo(at(series.reference, 2027), 3);
  });

  it('says how far each path goes, as a share of the first year', () => {
    const finding = findingOf(series);
    expect(finding.reference).toBeCloseTo(115 / 68 - 1, 12);
    expect(finding.target).toBeCloseTo(15 / 68 - 1, 12);
    const none = { ...series, reference: series.years.map(() => 0) };
    expect(findingOf(none).reference).toBeNull();
  });
});
