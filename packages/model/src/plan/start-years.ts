/** Start years that a later base year, or the calendar, has overtaken: what a plan would have to move. Method: docs/methods/rebase.md. */
import type { Action } from '../action/types.ts';
import type { Plan } from './types.ts';

/**
 * `counted`: at or before the base year, so that what the action saved by then is in the inventory and would be counted twice.
 * `not-begun`: a year that has passed, of an action that is not said to have begun.
 */
export type StartReason = 'counted' | 'not-begun';

export interface StartMove {
  /** Of the action. */
  readonly id: string;
  readonly from: number;
  /** The first year that can be: after the base year, and of what has not begun after the present year. */
  readonly to: number;
  readonly reason: StartReason;
  /** Before the base year: until it is moved the plan cannot be evaluated. */
  readonly isNeeded: boolean;
}

const BEGUN: readonly unknown[] = ['under-way', 'done'];

/**
 * Propose start years for the actions of a plan whose own lie in the past, in the order of the plan. None is proposed for an action
 * that is not in the plan, nor beyond the last year; but a start before the base year has to be moved, in whatever action, to the
 * last year at the latest.
 *
 * @param year the present one
 */
export function startMoves({ actions, baseline }: Plan, year: number): readonly StartMove[] {
  return actions.flatMap((action): StartMove[] => {
    const reason = reasonOf(action, baseline.baseYear, year);
    if (!reason) return [];
    const from = action.schedule.startYear;
    const to = Math.max(baseline.baseYear, isBegun(action) ? 0 : year) + 1;
    const isNeeded = from < baseline.baseYear;
    return to > baseline.horizonYear && !isNeeded ? [] : [{ id: action.id, from, to: Math.min(to, baseline.horizonYear), reason, isNeeded }]; // prettier-ignore
  });
}

const isBegun = ({ delivery }: Action): boolean => BEGUN.includes(delivery?.status?.state);

function reasonOf(action: Action, baseYear: number, year: number): StartReason | undefined {
  const { size, startYear } = action.schedule;
  if (startYear < baseYear) return 'counted';
  if (size === 0) return undefined;
  if (startYear === baseYear) return 'counted';
  return startYear < year && !isBegun(action) ? 'not-begun' : undefined;
}

/** The plan with some of the moves made; everything else of it stays as it is. */
export function withStartYears(plan: Plan, moves: readonly StartMove[]): Plan {
  if (moves.length === 0) return plan;
  const to = new Map(moves.map((move) => [move.id, move.to]));
  return {
    ...plan,
    actions: plan.actions.map((action) => {
      const startYear = to.get(action.id);
      return startYear === undefined ? action : { ...action, schedule: { ...action.schedule, startYear } };
    }),
  };
}
