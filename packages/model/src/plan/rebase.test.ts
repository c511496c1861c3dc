import { describe, expect, it } from 'vitest';
import { testReference } from '../../test/test-reference.ts';
import { tinyPlan } from '../../test/tiny-plan.ts';
import { evaluate } from './evaluate.ts';
import { rebasePlan } from './rebase.ts';
import type { Plan } from './types.ts';

const [first, second] = tinyPlan.actions;

/** What a draft would be on an inventory with twice the heating: gas 2 000 MWh, 400 t, and actions that cost twice as much. */
const onNew: Plan = {
  ...tinyPlan,
  reference: { id: 'newer', hash: '1' },
  inventories: tinyPlan.inventories.map((inventory) => ({
    ...inventory,
    rows: inventory.rows.map((row) => (row.ref === 'I.1.1' ? { ...row, co2eTonnes: 400, gases: { CO2: 400 } } : row)),
  })),
  baseline: {
    ...tinyPlan.baseline,
    cells: tinyPlan.baseline.cells.map((cell) => (cell.ref === 'I.1.1' ? { ...cell, amount: 2000 } : cell)),
  },
  actions: [
    { ...first!, cost: { ...first!.cost, capital: twice(first!.cost.capital) } },
    { ...second!, cost: { ...second!.cost, capital: twice(second!.cost.capital) } },
    { ...first!, id: 'fresh', schedule: { startYear: 2027, size: 0 } },
  ],
};

function twice({ central, low, high }: { central: number; low: number; high: number }) {
  return { central: 2 * central, low: 2 * low, high: 2 * high };
}

/** People chose, wrote down who does it, and know better what the second action costs. */
const decided: Plan = {
  ...tinyPlan,
  contact: { office: 'Climate office' },
  actions: [
    { ...first!, schedule: { startYear: 2029, size: 0.7 }, delivery: { owner: { department: 'Housing' } } },
    { ...second!, cost: { ...second!.cost, operatingPerYear: { central: 7, low: 7, high: 7 } } },
  ],
};

describe('a plan on another inventory', () => {
  const { plan, report } = rebasePlan(decided, tinyPlan, onNew);
  const [one, two, three] = plan.actions;

  it('has the new base year figures, to the tonne', () => {
    expect(plan.inventories).toEqual(onNew.inventories);
    expect(plan.baseline).toEqual(onNew.baseline);
    expect(plan.reference.id).toBe('newer');
    // 520 t before; heating by gas doubles: 520 + 200 = 720 t.
    expect(evaluate(plan, testReference).emissions.bau[0]).toBeCloseTo(720, 6);
  });

  it('keeps what people decided and takes what was a default', () => {
    expect(one).toMatchObject({
      schedule: { startYear: 2029, size: 0.7 },
      delivery: { owner: { department: 'Housing' } },
    });
    expect(one!.cost.capital).toEqual(twice(first!.cost.capital));
    // The whole cost of the second was the city's own: half of it from the draft would be nobody's figure.
    expect(two!.cost).toEqual(decided.actions[1]!.cost);
    expect(plan.contact).toEqual({ office: 'Climate office' });
    expect(plan.targets).toEqual(tinyPlan.targets);
  });

  it('says what has to be looked at', () => {
    expect(three!.id).toBe('fresh');
    expect(report).toEqual({ cellsChangedByHand: [], figuresKept: [second!.id], withoutUse: [], added: ['fresh'] });
  });

  it('keeps a chosen action that the new base has no use for, and says so', () => {
    const without = { ...onNew, actions: [onNew.actions[1]!] };
    const found = rebasePlan(decided, tinyPlan, without);
    expect(found.plan.actions.map(({ id }) => id)).toEqual([first!.id, second!.id]);
    expect(found.report.withoutUse).toEqual([first!.id]);
  });

  it('says which cells had been changed by hand', () => {
    const cells = tinyPlan.baseline.cells.map((cell, i) => (i === 0 ? { ...cell, amount: 900 } : cell));
    const own = { ...decided, baseline: { ...tinyPlan.baseline, cells } };
    expect(rebasePlan(own, tinyPlan, onNew).report.cellsChangedByHand).toEqual([cells[0]!.id]);
  });

  it('on the inventory it has already is the same plan', () => {
    expect(rebasePlan(decided, tinyPlan, tinyPlan).plan).toEqual(decided);
  });

  it('of a later year keeps the old base year as history', () => {
    const later = {
      ...onNew,
      inventories: [{ ...onNew.inventories[0]!, year: 2026 }],
      baseline: { ...onNew.baseline, baseYear: 2026 },
    };
    expect(rebasePlan(decided, tinyPlan, later).plan.inventories.map(({ year }) => year)).toEqual([2026, 2025]);
  });
});
