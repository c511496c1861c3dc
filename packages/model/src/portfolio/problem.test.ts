import { describe, expect, it } from 'vitest';
import type { Action, CompiledPlan } from '../action/index.ts';
import { DomainError } from '../errors.ts';
import type { TargetPath } from '../pathway/index.ts';
import { solver } from './highs.case.ts';
import { optimise } from './optimise.ts';
import { portfolioProblemOf } from './problem.ts';

const range = (central: number) => ({ central, low: central, high: central });

function action(id: string, more: Partial<Action> = {}): Action {
  return {
    id,
    name: id,
    sector: 'transport',
    levers: [],
    schedule: { startYear: 2021, size: 0 },
    adoption: { rampYears: 1, shape: 'step' },
    lifetimeYears: 20,
    renew: true,
    cost: { capital: range(100), operatingPerYear: range(10), provenance: 'assumption', sources: [], derivation: [] },
    payers: { city: 1, national: 0, households: 0, business: 0 },
    lowIncomeBenefitShare: range(0.4),
    powers: [],
    coBenefits: [],
    hazards: [],
    indicators: [],
    sources: [],
    ...more,
  };
}

/** One cell of 100 t a year without a bill, 2020 to 2023; action a takes 30 % and b 40 % of it from their first year on. */
const compiled: CompiledPlan = {
  years: [2020, 2021, 2022, 2023],
  actionIds: ['a', 'b'],
  cellIds: ['cell'],
  streamCount: 1,
  base: new Float64Array(4).fill(100),
  baseByChannel: new Float64Array(20),
  bill: new Float64Array(4),
  cell: Int32Array.of(0),
  mover: Int32Array.of(-1),
  moverEffect: Float64Array.of(0),
  moverCurve: Int32Array.of(-1),
  termStart: Int32Array.of(0, 2),
  termAction: Int32Array.of(0, 1),
  termCurve: Int32Array.of(0, 1),
  termEffect: Float64Array.of(0.3, 0.4),
  curveAction: Int32Array.of(0, 1),
  curveResponseYears: new Float64Array(2),
  curveUnit: new Float64Array(8).fill(1),
  source: Int32Array.of(0),
  leverAction: Int32Array.of(0, 1),
  leverIndex: Int32Array.of(0, 0),
  moverLever: Int32Array.of(-1),
  termLever: Int32Array.of(0, 1),
  channelWeight: new Float64Array(5).fill(1),
};

function target(emissions: number[]): TargetPath {
  return {
    id: 't',
    kind: 'custom',
    years: compiled.years,
    emissions,
    milestones: [2022],
    counts: 'co2e',
    cumulativeBudget: emissions.slice(1).reduce((sum, value) => sum + value, 0),
    inputs: [],
    formula: '',
    sources: [],
    explanation: '',
  };
}

const path = (limit: number) => ({ hold: { kind: 'path', from: limit } }) as const;

describe('the problem of a plan', () => {
  it('needs both actions for 45 t, each as late as the target lets it', async () => {
    // Alone 70 t and 60 t, together 42 t. b alone keeps 60 t in 2022; a is needed in 2023 only. Capital of 100 lasts 20
    // years: after its first it is still worth 95, after its second 90. b: 100 + 2 · 10 − 90 = 30; a: 100 + 10 − 95 = 15.
    const problem = portfolioProblemOf(
      compiled,
      [action('a'), action('b')],
      { discountRate: 0 },
      target([100, 100, 60, 45]),
      {},
      { sizes: [1], ...path(2021) },
    );
    const result = await optimise(problem, solver, { gap: 1e-9 });
    expect(result.schedule).toEqual([
      { id: 'a', size: 1, startYear: 2023 },
      { id: 'b', size: 1, startYear: 2022 },
    ]);
    expect(result.figures.cost).toBeCloseTo(15 + 30, 9);
    expect([...result.figures.emissions]).toEqual([100, 100, 60, expect.closeTo(42, 9)]);
    expect(result).toMatchObject({ stop: 'optimal', meetsTarget: true, aim: 'cost' });
  });

  it('leaves 42 t at the least, and says which cell remains', async () => {
    const problem = portfolioProblemOf(
      compiled,
      [action('a'), action('b')],
      { discountRate: 0 },
      target([100, 100, 100, 40]),
      {},
      { sizes: [0.5, 1], ...path(2021) },
    );
    const result = await optimise(problem, solver);
    expect(result).toMatchObject({ stop: 'infeasible', meetsTarget: false, aim: 'excess' });
    // 42 − 40, less the tolerance of 1e-6 of 100 t.
    expect(result.value).toBeCloseTo(2, 3);
    expect(result.binding).toContainEqual(
      expect.objectContaining({
        kind: 'physical-limit',
        cellId: 'cell',
        year: 2023,
        amount: expect.closeTo(42, 6) as number,
      }),
    );
  });

  it('takes the most reduction that a budget buys', async () => {
    const problem = portfolioProblemOf(
      compiled,
      [action('a'), action('b')],
      { discountRate: 0 },
      target([100, 100, 100, 100]),
      {},
      { sizes: [1], costBudget: 50 },
    );
    // b from 2021: 100 + 3 · 10 − 85 = 45, saving 3 · 40 t. With a, from 2023 at 15 at the least, it would be 60; a from 2021
    // and b from 2023 would be 60 too, and any cheaper pair saves less: b from 2022 and a from 2023, 45, save 80 + 18.
    const result = await optimise(problem, solver, { gap: 1e-9 });
    expect(result.schedule).toEqual([{ id: 'b', size: 1, startYear: 2021 }]);
    expect(result.value).toBeCloseTo(400 - 120, 9);
  });

  it('adds what actions say of themselves, and keeps size levels and start years as asked', () => {
    const problem = portfolioProblemOf(
      compiled,
      [action('a', { excludes: ['b'], requires: ['elsewhere'] }), action('b', { requires: ['a'] })],
      { discountRate: 0.1 },
      target([100, 100, 60, 45]),
      { required: ['b'] },
      { sizes: [0.25, 1], startYears: { first: 2022, last: 2023 } },
    );
    expect(problem.constraints).toEqual({
      required: ['b'],
      exclusive: [['a', 'b']],
      prerequisites: [{ action: 'b', needs: 'a' }],
    });
    expect(problem.choices).toHaveLength(2 * 2 * 2);
    // A quarter of a from 2022: 25 of capital and 2.5 a year; alone at full size it saves 2 · 30 t, a quarter of that counts.
    expect([...problem.costs[0]!.capital]).toEqual([0, 0, 25, 0]);
    expect([...problem.costs[0]!.operating]).toEqual([0, 0, 2.5, 2.5]);
    expect(problem.costs[0]!.benefit).toBeCloseTo(15, 12);
    expect(problem.discount[1]).toBeCloseTo(1 / 1.1, 12);
  });

  it('holds a carbon budget as a sum over its years', () => {
    const problem = portfolioProblemOf(
      compiled,
      [action('a'), action('b')],
      { discountRate: 0 },
      { ...target([100, 50, 20, 0]), kind: 'carbon-budget', budget: { fromYear: 2021, tonnes: 70 } },
    );
    expect(problem.target).toEqual({ cumulative: { fromYear: 2021, tonnes: 70 } });
  });

  it('refuses a constraint on an action that the plan does not have', async () => {
    const problem = portfolioProblemOf(
      compiled,
      [action('a'), action('b')],
      { discountRate: 0 },
      target([100, 100, 100, 100]),
      { required: ['c'] },
    );
    await expect(optimise(problem, solver)).rejects.toThrow(DomainError);
  });
});
