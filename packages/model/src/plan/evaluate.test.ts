import { describe, expect, it } from 'vitest';
import { testReference } from '../../test/test-reference.ts';
import { tinyPlan } from '../../test/tiny-plan.ts';
import { DomainError } from '../errors.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain/index.ts';
import { canonicalJson } from './read.ts';
import type { Plan } from './types.ts';

const reference = testReference;
const outcome = evaluate(tinyPlan, reference);
const at = (year: number) => outcome.years.indexOf(year);

describe('evaluate', () => {
  it('gives the business-as-usual of the inventory where no driver moves', () => {
    // 1 000 MWh · 0.2 + 100 MWh · 0.5 + 500 t · 0.02 · 27 = 200 + 50 + 270
    for (const value of outcome.emissions.bau) expect(value).toBeCloseTo(520, 9);
  });

  it('stacks insulation and heat pumps', () => {
    // Gas: 1 000 · 0.5 = 500 MWh are left, of which 40 % = 200 move and 300 · 0.2 = 60 t stay.
    // Electricity: 100 · 0.5 + 200 · 0.3 = 110 MWh · 0.5 = 55 t. Landfill 270 t. Together 385 t.
    expect(outcome.emissions.plan[at(2025)]).toBeCloseTo(520, 9);
    for (const year of [2026, 2035]) expect(outcome.emissions.plan[at(year)]).toBeCloseTo(385, 9);
  });

  it('shares the saving between the two by Shapley', () => {
    // Gas (200 t): alone 100 and 80, joint 140, so (100 + 60)/2 = 80 and (80 + 40)/2 = 60.
    // What arrives (alone −60, with insulation −30): insulation (0 + 30)/2 = 15, heat pumps (−60 − 30)/2 = −45.
    // Electric heating: insulation alone, 25.
    expect(outcome.byAction['insulate']![at(2030)]).toBeCloseTo(80 + 15 + 25, 9);
    expect(outcome.byAction['heat-pumps']![at(2030)]).toBeCloseTo(60 - 45, 9);
  });

  it('counts gases and sectors apart', () => {
    expect(outcome.byGas.co2[at(2030)]).toBeCloseTo(115, 9);
    expect(outcome.byGas.ch4Biogenic[at(2030)]).toBeCloseTo(10, 9);
    expect(outcome.bySector.I[at(2030)]).toBeCloseTo(115, 9);
    expect(outcome.bySector.III[at(2030)]).toBeCloseTo(270, 9);
  });

  it('costs what is spent less the bill saved, discounted to the base year', () => {
    // Bill: 1 000 · 80 + 100 · 250 = 105 000 before, 300 · 80 + 110 · 250 = 51 500 after: 53 500 saved a year, 2026–2035.
    expect(outcome.cost.billSaved[at(2030)]).toBeCloseTo(53_500, 6);
    expect(outcome.cost.capital[at(2026)]).toBeCloseTo(60_000, 6);
    // 60 000 of capital with a life of 30 years has served 10 by the end of 2035: two thirds are still there.
    expect(outcome.cost.residualValue).toBeCloseTo(40_000, 6);
    let npv = 60_000 / 1.04 - 40_000 / 1.04 ** 10;
    for (let k = 1; k <= 10; k++) npv += (100 - 53_500) / 1.04 ** k;
    expect(outcome.cost.npv).toBeCloseTo(npv, 4);
    expect(outcome.cost.perTonne).toBeCloseTo(npv / (135 * 10), 6);
  });

  it('holds the plan against its target and names the years it misses', () => {
    // Half of 520 by 2030 is 260; the plan stays at 385.
    expect(outcome.emissions.target[at(2030)]).toBeCloseTo(260, 9);
    expect(outcome.gap[at(2030)]).toBeCloseTo(125, 9);
    expect(outcome.findings.find(({ code }) => code === 'target-missed')?.values).toMatchObject({ target: 'half' });
  });

  it('sums cumulative emissions after the base year', () => {
    expect(outcome.cumulative.bau).toBeCloseTo(5200, 6);
    expect(outcome.cumulative.plan).toBeCloseTo(3850, 6);
  });

  it('gives the same bytes every time', () => {
    expect(canonicalJson(evaluate(structuredClone(tinyPlan), reference))).toBe(canonicalJson(outcome));
  });

  it('does not depend on the order of actions, cells or drivers', () => {
    const turned: Plan = {
      ...tinyPlan,
      actions: [...tinyPlan.actions].reverse(),
      baseline: { ...tinyPlan.baseline, cells: [...tinyPlan.baseline.cells].reverse() },
    };
    const other = evaluate(turned, reference);
    other.emissions.plan.forEach((value, y) => expect(value).toBeCloseTo(outcome.emissions.plan[y]!, 9));
    expect(other.byAction['insulate']![at(2030)]).toBeCloseTo(outcome.byAction['insulate']![at(2030)]!, 9);
  });

  it('refuses a plan whose main target lacks a figure', () => {
    const plan: Plan = { ...tinyPlan, targets: [{ id: 'fair', kind: 'opcc' }], mainTarget: 'fair' };
    expect(() =>
      evaluate(plan, { ...reference, country: (iso3) => ({ iso3, name: 'X', region: 'X', incomeGroup: 'unknown' }) }),
    ).toThrow(DomainError);
  });
});

