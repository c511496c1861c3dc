import { describe, expect, it } from 'vitest';
import { planOf, type ActionDelivery, type Plan } from '@thousand-cities/model';
import { tinyPlan } from '../../../../model/test/tiny-plan.ts';
import { mergeThree } from '../../shared/saving/merge.ts';
import { planRules } from '../../shared/saving/merge-rules.ts';
import { applySchedule } from '../plan/state.ts';
import { added, changed, deliveryRows, filteredRows, patched, removed, withDelivery } from './delivery-state.ts';
import { differencesOf } from './diff-state.ts';
import { latestApproved, rowChanges, standsOn } from './rebase-state.ts';
import { timelineOf } from './timeline-state.ts';

const [one, two] = tinyPlan.actions.map(({ id }) => id) as [string, string];
const deliveryOf = (plan: Plan, id: string) => plan.actions.find((action) => action.id === id)?.delivery;
const task = { id: 't1', title: 'Tender' };
const begun = withDelivery(tinyPlan, one, added('tasks', task));
const TODAY = '2027-06-30';

describe('a delivery', () => {
  it('is written down item by item, and every step is a plan that can be saved', () => {
    const due = withDelivery(begun, one, changed('tasks', 't1', { due: '2027-06-29', owner: 'Roads' }));
    expect(deliveryOf(due, one)).toEqual({ tasks: [{ ...task, due: '2027-06-29', owner: 'Roads' }] });
    expect(planOf(JSON.parse(JSON.stringify(due)))).toEqual(due);
  });

  it('leaves nothing behind when it is emptied', () => {
    expect(withDelivery(begun, one, removed('tasks', 't1'))).toEqual(tinyPlan);
    expect(patched<ActionDelivery>({ owner: { name: 'A' } }, { owner: undefined })).toEqual({});
    expect(withDelivery(tinyPlan, one, () => ({ owner: {} }))).toEqual(tinyPlan);
  });

  it('touches no other action, so that what was compiled for them is used again', () => {
    const before = tinyPlan.actions.find(({ id }) => id === two);
    expect(begun.actions.find(({ id }) => id === two)).toBe(before);
  });
});

describe('two who write at once', () => {
  it('at different actions, tasks and fields lose nothing', () => {
    const mine = withDelivery(begun, one, changed('tasks', 't1', { due: '2027-06-30' }));
    const theirs = withDelivery(
      withDelivery(withDelivery(begun, one, changed('tasks', 't1', { owner: 'Roads' })), one, added('tasks', { id: 't2', title: 'Works' })),
      two,
      () => ({ owner: { department: 'Waste' } }),
    ); // prettier-ignore
    const { merged, conflicts } = mergeThree(begun, mine, theirs, planRules);
    expect(conflicts).toEqual([]);
    expect(deliveryOf(merged as Plan, one)?.tasks).toEqual([
      { ...task, due: '2027-06-30', owner: 'Roads' },
      { id: 't2', title: 'Works' },
    ]);
    expect(deliveryOf(merged as Plan, two)).toEqual({ owner: { department: 'Waste' } });
    expect(planOf(JSON.parse(JSON.stringify(merged)))).toEqual(merged);
  });

  it('at the same field are asked', () => {
    const [mine, theirs] = ['2027-06-30', '2027-12-31'].map((due) =>
      withDelivery(begun, one, changed('tasks', 't1', { due })),
    );
    const { conflicts } = mergeThree(begun, mine, theirs, planRules);
    expect(conflicts).toMatchObject([
      {
        path: ['actions', one, 'delivery', 'tasks', 't1', 'due'],
        base: undefined,
        mine: '2027-06-30',
        theirs: '2027-12-31',
      },
    ]);
  });
});

