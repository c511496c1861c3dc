/** How the delivery of a plan stands: sums and states of what the city wrote down. Method: docs/methods/delivery.md. */
import { outlayOf } from '../action/cost.ts';
import {
  PAYERS,
  type BudgetLine,
  type Day,
  type ActionDelivery,
  type DeliveryState,
  type Indicator,
  type Observation,
  type Payer,
  type Task,
} from '../action/delivery-types.ts';
import type { Action } from '../action/types.ts';
import type { Plan } from './types.ts';

export type TaskState = 'done' | 'overdue' | 'under-way' | 'to-come' | 'open';

/** How a task stands on a day: overdue from the day after it is due; `open` where no day says whether it has begun. */
export function taskState({ start, due, done }: Task, today: Day): TaskState {
  if (done !== undefined) return 'done';
  // Days of one form sort as text.
  if (due !== undefined && due < today) return 'overdue';
  if (start === undefined) return 'open';
  return start <= today ? 'under-way' : 'to-come';
}

export interface TaskCount {
  readonly tasks: number;
  readonly done: number;
  readonly overdue: number;
  /** done ÷ tasks; null where there is no task. */
  readonly share: number | null;
}

/** Count tasks, all of one weight. */
export function countTasks(tasks: readonly Task[], today: Day): TaskCount {
  const states = tasks.map((task) => taskState(task, today));
  const done = states.filter((state) => state === 'done').length;
  const overdue = states.filter((state) => state === 'overdue').length;
  return { tasks: tasks.length, done, overdue, share: tasks.length === 0 ? null : done / tasks.length };
}

/** Money by kind, payer and year, in the plan's currency at its price year. */
export interface BudgetSums {
  readonly total: number;
  readonly funded: number;
  /** Paid so far, over the lines that say it; null where none does. */
  readonly spent: number | null;
  readonly lines: number;
  /** Lines that say what has been paid, and those of which more has been paid than was budgeted. */
  readonly spentLines: number;
  readonly overspent: number;
  readonly byKind: Readonly<Record<BudgetLine['kind'], number>>;
  readonly byPayer: Readonly<Record<Payer, number>>;
  /** Years that have a line, ascending. */
  readonly byYear: readonly BudgetYear[];
}

export interface BudgetYear {
  readonly year: number;
  readonly total: number;
  readonly funded: number;
  readonly spent: number | null;
}

/** What has been paid of lines; null where none of them says it, since what nobody wrote down is not nought. */
export function sumSpent(lines: readonly BudgetLine[]): number | null {
  return lines.reduce<number | null>((sum, { spent }) => (spent === undefined ? sum : (sum ?? 0) + spent), null);
}

/** Whether more has been paid than was budgeted for a line; undefined where what was paid is not written down. */
export const isOverspent = ({ amount, spent }: BudgetLine): boolean | undefined =>
  spent === undefined ? undefined : spent > amount;

export function sumBudget(lines: readonly BudgetLine[]): BudgetSums {
  const sumOf = (keep: (line: BudgetLine) => boolean) =>
    lines.reduce((sum, line) => (keep(line) ? sum + line.amount : sum), 0);
  const years = [...new Set(lines.map(({ year }) => year))].sort((a, b) => a - b);
  return {
    total: sumOf(() => true),
    funded: sumOf(({ funded }) => funded),
    spent: sumSpent(lines),
    lines: lines.length,
    spentLines: lines.filter(({ spent }) => spent !== undefined).length,
    overspent: lines.filter((line) => isOverspent(line)).length,
    byKind: { capital: sumOf(({ kind }) => kind === 'capital'), operating: sumOf(({ kind }) => kind === 'operating') },
    byPayer: forEachPayer((who) => sumOf(({ payer }) => payer === who)),
    byYear: years.map((year) => ({
      year,
      total: sumOf((line) => line.year === year),
      funded: sumOf((line) => line.year === year && line.funded),
      spent: sumSpent(lines.filter((line) => line.year === year)),
    })),
  };
}

function forEachPayer(figure: (payer: Payer) => number): Record<Payer, number> {
  return Object.fromEntries(PAYERS.map((payer) => [payer, figure(payer)])) as Record<Payer, number>;
}

/** The budget of an action beside what the plan says it costs. */
export interface BudgetAgainstCost {
  readonly budget: BudgetSums;
  /** Capital and operating cost over the plan's years, not discounted, bills not counted. */
  readonly cost: number;
  readonly costByPayer: Readonly<Record<Payer, number>>;
  /** Same years as the plan. */
  readonly costByYear: readonly number[];
  /** budget ÷ cost; null where the plan spends nothing. Above 1: more is budgeted than the plan expects. */
  readonly covered: number | null;
}

