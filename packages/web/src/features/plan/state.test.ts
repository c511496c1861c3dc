import { describe, expect, it } from 'vitest';
import { bandung } from '../../../test/fixture.ts';
import { applySchedule, changesOf, openPlan, planAfter } from './state.ts';

const { plan } = bandung();
const action = plan.actions[1]!;
const sizeOf = (state: ReturnType<typeof openPlan>) =>
  state.plan.actions.find(({ id }) => id === action.id)!.schedule.size;

describe('the plan on screen', () => {
  it('takes a slider under way as one step of undo', () => {
    let state = openPlan(plan, 'draft');
    for (const size of [0.1, 0.2, 0.3]) state = planAfter(state, { kind: 'size', action: action.id, size });
    expect(sizeOf(state)).toBe(0.3);
    const undone = planAfter(state, { kind: 'undo' });
    expect(undone.plan).toBe(plan);
    expect(sizeOf(planAfter(undone, { kind: 'redo' }))).toBe(0.3);
  });

  it('keeps two different sliders as two steps', () => {
    let state = openPlan(plan, 'draft');
    state = planAfter(state, { kind: 'size', action: action.id, size: 0.4 });
    state = planAfter(state, { kind: 'size', action: plan.actions[2]!.id, size: 0.4 });
    expect(sizeOf(planAfter(state, { kind: 'undo' }))).toBe(0.4);
  });

  it('knows what differs from the plan as opened, and nothing after a reset', () => {
    const target = plan.targets[1]!.id;
    let state = planAfter(openPlan(plan, 'draft'), { kind: 'start', action: action.id, startYear: 2031 });
    state = planAfter(state, { kind: 'target', id: target });
    expect(changesOf(state)).toEqual({
      entries: [{ id: action.id, size: action.schedule.size, startYear: 2031 }],
      mainTarget: target,
    });
    expect(changesOf(planAfter(state, { kind: 'reset' }))).toEqual({ entries: [] });
  });

  it('leaves out actions and targets it does not know', () => {
    const entries = [{ id: 'no-such-action', size: 1, startYear: 2030 }];
    const applied = applySchedule(plan, entries, 'no-such-target');
    expect(applied.mainTarget).toBe(plan.mainTarget);
    expect(applied.actions).toEqual(plan.actions);
  });

  it('does nothing to undo or redo at the ends', () => {
    const state = openPlan(plan, 'file');
    expect(planAfter(state, { kind: 'undo' })).toBe(state);
    expect(planAfter(state, { kind: 'redo' })).toBe(state);
  });
});
