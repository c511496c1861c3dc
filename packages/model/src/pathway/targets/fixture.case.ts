/** A made-up city and world for tests of targets: round figures that can be followed by hand. */
import type { CarbonBudgetSet, CountryProfile, FactSeries } from '../../reference.ts';
import { DomainError } from '../../errors.ts';
import type { TargetInputs } from './inputs.ts';

export const series = (unit: string, points: Readonly<Record<number, number>>, source = 'made-up'): FactSeries => ({
  unit,
  source,
  points: Object.entries(points).map(([year, value]) => ({ year: Number(year), value })),
});

export const country: CountryProfile = {
  iso3: 'XAA',
  name: 'Exland',
  region: 'Europe',
  incomeGroup: 'high',
  population: series('persons', { 2000: 10e6, 2060: 10e6 }),
  hdi: series('1', { 2017: 0.924, 2018: 0.926, 2022: 0.93 }),
  gdpPerHead: series('USD', { 2018: 40_000, 2022: 50_000 }),
  co2Tonnes: series('t CO2', { 2018: 100e6, 2022: 80e6 }),
};

export const budgets: CarbonBudgetSet = {
  id: 'test-2020',
  fromYear: 2020,
  source: 'made-up-budget',
  gtCo2: { '1.5': { '0.5': 500, '0.67': 400, '0.83': 300 }, '2.0': { '0.5': 1350 } },
};

export const inputs: TargetInputs = {
  baseYear: 2019,
  horizonYear: 2050,
  baseEmissions: 1_000_000,
  baseCo2: 800_000,
  population: series('persons', { 2010: 100_000, 2050: 100_000 }),
  country,
  reference: {
    world: {
      hdi: series('1', { 2018: 0.731, 2022: 0.739 }),
      population: series('persons', { 2000: 8e9, 2060: 8e9 }),
      gdpPerHead: series('USD', { 2000: 12_500, 2030: 12_500 }),
      co2Tonnes: series('t CO2', { 2000: 40e9, 2030: 40e9 }),
    },
    carbonBudgetSet: (id) => {
      if (id !== budgets.id) throw new DomainError('missing-figure', `no budget set ${id}`);
      return budgets;
    },
    defaultCarbonBudgetSet: budgets.id,
  },
};

export const ceiling = (
  path: { readonly years: readonly number[]; readonly emissions: readonly number[] },
  year: number,
) => path.emissions[path.years.indexOf(year)]!;
