import { describe, expect, it } from 'vitest';
import { testReference } from '../../test/test-reference.ts';
import { tinyPlan } from '../../test/tiny-plan.ts';
import type { ActionDelivery, BudgetLine, Indicator, Task } from '../action/delivery-types.ts';
import {
  budgetAgainstCost,
  countTasks,
  indicatorProgress,
  isOverspent,
  sumBudget,
  summariseDelivery,
  taskState,
  yearPosition,
} from './delivery.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain/index.ts';
import { planOf, readPlan, writePlan } from './read.ts';
import { planSchema } from './schema.ts';

const task = (dates: Partial<Task>): Task => ({ id: 'a', title: 'Tender', ...dates });
const line = (rest: Partial<BudgetLine>): BudgetLine => ({
  id: JSON.stringify(rest),
  label: 'Pumps',
  payer: 'city',
  year: 2027,
  amount: 100,
  kind: 'capital',
  funded: false,
  ...rest,
});

describe('taskState', () => {
  it.each([
    ['is done from the day it was done, late or not', { due: '2027-01-31', done: '2027-03-01' }, 'done'],
    ['is not overdue on the day it is due', { due: '2027-06-30' }, 'open'],
    ['is overdue the day after', { due: '2027-06-29' }, 'overdue'],
    ['is under way from its first day', { start: '2027-06-30', due: '2027-12-31' }, 'under-way'],
    ['is to come before', { start: '2027-07-01' }, 'to-come'],
    ['is open where no day was given', {}, 'open'],
  ] as const)('%s', (_name, dates, state) => expect(taskState(task(dates), '2027-06-30')).toBe(state));

  it('counts shares of tasks, and none where there are none', () => {
    const tasks = [task({ done: '2027-01-01' }), task({ due: '2027-01-01' }), task({}), task({})];
    expect(countTasks(tasks, '2027-06-30')).toEqual({ tasks: 4, done: 1, overdue: 1, share: 0.25 });
    expect(countTasks([], '2027-06-30').share).toBeNull();
  });
});

describe('budget', () => {
  const lines = [
    line({ amount: 300, funded: true }),
    line({ amount: 100, year: 2028, payer: 'national' }),
    line({ amount: 50, year: 2027, kind: 'operating', payer: 'households' }),
  ];

  it('is summed by kind, payer and year', () => {
    expect(sumBudget(lines)).toEqual({
      total: 450,
      funded: 300,
      spent: null,
      lines: 3,
      spentLines: 0,
      overspent: 0,
      byKind: { capital: 400, operating: 50 },
      byPayer: { city: 300, national: 100, households: 50, business: 0 },
      byYear: [
        { year: 2027, total: 350, funded: 300, spent: null },
        { year: 2028, total: 100, funded: 0, spent: null },
      ],
    });
  });

  it('sums what has been paid over the lines that say it; a confirmed nought is no gap', () => {
    const paid = sumBudget([line({ amount: 300, spent: 120 }), line({ amount: 50, spent: 0 }), line({ year: 2028 })]);
    expect(paid).toMatchObject({ spent: 120, spentLines: 2 });
    expect(paid.byYear.map(({ spent }) => spent)).toEqual([120, null]);
    expect(sumBudget([line({ amount: 50, spent: 0 })]).spent).toBe(0);
  });

  it('says of a line whether more has been paid than budgeted, where it is written down', () => {
    expect(isOverspent(line({ amount: 100 }))).toBeUndefined();
    expect(isOverspent(line({ amount: 100, spent: 100 }))).toBe(false);
    expect(isOverspent(line({ amount: 100, spent: 101 }))).toBe(true);
  });

  it('is held against the cost of the action in the plan', () => {
    const years = [2027, 2028, 2029];
    // A step: all 1000 in the start year; 20 a year from there on, at half size. 500 + 3 · 10 = 530, 60 % of it the city's.
    const fixed = (central: number) => ({ central, low: central, high: central });
    const action = {
      ...tinyPlan.actions[0]!,
      schedule: { startYear: 2027, size: 0.5 },
      adoption: { rampYears: 0, shape: 'step' },
      lifetimeYears: 20,
      cost: { ...tinyPlan.actions[0]!.cost, capital: fixed(1000), operatingPerYear: fixed(20) },
      payers: { city: 0.6, national: 0.4, households: 0, business: 0 },
      delivery: { budget: [line({ amount: 265 })] },
    } as const;
    const held = budgetAgainstCost(action, years);
    expect(held.costByYear).toEqual([510, 10, 10]);
    expect(held.cost).toBeCloseTo(530, 9);
    expect(held.costByPayer.city).toBeCloseTo(318, 9);
    // 265 ÷ 530
    expect(held.covered).toBeCloseTo(0.5, 9);
    expect(budgetAgainstCost({ ...action, schedule: { startYear: 2027, size: 0 } }, years).covered).toBeNull();
  });
});

