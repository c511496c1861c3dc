import type { Action } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { bandung } from '../../../test/fixture.ts';
import { asShown, conflictsIn, firstStartOf, groupsOf, payersOf, savedBy } from './state.ts';
import { significant } from '../../i18n/numbers.ts';

const { plan, evaluate } = bandung();
const outcome = evaluate(plan);
const [first, second] = plan.actions as [Action, Action];
const on = (action: Action, more: Partial<Action> = {}): Action => ({
  ...action,
  ...more,
  schedule: { ...action.schedule, size: 1 },
});

describe('the list of actions', () => {
  it('shows every action once', () => {
    const ids = groupsOf(plan.actions).flatMap(({ actions }) => actions.map(({ id }) => id));
    expect([...ids].sort()).toEqual(plan.actions.map(({ id }) => id).sort());
  });

  it('has group sums that add up to what the plan saves', () => {
    const y = outcome.years.indexOf(2035);
    const sum = groupsOf(plan.actions).reduce((all, group) => all + savedBy(outcome, group, 2035), 0);
    const saved = outcome.emissions.bau[y]! - outcome.emissions.plan[y]!;
    expect(Math.abs(sum - saved) / outcome.emissions.bau[0]!).toBeLessThan(1e-9);
  });

  it('offers start years from the year after the base year, or from its own where that is earlier', () => {
    const { baseYear } = plan.baseline;
    const from = (startYear: number) => ({ ...first, schedule: { startYear, size: 1 } });
    expect(firstStartOf(plan, from(baseYear + 9))).toBe(baseYear + 1);
    expect(firstStartOf(plan, from(baseYear))).toBe(baseYear);
  });

  it('keeps of a figure what is shown of it', () => {
    for (const value of [0, 1234567, 0.00123456, -98765, 999_600, 1e-9]) expect(significant(asShown(value), 'en')).toBe(significant(value, 'en')); // prettier-ignore
  });

  it('names who pays, the largest share first, and nobody who pays nothing', () => {
    const payers = { city: 0.2, national: 0, households: 0.5, business: 0.3 };
    expect(payersOf({ ...first, payers }).map(({ who }) => who)).toEqual(['households', 'business', 'city']);
  });

  it('warns of actions that exclude each other, whichever of the two says so, and of what is lacking', () => {
    const actions = [
      on(first, { excludes: [second.id], requires: ['not-there'] }),
      on(second, { excludes: [], requires: [] }),
    ];
    const both = { ...plan, actions };
    expect(conflictsIn(both)(actions[0]!)).toEqual({ excludedBy: [second.id], lacking: ['not-there'] });
    expect(conflictsIn(both)(actions[1]!)).toEqual({ excludedBy: [first.id], lacking: [] });
  });

  it('warns of nothing while the action is off', () => {
    const off = { ...first, excludes: [second.id], schedule: { ...first.schedule, size: 0 } };
    expect(conflictsIn({ ...plan, actions: [off, on(second)] })(off)).toEqual({ excludedBy: [], lacking: [] });
  });
});
