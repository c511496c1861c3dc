/** The list of actions as values: grouped by sector, what each saves in a year, its cost per tonne, sums by group. */
import type { Action, Outcome, Plan } from '@thousand-cities/model';
import { ACTION_SECTORS, type ActionSector } from '../pathway/state.ts';

export interface ActionGroup {
  readonly sector: ActionSector;
  readonly actions: readonly Action[];
}

/** Group by sector in the order of the wedges; inside a group the order of the plan is kept, so that nothing jumps while sliding. */
export function groupsOf(actions: readonly Action[]): readonly ActionGroup[] {
  return ACTION_SECTORS.flatMap((sector) => {
    const own = actions.filter((action) => action.sector === sector);
    return own.length === 0 ? [] : [{ sector, actions: own }];
  });
}

export interface ActionFigures {
  /** t CO2e saved in the year looked at. */
  readonly saved: number;
  /** EUR per t, null when it saves nothing. */
  readonly perTonne: number | null;
  readonly npv: number;
}

/** What an action comes to in an outcome. */
export function figuresOf(outcome: Outcome, id: string, year: number): ActionFigures {
  const cost = outcome.cost.byAction[id];
  return {
    saved: outcome.byAction[id]?.[outcome.years.indexOf(year)] ?? 0,
    perTonne: cost?.perTonne ?? null,
    npv: cost?.npv ?? 0,
  };
}

/** t CO2e a group saves in a year. */
export function savedBy(outcome: Outcome, group: ActionGroup, year: number): number {
  return group.actions.reduce((sum, { id }) => sum + figuresOf(outcome, id, year).saved, 0);
}

/** Start years that may be chosen: from the year after the base year (or the action's own, if earlier) to the horizon. */
export function startYears(plan: Plan, action: Action): readonly number[] {
  const first = Math.min(plan.baseline.baseYear + 1, action.schedule.startYear);
  return Array.from({ length: plan.baseline.horizonYear - first + 1 }, (_, i) => first + i);
}

/** Who pays, largest share first, those who pay nothing left out. */
export function payersOf({
  payers,
}: Action): readonly { readonly who: keyof Action['payers']; readonly share: number }[] {
  return (Object.keys(payers) as (keyof Action['payers'])[])
    .map((who) => ({ who, share: payers[who] }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

/** Ids of actions switched on that exclude this one, or that it requires and that are off. */
export function conflictsOf(
  plan: Plan,
  action: Action,
): { readonly excludedBy: readonly string[]; readonly lacking: readonly string[] } {
  if (action.schedule.size === 0) return { excludedBy: [], lacking: [] };
  const on = new Set(plan.actions.filter(({ schedule }) => schedule.size > 0).map(({ id }) => id));
  const excludes = (a: Action, id: string) => a.excludes?.includes(id) ?? false;
  const excludedBy = plan.actions.filter(
    (other) => on.has(other.id) && other.id !== action.id && (excludes(other, action.id) || excludes(action, other.id)),
  );
  return { excludedBy: excludedBy.map(({ id }) => id), lacking: (action.requires ?? []).filter((id) => !on.has(id)) };
}
