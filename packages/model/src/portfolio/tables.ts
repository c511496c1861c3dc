/** The problem laid out for speed: factor tables by choice and year, and streams merged where they share all factors. */
import { DomainError } from '../errors.ts';
import type { PortfolioProblem } from './types.ts';

/**
 * One factor of a product: its value in every year for each choice of one action.
 * A term is 1 when the action is left out; a mover is 0.
 */
export interface FactorTable {
  readonly action: number;
  /** Value when the action is left out. */
  readonly none: 0 | 1;
  /** [local choice × year], within 0…1. */
  readonly value: Float64Array;
  /** Natural logarithm of `value`. */
  readonly log: Float64Array;
  /** [year] least value over the choices and over leaving the action out. */
  readonly least: Float64Array;
}

/** Σ of streams with the same factors: amount(y) = weight(y) · Π factors. */
export interface Product {
  readonly tables: readonly number[];
  /** [year] tonnes at factor 1. */
  readonly tonnes: Float64Array;
  /** [year] discounted bill at factor 1. */
  readonly bill: Float64Array;
}

export interface Tables {
  readonly problem: PortfolioProblem;
  readonly yearCount: number;
  readonly actionCount: number;
  readonly choiceCount: number;
  /** [action + 1] offsets into choices, which are grouped by action. */
  readonly choiceStart: Int32Array;
  readonly choiceAction: Int32Array;
  /** [choice] index of the first year in which it changes anything. */
  readonly firstYear: Int32Array;
  readonly factors: readonly FactorTable[];
  readonly products: readonly Product[];
  /** [action] indices of the products it appears in. */
  readonly productsOf: readonly (readonly number[])[];
  /** Beside `productsOf`: the action's own factor table in that product. */
  readonly ownFactor: readonly (readonly number[])[];
  /** [choice] discounted capital and operating cost. */
  readonly outlay: Float64Array;
  /** [choice] (low-income share − floor) · benefit: Σ over the plan must be ≥ 0. 0 without a floor. */
  readonly equity: Float64Array;
  /** Σ of the discounted bills of business-as-usual. */
  readonly billBefore: number;
  readonly required: Uint8Array;
  /** Groups of which at most one may be taken, as action indices. */
  readonly exclusive: readonly (readonly number[])[];
  readonly prerequisites: readonly { readonly action: number; readonly needs: number }[];
  /** [year] ceiling; Infinity where free. */
  readonly ceiling: Float64Array;
  /** First year index of the cumulative budget, and its size; Infinity without one. */
  readonly cumulativeFrom: number;
  readonly cumulativeLimit: number;
  readonly capitalLimit: number;
  readonly staffLimit: number;
  readonly costBudget: number;
  /** Scales that bring tonnes and currency near 1. */
  readonly tonneScale: number;
  readonly costScale: number;
}

/**
 * Lay a problem out.
 *
 * @throws {DomainError} `unknown-action` for a constraint on an action the plan does not have, `out-of-range` for an
 * effect outside 0…1 or a size outside 0…1, `plan-invalid` for choices that are not grouped by action.
 */
export function tablesOf(given: PortfolioProblem): Tables {
  const problem = withoutForbidden(given);
  const { compiled, constraints, target } = problem;
  const yearCount = compiled.years.length;
  const actionCount = compiled.actionIds.length;
  const at = (id: string): number => requireAction(compiled.actionIds, id);
  const { choiceStart, choiceAction } = groupChoices(problem, actionCount);
  const { factors, products } = productsOf(problem, choiceStart);
  const required = new Uint8Array(actionCount);
  for (const id of constraints.required ?? []) required[at(id)] = 1;
  const from = target.cumulative ? Math.max(0, target.cumulative.fromYear - compiled.years[0]!) : 0;
  const outlay = Float64Array.from(problem.costs, ({ capital, operating, residual }) =>
    problem.discount.reduce(
      (sum, factor, y) => sum + factor * (capital[y]! + operating[y]! - (residual ? residual[y]! : 0)),
      0,
    ),
  );
  const billBefore = products.reduce((sum, product) => sum + atNone(product, factors, product.bill), 0);
  return {
    problem,
    yearCount,
    actionCount,
    choiceCount: problem.choices.length,
    choiceStart,
    choiceAction,
    firstYear: Int32Array.from(problem.choices, (choice) => Math.max(0, choice.startYear - compiled.years[0]!)),
    factors,
    products,
    ...invert(products, factors, actionCount),
    outlay,
    equity: equityOf(problem),
    billBefore,
    required,
    exclusive: (constraints.exclusive ?? []).map((group) => group.map(at)),
    prerequisites: (constraints.prerequisites ?? []).map(({ action, needs }) => ({
      action: at(action),
      needs: at(needs),
    })),
    ceiling: Float64Array.from({ length: yearCount }, (_, y) => target.ceiling?.[y] ?? Infinity),
    cumulativeFrom: from,
    cumulativeLimit: target.cumulative?.tonnes ?? Infinity,
    capitalLimit: constraints.capitalPerYear ?? Infinity,
    staffLimit: constraints.staffPerYear ?? Infinity,
    costBudget: target.costBudget ?? Infinity,
    tonneScale: tonneScaleOf(problem),
    costScale: Math.max(1e-9, largestBy(outlay, choiceAction, actionCount)),
  };
}

