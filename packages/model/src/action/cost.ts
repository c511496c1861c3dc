/** What a plan costs: outlays by year, net present cost, cost per tonne, abatement curve, who pays. Method: docs/methods/cost.md. */
import { DomainError } from '../errors.ts';
import { adoptionCurve, installedCurve } from './adoption.ts';
import type { Attribution } from './attribution.ts';
import type { CompiledPlan } from './compiled.ts';
import { compareText } from './select.ts';
import type { Action, Payers } from './types.ts';

/** What one action spends and needs by year, before any bill it saves. */
export interface Outlay {
  /** Currency per year: build-up, renewal at end of life, and the fixed set-up cost in the start year. */
  readonly capital: Float64Array;
  /** Currency per year: operating cost × adoption in effect. */
  readonly operating: Float64Array;
  /** Full-time staff × size, in years in which adoption is being built up. */
  readonly staff: Float64Array;
  /** Currency: what capital is still worth at the end of the last year, in that year's entry; 0 before. */
  readonly residual: Float64Array;
}

/**
 * Work out what an action spends in each of `years`, at its central costs.
 *
 * Capital follows what is installed in the year, and is spent again every `lifetimeYears` where the action renews:
 * spend(k) = Δinstalled(k) + spend(k − lifetime). Nothing is spent at size 0, or when the start lies after the last year.
 * What was bought loses its worth in a straight line over its lifetime; the rest is the residual value at the horizon.
 *
 * @param years consecutive
 * @param schedule instead of the action's own
 * @throws {DomainError} `out-of-range`, from the adoption curve
 */
export function outlayOf(action: Action, years: readonly number[], schedule = action.schedule): Outlay {
  const count = years.length;
  const series = {
    capital: new Float64Array(count),
    operating: new Float64Array(count),
    staff: new Float64Array(count),
    residual: new Float64Array(count),
  };
  const first = schedule.startYear - (years[0] ?? schedule.startYear);
  if (schedule.size === 0 || first >= count) return series;
  const { capital, operatingPerYear, fixed } = action.cost;
  const shares = spendingCurves(action, count);
  const lifetime = Math.round(action.lifetimeYears);
  for (let y = Math.max(first, 0); y < count; y++) {
    const k = y - first;
    const worth = Math.max(0, 1 - (count - y) / lifetime);
    series.residual[count - 1]! += capital.central * schedule.size * shares.spent[k]! * worth;
    series.capital[y] = capital.central * schedule.size * shares.spent[k]!;
    series.operating[y] = operatingPerYear.central * schedule.size * shares.running[k]!;
    if (shares.installing[k]! > 0 && action.deliveryStaff !== undefined)
      series.staff[y] = action.deliveryStaff * schedule.size;
  }
  if (fixed !== undefined && first >= 0) series.capital[first]! += fixed;
  return series;
}

/** Shares of full size by years since the start: newly installed, spent on (with renewals), and running. */
function spendingCurves(action: Action, count: number) {
  const installed = installedCurve(action, count);
  const installing = installed.map((value, k) => (k === 0 ? value : value - installed[k - 1]!));
  const lifetime = Math.round(action.lifetimeYears);
  const spent = installing.slice();
  if (action.renew) for (let k = lifetime; k < count; k++) spent[k]! += spent[k - lifetime]!;
  return { installing, spent, running: adoptionCurve(action, count) };
}

/**
 * Present value of one unit of currency spent in each year: (1 + rate)^−(year − base year), flows of the base year at 1.
 * Money is real, of the plan's price year, so the rate is real too. A rate of 0 adds years up as they are.
 *
 * @throws {DomainError} `out-of-range` for a rate that is not above −1
 */
export function discountFactors(years: readonly number[], rate: number): Float64Array {
  if (!(rate > -1))
    throw new DomainError('out-of-range', `discount rate ${rate} is not above −1`, ['finance', 'discountRate']);
  return Float64Array.from(years, (year) => (1 + rate) ** (years[0]! - year));
}

/** Σ of a yearly series, each year weighed by its discount factor. */
export function presentValue(series: ArrayLike<number>, factors: Float64Array): number {
  return factors.reduce((sum, factor, y) => sum + factor * series[y]!, 0);
}

/** Cost of one action within the plan. Currency of the plan's price year. */
export interface ActionCostResult {
  /** Discounted capital and operating cost, less its Shapley share of the bill saved. Positive costs, negative saves. */
  readonly npv: number;
  /** Σ over the years of its Shapley share, t CO2e, not discounted. */
  readonly tonnes: number;
  /** npv ÷ tonnes; null where no tonne is saved. */
  readonly perTonne: number | null;
  /** Σ over the years, not discounted. */
  readonly capital: number;
}

/** Cost of a plan against business-as-usual. Series in currency per year. */
export interface PlanCost {
  readonly capital: readonly number[];
  readonly operating: readonly number[];
  /** Positive = saved. */
  readonly billSaved: readonly number[];
  /** What capital is still worth at the horizon: credited in the last year. */
  readonly residualValue: number;
  readonly npv: number;
  readonly perTonne: number | null;
  readonly byAction: Readonly<Record<string, ActionCostResult>>;
}

/** What costing needs: the plan, the schedule as actions carry it, and the shares of tonnes and bill. */
export interface CostInputs {
  readonly compiled: Pick<CompiledPlan, 'actionIds' | 'years'>;
  readonly actions: readonly Action[];
  readonly attribution: Attribution;
  readonly discountRate: number;
}

