/** Local search on the true model: one action at a time is given its best choice, the others staying as they are. */
import type { Pick } from './evaluate-plan.ts';
import { amountsInto, TOLERANCE } from './evaluate-plan.ts';
import type { Tables } from './tables.ts';

/** What a plan is judged by: a weighted sum, in scaled units. */
export interface Weights {
  readonly cost: number;
  /** Per tonne above the target, beyond `excessAllowed`. */
  readonly excess: number;
  readonly excessAllowed: number;
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
  /** [product × year] Π of factors. */
  readonly amounts: Float64Array;
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
    amounts: new Float64Array(tables.products.length * yearCount),
    bill: 0,
    outlay: 0,
    equity: 0,
  };
  for (const [p, product] of tables.products.entries()) {
    const amounts = standing.amounts.subarray(p * yearCount, (p + 1) * yearCount);
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
    (weights.excess * Math.max(0, excess - weights.excessAllowed) + weights.emissions * emitted) / tonneScale +
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
  const { yearCount } = tables;
  const before = standing.pick[action]!;
  if (before >= 0) addCosts(tables, standing, before, -1);
  standing.pick[action] = choice;
  if (choice >= 0) addCosts(tables, standing, choice, 1);
  const old = new Float64Array(yearCount);
  for (const p of tables.productsOf[action]!) {
    const product = tables.products[p]!;
    const amounts = standing.amounts.subarray(p * yearCount, (p + 1) * yearCount);
    old.set(amounts);
    amountsInto(tables, product.tables, standing.pick, amounts);
    for (let y = 0; y < yearCount; y++) {
      const change = amounts[y]! - old[y]!;
      standing.emissions[y]! += product.tonnes[y]! * change;
      standing.bill += product.bill[y]! * change;
    }
  }
}

/** What the plan would be without one action, and how its sums answer to each of that action's factors. */
interface Opened {
  readonly without: Standing;
  readonly slopes: readonly Slope[];
}

interface Slope {
  readonly table: number;
  /** [year] what the sum gains per unit of the factor. */
  readonly tonnes: Float64Array;
  readonly bill: Float64Array;
}

/** Below this a factor is not divided out. */
const LEAST_DIVISOR = 1e-3;

function open(tables: Tables, standing: Standing, action: number): Opened {
  const { yearCount } = tables;
  const without: Standing = {
    ...standing,
    emissions: standing.emissions.slice(),
    capital: standing.capital.slice(),
    staff: standing.staff.slice(),
  };
  const current = standing.pick[action]!;
  const slopes = new Map<number, Slope>();
  const rest = new Float64Array(yearCount);
  for (const p of tables.productsOf[action]!) {
    const product = tables.products[p]!;
    const own = product.tables.find((t) => tables.factors[t]!.action === action)!;
    restInto(tables, standing, p, own, rest);
    let slope = slopes.get(own);
    if (!slope) {
      slope = { table: own, tonnes: new Float64Array(yearCount), bill: new Float64Array(yearCount) };
      slopes.set(own, slope);
    }
    const factor = tables.factors[own]!;
    const from = (current - tables.choiceStart[action]!) * yearCount;
    for (let y = 0; y < yearCount; y++) {
      const tonnes = product.tonnes[y]! * rest[y]!;
      const bill = product.bill[y]! * rest[y]!;
      slope.tonnes[y]! += tonnes;
      slope.bill[y]! += bill;
      if (current < 0) continue;
      const gone = factor.none - factor.value[from + y]!;
      without.emissions[y]! += tonnes * gone;
      without.bill += bill * gone;
    }
  }
  if (current >= 0) addCosts(tables, without, current, -1);
  return { without, slopes: [...slopes.values()] };
}

/** Π of a product's factors but one: divided out where that is safe, worked out anew where it is not. */
function restInto(tables: Tables, standing: Standing, p: number, own: number, into: Float64Array): void {
  const { yearCount } = tables;
  const factor = tables.factors[own]!;
  const choice = standing.pick[factor.action]!;
  const from = (choice - tables.choiceStart[factor.action]!) * yearCount;
  for (let y = 0; y < yearCount; y++) {
    const value = choice < 0 ? factor.none : factor.value[from + y]!;
    if (value < LEAST_DIVISOR) {
      amountsInto(tables, tables.products[p]!.tables, standing.pick, into, own);
      return;
    }
    into[y] = standing.amounts[p * yearCount + y]! / value;
  }
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
    ...opened.without,
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

/** Sums with the open action set to a choice. Before its start year a choice changes nothing. */
function fill(tables: Tables, { without, slopes }: Opened, into: Standing, action: number, choice: number): void {
  const { yearCount } = tables;
  into.emissions.set(without.emissions);
  let { bill } = without;
  if (choice >= 0) {
    const from = (choice - tables.choiceStart[action]!) * yearCount;
    const first = tables.firstYear[choice]!;
    for (const { table, tonnes, bill: bills } of slopes) {
      const { value, none } = tables.factors[table]!;
      for (let y = first; y < yearCount; y++) {
        const change = value[from + y]! - none;
        into.emissions[y]! += tonnes[y]! * change;
        bill += bills[y]! * change;
      }
    }
  }
  into.bill = bill;
  into.outlay = without.outlay;
  into.equity = without.equity;
  if (tables.capitalLimit < Infinity) into.capital.set(without.capital);
  if (tables.staffLimit < Infinity) into.staff.set(without.staff);
  if (choice >= 0) addCosts(tables, into, choice, 1);
}
