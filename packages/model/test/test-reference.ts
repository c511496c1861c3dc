/** A reference set small enough to read, for tests: one country, one GWP set, one carbon budget. */
import { referenceOf } from '../src/reference.ts';

const constant = (value: number, unit: string) => ({
  unit,
  source: 'tiny',
  points: [
    { year: 2018, value },
    { year: 2050, value },
  ],
});

export const testReference = referenceOf({
  id: 'test',
  hash: '0',
  gwpSets: [
    {
      id: 'AR6',
      source: 'IPCC AR6 WGI Table 7.15',
      values: { CO2: 1, 'CH4-fossil': 29.8, 'CH4-biogenic': 27, N2O: 273 },
    },
  ],
  countries: [
    {
      iso3: 'DEU',
      name: 'Germany',
      region: 'Western Europe',
      incomeGroup: 'high',
      population: constant(83e6, 'persons'),
      gdpPerHead: constant(50_000, 'USD'),
      hdi: constant(0.94, 'index'),
      co2Tonnes: constant(700e6, 't CO2'),
    },
  ],
  world: {
    hdi: constant(0.73, 'index'),
    population: constant(8e9, 'persons'),
    gdpPerHead: constant(17_000, 'USD'),
    co2Tonnes: constant(40e9, 't CO2'),
  },
  carbonBudgets: [
    { id: 'TEST', fromYear: 2025, source: 'tiny', gtCo2: { '1.5': { '0.5': 130, '0.67': 80, '0.83': 30 } } },
  ],
  defaultCarbonBudgetSet: 'TEST',
  sources: [{ id: 'tiny', title: 'Made for a test', publisher: 'Thousand Cities', year: 2026, licence: 'CC-BY-4.0' }],
});
