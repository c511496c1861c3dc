/** Drivers and targets of the model on the real reference set: every country, and a published figure. */
import { describe, expect, it } from 'vitest';
import {
  computeTarget,
  computeTargets,
  defaultDrivers,
  driverIndex,
  populationSeries,
  standardTargets,
  type TargetInputs,
} from '@thousand-cities/model';
import { loadReference } from '../node.ts';

const reference = loadReference();
const baseYear = 2022;
const horizonYear = 2050;
const years = Array.from({ length: horizonYear - baseYear + 1 }, (_, i) => baseYear + i);

function inputsFor(iso3: string, people = 1_000_000, perHead = 5): TargetInputs {
  const country = reference.country(iso3);
  const [population] = defaultDrivers({ country, baseYear, horizonYear });
  return {
    baseYear,
    horizonYear,
    baseEmissions: people * perHead,
    baseCo2: people * perHead * 0.8,
    population: populationSeries(people, population!, years),
    country,
    reference,
  };
}

const peopled = reference.places.countries.map(({ iso3 }) => iso3);

describe('targets on the reference set', () => {
  it('give the United States the 63.3 % that ICLEI USA publishes, to a quarter of a point', () => {
    const path = computeTarget({ id: 'opcc', kind: 'opcc' }, inputsFor('USA'));
    const reduction = path.inputs.find((input) => input.name === 'reduction per head to 2030')!.value as number;
    expect(Math.abs(reduction - 0.633)).toBeLessThan(0.0025);
  });

  it('are worked out for every country, or refused by the name of what is missing', () => {
    const refused: string[] = [];
    for (const iso3 of peopled) {
      for (const result of computeTargets(standardTargets(), inputsFor(iso3))) {
        if ('refusal' in result) {
          expect(result.refusal.code).toBe('missing-figure');
          refused.push(`${iso3} ${result.spec.kind}`);
          continue;
        }
        for (const tonnes of result.path.emissions) expect(tonnes).toBeGreaterThanOrEqual(0);
        for (const { value } of result.path.inputs) expect(value).not.toBeNaN();
      }
    }
    // 250 countries and territories; the United Nations give no HDI for the small ones.
    expect(refused.filter((entry) => entry.endsWith('carbon-budget'))).toEqual([]);
    expect(refused.filter((entry) => entry.endsWith('opcc')).length).toBeLessThan(70);
  });

  it('never name a source that nobody lists', () => {
    for (const result of computeTargets(standardTargets(), inputsFor('IDN'))) {
      if ('refusal' in result) throw result.refusal;
      const named = [...result.path.sources, ...result.path.inputs.map((input) => input.source ?? 'assumption')];
      for (const id of named) expect(reference.source(id).id).toBe(id);
    }
  });

  it('leave less the later the budget is counted and the surer the chance', () => {
    const budgetOf = (set: string, probability: number): number => {
      const spec = { id: 'b', kind: 'carbon-budget', parameters: { set, probability } } as const;
      return computeTarget(spec, inputsFor('DEU')).inputs.find((input) => input.name === 'budget of the city')!
        .value as number;
    };
    for (const set of ['AR6-2020', 'IGCC-2022', 'IGCC-2023', 'IGCC-2024', 'IGCC-2025']) {
      expect(budgetOf(set, 0.83)).toBeLessThan(budgetOf(set, 0.67));
      expect(budgetOf(set, 0.67)).toBeLessThan(budgetOf(set, 0.5));
    }
    expect(budgetOf('IGCC-2025', 0.5)).toBeLessThan(budgetOf('IGCC-2024', 0.5));
  });

  it('share the world out by capability to the whole, within 3 %', () => {
    // Σ over countries of population · (world / national GDP per head)^½ / 1.77 ≈ world population
    const { world } = reference;
    const gdp = world.gdpPerHead.points.find(({ year }) => year === baseYear)!.value;
    let shares = 0;
    let people = 0;
    for (const iso3 of peopled) {
      const { population, gdpPerHead } = reference.country(iso3);
      const own = population?.points.find(({ year }) => year === baseYear)?.value;
      const wealth = gdpPerHead?.points.find(({ year }) => year === baseYear)?.value;
      if (own === undefined || wealth === undefined) continue;
      shares += (own * Math.sqrt(gdp / wealth)) / 1.77;
      people += own;
    }
    expect(people).toBeGreaterThan(7.5e9);
    expect(Math.abs(shares / people - 1)).toBeLessThan(0.03);
  });
});

describe('default drivers on the reference set', () => {
  it.each(['activity', 'intensity'] as const)('keep %s within a factor of eight to 2050 for every country', (moves) => {
    for (const iso3 of peopled) {
      const drivers = defaultDrivers({ country: reference.country(iso3), baseYear, horizonYear });
      for (const driver of drivers.filter((candidate) => candidate.moves === moves)) {
        const index = driverIndex(driver, horizonYear);
        expect(index, `${iso3} ${driver.id}`).toBeGreaterThan(moves === 'activity' ? 1 / 8 : 0.01);
        expect(index, `${iso3} ${driver.id}`).toBeLessThan(8);
      }
    }
  });

  it('name listed sources only', () => {
    for (const driver of defaultDrivers({ country: reference.country('NGA'), baseYear, horizonYear })) {
      for (const id of driver.sources) expect(reference.source(id).id).toBe(id);
    }
  });
});
