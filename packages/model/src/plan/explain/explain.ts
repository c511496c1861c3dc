/** Explain any figure of an outcome by its path. One function for the screen, the command line and the API. */
import { PAYERS } from '../../action/index.ts';
import { DomainError } from '../../errors.ts';
import { CHANNELS, type Channel } from '../../gas.ts';
import { BOUNDARIES, isGpcRef } from '../../inventory/index.ts';
import type { Reference } from '../../reference.ts';
import { evaluate } from '../evaluate.ts';
import type { Outcome, Plan } from '../types.ts';
import { explainActionCost, explainSaving } from './action.ts';
import { driverNode, explainCell } from './cell.ts';
import { contextOf, type ExplainContext } from './context.ts';
import { explainBillSaved, explainNpv, explainPerTonne, explainYearlyCost } from './cost.ts';
import {
  explainActionShare,
  explainCapitalPer,
  explainDiscountRate,
  explainMoneySum,
  explainPayer,
  explainTonnes,
  type YearlyMoney,
} from './cost-sums.ts';
import { explainDelivery } from './delivery.ts';
import {
  explainCumulative,
  explainEmissions,
  explainGap,
  explainGas,
  explainOverBudget,
  explainSector,
} from './emissions.ts';
import { explainPlanInventory } from './inventory.ts';
import { node, type ExplainNode } from './node.ts';
import { operationNode, operationOf } from './operation.ts';
import { explainBudget, explainTarget } from './target.ts';
import { explainChance, explainFan } from './uncertainty.ts';

/**
 * Return the tree of inputs, factors and sources behind a figure.
 *
 * Paths are those of the outcome: `emissions.plan.2030`, `emissions.bau.2030`, `emissions.target.2030`, `gap.2030`,
 * `bySector.I.2030`, `byGas.co2.2030`, `byAction.ID.2030`, `cumulative.plan`, `cost.npv`, `cost.perTonne`,
 * `cost.capital.2030`, `cost.operating.2030`, `cost.billSaved.2030`, `cost.byAction.ID.npv`; and of the plan behind it:
 * `cells.ID.2030`, `drivers.ID.2030`, `targets.ID.2030`, `targets.ID.budget`, `overBudget.ID`, `inventory.I.1.1`, `inventory.basic`,
 * `actions.ID.size`, `delivery.budget.spent`. What was drawn: `fan.plan.p95.2030`, `probability.meetsTarget.2030`. Of two figures:
 * `share.A.of.B`, `change.A.from.B`, `difference.A.less.B`. An empty path lists them.
 *
 * @param outcome the plan's outcome where the caller has it; worked out when absent
 * @throws {DomainError} `unknown-path`, `unknown-action`, `unknown-target`, `year-outside-plan`
 */
export function explain(
  plan: Plan,
  reference: Reference,
  path: string,
  outcome: Outcome = evaluate(plan, reference),
): ExplainNode {
  return createExplainer(plan, reference, outcome)(path);
}

/** Explain many paths of one plan: compiled once. */
export function createExplainer(plan: Plan, reference: Reference, outcome: Outcome): (path: string) => ExplainNode {
  const context = contextOf(plan, reference, outcome);
  const explainOne = (path: string): ExplainNode => {
    const operation = operationOf(path);
    if (operation) return operationNode(operation.kind, explainOne(operation.of[0]), explainOne(operation.of[1]));
    const segments = path.split('.').filter((part) => part !== '');
    if (segments.length === 0) return listing(context);
    const [head, ...rest] = segments;
    if (!Object.hasOwn(roots, head!)) throw unknown(path);
    return roots[head!]!(context, rest, path);
  };
  return explainOne;
}

const unknown = (path: string) =>
  new DomainError('unknown-path', `nothing in an outcome is called "${path}"`, path.split('.'));

type Work = (context: ExplainContext, rest: readonly string[], path: string) => ExplainNode;

