/** Explain what an action saves and costs: its Shapley share beside what it would save alone and last in line. */
import { createEvaluator, scheduleOf, type Action } from '../../action/index.ts';
import { DomainError } from '../../errors.ts';
import { adoptionAt, type ExplainContext } from './context.ts';
import { node, sourcesOf, type ExplainNode } from './node.ts';

export function actionOf(context: ExplainContext, id: string): { action: Action; index: number } {
  const index = context.actions.findIndex((action) => action.id === id);
  if (index < 0) throw new DomainError('unknown-action', `the plan has no action "${id}"`, ['actions', id]);
  return { action: context.actions[index]!, index };
}

/** t CO2e an action saves in a year. */
export function explainSaving(context: ExplainContext, id: string, y: number): ExplainNode {
  const { action, index } = actionOf(context, id);
  const { alone, last } = aloneAndLast(context, index, y);
  const year = context.compiled.years[y]!;
  return node(
    {
      kind: 'action-saving',
      label: `${action.name}: saved in ${year}`,
      value: context.outcome.byAction[id]![y]!,
      unit: 't CO2e',
      formula:
        'Shapley share: the mean of what it adds, over every order in which the actions could be counted; shares sum to business-as-usual − plan',
    },
    [
      node({ kind: 'saving-alone', label: 'if it were the only action', value: alone, unit: 't CO2e' }),
      node({ kind: 'saving-last', label: 'if all the others came first', value: last, unit: 't CO2e' }),
      node({
        kind: 'adoption',
        label: `adoption in ${year}`,
        value: adoptionAt(context, index, y),
        formula: 'size × curve since the start year',
        note: `size ${action.schedule.size} from ${action.schedule.startYear}, ${action.adoption.shape} over ${action.adoption.rampYears} years`,
      }),
      ...leverNodes(context, action),
    ],
  );
}

function leverNodes(context: ExplainContext, action: Action): ExplainNode[] {
  return action.levers.map((lever) =>
    node({
      kind: 'lever-effect',
      label: lever.kind,
      value: lever.size.central,
      interval: lever.size,
      provenance: lever.provenance,
      sources: sourcesOf(context.plan, lever.sources),
      note: lever.note,
    }),
  );
}

function aloneAndLast(context: ExplainContext, index: number, y: number): { alone: number; last: number } {
  const { compiled, actions } = context;
  const evaluator = createEvaluator(compiled);
  const { start, size } = scheduleOf(compiled, actions);
  const total = (keep: (a: number) => boolean) =>
    evaluator.run({ start, size: Float64Array.from(size, (value, a) => (keep(a) ? value : 0)) }).total[y]!;
  const bau = evaluator.bau.total[y]!;
  return { alone: bau - total((a) => a === index), last: total((a) => a !== index) - total(() => true) };
}

/** Net present cost, capital or cost per tonne of an action over the plan. */
export function explainActionCost(
  context: ExplainContext,
  id: string,
  figure: 'npv' | 'tonnes' | 'perTonne' | 'capital',
): ExplainNode {
  const { action } = actionOf(context, id);
  const cost = context.outcome.cost.byAction[id]!;
  const children =
    figure === 'perTonne'
      ? [explainActionCost(context, id, 'npv'), explainActionCost(context, id, 'tonnes')]
      : figure === 'tonnes'
        ? context.outcome.years.map((year, y) =>
            node({
              kind: 'year',
              label: String(year),
              value: context.outcome.byAction[id]![y]!,
              unit: 't CO2e',
              path: `byAction.${id}.${year}`,
            }),
          )
        : derivationNodes(context, action);
  return node(
    {
      kind: `action-${figure}`,
      label: `${action.name}: ${FIGURES[figure].label}`,
      value: cost[figure],
      unit: FIGURES[figure].unit(context),
      formula: FIGURES[figure].formula,
      provenance: action.cost.provenance,
      sources: sourcesOf(context.plan, action.cost.sources),
      path: `cost.byAction.${id}.${figure}`,
    },
    children,
  );
}

const money = ({ plan }: ExplainContext) => `${plan.finance.currency} (${plan.finance.priceYear})`;
const FIGURES = {
  npv: {
    label: 'net present cost',
    unit: money,
    formula:
      'Σ discounted (capital + operating − Shapley share of the bill saved) − what capital is still worth at the horizon',
  },
  tonnes: { label: 'tonnes saved over the plan', unit: () => 't CO2e', formula: 'Σ years of its Shapley share' },
  perTonne: {
    label: 'cost per tonne',
    unit: (context: ExplainContext) => `${money(context)} per t CO2e`,
    formula: 'net present cost ÷ tonnes saved',
  },
  capital: {
    label: 'capital',
    unit: money,
    formula: 'capital at size 1 × adoption gained, and again at the end of life',
  },
} as const;

function derivationNodes(context: ExplainContext, action: Action): ExplainNode[] {
  const { cost } = action;
  const unit = money(context);
  return [
    node(
      {
        kind: 'capital-full',
        label: 'capital at size 1',
        value: cost.capital.central,
        unit,
        interval: cost.capital,
        provenance: cost.provenance,
        sources: sourcesOf(context.plan, cost.sources),
      },
      derived(context, action),
    ),
    node({
      kind: 'operating-full',
      label: 'operating cost per year at full adoption',
      value: cost.operatingPerYear.central,
      unit: `${unit} per year`,
      interval: cost.operatingPerYear,
      provenance: cost.provenance,
    }),
  ];
}

function derived(context: ExplainContext, action: Action): ExplainNode[] {
  return action.cost.derivation.map((step) =>
    node({
      kind: 'derivation',
      label: step.name,
      value: step.value,
      unit: step.unit,
      sources: step.source === undefined ? undefined : sourcesOf(context.plan, [step.source]),
    }),
  );
}
