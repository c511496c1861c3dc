import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testReference } from '../../test/test-reference.ts';
import { tinyPlan } from '../../test/tiny-plan.ts';
import { compile, createEvaluator, scheduleOf } from '../action/index.ts';
import type { PlanInputs } from '../action/index.ts';
import { AR6, randomPlan } from '../action/random-plan.case.ts';
import { BOUNDARIES, inBoundary, scopeOf } from '../inventory/index.ts';
import { evaluate, planInputs, type Plan } from '../plan/index.ts';
import type { Reference } from '../reference.ts';
import { cityPathsOf } from './city-paths.ts';
import { NETWORK_GASES, type CityPaths, type GasPaths } from './types.ts';

const paths = cityPathsOf(tinyPlan, testReference, { origin: 'tiny.plan.json' });
const at = (year: number) => year - paths.firstYear;
const at2030 = (series: GasPaths) => NETWORK_GASES.map((gas) => series[gas][at(2030)]);

describe('paths of the tiny plan', () => {
  it('are territorial: gas burnt in the city and its landfill, not the power it uses', () => {
    // Gas 1 000 MWh · 0.2 = 200 t CO2, landfill 10 t CH4; the 50 t of grid electricity are scope 2.
    expect(at2030(paths.reference)).toEqual([200, 0, 10, 0, 0].map((tonnes) => expect.closeTo(tonnes, 9)));
    // Insulation halves the gas, heat pumps take 40 % of what is left: 300 MWh · 0.2 = 60 t.
    expect(at2030(paths.plan!)).toEqual([60, 0, 10, 0, 0].map((tonnes) => expect.closeTo(tonnes, 9)));
    expect(paths.plan!.co2[0]).toBeCloseTo(200, 9);
  });

  it('keep the grid apart, and what heat pumps add to it', () => {
    // 100 MWh · 0.5 = 50 t. With the plan 50 MWh stay and 200 MWh of gas become 60 MWh of power: 110 · 0.5 = 55 t.
    expect(paths.grid!.reference[at(2030)]).toBeCloseTo(50, 9);
    expect(paths.grid!.plan![at(2030)]).toBeCloseTo(55, 9);
    expect(paths).not.toHaveProperty('generation');
  });

  it('share the territorial saving between the two actions', () => {
    // On 200 t of gas: insulation alone 100, heat pumps alone 80, both 140.
    // (100 + 60) / 2 = 80 and (80 + 40) / 2 = 60; the power they shift or save is no part of it.
    expect(paths.actions!.map(({ id, name, saved }) => [id, name, saved.co2[at(2030)]])).toEqual([
      ['heat-pumps', 'Heat pumps', expect.closeTo(60, 9)],
      ['insulate', 'Insulate', expect.closeTo(80, 9)],
    ]);
    for (const { saved } of paths.actions!) expect(saved.ch4[at(2030)]).toBe(0);
  });

  it('hold the target in the boundary it is stated in', () => {
    // BASIC counts the power too: 520 t without, 385 t with the plan, half of 520 allowed (see evaluate.test.ts).
    const { ceiling, planned, reference, ...target } = paths.target!;
    expect(target).toEqual({ id: 'half', kind: 'custom', counts: 'co2e', boundary: 'basic' });
    expect([ceiling, planned, reference].map((series) => series[at(2030)])).toEqual([
      expect.closeTo(260, 9),
      expect.closeTo(385, 9),
      expect.closeTo(520, 9),
    ]);
  });

  it('say who the city is and what its figures stand on', () => {
    expect(paths).toMatchObject({
      id: 'DEU:Tinytown',
      name: 'Tinytown',
      country: 'DEU',
      region: 'Western Europe',
      population: 1000,
      inventory: { kind: 'reported', year: 2025, reportedShare: 1 },
      firstYear: 2025,
      lastYear: 2035,
      weights: { co2: 1, co2Land: 1, ch4: 27, n2o: 273, fgas: 1 },
      gwpSet: 'AR6',
      origin: 'tiny.plan.json',
    });
    expect(paths).not.toHaveProperty('findings');
  });
});

