import { createPlanEvaluator } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { tinyPlan } from '../../../../model/test/tiny-plan.ts';
import { testReference } from '../../../../model/test/test-reference.ts';
import { actionsAcross, comparedIn, comparedSearch, costByPayer, freeName, lowIncomeShare, sumsOf, toggled } from './state.ts'; // prettier-ignore
import { nextRound } from './draw-rounds.ts';
import { applySchedule } from '../plan/state.ts';

const id = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
const [first, second] = tinyPlan.actions;
const off = tinyPlan.actions.map((action) => ({ id: action.id, size: 0, startYear: 2027 }));
const none = applySchedule(tinyPlan, off);
const one = applySchedule(none, [{ id: first!.id, size: 0.5, startYear: 2028 }]);
const later = applySchedule(none, [{ id: first!.id, size: 0.5, startYear: 2030 }]);

describe('draws of several plans', () => {
  it('come roughly for all of them first, then finely, one at a time', () => {
    const drawn = new Map<string, number>();
    const order: string[] = [];
    for (
      let round = nextRound(['a', 'b'], (plan) => drawn.get(plan), 2048);
      round;
      round = nextRound(['a', 'b'], (plan) => drawn.get(plan), 2048)
    ) {
      order.push(`${round.plan} ${round.draws}`);
      drawn.set(round.plan, round.draws);
    }
    expect(order).toEqual(['a 512', 'b 512', 'a 2048', 'b 2048']);
    // A third that comes later is drawn roughly at once.
    expect(nextRound(['a', 'b', 'c'], (plan) => drawn.get(plan), 2048)).toEqual({ plan: 'c', draws: 512 });
  });
});

describe('the address of a comparison', () => {
  it('carries up to four plans, each once', () => {
    const ids = [1, 2, 3, 4].map(id);
    expect(comparedIn(comparedSearch(ids))).toEqual(ids);
    expect(comparedIn(comparedSearch([...ids, id(5), id(1)]))).toEqual(ids);
    expect(comparedIn(comparedSearch([]))).toEqual([]);
  });

  it('passes over what is no id', () => expect(comparedIn(`?of=${id(1)},x,<b>,`)).toEqual([id(1)]));

  it('takes no fifth plan, and lets one go', () => {
    const four = [1, 2, 3, 4].map(id);
    expect(toggled(four, id(5))).toEqual(four);
    expect(toggled(four, id(2))).toEqual([id(1), id(3), id(4)]);
  });
});

describe('actions across plans', () => {
  it('are those that some plan does, with what differs', () => {
    const across = actionsAcross([none, one, later]);
    expect(across.map((row) => row.id)).toEqual([first!.id]);
    expect(across[0]!.takes).toEqual([undefined, { size: 0.5, startYear: 2028 }, { size: 0.5, startYear: 2030 }]);
    expect(across[0]!.differs).toBe(true);
    expect(actionsAcross([one, one])[0]!.differs).toBe(false);
  });

  it('may be missing from a plan', () => {
    const without = { ...tinyPlan, actions: [second!] };
    expect(actionsAcross([without, one]).find((row) => row.id === first!.id)?.takes[0]).toBeUndefined();
  });
});

describe('sums', () => {
  const outcome = createPlanEvaluator(one, testReference).evaluate(one);

  it('name what is left in the last year', () => {
    const sums = sumsOf(one, outcome);
    expect(sums).toMatchObject({ horizon: 2035, base: 520, actions: 1 });
    expect(sums.left).toBe(outcome.emissions.plan.at(-1));
  });

  it('of cost are shared by the payers and come to capital and operating cost together', () => {
    const sums = costByPayer(one, outcome.years);
    const outlay = [...outcome.cost.capital, ...outcome.cost.operating].reduce((sum, value) => sum + value, 0);
    expect(Object.values(sums).reduce((sum, value) => sum + value, 0)).toBeCloseTo(outlay, 6);
    expect(sums.city).toBeCloseTo(outlay * first!.payers.city, 6);
  });

  it('of what reaches low-income groups are weighed by tonnes: with one action, its own share', () => {
    expect(lowIncomeShare(one, outcome)?.central).toBeCloseTo(first!.lowIncomeBenefitShare.central, 12);
    expect(lowIncomeShare(none, createPlanEvaluator(none, testReference).evaluate(none))).toBeUndefined();
  });
});

it('a free name counts on', () => expect(freeName('Base', ['Base', 'Base 2'])).toBe('Base 3'));