describe('indicatorProgress', () => {
  const indicator = (value: number, on = '2027', target = 300): Indicator => ({
    id: 'homes',
    name: 'Homes with a heat pump',
    unit: 'homes',
    baseline: { year: 2025, value: 100 },
    target: { year: 2029, value: target },
    observations: [{ id: 'o', on, value }],
  });

  it('places days among years, a year alone at its end', () => {
    expect(yearPosition('2027')).toBe(2027);
    expect(yearPosition('2027-12-31')).toBe(2027);
    // 31+28+31+30+31+30 = 181 days of 365; with 29 February 60 of 366.
    expect(yearPosition('2027-06-30')).toBeCloseTo(2026 + 181 / 365, 12);
    expect(yearPosition('2028-02-29')).toBeCloseTo(2027 + 60 / 366, 12);
  });

  it.each([
    // Half of the way from 2025 to 2029 lies behind: 100 + ½ · 200 = 200.
    ['at the line is on track', indicator(200), 200, 0.5, 'on-track'],
    ['below it is behind', indicator(199), 200, 0.495, 'behind'],
    ['at the target early has reached it', indicator(300), 200, 1, 'reached'],
    ['after the target year the target is expected', indicator(290, '2031'), 300, 0.95, 'behind'],
    // Falling from 100 to 50: 75 expected; 70 is further down, (70 − 100) ÷ (50 − 100) = 0.6.
    ['going down, less is further', indicator(70, '2027-12-31', 50), 75, 0.6, 'on-track'],
  ] as const)('%s', (_name, given, expected, share, verdict) => {
    const found = indicatorProgress(given)!;
    expect(found.verdict).toBe(verdict);
    expect(found.expected).toBeCloseTo(expected, 9);
    expect(found.share).toBeCloseTo(share, 9);
  });

  it('takes the latest observation, in whatever order they stand', () => {
    const base = indicator(1);
    const observations = [
      { id: 'b', on: '2028', value: 250 },
      { id: 'a', on: '2027-06-30', value: 150 },
    ];
    expect(indicatorProgress({ ...base, observations })?.latest.id).toBe('b');
  });

  it('says nothing without an observation, and no verdict without a line or a way to go', () => {
    const { target: _target, ...aimless } = indicator(200);
    expect(indicatorProgress({ ...aimless, observations: [] })).toBeUndefined();
    expect(indicatorProgress(aimless)).toEqual({ latest: aimless.observations[0] });
    expect(indicatorProgress(indicator(200, '2027', 100))).not.toHaveProperty('verdict');
  });
});

