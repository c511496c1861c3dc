/** Local search on the true model: one action at a time is given its best choice, the others staying as they are. */
import type { Pick } from './evaluate-plan.ts';
import { amountsInto, TOLERANCE } from './evaluate-plan.ts';
import type { Tables } from './tables.ts';

/** What a plan is judged by: a weighted sum, in scaled units. */
export interface Weights {
  readonly cost: number;
  /** Per tonne above the target. */
  readonly excess: number;
  /** Per tonne emitted over the plan's years. */
  readonly emissions: number;
  /** Per relative unit of any other limit broken. */
  readonly hard: number;
}

/** A plan with its running sums (capital and staff only where they are limited), so that a change of one action costs only the streams that action touches. */
export interface Standing {
  readonly pick: Pick;
  readonly emissions: Float64Array;
  readonly capital: Float64Array;
  readonly staff: Float64Array;
  bill: number;
  outlay: number;
  equity: number;
}

/** Sum a plan up. */
export function standingOf(tables: Tables, pick: Pick): Standing {
  const { yearCount } = tables;
  const standing: Standing = {
    pick: pick.slice(),
    emissions: new Float64Array(yearCount),
    capital: new Float64Array(yearCount),
    staff: new Float64Array(yearCount),
    bill: 0,
    outlay: 0,
    equity: 0,
  };
  const amounts = new Float64Array(yearCount);
  for (const product of tables.products) {
    amountsInto(tables, product.tables, pick, amounts);
    for (let y = 0; y < yearCount; y++) {
      standing.emissions[y]! += product.tonnes[y]! * amounts[y]!;
      standing.bill += product.bill[y]! * amounts[y]!;
    }
  }
  for (const choice of pick) if (choice >= 0) addCosts(tables, standing, choice, 1);
  return standing;
}

function addCosts(tables: Tables, standing: Standing, choice: number, sign: 1 | -1): void {
  const { capital, staff } = tables.problem.costs[choice]!;
  if (tables.capitalLimit < Infinity)
    for (let y = 0; y < tables.yearCount; y++) standing.capital[y]! += sign * capital[y]!;
  if (tables.staffLimit < Infinity) for (let y = 0; y < tables.yearCount; y++) standing.staff[y]! += sign * staff[y]!;
  standing.outlay += sign * tables.outlay[choice]!;
  standing.equity += sign * tables.equity[choice]!;
}

/** The score of a plan; lower is better. */
export function scoreOf(tables: Tables, weights: Weights, plan: Standing): number {
  const { tonneScale, costScale, yearCount } = tables;
  const cost = plan.outlay + plan.bill - tables.billBefore;
  const slack = TOLERANCE * tonneScale;
  let emitted = 0;
  let within = 0;
  let excess = 0;
  let hard = 0;
  for (let y = 0; y < yearCount; y++) {
    const tonnes = plan.emissions[y]!;
    emitted += tonnes;
    if (y >= tables.cumulativeFrom) within += tonnes;
    const over = tonnes - tables.ceiling[y]! - slack;
    if (over > 0) excess += over;
  }
  if (tables.capitalLimit < Infinity) hard += above(plan.capital, tables.capitalLimit);
  if (tables.staffLimit < Infinity) hard += above(plan.staff, tables.staffLimit);
  excess += Math.max(0, within - tables.cumulativeLimit - slack);
  if (plan.equity < -TOLERANCE * tonneScale) hard -= plan.equity / tonneScale;
  if (cost - tables.costBudget > TOLERANCE * costScale) hard += (cost - tables.costBudget) / costScale;
  return (
    (weights.cost * cost) / costScale +
    (weights.excess * excess + weights.emissions * emitted) / tonneScale +
    weights.hard * hard
  );
}

/** Σ over years of the relative amount above a limit. */
function above(series: Float64Array, limit: number): number {
  const scale = Math.max(limit, 1);
  return series.reduce((sum, value) => (value - limit > TOLERANCE * scale ? sum + (value - limit) / scale : sum), 0);
}

