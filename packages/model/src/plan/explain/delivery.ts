/** Explain what the city wrote down of delivery: tasks done, money budgeted, secured and spent, indicators. */
import { DomainError } from '../../errors.ts';
import type { Action, BudgetLine } from '../../action/index.ts';
import { indicatorProgress } from '../delivery.ts';
import { actionOf } from './action.ts';
import type { ExplainContext } from './context.ts';
import { node, type ExplainNode } from './node.ts';

/**
 * `delivery.tasks.done`, `delivery.budget.total`, `.funded` or `.spent` with or without a year, over the actions that are in the plan;
 * `delivery.actions.ID.spent` of one of them; `delivery.indicators.ACTION.ID`.
 */
export function explainDelivery(context: ExplainContext, rest: readonly string[], path: string): ExplainNode {
  const [what, which, ...more] = rest;
  if (what === 'tasks' && (which === 'done' || which === 'all')) return tasksNode(context, which);
  if (what === 'budget' && (which === 'total' || which === 'funded' || which === 'spent')) {
    return budgetNode(inPlan(context), context, which, more[0]);
  }
  if (what === 'actions') {
    const sum = rest.at(-1);
    const { action } = actionOf(context, rest.slice(1, -1).join('.'));
    if (sum === 'total' || sum === 'funded' || sum === 'spent') return budgetNode([action], context, sum, undefined);
  }
  if (what === 'indicators') return indicatorNode(context, [which, ...more].join('.'), path);
  throw new DomainError('unknown-path', `nothing of delivery is called "${path}"`, path.split('.'));
}

const inPlan = ({ plan }: ExplainContext) => plan.actions.filter(({ schedule }) => schedule.size > 0);

function tasksNode(context: ExplainContext, which: 'done' | 'all'): ExplainNode {
  const tasks = inPlan(context)
    .flatMap(({ name, delivery }) => (delivery?.tasks ?? []).map((task) => ({ name, task })))
    .filter(({ task }) => which === 'all' || task.done !== undefined);
  return node(
    {
      kind: `tasks-${which}`,
      label: which === 'done' ? 'tasks that have the day on which they were done' : 'tasks',
      value: tasks.length,
      formula: 'each task counts once, whatever its size',
    },
    tasks.map(({ name, task }) =>
      node({ kind: 'task', label: `${name}: ${task.title}`, value: task.done ?? null, note: task.owner }),
    ),
  );
}

const AMOUNTS = {
  total: (line: BudgetLine) => line.amount,
  // Of every line it is said whether it is secured: nought is known.
  funded: (line: BudgetLine) => (line.funded ? line.amount : 0),
  spent: (line: BudgetLine) => line.spent,
} as const;
const LABELS = { total: 'budgeted', funded: 'secured', spent: 'spent' } as const;

function budgetNode(
  actions: readonly Action[],
  context: ExplainContext,
  which: keyof typeof AMOUNTS,
  year: string | undefined,
): ExplainNode {
  const { currency, priceYear } = context.plan.finance;
  const unit = `${currency} (${priceYear})`;
  const lines = actions.flatMap(({ name, delivery }) =>
    (delivery?.budget ?? []).flatMap((line) => {
      const value = AMOUNTS[which](line);
      return value === undefined || (year !== undefined && line.year !== Number(year)) ? [] : [{ name, line, value }];
    }),
  );
  return node(
    {
      kind: `budget-${which}`,
      label: `${LABELS[which]}${year === undefined ? '' : ` in ${year}`}`,
      // Nothing written down is not nought.
      value: lines.length === 0 ? null : lines.reduce((sum, { value }) => sum + value, 0),
      unit,
      formula: 'Σ budget lines',
    },
    lines
      .filter(({ value }) => value !== 0 || which !== 'funded')
      .map(({ name, line, value }) =>
        node({
          kind: 'budget-line',
          label: `${name}: ${line.label}, ${line.year}`,
          value,
          unit,
          provenance: 'city-value',
          note: line.fundingSource,
        }),
      ),
  );
}

function indicatorNode(context: ExplainContext, id: string, path: string): ExplainNode {
  const found = context.plan.actions
    .flatMap((action) => (action.delivery?.indicators ?? []).map((indicator) => ({ action, indicator })))
    .find(({ action, indicator }) => `${action.id}.${indicator.id}` === id);
  if (!found) throw new DomainError('unknown-path', `no indicator is called "${id}"`, path.split('.'));
  const { indicator, action } = found;
  const { unit, baseline, target, observations } = indicator;
  const progress = indicatorProgress(indicator);
  const ends = [
    baseline && node({ kind: 'indicator-baseline', label: `at the start, ${baseline.year}`, value: baseline.value, unit }), // prettier-ignore
    target && node({ kind: 'indicator-target', label: `the aim for ${target.year}`, value: target.value, unit }),
    progress?.expected !== undefined && node({ kind: 'indicator-expected', label: `on the straight line on ${progress.latest.on}`, value: progress.expected, unit }), // prettier-ignore
  ].filter((each) => typeof each === 'object');
  const seen = observations.map(({ on, value, source, note }) =>
    node({
      kind: 'observation',
      label: on,
      value,
      unit,
      provenance: 'city-value',
      note: [source, note].filter((part) => part !== undefined).join('; ') || undefined,
    }),
  );
  return node(
    {
      kind: 'indicator',
      label: `${action.name}: ${indicator.name}`,
      value: progress?.latest.value ?? null,
      unit,
      formula: 'the latest observation',
    },
    [...ends, ...seen],
  );
}
