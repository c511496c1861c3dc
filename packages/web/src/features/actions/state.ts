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

/** The first start year that may be chosen: the year after the base year, or the action's own where that is earlier. */
export const firstStartOf = ({ baseline }: Plan, { schedule }: Action): number =>
  Math.min(baseline.baseYear + 1, schedule.startYear);

/** As many digits as are shown: a row whose figures read the same is not drawn again. */
export const asShown = (value: number): number => Number(value.toPrecision(3));

/** Who pays, largest share first, those who pay nothing left out. */
export function payersOf({
  payers,
}: Action): readonly { readonly who: keyof Action['payers']; readonly share: number }[] {
  return (Object.keys(payers) as (keyof Action['payers'])[])
    .map((who) => ({ who, share: payers[who] }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

export interface ActionConflicts {
  readonly excludedBy: readonly string[];
  readonly lacking: readonly string[];
}

const NO_CONFLICT: ActionConflicts = { excludedBy: [], lacking: [] };

/** For an action of the plan, the ids of those switched on that exclude it, and of those that it requires and that are off. */
export function conflictsIn({ actions }: Plan): (action: Action) => ActionConflicts {
  const active = actions.filter(({ schedule }) => schedule.size > 0);
  const on = new Set(active.map(({ id }) => id));
  const excluding = active.filter(({ excludes = [] }) => excludes.length > 0);
  return ({ id, schedule, excludes = [], requires = [] }) => {
    if (schedule.size === 0) return NO_CONFLICT;
    const by = new Set(excluding.filter((other) => other.id !== id && other.excludes!.includes(id)).map((other) => other.id)); // prettier-ignore
    for (const other of excludes) if (on.has(other) && other !== id) by.add(other);
    return { excludedBy: [...by], lacking: requires.filter((other) => !on.has(other)) };
  };
}
