/** Set a plan on another inventory: what came from public figures is worked out anew, what people decided stays. */
import type { Action } from '../action/types.ts';
import { DomainError } from '../errors.ts';
import { planOf } from './read.ts';
import type { Plan } from './types.ts';

/** What cannot be carried over by rule and must be looked at. */
export interface RebaseReport {
  /** Cells that the city had changed by hand: their changes are not in the new base. */
  readonly cellsChangedByHand: readonly string[];
  /** Actions with figures of the city's own, which were kept as they are. */
  readonly figuresKept: readonly string[];
  /** Actions that the new base has no use for, kept because they are in the plan. */
  readonly withoutUse: readonly string[];
  /** Actions that only the new base offers, added and not chosen. */
  readonly added: readonly string[];
}

export interface Rebased {
  readonly plan: Plan;
  readonly report: RebaseReport;
}

/**
 * Set `plan` on the base of `onNew`. Two drafts tell defaults from decisions: `onOld` is what the program drafts on the plan's own
 * inventory, `onNew` what it drafts on the other. A member of an action that equals its default in `onOld` takes its default in
 * `onNew`; any other was decided by people and stays. Schedules, delivery, targets, rates, contact and adoption stay always; cells,
 * drivers, prices and reference set are those of the new draft. Inventories of other years stay.
 *
 * @throws {DomainError} `plan-invalid` when the three do not fit together
 */
export function rebasePlan(plan: Plan, onOld: Plan, onNew: Plan): Rebased {
  const merged = { ...plan, ...baseOf(plan, onNew), ...actionsOf(plan, onOld, onNew) };
  const { report, ...rest } = { ...merged, report: reportOf(plan, onOld, onNew) };
  return { plan: planOf(JSON.parse(JSON.stringify(rest))), report };
}

function baseOf(plan: Plan, onNew: Plan): Pick<Plan, 'baseline' | 'inventories' | 'finance' | 'sources' | 'reference'> {
  const [inventory] = onNew.inventories;
  if (!inventory) throw new DomainError('plan-invalid', 'the new base has no inventory', ['inventories']);
  const { baseYear } = plan.baseline;
  // The old base year's inventory gives way where it is of the same year, and stays as history where it is not.
  const others = plan.inventories.filter(({ year }) => year !== inventory.year);
  const isLater = inventory.year > baseYear;
  return {
    reference: onNew.reference,
    baseline: onNew.baseline,
    inventories: isLater ? [inventory, ...others] : [inventory, ...others.filter(({ year }) => year !== baseYear)],
    finance: { ...plan.finance, prices: { ...plan.finance.prices, ...onNew.finance.prices } },
    sources: { ...plan.sources, ...onNew.sources },
  };
}

/** Members of an action that people decide about the plan, and that no draft knows better. */
const DECIDED: readonly (keyof Action)[] = ['id', 'schedule', 'delivery'];

const byId = ({ actions }: Plan) => new Map(actions.map((action) => [action.id, action]));

function actionsOf(plan: Plan, onOld: Plan, onNew: Plan): Pick<Plan, 'actions'> {
  const [old, fresh, own] = [byId(onOld), byId(onNew), byId(plan)];
  const kept = plan.actions.flatMap((action) => {
    const next = fresh.get(action.id);
    if (next) return [withDefaults(action, old.get(action.id), next)];
    // What nobody chose and nothing is left of goes; what is in the plan stays.
    return isUsed(action) || !old.has(action.id) ? [action] : [];
  });
  const added = onNew.actions.filter(({ id }) => !own.has(id) && !old.has(id));
  const known = new Set([...kept, ...added].map(({ id }) => id));
  const actions = [...kept, ...added].map((action) => ({
    ...action,
    ...(action.requires && { requires: action.requires.filter((id) => known.has(id)) }),
    ...(action.excludes && { excludes: action.excludes.filter((id) => known.has(id)) }),
  }));
  return { actions };
}

const isUsed = ({ schedule, delivery }: Action): boolean => schedule.size > 0 || delivery !== undefined;

/** Each member that stood at its default takes the new default; without an old draft nothing can be told apart, and all stays. */
function withDefaults(action: Action, old: Action | undefined, next: Action): Action {
  if (!old) return action;
  const names = new Set([...Object.keys(action), ...Object.keys(next)]) as Set<keyof Action>;
  const entries = [...names].map((name) => {
    const isDefault = !DECIDED.includes(name) && equal(action[name], old[name]);
    return [name, isDefault ? next[name] : action[name]] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as unknown as Action;
}

function reportOf(plan: Plan, onOld: Plan, onNew: Plan): RebaseReport {
  const [old, fresh, own] = [byId(onOld), byId(onNew), byId(plan)];
  const oldCells = new Map(onOld.baseline.cells.map((cell) => [cell.id, cell]));
  const hasOwnFigures = (action: Action): boolean => {
    const draft = old.get(action.id);
    const names = Object.keys(action) as (keyof Action)[];
    return !draft || names.some((name) => !DECIDED.includes(name) && !equal(action[name], draft[name]));
  };
  return {
    cellsChangedByHand: plan.baseline.cells.filter((cell) => !equal(cell, oldCells.get(cell.id))).map(({ id }) => id),
    figuresKept: plan.actions.filter((action) => fresh.has(action.id) && hasOwnFigures(action)).map(({ id }) => id),
    withoutUse: plan.actions.filter((action) => !fresh.has(action.id) && isUsed(action)).map(({ id }) => id),
    added: onNew.actions.filter(({ id }) => !own.has(id) && !old.has(id)).map(({ id }) => id),
  };
}

/** Whether two JSON values are the same, whatever the order of their members. */
function equal(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => equal(a[name], b[name]));
}