/** One action's flows, in the order of `compiled.actionIds`. */
interface ActionFlows extends Outlay {
  readonly action: Action;
  readonly billSaved: Float64Array;
  readonly tonnes: Float64Array;
}

function flowsOf({ compiled, actions, attribution }: CostInputs): ActionFlows[] {
  const count = compiled.years.length;
  const byId = new Map(actions.map((action) => [action.id, action]));
  return compiled.actionIds.map((id, a) => {
    const action = byId.get(id);
    if (!action) throw new DomainError('unknown-action', `no action "${id}" to cost`, ['actions', id]);
    return {
      action,
      ...outlayOf(action, compiled.years),
      billSaved: attribution.bill.subarray(a * count, (a + 1) * count),
      tonnes: attribution.tonnes.subarray(a * count, (a + 1) * count),
    };
  });
}

/**
 * Cost a plan: npv = Σ_y d(y) · (capital + operating − bill saved) − d(last) · residual value, over the plan's years. Per tonne it is divided by all
 * tonnes saved, not discounted. By action, tonnes and bill are the Shapley shares in the plan as a whole, so that actions
 * sum to the plan.
 *
 * @throws {DomainError} `unknown-action`, `out-of-range`
 */
export function costPlan(inputs: CostInputs): PlanCost {
  const factors = discountFactors(inputs.compiled.years, inputs.discountRate);
  const flows = flowsOf(inputs);
  const yearly = (figure: (flow: ActionFlows) => Float64Array): number[] =>
    inputs.compiled.years.map((_, y) => flows.reduce((sum, flow) => sum + figure(flow)[y]!, 0));
  const results = flows.map((flow) => [flow.action.id, resultOf(flow, factors)] as const);
  const npv = results.reduce((sum, [, result]) => sum + result.npv, 0);
  const tonnes = results.reduce((sum, [, result]) => sum + result.tonnes, 0);
  return {
    capital: yearly((flow) => flow.capital),
    operating: yearly((flow) => flow.operating),
    billSaved: yearly((flow) => flow.billSaved),
    residualValue: flows.reduce((sum, flow) => sum + flow.residual.at(-1)!, 0),
    npv,
    perTonne: perTonneOf(npv, tonnes),
    byAction: Object.fromEntries(results),
  };
}

function resultOf(flow: ActionFlows, factors: Float64Array): ActionCostResult {
  const worth = (series: Float64Array): number => presentValue(series, factors);
  const npv = worth(flow.capital) + worth(flow.operating) - worth(flow.billSaved) - worth(flow.residual);
  const tonnes = flow.tonnes.reduce((sum, value) => sum + value, 0);
  return {
    npv,
    tonnes,
    perTonne: perTonneOf(npv, tonnes),
    capital: flow.capital.reduce((sum, value) => sum + value, 0),
  };
}

function perTonneOf(npv: number, tonnes: number): number | null {
  return tonnes > 0 ? npv / tonnes : null;
}

/** A step of the marginal abatement curve. */
export interface AbatementStep {
  readonly action: string;
  /** Currency per t CO2e, by the joint model. */
  readonly perTonne: number;
  readonly tonnes: number;
  readonly npv: number;
  /** Tonnes and cost of this step and all cheaper ones. */
  readonly cumulativeTonnes: number;
  readonly cumulativeNpv: number;
}

/**
 * List actions from cheapest to dearest per tonne. Shares are joint, so the steps sum to the plan and no tonne is in two
 * steps; actions that save nothing, or add emissions, are no step.
 */
export function abatementCurve(byAction: PlanCost['byAction']): AbatementStep[] {
  let cumulativeTonnes = 0;
  let cumulativeNpv = 0;
  return Object.entries(byAction)
    .flatMap(([action, { perTonne, tonnes, npv }]) => (perTonne === null ? [] : [{ action, perTonne, tonnes, npv }]))
    .sort((a, b) => a.perTonne - b.perTonne || compareText(a.action, b.action))
    .map((step) => ({
      ...step,
      cumulativeTonnes: (cumulativeTonnes += step.tonnes),
      cumulativeNpv: (cumulativeNpv += step.npv),
    }));
}

/** One payer's money by year. */
export interface Cash {
  readonly capital: readonly number[];
  readonly operating: readonly number[];
  readonly billSaved: readonly number[];
  /** billSaved − capital − operating: what is left in the pocket, positive or negative. */
  readonly net: readonly number[];
}

/** Share every action's yearly flows among its payers. Over payers they sum to the plan's. */
export function cashByPayer(inputs: CostInputs): Readonly<Record<keyof Payers, Cash>> {
  const flows = flowsOf(inputs);
  const cashOf = (payer: keyof Payers): Cash => {
    const yearly = (figure: (flow: ActionFlows) => Float64Array): number[] =>
      inputs.compiled.years.map((_, y) =>
        flows.reduce((sum, flow) => sum + flow.action.payers[payer] * figure(flow)[y]!, 0),
      );
    const capital = yearly((flow) => flow.capital);
    const operating = yearly((flow) => flow.operating);
    const billSaved = yearly((flow) => flow.billSaved);
    return { capital, operating, billSaved, net: billSaved.map((saved, y) => saved - capital[y]! - operating[y]!) };
  };
  return {
    city: cashOf('city'),
    national: cashOf('national'),
    households: cashOf('households'),
    business: cashOf('business'),
  };
}
