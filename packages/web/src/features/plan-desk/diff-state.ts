/** What changed from one plan to another, action by action, in a form that can be said in words. No DOM. */
import type { Action, Plan } from '@thousand-cities/model';
import { same } from '../../shared/saving/merge.ts';

export type PlanDifference =
  | { readonly kind: 'added' | 'removed' | 'delivery' | 'figures'; readonly action: string }
  | { readonly kind: 'size'; readonly action: string; readonly from: number; readonly to: number }
  | { readonly kind: 'start'; readonly action: string; readonly from: number; readonly to: number }
  | { readonly kind: 'target'; readonly from: string; readonly to: string }
  | { readonly kind: 'inventories' | 'baseline' | 'finance' | 'targets' | 'adoption' | 'contact' | 'title' };

/** Whole members whose inside is not told apart here. */
const WHOLE = ['inventories', 'baseline', 'finance', 'targets', 'adoption', 'contact', 'title'] as const;

/** Differences, those of actions first, in the order of the later plan. */
export function differencesOf(before: Plan, after: Plan): readonly PlanDifference[] {
  const old = new Map(before.actions.map((action) => [action.id, action]));
  const now = new Set(after.actions.map(({ id }) => id));
  return [
    ...after.actions.flatMap((action) => ofAction(old.get(action.id), action)),
    ...before.actions.filter(({ id }) => !now.has(id)).map(({ id }) => ({ kind: 'removed' as const, action: id })),
    ...(before.mainTarget === after.mainTarget
      ? []
      : [{ kind: 'target' as const, from: before.mainTarget, to: after.mainTarget }]),
    ...WHOLE.filter((member) => !same(before[member], after[member])).map((kind) => ({ kind })),
  ];
}

function ofAction(before: Action | undefined, after: Action): PlanDifference[] {
  const { id: action } = after;
  if (!before) return [{ kind: 'added', action }];
  if (before === after) return [];
  const { schedule: old, delivery: oldDelivery, ...oldFigures } = before;
  const { schedule, delivery, ...figures } = after;
  return [
    ...(old.size === schedule.size ? [] : [{ kind: 'size' as const, action, from: old.size, to: schedule.size }]),
    ...(old.startYear === schedule.startYear
      ? []
      : [{ kind: 'start' as const, action, from: old.startYear, to: schedule.startYear }]),
    ...(same(oldDelivery, delivery) ? [] : [{ kind: 'delivery' as const, action }]),
    ...(same(oldFigures, figures) ? [] : [{ kind: 'figures' as const, action }]),
  ];
}
