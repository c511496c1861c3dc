/** Explain sums of the plan's money: over years, by who pays, for a resident; and the tonnes all of it saves. */
import { outlayOf, PAYERS, type Payer } from '../../action/index.ts';
import { DomainError } from '../../errors.ts';
import { costSums } from '../cost-sums.ts';
import { actionOf, explainActionCost } from './action.ts';
import type { ExplainContext } from './context.ts';
import { node, sourcesOf, type ExplainNode } from './node.ts';

const money = ({ plan }: ExplainContext) => `${plan.finance.currency} (${plan.finance.priceYear})`;

export type YearlyMoney = 'capital' | 'operating' | 'billSaved';
const SERIES: Readonly<Record<YearlyMoney, string>> = {
  capital: 'capital',
  operating: 'operating cost',
  billSaved: 'bill saved',
};

/** The sum of a yearly series over some years, or over all; not discounted. */
export function explainMoneySum(context: ExplainContext, what: YearlyMoney, span?: string): ExplainNode {
  const { years, cost } = context.outcome;
  const [from, to] = span === undefined ? [years[0]!, years.at(-1)!] : (span.split('-').map(Number) as [number, number]); // prettier-ignore
  const counted = years.map((year, y) => ({ year, value: cost[what][y]! })).filter(({ year, value }) => year >= from && year <= to && value !== 0); // prettier-ignore
  return node(
    {
      kind: `${what}-sum`,
      label: `${SERIES[what]}, ${from}–${to}`,
      value: counted.reduce((sum, { value }) => sum + value, 0),
      unit: money(context),
      formula: 'Σ years, not discounted',
      path: `cost.${what}.${from}-${to}`,
    },
    counted.map(({ year, value }) =>
      node({ kind: 'year', label: String(year), value, unit: money(context), path: `cost.${what}.${year}` }),
    ),
  );
}

/** Capital of all actions that one payer carries. */
export function explainPayer(context: ExplainContext, who: string | undefined, path: string): ExplainNode {
  const payer = PAYERS.find((each) => each === who);
  if (!payer) throw new DomainError('unknown-path', `"${path}" needs a payer: ${PAYERS.join(', ')}`, path.split('.'));
  const { years } = context.outcome;
  const paid = context.actions
    .map((action) => ({ action, capital: outlayOf(action, years).capital.reduce((sum, value) => sum + value, 0) }))
    .filter(({ action, capital }) => capital * action.payers[payer] !== 0)
    .sort((a, b) => b.capital * b.action.payers[payer] - a.capital * a.action.payers[payer]);
  return node(
    {
      kind: `capital-by-${payer}`,
      label: `capital paid by ${payer}`,
      value: paid.reduce((sum, { action, capital }) => sum + capital * action.payers[payer], 0),
      unit: money(context),
      formula: 'Σ actions: capital × share of the payer',
    },
    paid.map(({ action, capital }) =>
      node({
        kind: 'action-capital',
        label: `${action.name}: capital`,
        value: capital * action.payers[payer],
        unit: money(context),
        formula: `capital × ${Math.round(100 * action.payers[payer])} %`,
        path: `cost.byAction.${action.id}.capital`,
      }),
    ),
  );
}

/** Capital for each year from the first with any spending to the last, or the same for each resident. */
export function explainCapitalPer(
  context: ExplainContext,
  what: 'capitalPerYear' | 'capitalPerResidentYear',
): ExplainNode {
  // prettier-ignore
  const sums = costSums(context.plan, context.outcome);
  const total = explainMoneySum(context, 'capital');
  const perYear = node(
    {
      kind: 'capital-per-year',
      label: sums ? `capital a year, ${sums.from}–${sums.to}` : 'capital a year',
      value: sums?.capitalPerYear ?? null,
      unit: money(context),
      formula: 'capital ÷ years from the first with any spending to the last',
      path: 'cost.capitalPerYear',
    },
    [total],
  );
  if (what === 'capitalPerYear') return perYear;
  const residents = context.plan.city.population;
  return node(
    {
      kind: 'capital-per-resident',
      label: 'capital a year for each resident',
      value: sums?.perResidentYear ?? null,
      unit: money(context),
      formula: 'capital a year ÷ residents',
    },
    [
      perYear,
      node({ kind: 'residents', label: 'residents', value: residents ?? null, note: 'as the plan gives it for the city' }), // prettier-ignore
    ],
  );
}

/** Tonnes that all actions save over the plan, or the `largest` of them. */
export function explainTonnes(context: ExplainContext, largest?: number): ExplainNode {
  const all = Object.entries(context.outcome.cost.byAction).sort(([, a], [, b]) => b.tonnes - a.tonnes);
  const counted = all.slice(0, largest).filter(([, { tonnes }]) => tonnes !== 0);
  return node(
    {
      kind: 'tonnes',
      label: largest === undefined ? 'tonnes saved' : `tonnes saved by the ${largest} actions that save most`,
      value: counted.reduce((sum, [, { tonnes }]) => sum + tonnes, 0),
      unit: 't CO2e',
      formula: 'Σ actions: cumulative business-as-usual − plan, shared among them',
    },
    counted.map(([id]) => ({ ...explainActionCost(context, id, 'tonnes'), children: [] })),
  );
}

/** `actions.ID.size`, `actions.ID.lowIncome`, `actions.ID.payers.WHO`: what the plan assumes of an action, per cent. */
export function explainActionShare(context: ExplainContext, rest: readonly string[], path: string): ExplainNode {
  const who = PAYERS.find((payer) => payer === rest.at(-1));
  const what = rest.at(who === undefined ? -1 : -2);
  const { action } = actionOf(context, rest.slice(0, who === undefined ? -1 : -2).join('.'));
  const common = { unit: '%', sources: sourcesOf(context.plan, action.sources) };
  if (what === 'payers' && who) return payerNode(who, action.name, 100 * action.payers[who], common);
  if (what === 'size') {
    const note = `from ${action.schedule.startYear}, ${action.adoption.shape} over ${action.adoption.rampYears} years`;
    return node({ kind: 'action-size', label: `${action.name}: size`, value: 100 * action.schedule.size, unit: '%', formula: 'what the plan chose, of all that is possible', note }); // prettier-ignore
  }
  if (what !== 'lowIncome') throw new DomainError('unknown-path', `nothing of an action is called "${path}"`, path.split('.')); // prettier-ignore
  const { central, low, high } = action.lowIncomeBenefitShare;
  const interval = { central: 100 * central, low: 100 * low, high: 100 * high };
  return node({ ...common, kind: 'action-low-income', label: `${action.name}: benefit that reaches people with low incomes`, value: 100 * central, interval, provenance: action.cost.provenance }); // prettier-ignore
}

const payerNode = (who: Payer, name: string, value: number, common: { unit: string; sources: ReturnType<typeof sourcesOf> }) => // prettier-ignore
  node({ ...common, kind: `payer-${who}`, label: `${name}: share that ${who} pays`, value, note: 'usual for this kind of action, where the city has not said otherwise' }); // prettier-ignore

/** The real discount rate, per cent a year. */
export const explainDiscountRate = ({ plan }: ExplainContext): ExplainNode =>
  node({
    kind: 'discount-rate',
    label: 'discount rate',
    value: 100 * plan.finance.discountRate,
    unit: '%',
    formula: 'a sum of a later year weighs (1 + rate)^−years; real, above inflation',
    note: 'chosen in the plan',
  });