/** Rules between actions, listed by each action they touch. */
interface Rules {
  readonly required: Uint8Array;
  readonly exclusive: readonly (readonly (readonly number[])[])[];
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
}

function rulesOf(tables: Tables): Rules {
  const actions = Array.from({ length: tables.actionCount }, (_, a) => a);
  return {
    required: tables.required,
    exclusive: actions.map((a) => tables.exclusive.filter((group) => group.includes(a))),
    before: actions.map((a) => tables.prerequisites.filter((rule) => rule.action === a).map((rule) => rule.needs)),
    after: actions.map((a) => tables.prerequisites.filter((rule) => rule.needs === a).map((rule) => rule.action)),
  };
}

/** Rules that would be broken with this choice for this action, of those that touch it. */
function broken(tables: Tables, rules: Rules, pick: Pick, action: number, choice: number): number {
  const { choices } = tables.problem;
  let count = choice < 0 ? rules.required[action]! : 0;
  if (choice >= 0) {
    for (const group of rules.exclusive[action]!) {
      for (const other of group) if (other !== action && pick[other]! >= 0) count++;
    }
    for (const needs of rules.before[action]!) {
      const first = pick[needs]!;
      if (first < 0 || choices[first]!.startYear > choices[choice]!.startYear) count++;
    }
  }
  for (const follower of rules.after[action]!) {
    const then = pick[follower]!;
    if (then >= 0 && (choice < 0 || choices[choice]!.startYear > choices[then]!.startYear)) count++;
  }
  return count;
}

/** What the plan would be with one action left open: sums without it, and slopes by factor table of that action. */
interface Opened {
  readonly trial: Standing;
  readonly tables: readonly number[];
  readonly tonnes: readonly Float64Array[];
  readonly bills: readonly Float64Array[];
}

/** A searcher over one problem; keeps its scratch arrays. */
export interface Descent {
  /** Give each action in turn its best choice until a whole round changes nothing. Changes `standing`. */
  descend(standing: Standing, weights: Weights, options?: DescentOptions): number;
}

export interface DescentOptions {
  /** [choice] 1 where it may be taken; all when absent. */
  readonly allowed?: Uint8Array;
  /** Actions that stay as they are. */
  readonly frozen?: ReadonlySet<number>;
  readonly rounds?: number;
}

export function descentOn(tables: Tables): Descent {
  const rules = rulesOf(tables);
  const best = (standing: Standing, action: number, weights: Weights, allowed: Uint8Array | undefined): number =>
    bestChoice(tables, rules, standing, action, weights, allowed);
  return {
    descend: (standing, weights, { allowed, frozen, rounds = 20 } = {}) => {
      for (let round = 0; round < rounds; round++) {
        let changed = false;
        for (let a = 0; a < tables.actionCount; a++) {
          if (frozen?.has(a)) continue;
          const choice = best(standing, a, weights, allowed);
          if (choice === standing.pick[a]) continue;
          take(tables, standing, a, choice);
          changed = true;
        }
        if (!changed) break;
      }
      return scoreOf(tables, weights, standing) + weights.hard * countBroken(tables, rules, standing.pick);
    },
  };
}

function countBroken(tables: Tables, rules: Rules, pick: Pick): number {
  let twice = 0;
  for (let a = 0; a < tables.actionCount; a++) {
    const own = broken(tables, rules, pick, a, pick[a]!);
    twice += own + (pick[a]! < 0 ? rules.required[a]! : 0);
  }
  return twice / 2;
}

/** Set one action and bring the sums up to date. */
export function take(tables: Tables, standing: Standing, action: number, choice: number): void {
  const before = standing.pick[action]!;
  const amounts = new Float64Array(tables.yearCount);
  for (const [sign, now] of [
    [-1, before],
    [1, choice],
  ] as const) {
    standing.pick[action] = now;
    for (const p of tables.productsOf[action]!) {
      const product = tables.products[p]!;
      amountsInto(tables, product.tables, standing.pick, amounts);
      for (let y = 0; y < tables.yearCount; y++) {
        standing.emissions[y]! += sign * product.tonnes[y]! * amounts[y]!;
        standing.bill += sign * product.bill[y]! * amounts[y]!;
      }
    }
    if (now >= 0) addCosts(tables, standing, now, sign);
  }
}