describe('a city with more to tell', () => {
  const [gas, , landfill] = tinyPlan.baseline.cells as [Cell, Cell, Cell];
  type Cell = Plan['baseline']['cells'][number];
  const withCells = (...cells: readonly Cell[]): Plan => ({
    ...tinyPlan,
    baseline: { ...tinyPlan.baseline, cells: [...tinyPlan.baseline.cells, ...cells] },
  });

  it('keeps generation for the grid apart although it is territorial, and land beside other CO2', () => {
    const power = {
      ...gas,
      id: 'I.4.4:own-use:coal',
      ref: 'I.4.4',
      use: 'own-use',
      carrier: 'coal',
      amount: 30,
    } as const;
    const forest = { ...landfill, id: 'V.2:land:none', ref: 'V.2', use: 'land', carrier: 'none', amount: -7, factors: { CO2: 1 }, sink: true } as const; // prettier-ignore
    const found = cityPathsOf(withCells(power, forest), testReference);
    // 200 t of gas and 30 · 0.2 = 6 t of coal; the forest takes 7 t.
    expect(found.reference.co2[0]).toBeCloseTo(206, 9);
    expect(found.generation!.reference[0]).toBeCloseTo(6, 9);
    expect(found.generation!.plan![5]).toBeCloseTo(6, 9);
    expect(found.reference.co2Land[0]).toBeCloseTo(-7, 9);
  });

  it('weighs methane by its mix in the base year', () => {
    const leak = { ...landfill, id: 'I.8.1:fugitive:natural-gas', ref: 'I.8.1', use: 'fugitive', carrier: 'natural-gas', amount: 30, factors: { 'CH4-fossil': 1 } } as const; // prettier-ignore
    // 10 t biogenic by 27.0 and 30 t fossil by 29.8: (270 + 894) / 40 = 29.1.
    expect(cityPathsOf(withCells(leak), testReference).weights.ch4).toBeCloseTo(29.1, 12);
  });

  it('counts an inventory as reported from half of its territorial tonnes on', () => {
    const rows = (landfillFrom: 'default' | 'city-value', gasTonnes: number): Plan => {
      const [inventory] = tinyPlan.inventories;
      const made = inventory!.rows.map((row) =>
        row.ref === 'III.1.1'
          ? { ...row, provenance: landfillFrom }
          : row.ref === 'I.1.1'
            ? { ...row, co2eTonnes: gasTonnes }
            : row,
      );
      return { ...tinyPlan, inventories: [{ ...inventory!, rows: made }] };
    };
    // Territorial rows are gas and landfill (270 t); the 50 t of power do not weigh.
    const of = (plan: Plan) => cityPathsOf(plan, testReference).inventory;
    expect(of(rows('default', 90))).toEqual({ kind: 'starter', year: 2025, reportedShare: expect.closeTo(0.25, 12) });
    expect(of(rows('default', 270))).toEqual({ kind: 'reported', year: 2025, reportedShare: 0.5 });
    expect(of(rows('city-value', 90)).reportedShare).toBe(1);
  });

  it('asks the cells where the plan keeps no inventory of its base year', () => {
    const cells = tinyPlan.baseline.cells.map((cell, i) => (i === 0 ? { ...cell, provenance: 'assumption' as const } : cell)); // prettier-ignore
    const plan = { ...tinyPlan, inventories: [], baseline: { ...tinyPlan.baseline, cells } };
    expect(cityPathsOf(plan, testReference).inventory.reportedShare).toBe(0.5);
  });

  it('leaves a target out that cannot be worked out, and says so', () => {
    const plan: Plan = { ...tinyPlan, targets: [{ id: 'budget', kind: 'carbon-budget', parameters: { set: 'NONE' } }], mainTarget: 'budget' }; // prettier-ignore
    const found = cityPathsOf(plan, testReference);
    expect(found).not.toHaveProperty('target');
    expect(found.findings).toMatchObject([{ code: 'target-not-computed', severity: 'warning' }]);
    expect(found.reference).toEqual(paths.reference);
  });

  it('holds a carbon budget against CO2 alone', () => {
    const spec = { id: 'budget', kind: 'carbon-budget', parameters: { allocation: 'grandfathering' } } as const;
    const { target } = cityPathsOf({ ...tinyPlan, targets: [spec], mainTarget: 'budget' }, testReference);
    // CO2 of BASIC: 200 + 50 t without, 60 + 55 t with the plan; methane is no part of a CO2 budget.
    expect(target).toMatchObject({ kind: 'carbon-budget', counts: 'co2' });
    expect(target!.reference[at(2030)]).toBeCloseTo(250, 9);
    expect(target!.planned[at(2030)]).toBeCloseTo(115, 9);
  });
});

