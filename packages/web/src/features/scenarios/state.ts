/** Scenarios as values: what each comes to, which are compared, where they differ. No DOM. */
import { outlayOf, PAYERS, type Action, type Outcome, type Payer, type Plan } from '@thousand-cities/model';
import { findingOf, inYear } from '../plan/finding.ts';

/** What a plan comes to, for a row of a list. */
export interface Sums {
  readonly horizon: number;
  /** t CO2e in the base year and with the plan in the last year. */
  readonly base: number;
  readonly left: number;
  readonly met: boolean;
  /** Kind of the main target. */
  readonly target: string;
  /** Currency, net present. */
  readonly npv: number;
  readonly perTonne: number | null;
  readonly actions: number;
  /** t CO2e saved against business-as-usual over all years. */
  readonly saved: number;
  /** Σ capital over the years, not discounted. */
  readonly capital: number;
}

export function sumsOf(plan: Plan, outcome: Outcome): Sums {
  const horizon = outcome.years.at(-1)!;
  const { met, actions, npv, perTonne } = findingOf(plan, outcome);
  return {
    horizon,
    base: outcome.emissions.bau[0]!,
    left: inYear(outcome, outcome.emissions.plan, horizon)!,
    met,
    target: plan.targets.find(({ id }) => id === plan.mainTarget)?.kind ?? 'custom',
    npv,
    perTonne,
    actions,
    saved: outcome.cumulative.bau - outcome.cumulative.plan,
    capital: outcome.cost.capital.reduce((sum, value) => sum + value, 0),
  };
}

export const MOST_COMPARED = 4;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids of the compared plans in an address: `?of=ID,ID`; at most four, each once, in their order. */
export function comparedIn(search: string): readonly string[] {
  const ids = (new URLSearchParams(search).get('of') ?? '').split(',').filter((id) => ID.test(id));
  return [...new Set(ids)].slice(0, MOST_COMPARED);
}

/** The search of an address that compares these. Commas stay readable. */
export const comparedSearch = (ids: readonly string[]): string => (ids.length === 0 ? '' : `?of=${ids.join(',')}`);

/** Put a plan among the compared or take it out; a fifth is not taken. */
export function toggled(ids: readonly string[], id: string): readonly string[] {
  if (ids.includes(id)) return ids.filter((other) => other !== id);
  return ids.length < MOST_COMPARED ? [...ids, id] : ids;
}

/** What an action is in one plan; undefined where the plan has not got it or does not do it. */
export interface Take {
  readonly size: number;
  readonly startYear: number;
}

export interface ActionAcross {
  readonly id: string;
  readonly action: Action;
  /** In the order of the plans. */
  readonly takes: readonly (Take | undefined)[];
  readonly differs: boolean;
}

/** Every action that at least one of the plans does, in the order in which the plans name them. */
export function actionsAcross(plans: readonly Plan[]): readonly ActionAcross[] {
  const known = new Map<string, Action>();
  for (const plan of plans) for (const action of plan.actions) if (!known.has(action.id)) known.set(action.id, action);
  return [...known.values()].flatMap((action) => {
    const takes = plans.map((plan) => takeOf(plan, action.id));
    if (takes.every((take) => take === undefined)) return [];
    const [first] = takes;
    const differs = takes.some((take) => take?.size !== first?.size || take?.startYear !== first?.startYear);
    return [{ id: action.id, action, takes, differs }];
  });
}

function takeOf(plan: Plan, id: string): Take | undefined {
  const schedule = plan.actions.find((action) => action.id === id)?.schedule;
  return schedule && schedule.size > 0 ? schedule : undefined;
}

/** Who pays what: capital and operating cost over the years of the plan, not discounted, bills not counted. */
export function costByPayer(plan: Plan, years: readonly number[]): Readonly<Record<Payer, number>> {
  const sums: Record<Payer, number> = { city: 0, national: 0, households: 0, business: 0 };
  for (const action of plan.actions) {
    if (action.schedule.size === 0) continue;
    const { capital, operating } = outlayOf(action, years);
    const outlay = years.reduce((sum, _, y) => sum + capital[y]! + operating[y]!, 0);
    for (const payer of PAYERS) sums[payer] += outlay * action.payers[payer];
  }
  return sums;
}

/**
 * Share of what the plan brings that reaches low-income groups: shares of the actions, each weighed by the tonnes it saves, as the
 * optimiser does. Undefined where nothing is saved.
 */
export function lowIncomeShare(
  plan: Plan,
  outcome: Outcome,
): { readonly central: number; readonly low: number; readonly high: number } | undefined {
  let tonnes = 0;
  const reached = { central: 0, low: 0, high: 0 };
  for (const { id, lowIncomeBenefitShare: share } of plan.actions) {
    const saved = Math.max(0, outcome.cost.byAction[id]?.tonnes ?? 0);
    tonnes += saved;
    reached.central += saved * share.central;
    reached.low += saved * share.low;
    reached.high += saved * share.high;
  }
  if (tonnes === 0) return undefined;
  return { central: reached.central / tonnes, low: reached.low / tonnes, high: reached.high / tonnes };
}

/** A name that is free: `Base`, `Base 2`, `Base 3`. */
export function freeName(wanted: string, taken: readonly string[]): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted} ${count}`;
    if (!taken.includes(name)) return name;
  }
}