/** Take the action out of the sums, and find how the sums answer to each of its factors. */
function open(tables: Tables, standing: Standing, action: number): Opened {
  const { yearCount } = tables;
  const trial: Standing = {
    ...standing,
    pick: standing.pick.slice(),
    emissions: standing.emissions.slice(),
    capital: standing.capital.slice(),
    staff: standing.staff.slice(),
  };
  const current = standing.pick[action]!;
  const slopes = new Map<number, { tonnes: Float64Array; bill: Float64Array }>();
  const rest = new Float64Array(yearCount);
  for (const p of tables.productsOf[action]!) {
    const product = tables.products[p]!;
    const own = product.tables.find((t) => tables.factors[t]!.action === action)!;
    amountsInto(tables, product.tables, standing.pick, rest, own);
    const slope = slopes.get(own) ?? { tonnes: new Float64Array(yearCount), bill: new Float64Array(yearCount) };
    slopes.set(own, slope);
    const factor = tables.factors[own]!;
    const from = (current - tables.choiceStart[action]!) * yearCount;
    for (let y = 0; y < yearCount; y++) {
      const tonnes = product.tonnes[y]! * rest[y]!;
      const bill = product.bill[y]! * rest[y]!;
      const now = current < 0 ? factor.none : factor.value[from + y]!;
      slope.tonnes[y]! += tonnes;
      slope.bill[y]! += bill;
      trial.emissions[y]! -= tonnes * now;
      trial.bill -= bill * now;
    }
  }
  if (current >= 0) addCosts(tables, trial, current, -1);
  return {
    trial,
    tables: [...slopes.keys()],
    tonnes: [...slopes.values()].map((slope) => slope.tonnes),
    bills: [...slopes.values()].map((slope) => slope.bill),
  };
}

function bestChoice(
  tables: Tables,
  rules: Rules,
  standing: Standing,
  action: number,
  weights: Weights,
  allowed: Uint8Array | undefined,
): number {
  const opened = open(tables, standing, action);
  const { pick } = standing;
  const trial: Standing = {
    ...opened.trial,
    emissions: new Float64Array(tables.yearCount),
    capital: new Float64Array(tables.yearCount),
    staff: new Float64Array(tables.yearCount),
  };
  const judge = (choice: number): number => {
    fill(tables, opened, trial, action, choice);
    return scoreOf(tables, weights, trial) + weights.hard * broken(tables, rules, pick, action, choice);
  };
  let best = pick[action]!;
  let least = judge(best);
  const consider = (choice: number): void => {
    const score = judge(choice);
    if (score < least - 1e-12 * Math.max(1, Math.abs(least))) {
      least = score;
      best = choice;
    }
  };
  if (pick[action] !== -1) consider(-1);
  for (let c = tables.choiceStart[action]!; c < tables.choiceStart[action + 1]!; c++) {
    if (!allowed || allowed[c] === 1) consider(c);
  }
  return best;
}

/** Sums with the open action set to a choice. */
function fill(tables: Tables, opened: Opened, into: Standing, action: number, choice: number): void {
  const { yearCount } = tables;
  const { trial } = opened;
  into.emissions.set(trial.emissions);
  into.bill = trial.bill;
  const from = (choice - tables.choiceStart[action]!) * yearCount;
  for (const [i, t] of opened.tables.entries()) {
    const factor = tables.factors[t]!;
    if (choice < 0 && factor.none === 0) continue;
    const tonnes = opened.tonnes[i]!;
    const bill = opened.bills[i]!;
    for (let y = 0; y < yearCount; y++) {
      const value = choice < 0 ? 1 : factor.value[from + y]!;
      into.emissions[y]! += tonnes[y]! * value;
      into.bill += bill[y]! * value;
    }
  }
  into.outlay = trial.outlay;
  into.equity = trial.equity;
  into.capital.set(trial.capital);
  into.staff.set(trial.staff);
  if (choice >= 0) addCosts(tables, into, choice, 1);
}