/** Forbidden actions keep their place but have no choices. */
function withoutForbidden(problem: PortfolioProblem): PortfolioProblem {
  const { forbidden = [] } = problem.constraints;
  if (forbidden.length === 0) return problem;
  const ids = problem.compiled.actionIds;
  for (const id of forbidden) requireAction(ids, id);
  const isOpen = problem.choices.map((choice) => !forbidden.includes(ids[choice.action]!));
  return {
    ...problem,
    choices: problem.choices.filter((_, c) => isOpen[c]),
    costs: problem.costs.filter((_, c) => isOpen[c]),
  };
}

function requireAction(ids: readonly string[], id: string): number {
  const found = ids.indexOf(id);
  if (found < 0) throw new DomainError('unknown-action', `the plan has no action "${id}"`, ['constraints', id]);
  return found;
}

/** Σ over actions of the dearest choice: the size of the whole programme. */
function largestBy(outlay: Float64Array, choiceAction: Int32Array, actionCount: number): number {
  const most = new Float64Array(actionCount);
  outlay.forEach((value, c) => (most[choiceAction[c]!] = Math.max(most[choiceAction[c]!]!, Math.abs(value))));
  return most.reduce((sum, value) => sum + value, 0);
}

/** Σ over years of a product's series with every action left out. */
export function atNone(product: Product, factors: readonly FactorTable[], series: Float64Array): number {
  if (product.tables.some((t) => factors[t]!.none === 0)) return 0;
  return series.reduce((sum, value) => sum + value, 0);
}

function groupChoices(problem: PortfolioProblem, actionCount: number): Pick<Tables, 'choiceStart' | 'choiceAction'> {
  const choiceAction = Int32Array.from(problem.choices, (choice) => choice.action);
  const choiceStart = new Int32Array(actionCount + 1);
  choiceAction.forEach((action, c) => {
    if (c > 0 && action < choiceAction[c - 1]!)
      throw new DomainError('plan-invalid', 'choices are to be grouped by action', ['choices', c]);
    const { size } = problem.choices[c]!;
    if (!(size > 0 && size <= 1)) throw new DomainError('out-of-range', `size ${size} is not in 0…1`, ['choices', c]);
    choiceStart[action + 1]!++;
  });
  for (let a = 0; a < actionCount; a++) choiceStart[a + 1]! += choiceStart[a]!;
  return { choiceStart, choiceAction };
}

function equityOf(problem: PortfolioProblem): Float64Array {
  const floor = problem.constraints.lowIncomeShare;
  return Float64Array.from(problem.choices, (choice, c) =>
    floor === undefined ? 0 : (problem.lowIncomeShare[choice.action]! - floor) * problem.costs[c]!.benefit,
  );
}

/** The largest year's emissions without any action, sinks counted as positive. */
function tonneScaleOf({ compiled, emissions }: PortfolioProblem): number {
  const byYear = compiled.years.map((_, y) => {
    let sum = 0;
    for (let s = 0; s < compiled.streamCount; s++) {
      if (compiled.mover[s]! < 0) sum += Math.abs(emissions[s * compiled.years.length + y]!);
    }
    return sum;
  });
  return Math.max(1e-9, ...byYear);
}

function invert(
  products: readonly Product[],
  factors: readonly FactorTable[],
  actionCount: number,
): Pick<Tables, 'productsOf' | 'ownFactor'> {
  const productsOf: number[][] = Array.from({ length: actionCount }, () => []);
  const ownFactor: number[][] = Array.from({ length: actionCount }, () => []);
  products.forEach((product, p) => {
    for (const t of product.tables) {
      productsOf[factors[t]!.action]!.push(p);
      ownFactor[factors[t]!.action]!.push(t);
    }
  });
  return { productsOf, ownFactor };
}