describe('the list', () => {
  const plan = applySchedule(
    withDelivery(begun, one, changed('tasks', 't1', { due: '2027-06-29' })),
    tinyPlan.actions.map(({ id }) => ({ id, size: id === two ? 0.5 : 0, startYear: 2028 })),
  );
  const rows = deliveryRows(plan, [2025, 2026, 2027], TODAY);

  it('has actions of the plan, and those out of it that somebody works on', () => {
    expect(rows.map(({ action }) => action.id)).toEqual([one, two]);
    expect(filteredRows(rows, 'begun').map(({ action }) => action.id)).toEqual([one]);
  });

  it('points at what is overdue or has no owner', () => {
    expect(rows[0]!.tasks).toEqual({ tasks: 1, done: 0, overdue: 1, share: 0 });
    const owned = withDelivery(plan, two, () => ({ owner: { department: 'Waste' } }));
    const attention = filteredRows(deliveryRows(owned, [2025], TODAY), 'attention');
    expect(attention.map(({ action }) => action.id)).toEqual([one]);
  });
});

describe('the timeline', () => {
  const dated = withDelivery(begun, one, changed('tasks', 't1', { start: '2027-01-01', due: '2027-12-31' }));
  const scheduled = applySchedule(dated, [{ id: one, size: 1, startYear: 2028 }]);
  const line = timelineOf(
    scheduled.actions.filter(({ id }) => id === one),
    (id) => id.toUpperCase(),
    TODAY,
  );

  it('has a bar for an action and one for its task, on one axis', () => {
    expect(line.bars.map(({ kind, name, state }) => [kind, name, state])).toEqual([
      ['action', one.toUpperCase(), 'unsaid'],
      ['task', 'Tender', 'under-way'],
    ]);
    expect(line.bars[0]).toMatchObject({ from: 2028 });
    // All of 2027: from its first day to its last.
    expect(line.bars[1]!.from).toBeCloseTo(2027, 2);
    expect(line.bars[1]!.to).toBe(2028);
    expect(line).toMatchObject({ first: 2027, last: 2035, later: 0 });
  });

  it('says how many actions begin after it ends', () => {
    const far = applySchedule(tinyPlan, [{ id: two, size: 1, startYear: 2040 }]);
    const shown = timelineOf(far.actions.filter(({ id }) => id === two), (id) => id, TODAY); // prettier-ignore
    expect(shown).toMatchObject({ bars: [], later: 1 });
  });
});

describe('differences of two versions', () => {
  it('are told by action, target and part', () => {
    const after = applySchedule({ ...begun, contact: { office: 'Climate office' } }, [
      { id: two, size: 0.25, startYear: 2031 },
    ]);
    const before = tinyPlan.actions.find(({ id }) => id === two)!.schedule;
    expect(differencesOf(tinyPlan, after)).toEqual([
      { kind: 'delivery', action: one },
      { kind: 'size', action: two, from: before.size, to: 0.25 },
      { kind: 'start', action: two, from: before.startYear, to: 2031 },
      { kind: 'contact' },
    ]);
    expect(differencesOf(tinyPlan, structuredClone(tinyPlan))).toEqual([]);
  });
});

describe('another inventory under a plan', () => {
  const head = (year: number, approvedVersion: number | null) =>
    ({
      id: String(year),
      name: '',
      year,
      state: 'draft',
      version: 3,
      approvedVersion,
      publishedVersion: null,
    }) as const;
  const [inventory] = tinyPlan.inventories;

  it('is the approved one of the latest year', () => {
    expect(latestApproved([head(2021, 2), head(2024, null), head(2023, 1)])?.id).toBe('2023');
    expect(latestApproved([head(2024, null)])).toBeUndefined();
  });

  it('is known when the plan stands on it already', () => {
    expect(standsOn(tinyPlan, structuredClone(inventory!))).toBe(true);
    expect(standsOn(tinyPlan, { ...inventory!, population: 2 })).toBe(false);
  });

  it('is told row by row: sums of a reference, gaps as gaps', () => {
    const [gas, grid, ...rest] = inventory!.rows;
    const next = { ...inventory!, rows: [{ ...gas!, co2eTonnes: 150 }, { ...gas!, co2eTonnes: 130 }, ...rest] };
    // Gas 200 → 150 + 130; the grid had 50 and has no row now.
    expect(rowChanges(inventory, next)).toEqual([
      { ref: gas!.ref, before: 200, after: 280 },
      { ref: grid!.ref, before: 50, after: null },
    ]);
  });
});
