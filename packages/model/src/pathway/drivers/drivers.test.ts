import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountryProfile } from '../../reference.ts';
import { country as exland, series } from '../targets/fixture.case.ts';
import { readSeries } from '../series.ts';
import { defaultDriversFor, USES_WITH_DRIVERS } from './choice.ts';
import { DEMANDS, GROWTH_NOW, TRENDS, type ByIncome } from './defaults.ts';
import { defaultDrivers } from './default-drivers.ts';
import { populationSeries } from './population.ts';

const country: CountryProfile = {
  ...exland,
  population: series('persons', { 2020: 10e6, 2030: 11e6, 2050: 12e6 }, 'un-wpp-2022'),
  urbanShare: series('share', { 2020: 0.5, 2030: 0.6, 2050: 0.75 }, 'un-wup-2018'),
  gridIntensity: { ...series('g CO2/kWh', { 2020: 500, 2030: 250, 2050: 50 }, 'ember'), note: 'stated projection' },
};
const years = { baseYear: 2020, horizonYear: 2050 };
const drivers = (change: Partial<CountryProfile> = {}) =>
  defaultDrivers({ country: { ...country, ...change }, ...years });
const index = (list: ReturnType<typeof drivers>, id: string, year: number) =>
  list.find((driver) => driver.id === id)!.points.find((point) => point.year === year)!.index;
const groups = ['low', 'lower-middle', 'upper-middle', 'high', 'unknown'] as const;

