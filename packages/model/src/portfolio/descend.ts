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
  const scratch = scratchFor(tables);
  return {
    descend: (standing, weights, { allowed, frozen, rounds = 20 } = {}) => {
      for (let round = 0; round < rounds; round++) {
        let changed = false;
        for (let a = 0; a < tables.actionCount; a++) {
          if (frozen?.has(a)) continue;
          const choice = bestChoice(tables, rules, scratch, standing, a, weights, allowed);
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

/** Arrays that every look at an action fills anew. */
interface Scratch {
  /** The plan without the action, and with one of its choices. */
  readonly without: Standing;
  readonly trial: Standing;
  readonly rest: Float64Array;
  /** [factor table × year] what the sums gain per unit of a factor of the action looked at. */
  readonly tonnes: Float64Array;
  readonly bills: Float64Array;
  /** Factor tables of the action looked at. */
  readonly open: number[];
}

function scratchFor(tables: Tables): Scratch {
  const blank = (): Standing => ({
    pick: new Int32Array(0),
    emissions: new Float64Array(tables.yearCount),
    capital: new Float64Array(tables.yearCount),
    staff: new Float64Array(tables.yearCount),
    amounts: new Float64Array(0),
    bill: 0,
    outlay: 0,
    equity: 0,
  });
  const size = tables.factors.length * tables.yearCount;
  return {
    without: blank(),
    trial: blank(),
    rest: new Float64Array(tables.yearCount),
    tonnes: new Float64Array(size),
    bills: new Float64Array(size),
    open: [],
  };
}

/** Copy the sums of a plan, without its products. */
function copySums(tables: Tables, from: Standing, into: Standing): void {
  into.emissions.set(from.emissions);
  if (tables.capitalLimit < Infinity) into.capital.set(from.capital);
  if (tables.staffLimit < Infinity) into.staff.set(from.staff);
  into.bill = from.bill;
  into.outlay = from.outlay;
  into.equity = from.equity;
}

/** Below this a factor is not divided out. */
const LEAST_DIVISOR = 1e-3;

/** Take an action out of the sums, and find how they answer to each of its factors. */
function open(tables: Tables, scratch: Scratch, standing: Standing, action: number): void {
  const { yearCount } = tables;
  const { without, rest } = scratch;
  copySums(tables, standing, without);
  scratch.open.length = 0;
  const current = standing.pick[action]!;
  const from = (current - tables.choiceStart[action]!) * yearCount;
  let bill = 0;
  for (const [i, p] of tables.productsOf[action]!.entries()) {
    const product = tables.products[p]!;
    const own = tables.ownFactor[action]![i]!;
    restInto(tables, standing, p, own, rest);
    const at = own * yearCount;
    if (!scratch.open.includes(own)) {
      scratch.open.push(own);
      scratch.tonnes.fill(0, at, at + yearCount);
      scratch.bills.fill(0, at, at + yearCount);
    }
    const { none, value } = tables.factors[own]!;
    for (let y = 0; y < yearCount; y++) {
      const tonnes = product.tonnes[y]! * rest[y]!;
      const bills = product.bill[y]! * rest[y]!;
      scratch.tonnes[at + y]! += tonnes;
      scratch.bills[at + y]! += bills;
      if (current < 0) continue;
      const gone = none - value[from + y]!;
      without.emissions[y]! += tonnes * gone;
      bill += bills * gone;
    }
  }
  without.bill += bill;
  if (current >= 0) addCosts(tables, without, current, -1);
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
  scratch: Scratch,
  standing: Standing,
  action: number,
  weights: Weights,
  allowed: Uint8Array | undefined,
): number {
  open(tables, scratch, standing, action);
  const { pick } = standing;
  const judge = (choice: number): number => {
    fill(tables, scratch, action, choice);
    return scoreOf(tables, weights, scratch.trial) + weights.hard * broken(tables, rules, pick, action, choice);
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
function fill(tables: Tables, scratch: Scratch, action: number, choice: number): void {
  const { yearCount } = tables;
  const { trial } = scratch;
  copySums(tables, scratch.without, trial);
  if (choice < 0) return;
  const from = (choice - tables.choiceStart[action]!) * yearCount;
  const first = tables.firstYear[choice]!;
  const { emissions } = trial;
  let bill = 0;
  for (const table of scratch.open) {
    const { value, none } = tables.factors[table]!;
    const at = table * yearCount;
    for (let y = first; y < yearCount; y++) {
      const change = value[from + y]! - none;
      emissions[y]! += scratch.tonnes[at + y]! * change;
      bill += scratch.bills[at + y]! * change;
    }
  }
  trial.bill += bill;
  addCosts(tables, trial, choice, 1);
}
