/** What changed between two published versions of a plan, as far as a reader would ask. */
import type { Plan } from '@thousand-cities/model';

export interface PlanChanges {
  /** Names of actions that came into the plan, or left it. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Actions that are in both, of another size or from another year. */
  readonly moved: readonly string[];
  readonly targetChanged: boolean;
  /** The base year, its inventory or what is counted changed, so that figures cannot be compared one by one. */
  readonly baseChanged: boolean;
  readonly nothing: boolean;
}

/** Compare by action id; an action of size 0 is not in a plan. */
export function changesOf(before: Plan, after: Plan): PlanChanges {
  const old = inPlan(before);
  const now = inPlan(after);
  const added = [...now.values()].filter(({ id }) => !old.has(id)).map(({ id }) => id);
  const removed = [...old.values()].filter(({ id }) => !now.has(id)).map(({ id }) => id);
  const moved = [...now.values()]
    .filter(({ id, schedule }) => {
      const was = old.get(id)?.schedule;
      return was !== undefined && (was.size !== schedule.size || was.startYear !== schedule.startYear);
    })
    .map(({ id }) => id);
  const targetChanged = JSON.stringify(mainTarget(before)) !== JSON.stringify(mainTarget(after));
  const baseChanged = JSON.stringify(baseOf(before)) !== JSON.stringify(baseOf(after));
  const nothing = added.length + removed.length + moved.length === 0 && !targetChanged && !baseChanged;
  return { added, removed, moved, targetChanged, baseChanged, nothing };
}

const inPlan = ({ actions }: Plan) =>
  new Map(actions.filter(({ schedule }) => schedule.size > 0).map((action) => [action.id, action]));

const mainTarget = ({ targets, mainTarget: id }: Plan) => targets.find((target) => target.id === id);

const baseOf = ({ baseline, inventories }: Plan) => ({
  year: baseline.baseYear,
  boundary: baseline.boundary,
  gwpSet: baseline.gwpSet,
  rows: inventories.find(({ year }) => year === baseline.baseYear)?.rows,
});