describe('default drivers', () => {
  it('let the city grow as the towns of its country: 11 · 0.6 / (10 · 0.5) = 1.32 in 2030', () => {
    expect(index(drivers(), 'population', 2030)).toBeCloseTo(1.32, 12);
    expect(drivers().find((driver) => driver.id === 'population')).toMatchObject({
      provenance: 'default',
      sources: ['un-wpp-2022', 'un-wup-2018'],
    });
  });

  it('take the city’s own population path before the country’s', () => {
    const own = defaultDrivers({
      country,
      ...years,
      cityPopulation: series('persons', { 2020: 200, 2050: 100 }, 'city'),
    });
    expect(own.find((driver) => driver.id === 'population')).toMatchObject({
      provenance: 'city-value',
      sources: ['city'],
    });
    expect(index(own, 'population', 2050)).toBeCloseTo(0.5, 12);
  });

  it('clean the grid as the country projects: 250/500 in 2030, 50/500 in 2050', () => {
    expect(index(drivers(), 'grid-intensity', 2030)).toBeCloseTo(0.5, 12);
    expect(index(drivers(), 'grid-intensity', 2050)).toBeCloseTo(0.1, 12);
  });

  it('compound trends and elasticities as their notes say', () => {
    // high income: cars −1.2 % a year; heating demand has no income part and falls 0.4 % a year
    expect(index(drivers(), 'car-efficiency', 2030)).toBeCloseTo(0.988 ** 10, 12);
    expect(index(drivers(), 'heating-demand', 2040)).toBeCloseTo(0.996 ** 20, 12);
    // freight of a high-income country: income index to the power 0.5
    const income = index(drivers(), 'gdp-per-head', 2050);
    expect(index(drivers(), 'freight', 2050)).toBeCloseTo(Math.sqrt(income), 12);
  });

  it('let income grow between today’s rate and the long-run rate: 1.3 % falling to 1.2 % over 30 years', () => {
    const income = index(drivers(), 'gdp-per-head', 2050);
    expect(income).toBeGreaterThan(1.012 ** 30);
    expect(income).toBeLessThan(1.013 ** 30);
  });

  it('hold what the country lacks, and say that it is an assumption', () => {
    const { population: _p, gridIntensity: _g, ...poorer } = country;
    const list = defaultDrivers({ country: poorer, ...years });
    for (const id of ['population', 'grid-intensity']) {
      const driver = list.find((candidate) => candidate.id === id)!;
      expect(driver.points).toEqual([{ year: 2020, index: 1 }]);
      expect(driver.provenance).toBe('assumption');
      expect(driver.note).toContain('Exland');
    }
  });

  it('say when the income group is not known', () => {
    expect(drivers({ incomeGroup: 'unknown' }).find((driver) => driver.id === 'freight')!.note).toContain(
      'income group not known',
    );
  });

  it.each(groups)(
    'are sound for %s income: index 1 in the base year, positive after, years ascending, source and note given',
    (incomeGroup) => {
      const list = drivers({ incomeGroup });
      expect(new Set(list.map((driver) => driver.id)).size).toBe(list.length);
      for (const driver of list) {
        expect(driver.points[0]).toEqual({ year: 2020, index: 1 });
        expect(driver.sources.length).toBeGreaterThan(0);
        expect(driver.spread!.factor95).toBeGreaterThanOrEqual(1);
        expect(driver.note).toBeTruthy();
        for (let i = 1; i < driver.points.length; i++) {
          expect(driver.points[i]!.year).toBeGreaterThan(driver.points[i - 1]!.year);
          expect(driver.points[i]!.index).toBeGreaterThan(0);
        }
      }
    },
  );

  it('reach the horizon from any base year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2049 }), fc.integer({ min: 1, max: 60 }), (baseYear, span) => {
        const list = defaultDrivers({ country, baseYear, horizonYear: baseYear + span });
        const income = list.find((driver) => driver.id === 'gdp-per-head')!;
        expect(income.points.at(-1)!.year).toBe(baseYear + span);
        for (const driver of list) for (const point of driver.points) expect(Number.isFinite(point.index)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('refuse a horizon that is not after the base year', () => {
    expect(() => defaultDrivers({ country, baseYear: 2050, horizonYear: 2050 })).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});

describe('the drivers of a cell', () => {
  const known = new Map(drivers().map((driver) => [driver.id, driver]));

  it.each(USES_WITH_DRIVERS)('exist and move what they should, for %s', (use) => {
    for (const carrier of ['grid-electricity', 'district-heat', 'natural-gas', 'none']) {
      const chosen = defaultDriversFor(use, carrier);
      for (const id of chosen.activity) expect(known.get(id)?.moves).toBe('activity');
      for (const id of chosen.intensity) expect(known.get(id)?.moves).toBe('intensity');
    }
  });

  it('use every driver there is', () => {
    const used = new Set(
      USES_WITH_DRIVERS.flatMap((use) =>
        ['grid-electricity', 'district-heat', 'none'].flatMap((carrier) => {
          const { activity, intensity } = defaultDriversFor(use, carrier);
          return [...activity, ...intensity];
        }),
      ),
    );
    expect([...known.keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  it('let only grid electricity follow the grid', () => {
    expect(defaultDriversFor('lighting', 'grid-electricity').intensity).toEqual(['grid-intensity']);
    expect(defaultDriversFor('lighting', 'kerosene').intensity).toEqual([]);
  });
});

describe('residents by year', () => {
  it('are the base-year number times the driver, held after its last point', () => {
    const [population] = drivers();
    const people = populationSeries(1_000, population!, [2020, 2025, 2030, 2060]);
    // straight between 1 (2020) and 1.32 (2030): the driver has a point in 2025, 10.5 · 0.55 / 5 = 1.155
    expect(people.points.map(({ value }) => Math.round(value))).toEqual([1_000, 1_155, 1_320, 1_800]);
  });
});

describe('readSeries', () => {
  const found = series('x', { 2000: 1, 2010: 3 });

  it('is straight between points and knows no year outside them', () => {
    expect(readSeries(found, 2005)).toEqual({ value: 2, projected: false, interpolated: true });
    expect(readSeries(found, 2010)?.interpolated).toBe(false);
    expect(readSeries(found, 1999)).toBeUndefined();
    expect(readSeries(found, 2011)).toBeUndefined();
  });
});

describe('defaults that follow what was observed', () => {
  const groups = ['low', 'lower-middle', 'upper-middle', 'high'] as const;
  const rateOf = (id: string, group: (typeof groups)[number]): number => {
    const trend = TRENDS.find((candidate) => candidate.id === id);
    return trend ? trend.rate[group] : DEMANDS.find((candidate) => candidate.id === id)!.drift!;
  };

  it.each(DEMANDS.filter((demand) => demand.observed))(
    '$id begins within 1.1 points of the growth of 2010-2019',
    (demand) => {
      for (const group of groups) {
        const own = demand.elasticity[group] * GROWTH_NOW[group] + (demand.drift ?? 0);
        const all = demand.observed!.with.reduce((sum, id) => sum + rateOf(id, group), own);
        expect(Math.abs(all - demand.observed!.growth[group])).toBeLessThan(0.011);
      }
    },
  );
});

describe('the page on business-as-usual', () => {
  const page = readFileSync(new URL('../../../../../docs/methods/baseline.md', import.meta.url), 'utf8');
  const figures = (id: string) =>
    page
      .split('\n')
      .find((line) => line.startsWith(`| \`${id}\``))!
      .split('|')
      .slice(2, 6)
      .map((cell) => Number.parseFloat(cell.trim().replace('−', '-')));
  const ordered = ({ low, high, ...middle }: ByIncome) => [low, middle['lower-middle'], middle['upper-middle'], high];

  it.each(DEMANDS)('states the elasticities of $id', ({ id, elasticity }) => {
    expect(figures(id)).toEqual(ordered(elasticity));
  });

  it.each(TRENDS)('states the yearly change of $id', ({ id, rate }) => {
    const stated = figures(id);
    ordered(rate).forEach((value, i) => expect(stated[i]! / 100).toBeCloseTo(value, 12));
  });
});