/** Methane of one weight, so that gases sum to CO2e exactly whatever the mix. */
const oneMethane: Reference = {
  ...testReference,
  gwpSet: () => ({ ...AR6, values: { ...AR6.values, 'CH4-fossil': 28, 'CH4-biogenic': 28 } }),
  country: (iso3) => testReference.country(iso3),
};

function planOf({ cells, drivers, actions, finance, years }: PlanInputs, boundary: Plan['baseline']['boundary']): Plan {
  return {
    ...tinyPlan,
    baseline: { ...tinyPlan.baseline, baseYear: years[0]!, horizonYear: years.at(-1)!, boundary, cells, drivers },
    actions,
    finance,
  };
}

const co2eOf = ({ weights }: CityPaths, series: GasPaths, y: number) =>
  NETWORK_GASES.reduce((sum, gas) => sum + weights[gas] * series[gas][y]!, 0);

describe('paths of random plans', () => {
  it('plus scope 2 and scope 3 are the plan’s own outcome in BASIC', () => {
    fc.assert(
      fc.property(randomPlan, (inputs) => {
        const basic = planOf({ ...inputs, cells: inputs.cells.filter(({ ref }) => inBoundary(ref, 'basic')) }, 'basic');
        const { emissions } = evaluate(basic, oneMethane);
        const found = cityPathsOf(basic, oneMethane);
        // Waste treated elsewhere (III.1.2) is scope 3; land outside BASIC (sinks that actions add) is territorial.
        const own = planInputs(basic, oneMethane);
        const rest = (counts: PlanInputs['counts']) => {
          const compiled = compile({ ...own, counts });
          return createEvaluator(compiled).run(scheduleOf(compiled, own.actions)).total;
        };
        const scope3 = rest((ref) => inBoundary(ref, 'basic') && scopeOf(ref) === 3);
        const outside = rest((ref) => inBoundary(ref, 'territorial') && !inBoundary(ref, 'basic'));
        const most = 1 + Math.max(...emissions.bau.map(Math.abs), ...outside.map(Math.abs));
        emissions.plan.forEach((tonnes, y) => {
          const grid = found.grid?.plan?.[y] ?? 0;
          const sum = co2eOf(found, found.plan!, y) - outside[y]! + grid + scope3[y]!;
          expect(Math.abs(sum - tonnes)).toBeLessThan(1e-9 * most);
        });
        found.target!.planned.forEach((tonnes, y) =>
          expect(Math.abs(tonnes - emissions.plan[y]!)).toBeLessThan(1e-9 * most),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('do not depend on the boundary of the plan', () => {
    fc.assert(
      fc.property(randomPlan, fc.constantFrom(...BOUNDARIES), (inputs, boundary) => {
        const { target: _one, ...one } = cityPathsOf(planOf(inputs, 'territorial'), oneMethane);
        const { target: _other, ...other } = cityPathsOf(planOf(inputs, boundary), oneMethane);
        expect(other).toEqual(one);
      }),
      { numRuns: 20 },
    );
  });

  it('are those without a plan where every action has size 0', () => {
    fc.assert(
      fc.property(randomPlan, (inputs) => {
        const actions = inputs.actions.map((action) => ({ ...action, schedule: { ...action.schedule, size: 0 } }));
        const found = cityPathsOf(planOf({ ...inputs, actions }, 'basic'), oneMethane);
        expect(found.plan).toEqual(found.reference);
        expect(found.grid?.plan).toEqual(found.grid?.reference);
        expect(found.actions).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('differ by what the actions save, gas by gas', () => {
    fc.assert(
      fc.property(randomPlan, (inputs) => {
        const found = cityPathsOf(planOf(inputs, 'basicPlus'), oneMethane);
        for (const gas of NETWORK_GASES) {
          const most = 1 + Math.max(...found.reference[gas].map(Math.abs), ...found.plan![gas].map(Math.abs));
          found.reference[gas].forEach((tonnes, y) => {
            const saved = found.actions!.reduce((sum, action) => sum + action.saved[gas][y]!, 0);
            expect(Math.abs(saved - (tonnes - found.plan![gas][y]!))).toBeLessThan(1e-9 * most);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the same without actions, which are then left out', () => {
    const { actions: _actions, ...rest } = cityPathsOf(tinyPlan, testReference);
    expect(cityPathsOf(tinyPlan, testReference, { skipActions: true })).toEqual(rest);
  });
});