/** One action's part in a stream: the curves and effects of its terms, and its part as mover. */
interface Part {
  readonly action: number;
  readonly moves: { readonly curve: number; readonly effect: number } | undefined;
  readonly terms: readonly { readonly curve: number; readonly effect: number }[];
}

function productsOf(problem: PortfolioProblem, choiceStart: Int32Array): Pick<Tables, 'factors' | 'products'> {
  const { compiled, discount } = problem;
  const yearCount = compiled.years.length;
  const factors: FactorTable[] = [];
  const factorByKey = new Map<string, number>();
  const products = new Map<string, Product>();
  for (let s = 0; s < compiled.streamCount; s++) {
    // An action without choices is never done: its terms are 1, what it moves is nothing.
    const all = partsOf(problem, s);
    if (all.some((part) => part.moves && isBare(choiceStart, part.action))) continue;
    const tables = all
      .filter((part) => !isBare(choiceStart, part.action))
      .map((part) => {
        const key = JSON.stringify(part);
        const known = factorByKey.get(key);
        if (known !== undefined) return known;
        factorByKey.set(key, factors.length);
        return factors.push(factorTable(problem, part, choiceStart)) - 1;
      })
      .sort((a, b) => a - b);
    const key = tables.join();
    const product = products.get(key) ?? {
      tables,
      tonnes: new Float64Array(yearCount),
      bill: new Float64Array(yearCount),
    };
    products.set(key, product);
    for (let y = 0; y < yearCount; y++) {
      product.tonnes[y]! += problem.emissions[s * yearCount + y]!;
      product.bill[y]! += compiled.bill[s * yearCount + y]! * discount[y]!;
    }
  }
  return { factors, products: [...products.values()] };
}

const isBare = (choiceStart: Int32Array, action: number): boolean => choiceStart[action] === choiceStart[action + 1];

function partsOf(problem: PortfolioProblem, stream: number): Part[] {
  const { compiled } = problem;
  const parts = new Map<number, { action: number; moves: Part['moves']; terms: { curve: number; effect: number }[] }>();
  const partOf = (action: number) => {
    const part = parts.get(action) ?? { action, moves: undefined, terms: [] };
    parts.set(action, part);
    return part;
  };
  const mover = compiled.mover[stream]!;
  if (mover >= 0) partOf(mover).moves = { curve: compiled.moverCurve[stream]!, effect: compiled.moverEffect[stream]! };
  for (let t = compiled.termStart[stream]!; t < compiled.termStart[stream + 1]!; t++) {
    const effect = compiled.termEffect[t]!;
    if (!(effect >= 0 && effect <= 1))
      throw new DomainError('out-of-range', `effect ${effect} is not in 0…1`, ['termEffect', t]);
    if (effect > 0) partOf(compiled.termAction[t]!).terms.push({ curve: compiled.termCurve[t]!, effect });
  }
  return [...parts.values()].sort((a, b) => a.action - b.action);
}

/** Adoption at size 1 of a curve in a year, given a start year. */
export function unitAdoption(problem: PortfolioProblem, curve: number, startYear: number, y: number): number {
  const { years, curveUnit } = problem.compiled;
  const since = years[y]! - startYear;
  return since < 0 ? 0 : curveUnit[curve * years.length + since]!;
}

function factorTable(problem: PortfolioProblem, part: Part, choiceStart: Int32Array): FactorTable {
  const yearCount = problem.compiled.years.length;
  const first = choiceStart[part.action]!;
  const count = choiceStart[part.action + 1]! - first;
  const none = part.moves ? 0 : 1;
  const value = new Float64Array(count * yearCount);
  const least = new Float64Array(yearCount).fill(none);
  for (let c = 0; c < count; c++) {
    const { size, startYear } = problem.choices[first + c]!;
    for (let y = 0; y < yearCount; y++) {
      const { moves, terms } = part;
      let factor = moves ? moves.effect * size * unitAdoption(problem, moves.curve, startYear, y) : 1;
      for (const term of terms) factor *= 1 - term.effect * size * unitAdoption(problem, term.curve, startYear, y);
      value[c * yearCount + y] = factor;
      least[y] = Math.min(least[y]!, factor);
    }
  }
  return { action: part.action, none, value, log: value.map(Math.log), least };
}