const roots: Readonly<Record<string, Work>> = {
  emissions: (context, [which, year], path) => {
    if (which === 'target') return explainTarget(context, yearIndex(context, year, path));
    if (which === 'bau' || which === 'plan') return explainEmissions(context, yearIndex(context, year, path), which);
    throw unknown(path);
  },
  targets: (context, rest, path) => {
    const id = rest.slice(0, -1).join('.');
    if (rest.at(-1) === 'budget') return explainBudget(context, id);
    return explainTarget(context, yearIndex(context, rest.at(-1), path), id);
  },
  gap: (context, rest, path) => {
    const y = yearIndex(context, rest.at(-1), path);
    return explainGap(context, y, explainTarget(context, y, rest.length > 1 ? rest.slice(0, -1).join('.') : undefined));
  },
  overBudget: (context, rest) => explainOverBudget(context, rest.length > 0 ? rest.join('.') : undefined),
  fan: (context, [which, percentile, year], path) =>
    explainFan(context, path, which, percentile, yearIndex(context, year, path)),
  probability: (context, [what, year], path) => {
    if (what !== 'meetsTarget') throw unknown(path);
    return explainChance(context, path, yearIndex(context, year, path));
  },
  actions: explainActionShare,
  delivery: explainDelivery,
  finance: (context, [what], path) => {
    if (what !== 'discountRate') throw unknown(path);
    return explainDiscountRate(context);
  },
  bySector: (context, [sector, year], path) =>
    explainSector(context, yearIndex(context, year, path), sector ?? '', 'plan'),
  byGas: (context, [channel, year], path) => {
    if (!CHANNELS.includes(channel as Channel)) throw unknown(path);
    return explainGas(context, yearIndex(context, year, path), channel as Channel);
  },
  byAction: (context, rest, path) =>
    explainSaving(context, rest.slice(0, -1).join('.'), yearIndex(context, rest.at(-1), path)),
  cumulative: (context, [which], path) => {
    if (which !== 'bau' && which !== 'plan' && which !== 'target') throw unknown(path);
    return explainCumulative(context, which);
  },
  cost: explainCost,
  cells: (context, rest, path) => {
    const id = rest.slice(0, -1).join('.');
    const index = context.cells.findIndex((cell) => cell.id === id);
    if (index < 0) throw unknown(path);
    return explainCell(context, index, yearIndex(context, rest.at(-1), path), 'plan');
  },
  drivers: (context, rest, path) => {
    const id = rest.slice(0, -1).join('.');
    if (!context.plan.baseline.drivers.some((driver) => driver.id === id)) throw unknown(path);
    return driverNode(context, id, yearIndex(context, rest.at(-1), path));
  },
  inventory: ({ plan, reference }, rest) => explainPlanInventory(plan, reference, rest),
};

function explainCost(context: ExplainContext, rest: readonly string[], path: string): ExplainNode {
  const [what, ...more] = rest;
  switch (what) {
    case 'npv':
      return explainNpv(context);
    case 'perTonne':
      return explainPerTonne(context);
    case 'capital':
    case 'operating':
    case 'billSaved':
      return explainMoney(context, what, more[0], path);
    case 'byPayer':
      return explainPayer(context, more[0], path);
    case 'capitalPerYear':
    case 'capitalPerResidentYear':
      return explainCapitalPer(context, what);
    case 'tonnes':
      return explainTonnes(context, /^[1-9]\d?$/.test(more[0] ?? '') ? Number(more[0]) : undefined);
    case 'byAction': {
      const figure = more.at(-1);
      if (figure !== 'npv' && figure !== 'tonnes' && figure !== 'perTonne' && figure !== 'capital') throw unknown(path);
      return explainActionCost(context, more.slice(0, -1).join('.'), figure);
    }
    default:
      throw unknown(path);
  }
}

