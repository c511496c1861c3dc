/** Explain the plan's money: net present cost, cost per tonne, and the yearly series. */
import { readablePlan } from '../../action/index.ts';
import { explainActionCost } from './action.ts';
import type { ExplainContext } from './context.ts';
import { node, sourcesOf, type ExplainNode } from './node.ts';

const money = ({ plan }: ExplainContext) => `${plan.finance.currency} (${plan.finance.priceYear})`;

/** Net present cost of the plan, by action. */
export function explainNpv(context: ExplainContext): ExplainNode {
  const children = Object.keys(context.outcome.cost.byAction)
    .filter((id) => context.outcome.cost.byAction[id]!.tonnes !== 0 || context.outcome.cost.byAction[id]!.npv !== 0)
    .map((id) => explainActionCost(context, id, 'npv'));
  return node(
    {
      kind: 'npv',
      label: 'net present cost of the plan against business-as-usual',
      value: context.outcome.cost.npv,
      unit: money(context),
      formula:
        'Σ actions; Σ years (capital + operating − bill saved − residual value at the horizon) ÷ (1 + discount rate)^(year − base year)',
      note: `discount rate ${context.plan.finance.discountRate} per year, real`,
    },
    children,
  );
}

export function explainPerTonne(context: ExplainContext): ExplainNode {
  const { cumulative, cost } = context.outcome;
  return node(
    {
      kind: 'per-tonne',
      label: 'cost per tonne',
      value: cost.perTonne,
      unit: `${money(context)} per t CO2e`,
      formula: 'net present cost ÷ tonnes saved after the base year',
    },
    [
      explainNpv(context),
      node({
        kind: 'tonnes',
        label: 'tonnes saved',
        value: cumulative.bau - cumulative.plan,
        unit: 't CO2e',
        formula: 'cumulative business-as-usual − plan',
      }),
    ],
  );
}

/** Capital or operating cost of a year. */
export function explainYearlyCost(context: ExplainContext, kind: 'capital' | 'operating', y: number): ExplainNode {
  const children = context.actions
    .filter((action) => action.schedule.size > 0 && action.schedule.startYear <= context.compiled.years[y]!)
    .map((action) => {
      const full = kind === 'capital' ? action.cost.capital : action.cost.operatingPerYear;
      return node({
        kind: `${kind}-full`,
        label: `${action.name}: ${kind} at size 1`,
        value: full.central,
        unit: money(context),
        interval: full,
        provenance: action.cost.provenance,
        sources: sourcesOf(context.plan, action.cost.sources),
        note: `size ${action.schedule.size} from ${action.schedule.startYear}`,
      });
    });
  return node(
    {
      kind: `${kind}-year`,
      label: `${kind} cost in ${context.compiled.years[y]}`,
      value: context.outcome.cost[kind][y]!,
      unit: money(context),
      formula:
        kind === 'capital'
          ? 'Σ actions: capital × adoption gained or renewed in the year'
          : 'Σ actions: operating × adoption in the year',
    },
    children,
  );
}

/** Bill saved in a year, by cell: what would have been paid less what is paid. */
export function explainBillSaved(context: ExplainContext, y: number): ExplainNode {
  const year = context.compiled.years[y]!;
  const plan = readablePlan(context.inputs)(year);
  const bau = readablePlan({ ...context.inputs, cells: context.cells, actions: [] })(year);
  const children = context.cells.flatMap((cell) => {
    const without = bau.cells.get(cell.id)?.bill ?? null;
    const withPlan = plan.cells.get(cell.id)?.bill ?? null;
    if (without === null || withPlan === null || cell.price === undefined || without === withPlan) return [];
    const price = context.plan.finance.prices[cell.price]!;
    return [
      node(
        {
          kind: 'bill-cell',
          label: cell.id,
          value: without - withPlan,
          unit: money(context),
          formula: 'bill without the plan − bill with it',
        },
        [
          node({
            kind: 'price',
            label: cell.price,
            value: price.perUnit,
            unit: `${context.plan.finance.currency} per ${cell.unit}`,
            provenance: price.provenance,
            sources: sourcesOf(context.plan, price.sources),
            note: `real growth ${price.growthPerYear} per year`,
          }),
          node({ kind: 'bill-bau', label: 'without the plan', value: without, unit: money(context) }),
          node({ kind: 'bill-plan', label: 'with the plan', value: withPlan, unit: money(context) }),
        ],
      ),
    ];
  });
  return node(
    {
      kind: 'bill-saved',
      label: `bill saved in ${context.compiled.years[y]}`,
      value: context.outcome.cost.billSaved[y]!,
      unit: money(context),
      formula: 'Σ cells',
    },
    children,
  );
}