describe('a plan with its delivery', () => {
  const delivery: ActionDelivery = {
    status: { state: 'under-way', note: 'Tender is out' },
    owner: { department: 'Housing office', name: 'R. Sari' },
    tasks: [task({ start: '2027-01-01', due: '2027-06-30' })],
    budget: [line({ amount: 265, spent: 40, fundingSource: 'Municipal budget 2027, item 4.2' })],
    indicators: [{ id: 'i', name: 'Homes', unit: 'homes', observations: [{ id: 'o', on: '2027', value: 3 }] }],
  };
  const [first, ...rest] = tinyPlan.actions;
  const delivered = {
    ...tinyPlan,
    adoption: { body: 'City council', date: '2027-02-14', decision: '12/2027' },
    contact: { office: 'Climate office', email: 'climate@example.org' },
    actions: [{ ...first!, schedule: { ...first!.schedule, size: 1 }, delivery }, ...rest],
  };

  it('comes back the same from its file', () => expect(readPlan(writePlan(delivered))).toEqual(delivered));

  it('has the same outcome as without', () => {
    const bare = { ...delivered, actions: [{ ...first!, schedule: { ...first!.schedule, size: 1 } }, ...rest] };
    expect(evaluate(delivered, testReference)).toEqual(evaluate(bare, testReference));
  });

  it('is summed over the actions that are in it', () => {
    const on = delivered.actions.filter(({ schedule }) => schedule.size > 0).length;
    const summary = summariseDelivery(delivered, '2027-07-01');
    expect(summary).toMatchObject({
      actions: on,
      withOwner: 1,
      tasks: 1,
      overdue: 1,
      share: 0,
      budget: { total: 265 },
    });
    expect(summary.byState).toEqual({ planned: 0, 'under-way': 1, done: 0, stopped: 0, unsaid: on - 1 });
  });

  it('is explained line by line: what was paid of 265, and the share of it', () => {
    const tree = (path: string) => explain(delivered, testReference, path);
    expect(tree('delivery.budget.spent')).toMatchObject({ value: 40, children: [{ value: 40 }] });
    // 40 of 265
    expect(tree('share.delivery.budget.spent.of.delivery.budget.total').value).toBeCloseTo((100 * 40) / 265, 9);
    expect(tree('delivery.budget.spent.2031').value).toBeNull();
    expect(tree('delivery.tasks.done').value).toBe(tree('delivery.tasks.done').children.length);
  });

  it('has a finding where more was paid than budgeted, and none where it was not', () => {
    const paid = (spent: number) => {
      const budget = [line({ amount: 265, spent }), line({ id: 'other', amount: 10 })];
      const plan = { ...delivered, actions: [{ ...first!, delivery: { budget } }, ...rest] };
      return evaluate(plan, testReference).findings.filter(({ code }) => code === 'spent-over-budget');
    };
    expect(paid(265)).toEqual([]);
    expect(paid(300)).toMatchObject([{ severity: 'warning', values: { lines: 1, by: 35 } }]);
  });

  it('of version 1, which knew none of it, is read as it stands', () => {
    expect(planOf({ ...tinyPlan, version: 1 })).toEqual(tinyPlan);
  });

  const withDelivery = (part: object) => ({
    ...delivered,
    actions: [{ ...first!, delivery: { ...delivery, ...part } }, ...rest],
  });

  it.each([
    ['a day that is not in the calendar', withDelivery({ tasks: [task({ due: '2027-02-30' })] })],
    ['a misspelt field', withDelivery({ tasks: [{ ...task({}), dueDate: '2027-02-28' }] })],
    ['two tasks with one id', withDelivery({ tasks: [task({}), task({})] })],
    ['a negative amount', withDelivery({ budget: [line({ amount: -1 })] })],
    ['a licence without a name', { ...delivered, licence: { url: 'https://example.org' } }],
    ['a negative payment', withDelivery({ budget: [line({ spent: -1 })] })],
    [
      'an address that runs a script',
      { ...delivered, adoption: { ...delivered.adoption, url: 'javascript:alert(1)' } },
    ],
  ])('refuses %s', (_name, plan) => expect(planSchema.safeParse(plan).success).toBe(false));
});
