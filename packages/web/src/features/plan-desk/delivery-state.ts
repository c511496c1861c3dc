/** Writing down how actions are delivered: pure edits of the plan, and what a list of them says. No DOM, no clock. */
import {
  budgetAgainstCost,
  countTasks,
  indicatorProgress,
  type Action,
  type ActionDelivery,
  type BudgetAgainstCost,
  type Day,
  type IndicatorProgress,
  type Plan,
  type TaskCount,
} from '@thousand-cities/model';

/** Lists of a delivery. */
export type DeliveryList = 'tasks' | 'budget' | 'indicators';
export type ItemOf<K extends DeliveryList> = NonNullable<ActionDelivery[K]>[number];

/** New values of members; `undefined` takes the member away. */
export type Patch<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** An object with members set or taken away. */
export function patched<T extends object>(value: T, patch: Patch<T>): T {
  const entries = Object.entries({ ...value, ...patch }).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries) as T;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** Change an action's delivery. Members left empty go, and with the last of them the delivery itself. */
export function withDelivery(plan: Plan, id: string, change: (delivery: ActionDelivery) => ActionDelivery): Plan {
  return {
    ...plan,
    actions: plan.actions.map((action) => {
      if (action.id !== id) return action;
      const entries = Object.entries(change(action.delivery ?? {})).filter(([, member]) => !isEmpty(member));
      const { delivery: _before, ...rest } = action;
      return entries.length === 0 ? rest : { ...rest, delivery: Object.fromEntries(entries) as ActionDelivery };
    }),
  };
}

/** Add an item at the end of a list. */
export function added<K extends DeliveryList>(list: K, item: ItemOf<K>) {
  return (delivery: ActionDelivery): ActionDelivery => ({ ...delivery, [list]: [...(delivery[list] ?? []), item] });
}

/** Change one item of a list by its id; what is not there is left. */
export function changed<K extends DeliveryList>(list: K, id: string, patch: Patch<ItemOf<K>>) {
  return (delivery: ActionDelivery): ActionDelivery => ({
    ...delivery,
    [list]: (delivery[list] ?? []).map((item) => (item.id === id ? patched(item, patch as object) : item)),
  });
}

/** Take one item out of a list. */
export function removed(list: DeliveryList, id: string) {
  return (delivery: ActionDelivery): ActionDelivery => ({
    ...delivery,
    [list]: (delivery[list] ?? []).filter((item) => item.id !== id),
  });
}

/** What a row of the list says of an action. */
export interface DeliveryRow {
  readonly action: Action;
  readonly tasks: TaskCount;
  readonly money: BudgetAgainstCost;
  /** Of the indicators that have been observed. */
  readonly progress: readonly IndicatorProgress[];
  /** Something is overdue, an indicator is behind, more was spent than budgeted, or nobody answers for it. */
  readonly needsAttention: boolean;
}

/** Money of actions that have not changed since: a slider changes one of them, and all are asked. */
const moneyOf = new WeakMap<Action, { readonly span: string; readonly money: BudgetAgainstCost }>();

function moneyIn(action: Action, years: readonly number[]): BudgetAgainstCost {
  const span = `${years[0]}-${years.at(-1)}`;
  const known = moneyOf.get(action);
  if (known?.span === span) return known.money;
  const money = budgetAgainstCost(action, years);
  moneyOf.set(action, { span, money });
  return money;
}

/** Rows for the actions in the plan, and for those out of it that have a delivery written down. */
export function deliveryRows(plan: Plan, years: readonly number[], today: Day): readonly DeliveryRow[] {
  return plan.actions
    .filter(({ schedule, delivery }) => schedule.size > 0 || delivery !== undefined)
    .map((action) => {
      const { owner, tasks: listed, indicators } = action.delivery ?? {};
      const tasks = countTasks(listed ?? [], today);
      const progress = (indicators ?? []).flatMap((indicator) => indicatorProgress(indicator) ?? []);
      const isOwned = owner?.department !== undefined || owner?.name !== undefined;
      const isBehind = progress.some(({ verdict }) => verdict === 'behind');
      const money = moneyIn(action, years);
      return {
        action,
        tasks,
        money,
        progress,
        needsAttention: tasks.overdue > 0 || isBehind || money.budget.overspent > 0 || !isOwned,
      };
    });
}

export type DeliveryFilter = 'all' | 'begun' | 'attention';

/** Rows a filter keeps: `begun` are those of which more is written down than who answers for them. */
export function filteredRows(rows: readonly DeliveryRow[], filter: DeliveryFilter): readonly DeliveryRow[] {
  if (filter === 'begun') return rows.filter(({ action }) => isBegun(action));
  if (filter === 'attention') return rows.filter(({ needsAttention }) => needsAttention);
  return rows;
}

/** More is written down of the action than who answers for it. */
function isBegun({ delivery }: Action): boolean {
  return Object.keys(delivery ?? {}).some((member) => member !== 'owner');
}
