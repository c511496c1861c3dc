/** The plan on screen and what has been done to it: changes, undo, and how far it is from where it began. No DOM. */
import type { Action, Plan } from '@thousand-cities/model';

/** Where the plan began: the draft the server made, or a file the reader opened. */
export type Origin = 'draft' | 'file';

export interface PlanState {
  readonly origin: Origin;
  /** As it was opened. */
  readonly opened: Plan;
  readonly plan: Plan;
  readonly past: readonly Plan[];
  readonly future: readonly Plan[];
  /** What the last change was about: further changes of the same thing (a slider under way) join it in one undo step. */
  readonly lastChange?: string;
}

export interface ScheduleEntry {
  readonly id: string;
  readonly size: number;
  readonly startYear: number;
}

export type PlanChange =
  | { readonly kind: 'size'; readonly action: string; readonly size: number }
  | { readonly kind: 'start'; readonly action: string; readonly startYear: number }
  | { readonly kind: 'schedule'; readonly entries: readonly ScheduleEntry[]; readonly mainTarget?: string }
  | { readonly kind: 'target'; readonly id: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

const MAX_UNDO = 100;

export function openPlan(plan: Plan, origin: Origin): PlanState {
  return { origin, opened: plan, plan, past: [], future: [] };
}

function withSchedule(plan: Plan, id: string, schedule: Partial<Action['schedule']>): Plan {
  return {
    ...plan,
    actions: plan.actions.map((action) =>
      action.id === id ? { ...action, schedule: { ...action.schedule, ...schedule } } : action,
    ),
  };
}

/** Put schedules and target into a plan; ids it does not know are left out. */
export function applySchedule(plan: Plan, entries: readonly ScheduleEntry[], mainTarget?: string): Plan {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const knowsTarget = mainTarget !== undefined && plan.targets.some(({ id }) => id === mainTarget);
  return {
    ...plan,
    ...(knowsTarget && { mainTarget }),
    actions: plan.actions.map((action) => {
      const entry = byId.get(action.id);
      return entry ? { ...action, schedule: { size: entry.size, startYear: entry.startYear } } : action;
    }),
  };
}

/** Changes of the plan itself, without those of its past. */
export type ContentChange = Exclude<PlanChange, { kind: 'undo' | 'redo' | 'reset' }>;

/** A plan after a change, and what the change was about. */
export function planWith(plan: Plan, change: ContentChange): { readonly plan: Plan; readonly about: string } {
  switch (change.kind) {
    case 'size':
      return { plan: withSchedule(plan, change.action, { size: change.size }), about: `size:${change.action}` };
    case 'start': {
      const { action, startYear } = change;
      return { plan: withSchedule(plan, action, { startYear }), about: `start:${action}` };
    }
    case 'schedule':
      return { plan: applySchedule(plan, change.entries, change.mainTarget), about: 'schedule' };
    case 'target':
      return { plan: { ...plan, mainTarget: change.id }, about: 'target' };
  }
}

/** The state after a change. */
export function planAfter(state: PlanState, change: PlanChange): PlanState {
  const { origin, opened, plan: now, past, future } = state;
  if (change.kind === 'undo') {
    const before = past.at(-1);
    return before ? { origin, opened, plan: before, past: past.slice(0, -1), future: [now, ...future] } : state;
  }
  if (change.kind === 'redo') {
    const [next, ...rest] = future;
    return next ? { origin, opened, plan: next, past: [...past, now], future: rest } : state;
  }
  const { plan, about } = change.kind === 'reset' ? { plan: opened, about: 'reset' } : planWith(now, change);
  const joins = about === state.lastChange && change.kind !== 'reset' && change.kind !== 'target';
  return { origin, opened, plan, past: joins ? past : [...past, now].slice(-MAX_UNDO), future: [], lastChange: about };
}

/** Actions whose schedule differs from the plan as opened, and the target where it differs. */
export function changesOf({ opened, plan }: PlanState): { entries: readonly ScheduleEntry[]; mainTarget?: string } {
  const before = new Map(opened.actions.map((action) => [action.id, action.schedule]));
  const entries = plan.actions.flatMap(({ id, schedule }) => {
    const old = before.get(id);
    const same = old && old.size === schedule.size && old.startYear === schedule.startYear;
    return same ? [] : [{ id, size: schedule.size, startYear: schedule.startYear }];
  });
  return plan.mainTarget === opened.mainTarget ? { entries } : { entries, mainTarget: plan.mainTarget };
}
