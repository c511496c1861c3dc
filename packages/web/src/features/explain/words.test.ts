import { computeTargets, standardTargets, type FactSeries, type TargetInputs } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../i18n/context.tsx';
import en from '../../messages/en.json' with { type: 'json' };
import id from '../../messages/id.json' with { type: 'json' };
import { targetInputName } from './words.ts';

const series = (value: number, unit: string): FactSeries => ({
  unit,
  source: 'test',
  points: Array.from({ length: 45 }, (_, i) => ({ year: 2010 + i, value })),
});
const people = series(2e6, 'persons');
const inputs: TargetInputs = {
  baseYear: 2021,
  horizonYear: 2050,
  baseEmissions: 5e6,
  baseCo2: 4e6,
  bauPath: Array.from({ length: 30 }, () => 5e6),
  population: people,
  country: {
    iso3: 'IDN',
    name: 'Indonesia',
    region: 'South-eastern Asia',
    incomeGroup: 'upper-middle',
    population: people,
    hdi: series(0.71, 'index'),
    gdpPerHead: series(4000, 'USD'),
    co2Tonnes: series(6e8, 't CO2'),
  },
  reference: {
    world: {
      hdi: series(0.73, 'index'),
      population: series(8e9, 'persons'),
      gdpPerHead: series(12_000, 'USD'),
      co2Tonnes: series(4e10, 't CO2'),
    },
    defaultCarbonBudgetSet: 'SET',
    carbonBudgetSet: () => ({
      id: 'SET',
      fromYear: 2026,
      source: 'test',
      gtCo2: { '1.5': { '0.5': 100, '0.67': 50, '0.83': 10 } },
    }),
  },
};
const custom = { id: 'own', kind: 'custom', parameters: { reduction2030: 0.4, netZeroYear: 2050 } } as const;
const results = computeTargets([...standardTargets(), custom], inputs);

describe('inputs of targets', () => {
  it('were worked out for all seven kinds', () => {
    expect(results.filter((result) => 'refusal' in result)).toEqual([]);
  });

  for (const [locale, catalogue] of [
    ['en', en],
    ['id', id],
  ] as const) {
    const language = createLanguage(locale, catalogue);
    const names = results.flatMap((result) => ('path' in result ? result.path.inputs.map(({ name }) => name) : []));
    it.each([...new Set(names)])(`${locale} has words for "%s"`, (name) => {
      const words = targetInputName(name, 'Indonesia', language);
      expect(words).toBeDefined();
      for (const year of name.match(/(19|20)\d\d/g)?.slice(0, 1) ?? []) expect(words).toContain(year);
    });
  }
});