/**
 * Hold the budget lines of an action against its cost in the plan: capital + operating over `years`, shared by the action's
 * payers. Both are real, at the price year of the plan.
 *
 * @param years consecutive, as `Outcome.years`
 */
export function budgetAgainstCost(action: Action, years: readonly number[]): BudgetAgainstCost {
  const budget = sumBudget(action.delivery?.budget ?? []);
  const { capital, operating } = outlayOf(action, years);
  const costByYear = years.map((_, y) => capital[y]! + operating[y]!);
  const cost = costByYear.reduce((sum, value) => sum + value, 0);
  return {
    budget,
    cost,
    costByPayer: forEachPayer((payer) => cost * action.payers[payer]),
    costByYear,
    covered: cost > 0 ? budget.total / cost : null,
  };
}

/**
 * Place of a day on the axis of years: 31 December of 2027 is 2027, so a year alone, which stands for its last day, is itself.
 * 30 June 2027 is 2026 + 181 ÷ 365.
 */
export function yearPosition(on: Day): number {
  const [year, month, day] = on.split('-').map(Number) as [number, number?, number?];
  if (month === undefined || day === undefined) return year;
  const first = Date.UTC(year, 0, 1);
  const dayOfYear = (Date.UTC(year, month - 1, day) - first) / 86_400_000 + 1;
  return year - 1 + dayOfYear / ((Date.UTC(year + 1, 0, 1) - first) / 86_400_000);
}

export interface IndicatorProgress {
  /** The latest observation; of two on one day the one that stands later in the list. */
  readonly latest: Observation;
  /** What the straight line from baseline to target says for that day; absent without both of them. */
  readonly expected?: number;
  /** (observed − baseline) ÷ (target − baseline): 1 = there. Absent without a line, or where target and baseline are equal. */
  readonly share?: number;
  /** `reached`: at the target or beyond it. `on-track`: at the line or beyond it. Absent where `share` is. */
  readonly verdict?: 'reached' | 'on-track' | 'behind';
}

/** How an indicator goes: its latest observation beside the line. Undefined while nothing has been observed. */
export function indicatorProgress({ baseline, target, observations }: Indicator): IndicatorProgress | undefined {
  const latest = observations.reduce<Observation | undefined>(
    (best, one) => (best && yearPosition(best.on) > yearPosition(one.on) ? best : one),
    undefined,
  );
  if (!latest) return undefined;
  if (!baseline || !target || target.year <= baseline.year) return { latest };
  const passed = (yearPosition(latest.on) - baseline.year) / (target.year - baseline.year);
  const way = target.value - baseline.value;
  const expected = baseline.value + way * Math.min(1, Math.max(0, passed));
  if (way === 0) return { latest, expected };
  const share = (latest.value - baseline.value) / way;
  const ahead = (latest.value - expected) * Math.sign(way) >= 0;
  return { latest, expected, share, verdict: share >= 1 ? 'reached' : ahead ? 'on-track' : 'behind' };
}

/** Delivery of a whole plan, over the actions that are in it (size above 0). */
export interface DeliverySummary extends TaskCount {
  readonly actions: number;
  readonly withOwner: number;
  /** Actions by state; `unsaid` where the city has not said. */
  readonly byState: Readonly<Record<DeliveryState | 'unsaid', number>>;
  readonly budget: BudgetSums;
}

/** @param today the day to which it is worked out */
export function summariseDelivery(plan: Plan, today: Day): DeliverySummary {
  const actions = plan.actions.filter(({ schedule }) => schedule.size > 0);
  const deliveries = actions.map(({ delivery }): ActionDelivery => delivery ?? {});
  const stateOf = ({ status }: ActionDelivery) => status?.state ?? 'unsaid';
  const count = (state: DeliveryState | 'unsaid') => deliveries.filter((one) => stateOf(one) === state).length;
  return {
    ...countTasks(
      deliveries.flatMap(({ tasks }) => tasks ?? []),
      today,
    ),
    actions: actions.length,
    withOwner: deliveries.filter(({ owner }) => owner?.department !== undefined || owner?.name !== undefined).length,
    byState: {
      planned: count('planned'),
      'under-way': count('under-way'),
      done: count('done'),
      stopped: count('stopped'),
      unsaid: count('unsaid'),
    },
    budget: sumBudget(deliveries.flatMap(({ budget }) => budget ?? [])),
  };
}