/** A series of a year, over a span of years (`2026-2029`), or over all. */
function explainMoney(context: ExplainContext, what: YearlyMoney, when: string | undefined, path: string): ExplainNode {
  if (when === undefined || /^\d{4}-\d{4}$/.test(when)) return explainMoneySum(context, what, when);
  const y = yearIndex(context, when, path);
  return what === 'billSaved' ? explainBillSaved(context, y) : explainYearlyCost(context, what, y);
}

function yearIndex({ compiled }: ExplainContext, text: string | undefined, path: string): number {
  if (text === undefined || !/^\d{4}$/.test(text)) {
    throw new DomainError(
      'unknown-path',
      `"${path}" needs a year at its end, such as .${compiled.years.at(-1)}`,
      path.split('.'),
    );
  }
  const y = compiled.years.indexOf(Number(text));
  if (y < 0) {
    throw new DomainError(
      'year-outside-plan',
      `the plan runs from ${compiled.years[0]} to ${compiled.years.at(-1)}, not to ${text}`,
      path.split('.'),
    );
  }
  return y;
}

/** Totals and references of the base-year inventory; nothing where the plan holds none. */
function inventoryPaths({ inventories, baseline }: Plan): readonly string[] {
  const inventory = inventories.find(({ year }) => year === baseline.baseYear) ?? inventories.at(-1);
  if (!inventory) return [];
  const refs = new Set(inventory.rows.map(({ ref }) => ref).filter(isGpcRef));
  const totals = BOUNDARIES.flatMap((boundary) => [boundary, `${boundary}.perHead`, `${boundary}.own`]);
  return [...totals, 'population', ...refs].map((what) => `inventory.${what}`);
}

/** What can be asked, as a tree without figures. */
function listing({ plan, outcome, cells }: ExplainContext): ExplainNode {
  const year = outcome.years.at(-1)!;
  const paths = [
    ...['plan', 'bau', 'target'].map((which) => `emissions.${which}.${year}`),
    `gap.${year}`,
    ...Object.keys(outcome.bySector).map((sector) => `bySector.${sector}.${year}`),
    ...CHANNELS.map((channel) => `byGas.${channel}.${year}`),
    ...Object.keys(outcome.byAction).map((id) => `byAction.${id}.${year}`),
    ...['bau', 'plan', 'target'].map((which) => `cumulative.${which}`),
    'cost.npv',
    'cost.perTonne',
    ...['capital', 'operating', 'billSaved'].flatMap((which) => [`cost.${which}`, `cost.${which}.${year}`]),
    ...PAYERS.map((payer) => `cost.byPayer.${payer}`),
    'cost.capitalPerYear',
    'cost.capitalPerResidentYear',
    'cost.tonnes',
    'finance.discountRate',
    ...(outcome.fan ? [`fan.plan.p05.${year}`, `fan.plan.p95.${year}`, `probability.meetsTarget.${year}`] : []),
    'delivery.tasks.done',
    ...['total', 'funded', 'spent'].map((which) => `delivery.budget.${which}`),
    ...Object.keys(outcome.cost.byAction).flatMap((id) =>
      ['npv', 'tonnes', 'perTonne', 'capital'].map((figure) => `cost.byAction.${id}.${figure}`),
    ),
    ...cells.map((cell) => `cells.${cell.id}.${year}`),
    ...plan.baseline.drivers.map((driver) => `drivers.${driver.id}.${year}`),
    ...plan.targets.map((target) => `targets.${target.id}.${year}`),
    ...plan.actions.flatMap(({ id }) => [
      `actions.${id}.size`,
      ...PAYERS.map((payer) => `actions.${id}.payers.${payer}`),
    ]),
    ...inventoryPaths(plan),
  ];
  return node(
    {
      kind: 'listing',
      label: 'what can be explained',
      value: paths.length,
      unit: 'paths',
      note: `any year from ${outcome.years[0]} to ${year}`,
    },
    paths.map((path) => node({ kind: 'path', label: path, value: null, path })),
  );
}
