import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testReference } from '../../test/test-reference.ts';
import { tinyPlan } from '../../test/tiny-plan.ts';
import type { DeliveryState } from '../action/delivery-types.ts';
import { DomainError } from '../errors.ts';
import { evaluate } from './evaluate.ts';
import { startMoves, withStartYears } from './start-years.ts';
import type { Plan } from './types.ts';

const [first, ...rest] = tinyPlan.actions;

/** The tiny plan, base year 2025 and last year 2035, with its first action from a year, in a state; the others begin in 2034. */
const beginning = (startYear: number, state?: DeliveryState, size = 1): Plan => ({
  ...tinyPlan,
  actions: [
    { ...first!, schedule: { startYear, size }, ...(state && { delivery: { status: { state } } }) },
    ...rest.map((action) => ({ ...action, schedule: { ...action.schedule, startYear: 2034 } })),
  ],
});

describe('start years that have been overtaken', () => {
  it.each([
    ['before the base year: its savings are in the inventory', beginning(2024), 2025, 2026, 'counted'],
    [
      'in the base year, now 2027: the earliest that is left is 2028',
      beginning(2025, 'planned'),
      2027,
      2028,
      'counted',
    ],
    [
      'in the base year and under way: the rest follows the base year',
      beginning(2025, 'under-way'),
      2027,
      2026,
      'counted',
    ],
    ['a year that has passed without a word of a beginning', beginning(2026), 2028, 2029, 'not-begun'],
    ['a year that has passed, and still planned', beginning(2026, 'planned'), 2028, 2029, 'not-begun'],
  ] as const)('%s', (_name, plan, year, to, reason) => {
    const id = first!.id;
    const from = plan.actions[0]!.schedule.startYear;
    expect(startMoves(plan, year)).toEqual([{ id, from, to, reason, isNeeded: from < 2025 }]);
  });

  it.each([
    ['what is under way as it was planned', beginning(2026, 'under-way'), 2028],
    ['what begins in the present year', beginning(2028), 2028],
    ['what is not in the plan', beginning(2025, undefined, 0), 2028],
    ['what could only begin after the last year', beginning(2026), 2035],
  ])('are left alone: %s', (_name, plan, year) => {
    expect(startMoves(plan, year)).toEqual([]);
  });

  it('move only what was taken, and leave nothing more to move once all are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2034 }), fc.integer({ min: 2025, max: 2034 }), (start, year) => {
        const plan = beginning(start);
        const moves = startMoves(plan, year);
        expect(withStartYears(plan, [])).toBe(plan);
        const moved = withStartYears(plan, moves);
        expect(startMoves(moved, year)).toEqual([]);
        expect(moved.actions.slice(1)).toEqual(plan.actions.slice(1));
      }),
    );
  });

  it('before the base year, of whatever action, have to move: the plan could not be evaluated', () => {
    const off = beginning(2020, undefined, 0);
    expect(() => evaluate(off, testReference)).toThrow(DomainError);
    const moves = startMoves(off, 2025);
    expect(moves).toMatchObject([{ isNeeded: true, to: 2026 }]);
    expect(evaluate(withStartYears(off, moves), testReference).emissions.plan[0]).toBeCloseTo(520, 9);
  });

  it('counted twice no more, the plan stands at its inventory in the base year', () => {
    // Insulation in force from 2025 halves heating in that year already: 520 − 100 − 25 = 395. Begun after it, 2025 is the inventory.
    const early = beginning(2025);
    expect(evaluate(early, testReference).emissions.plan[0]).toBeCloseTo(395, 9);
    const moved = withStartYears(early, startMoves(early, 2025));
    expect(evaluate(moved, testReference).emissions.plan[0]).toBeCloseTo(520, 9);
  });
});