describe('explain', () => {
  const tree = (path: string) => explain(tinyPlan, reference, path, outcome);

  it('ends a plan total in amounts, drivers, factors and warming potentials with their sources', () => {
    const root = tree('emissions.plan.2030');
    expect(root.value).toBeCloseTo(385, 9);
    const text = JSON.stringify(root);
    for (const kind of ['amount', 'driver', 'factor', 'gwp', 'lever-factor', 'adoption'])
      expect(text).toContain(`"kind":"${kind}"`);
    expect(text).toContain('Made for a test');
  });

  it.each([
    ['emissions.bau.2030', 520],
    ['emissions.target.2030', 260],
    ['gap.2030', 125],
    ['bySector.III.2030', 270],
    ['byGas.ch4Biogenic.2030', 10],
    ['byAction.heat-pumps.2030', 15],
    ['cumulative.plan', 3850],
    ['cells.I.1.2:space-heating:grid-electricity.2030', 55],
    ['drivers.flat.2030', 1],
    ['cost.billSaved.2030', 53_500],
    ['cost.capital.2026', 60_000],
    ['cost.byAction.heat-pumps.tonnes', 150],
    ['inventory.I.1.1', 200],
    ['inventory.basic', 520],
    ['inventory.II.4.1', 'NO'],
    // 520 t of 1 000 people; heat from gas and power: 200 + 50.
    ['inventory.basic.perHead', 0.52],
    ['inventory.basic.sector.I', 250],
    ['inventory.basic.own', 100],
    ['inventory.population', 1000],
    // 60 000 EUR from 2026 to 2035 are 6 000 a year, 6 for each of 1 000; households pay 5 000 + 50 000.
    ['cost.capital', 60_000],
    ['cost.capital.2026-2029', 60_000],
    ['cost.capitalPerYear', 6000],
    ['cost.capitalPerResidentYear', 6],
    ['cost.byPayer.households', 55_000],
    // 520 − 385 = 135 t a year from 2026 to 2035.
    ['cost.tonnes', 1350],
    ['share.cost.byAction.heat-pumps.tonnes.of.cost.tonnes', (100 * 150) / 1350],
    ['change.emissions.plan.2030.from.emissions.plan.2025', (100 * 385) / 520 - 100],
    ['difference.emissions.plan.2030.less.emissions.target.2030', 125],
    ['finance.discountRate', 100 * tinyPlan.finance.discountRate],
    ['gap.half.2030', 125],
  ])('explains %s as the outcome has it', (path, value) => {
    const root = tree(path);
    if (typeof value === 'string') expect(root.value).toBe(value);
    else expect(root.value).toBeCloseTo(value, 6);
  });

  it('shows what an action would save alone and last in line', () => {
    // Heat pumps alone: 80 − 60 = 20; after insulation: 40 − 30 = 10; the Shapley share is their mean, 15.
    const children = tree('byAction.heat-pumps.2030').children;
    expect(children.find(({ kind }) => kind === 'saving-alone')?.value).toBeCloseTo(20, 9);
    expect(children.find(({ kind }) => kind === 'saving-last')?.value).toBeCloseTo(10, 9);
  });

  it('explains every path it lists', () => {
    for (const { label } of tree('').children) expect(tree(label), label).toBeDefined();
  });

  it.each([
    'emissions.plan',
    'emissions.plan.2099',
    'nothing.2030',
    'byAction.fusion.2030',
    'targets.zero.2030',
    'inventory.IX.1',
    'inventory.basic.sector.VII',
    'fan.plan.p05.2030',
    'probability.meetsTarget.2030',
    'cost.byPayer.nobody',
    'share.cost.npv.of.cost.tonnes',
    'share.cost.npv',
    'actions.fusion.size',
    'delivery.indicators.heat-pumps.none',
  ])('refuses %s', (path) => {
    expect(() => tree(path)).toThrow(DomainError);
  });
});

describe('evaluate with draws', () => {
  const uncertain: Plan = {
    ...tinyPlan,
    targets: [{ id: 'at-plan', kind: 'custom', parameters: { basis: 'fixed-level', level2026: 385 } }],
    mainTarget: 'at-plan',
    baseline: {
      ...tinyPlan.baseline,
      cells: tinyPlan.baseline.cells.map((cell) => ({
        ...cell,
        uncertainty: { ...cell.uncertainty, activity: { factor95: 1.2, sharedBy: 'survey' } },
      })),
    },
  };

  it('is the same for the same seed', () => {
    const once = canonicalJson(evaluate(uncertain, reference, { draws: 256, seed: 7 }));
    expect(canonicalJson(evaluate(uncertain, reference, { draws: 256, seed: 7 }))).toBe(once);
    expect(canonicalJson(evaluate(uncertain, reference, { draws: 256, seed: 8 }))).not.toBe(once);
  });

  it('moves business-as-usual by the spread that all cells share', () => {
    // All activity is multiplied by one lognormal draw with 95th percentile 1.2, so the p95 of 520 t is 624 t, the p05 433 t.
    const { fan } = evaluate(uncertain, reference, { draws: 8192, seed: 1 });
    expect(fan!.bau.p50[5]).toBeCloseTo(520, -1);
    expect(fan!.bau.p95[5]! / 520).toBeCloseTo(1.2, 2);
    expect(fan!.bau.p05[5]! / 520).toBeCloseTo(1 / 1.2, 2);
  });

  it('explains what was drawn: an end of the range, and the chance, with the inputs that matter', () => {
    const drawn = evaluate(uncertain, reference, { draws: 256, seed: 1 });
    const tree = (path: string) => explain(uncertain, reference, path, drawn);
    expect(tree('fan.plan.p95.2030').value).toBe(drawn.fan!.plan.p95[5]);
    expect(tree('probability.meetsTarget.2030').value).toBe(100 * drawn.probability.meetsTarget![5]!);
    expect(tree('fan.plan.p95.2030').children.map(({ kind }) => kind)).toContain('variance');
  });

  it('gives no probability when nothing was drawn', () => {
    expect(evaluate(uncertain, reference).probability.meetsTarget).toBeNull();
  });
});
