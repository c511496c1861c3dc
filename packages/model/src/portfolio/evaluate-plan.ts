/** The true stacked model on a plan given as one choice per action: what every proposal is judged by. */
import type { Tables } from './tables.ts';
import type { PlanFigures } from './types.ts';

/** [action] index of the choice taken, or −1. */
export type Pick = Int32Array;

/** How far a plan is from allowed, each part relative to its own limit or to the city's emissions; 0 = keeps it. */
export interface Breaches {
  /** Tonnes above ceilings and cumulative budget. */
  readonly excess: number;
  /** Capital, staff, floor, cost budget, and broken rules between actions. */
  readonly hard: number;
}

/** Relative slack within which a limit counts as kept. */
export const TOLERANCE = 1e-6;

/** Work out a plan's figures. */
export function figuresOf(tables: Tables, pick: Pick): PlanFigures {
  const { problem, yearCount } = tables;
  const emissions = new Float64Array(yearCount);
  const capital = new Float64Array(yearCount);
  const staff = new Float64Array(yearCount);
  const amounts = new Float64Array(yearCount);
  let bill = 0;
  for (const product of tables.products) {
    amountsInto(tables, product.tables, pick, amounts);
    for (let y = 0; y < yearCount; y++) {
      emissions[y]! += product.tonnes[y]! * amounts[y]!;
      bill += product.bill[y]! * amounts[y]!;
    }
  }
  let outlay = 0;
  let benefit = 0;
  let reaching = 0;
  for (const [action, choice] of pick.entries()) {
    if (choice < 0) continue;
    const cost = problem.costs[choice]!;
    outlay += tables.outlay[choice]!;
    benefit += cost.benefit;
    reaching += cost.benefit * problem.lowIncomeShare[action]!;
    for (let y = 0; y < yearCount; y++) {
      capital[y]! += cost.capital[y]!;
      staff[y]! += cost.staff[y]!;
    }
  }
  return {
    cost: outlay + bill - tables.billBefore,
    outlay,
    emissions,
    capital,
    staff,
    excess: excessOf(tables, emissions),
    lowIncomeShare: reaching / benefit,
  };
}

/** Π of factors by year, leaving one table out if asked. */
export function amountsInto(
  tables: Tables,
  factors: readonly number[],
  pick: Pick,
  into: Float64Array,
  except = -1,
): void {
  into.fill(1);
  const { yearCount } = tables;
  for (const t of factors) {
    if (t === except) continue;
    const factor = tables.factors[t]!;
    const choice = pick[factor.action]!;
    if (choice < 0) {
      if (factor.none === 0) into.fill(0);
      continue;
    }
    const from = (choice - tables.choiceStart[factor.action]!) * yearCount;
    for (let y = 0; y < yearCount; y++) into[y]! *= factor.value[from + y]!;
  }
}

/** Tonnes above the ceilings and the cumulative budget, beyond the tolerance. */
export function excessOf(tables: Tables, emissions: Float64Array): number {
  const slack = TOLERANCE * tables.tonneScale;
  let excess = 0;
  let sum = 0;
  for (let y = 0; y < tables.yearCount; y++) {
    excess += Math.max(0, emissions[y]! - tables.ceiling[y]! - slack);
    if (y >= tables.cumulativeFrom) sum += emissions[y]!;
  }
  return excess + Math.max(0, sum - tables.cumulativeLimit - slack);
}

/** Check a plan against every limit. */
export function breachesOf(tables: Tables, pick: Pick, figures: PlanFigures): Breaches {
  let hard = rulesBroken(tables, pick);
  for (let y = 0; y < tables.yearCount; y++) {
    hard += over(figures.capital[y]!, tables.capitalLimit) + over(figures.staff[y]!, tables.staffLimit);
  }
  const equity = pick.reduce((sum, choice) => (choice < 0 ? sum : sum + tables.equity[choice]!), 0);
  if (equity < -TOLERANCE * tables.tonneScale) hard += -equity / tables.tonneScale;
  const overspent = figures.cost - tables.costBudget;
  if (overspent > TOLERANCE * tables.costScale) hard += overspent / tables.costScale;
  return { excess: figures.excess, hard };
}

/** Relative amount above a limit. */
function over(value: number, limit: number): number {
  const scale = Math.max(limit, 1);
  return value - limit > TOLERANCE * scale ? (value - limit) / scale : 0;
}

/** Required left out, exclusive taken together, started before what it needs: one each. */
export function rulesBroken(tables: Tables, pick: Pick): number {
  let broken = 0;
  tables.required.forEach((must, a) => {
    if (must === 1 && pick[a]! < 0) broken++;
  });
  for (const group of tables.exclusive) {
    const taken = group.reduce((count, a) => count + (pick[a]! >= 0 ? 1 : 0), 0);
    if (taken > 1) broken += taken - 1;
  }
  for (const { action, needs } of tables.prerequisites) {
    if (pick[action]! >= 0 && !startsBefore(tables, pick[needs]!, pick[action]!)) broken++;
  }
  return broken;
}

function startsBefore(tables: Tables, first: number, then: number): boolean {
  if (first < 0) return false;
  const { choices } = tables.problem;
  return choices[first]!.startYear <= choices[then]!.startYear;
}
