/**
 * Linear underestimators of products, valid for the true stacked model and exact at the plan they are made for.
 *
 * With choices z in {0, 1}, at most one per action, a product is P = Π m_a = e^Λ, Λ = Σ λ_j z_j, λ_j = ln m_j ≤ 0. For any
 * t in (0, 1], with c = t (1 − ln t), the function
 *
 *   φ(λ) = t λ            where λ ≥ ln t
 *   φ(λ) = e^λ − c        where λ < ln t
 *
 * is convex, φ(0) = 0 and c + φ(Λ) ≤ e^Λ. A convex function with φ(0) = 0 is superadditive on λ ≤ 0, so
 * Σ φ(λ_j) z_j ≤ φ(Λ) and P ≥ c + Σ φ(λ_j) z_j at every plan, with equality where P = t. The plain tangent has t λ
 * everywhere and is far below for deep cuts (λ → −∞); at t = 1 this one is 1 − Σ (1 − m_j). See docs/methods/portfolio.md.
 */
import type { FactorTable, Product, Tables } from './tables.ts';
import { addUpper } from './upper-cuts.ts';

/** Choices with z > 0, by action: what a solution of the relaxation says. */
export interface Support {
  readonly choices: readonly (readonly number[])[];
  /** [choice] z. */
  readonly z: Float64Array;
}

/** variable ≥ constant + Σ coefficients · z. */
export interface CutRow {
  constant: number;
  readonly coefficients: Float64Array;
}

/** The support of a vector over choices. */
export function supportOf(tables: Tables, z: Float64Array): Support {
  const choices: number[][] = Array.from({ length: tables.actionCount }, () => []);
  for (let c = 0; c < tables.choiceCount; c++) if (z[c]! > 1e-9) choices[tables.choiceAction[c]!]!.push(c);
  return { choices, z };
}

/**
 * How a product is held from below in one year. Each factor is split at its level r into a part p = max(m, r) / r ≥ 1 and
 * a part q = min(1, m / r), so that P = R · Πp · Πq with R = Πr; Πp ≥ 1 + Σ(p − 1), Πq as in the header, and
 * P ≥ R · (Πq + least(Πq) · (Πp − 1)).
 */
export interface Reference {
  /** Beside the product's tables; 1 where a factor is not split. */
  readonly levels: readonly number[];
  readonly t: number;
  /** Share moved that is taken for granted, for moved streams. */
  readonly moved: number;
  /** Value of the underestimator at the point it was chosen for. */
  readonly value: number;
}

const LEVELS = [1, 0.75, 0.5, 0.3, 0.15, 0.04, 1e-9];
const LEVELS_WHEN_SPLIT = [1, 0.5];
const LEAST_T = 1e-9;
/** A factor is split at its main option when that has at least this much of the choice. */
const SPLIT_FROM = [0.999, 0.6, 0.25];
/** Levels are not split below this: dividing by them would lose the digits. */
const LEAST_LEVEL = 1e-3;

/** φ of the header. */
function phi(value: number, log: number, t: number, c: number): number {
  return value >= t ? t * log : value - c;
}

const constantAt = (t: number): number => t * (1 - Math.log(t));

/** One factor at a point: its options in use. */
interface Marginal {
  readonly isMover: boolean;
  readonly values: readonly number[];
  readonly z: readonly number[];
  readonly taken: number;
  /** Value and z of the option most in use. */
  readonly main: number;
  readonly mainZ: number;
}

function marginalAt(tables: Tables, factor: FactorTable, y: number, at: Support): Marginal {
  const first = tables.choiceStart[factor.action]!;
  const values: number[] = [];
  const z: number[] = [];
  let taken = 0;
  let main: number = factor.none;
  let mainZ = 0;
  for (const choice of at.choices[factor.action]!) {
    const value = factor.value[(choice - first) * tables.yearCount + y]!;
    const share = at.z[choice]!;
    taken += share;
    if (value === factor.none) continue;
    values.push(value);
    z.push(share);
    if (share > mainZ) {
      main = value;
      mainZ = share;
    }
  }
  return { isMover: factor.none === 0, values, z, taken, main, mainZ };
}

/** Choose the reference that gives the highest underestimator at a point. Only for products of at least two tables. */
export function bestReference(tables: Tables, product: Product, y: number, at: Support): Reference {
  const marginals = product.tables.map((t) => marginalAt(tables, tables.factors[t]!, y, at));
  const mover = marginals.find((marginal) => marginal.isMover);
  const plain = marginals.map(() => 1);
  let best: Reference = { levels: plain, t: 1, moved: 0, value: mover ? 0 : -Infinity };
  if (mover && mover.values.length === 0) return best;
  const moved = mover ? mover.values.reduce((most, value) => Math.max(most, value), 0) : 1;
  if (marginals.every(isSettled)) {
    // Exact here whatever the split; split at the options taken, so that leaving one out costs what it would.
    const levels = marginals.map(({ isMover, main }) => (isMover ? 1 : Math.max(LEAST_LEVEL, main)));
    return { levels, t: 1, moved, value: marginals.reduce((whole, marginal) => whole * marginal.main, 1) };
  }
  const least = product.tables.map((t) => tables.factors[t]!.least[y]!);
  const seen = new Set<string>();
  for (const from of [Infinity, ...SPLIT_FROM]) {
    const levels = marginals.map(({ isMover, main, mainZ }) =>
      isMover || mainZ < from ? 1 : Math.max(LEAST_LEVEL, main),
    );
    const key = levels.join();
    if (seen.has(key)) continue;
    seen.add(key);
    for (const t of [meanLevel(marginals, levels), ...(seen.size === 1 ? LEVELS : LEVELS_WHEN_SPLIT)]) {
      const value = valueAt(marginals, levels, least, t, moved);
      if (value > best.value) best = { levels, t, moved, value };
    }
  }
  return best;
}

/** One option is taken whole, or none that matters in this year. */
function isSettled({ values, mainZ }: Marginal): boolean {
  return values.length === 0 || (values.length === 1 && mainZ > 1 - 1e-9);
}

/** Π q^z: the level at which the tangent of the header touches. */
function meanLevel(marginals: readonly Marginal[], levels: readonly number[]): number {
  let exponent = 0;
  marginals.forEach(({ isMover, values, z }, i) => {
    if (isMover) return;
    values.forEach((value, k) => {
      if (value < levels[i]!) exponent += z[k]! * Math.log(value / levels[i]!);
    });
  });
  return Math.min(1, Math.max(LEAST_T, Math.exp(exponent)));
}

/** Least value of Πq. Movers do not count. */
function leastBelow(least: readonly number[], levels: readonly number[], isMover: (i: number) => boolean): number {
  let product = 1;
  for (const [i, value] of least.entries()) if (!isMover(i)) product *= Math.min(1, value / levels[i]!);
  return product;
}

function valueAt(
  marginals: readonly Marginal[],
  levels: readonly number[],
  least: readonly number[],
  t: number,
  moved: number,
): number {
  const c = constantAt(t);
  const low = leastBelow(least, levels, (i) => marginals[i]!.isMover);
  let scale = 1;
  let below = 0;
  let above = 0;
  let mover: Marginal | undefined;
  marginals.forEach((marginal, i) => {
    if (marginal.isMover) {
      mover = marginal;
      return;
    }
    const level = levels[i]!;
    scale *= level;
    let left = 1;
    for (const [k, value] of marginal.values.entries()) {
      const z = marginal.z[k]!;
      left -= z;
      const q = Math.min(1, value / level);
      if (q < 1) below += z * phi(q, Math.log(q), t, c);
      else above += z * (value / level - 1);
    }
    above += Math.max(0, left) * (1 / level - 1);
  });
  if (!mover) return scale * (c + below + low * above);
  let value = moved * below;
  for (const [k, w] of mover.values.entries()) value += mover.z[k]! * moverCoefficient(w, moved, t, c, low);
  return scale * value;
}

/** Highest α with α ≤ w·Q − w̄·φ(ln Q) for every Q in [least, 1]. */
function moverCoefficient(w: number, moved: number, t: number, c: number, least: number): number {
  const from = Math.max(t, least);
  const q = w > 0 ? Math.min(1, Math.max(from, (moved * t) / w)) : 1;
  const above = w * q - moved * t * Math.log(q);
  if (least >= t) return above;
  const atLeast = (w - moved) * least + moved * c;
  const atLevel = (w - moved) * t + moved * c;
  return Math.min(above, atLeast, atLevel);
}

/** Add weight × underestimator of a product in one year to a row. `weight` ≥ 0. */
export function addLower(
  tables: Tables,
  product: Product,
  y: number,
  weight: number,
  reference: Reference,
  row: CutRow,
): void {
  const { levels, t, moved } = reference;
  const factors = product.tables.map((table) => tables.factors[table]!);
  const isMoved = factors.some((factor) => factor.none === 0);
  if (isMoved && moved === 0) return;
  const c = constantAt(t);
  const low = leastBelow(
    factors.map((factor) => factor.least[y]!),
    levels,
    (i) => factors[i]!.none === 0,
  );
  const scale = weight * levels.reduce((whole, level) => whole * level, 1);
  // In a moved stream a factor above its level is not counted: the mover may be left out.
  const gain = isMoved ? 0 : low;
  if (!isMoved) row.constant += scale * c;
  for (const [i, factor] of factors.entries()) {
    const first = tables.choiceStart[factor.action]!;
    const last = tables.choiceStart[factor.action + 1]!;
    const level = levels[i]!;
    const logLevel = Math.log(level);
    const none = gain * (1 / level - 1);
    if (factor.none === 1) row.constant += scale * none;
    for (let choice = first; choice < last; choice++) {
      const cell = (choice - first) * tables.yearCount + y;
      const value = factor.value[cell]!;
      if (value === factor.none) continue;
      if (factor.none === 0) row.coefficients[choice]! += scale * moverCoefficient(value, moved, t, c, low);
      else if (value < level) {
        row.coefficients[choice]! += scale * (moved * phi(value / level, factor.log[cell]! - logLevel, t, c) - none);
      } else row.coefficients[choice]! += scale * (gain * (value / level - 1) - none);
    }
  }
}

/** Add weight × a product of one table, which is linear. */
export function addLinear(tables: Tables, factor: FactorTable, y: number, weight: number, row: CutRow): void {
  const first = tables.choiceStart[factor.action]!;
  const last = tables.choiceStart[factor.action + 1]!;
  row.constant += weight * factor.none;
  for (let choice = first; choice < last; choice++) {
    row.coefficients[choice]! += weight * (factor.value[(choice - first) * tables.yearCount + y]! - factor.none);
  }
}

/** Which series of the products a row holds from below. */
export type Series = 'tonnes' | 'bill';

/** The references of products at the point they were last asked for: most of a point is as it was at the one before. */
export class ReferenceMemory {
  private readonly tables: Tables;
  private readonly points: number[][];
  private readonly references: (Reference | undefined)[][];

  constructor(tables: Tables) {
    this.tables = tables;
    this.points = tables.products.map(() => []);
    this.references = tables.products.map(() => []);
  }

  /** Forget what belongs to other points than this one. */
  moveTo(at: Support): void {
    for (const [p, product] of this.tables.products.entries()) {
      if (product.tables.length < 2) continue;
      const point: number[] = [];
      for (const t of product.tables) {
        for (const choice of at.choices[this.tables.factors[t]!.action]!) point.push(choice, at.z[choice]!);
      }
      const known = this.points[p]!;
      if (known.length === point.length && known.every((value, i) => value === point[i])) continue;
      this.points[p] = point;
      this.references[p] = [];
    }
  }

  of(p: number, y: number, at: Support): Reference {
    return (this.references[p]![y] ??= bestReference(this.tables, this.tables.products[p]!, y, at));
  }
}

/** Value at the support of the best underestimator for some products in one year, with the references used. */
export function underestimate(
  tables: Tables,
  series: Series,
  products: readonly number[],
  y: number,
  at: Support,
  memory: ReferenceMemory,
): { value: number; references: (Reference | undefined)[] } {
  let value = 0;
  const references = products.map((p) => {
    const product = tables.products[p]!;
    const weight = product[series][y]!;
    if (weight === 0) return undefined;
    if (weight < 0 || product.tables.length < 2) {
      value += weight * exactOrOver(tables, product, y, at);
      return undefined;
    }
    const reference = memory.of(p, y, at);
    value += weight * reference.value;
    return reference;
  });
  return { value, references };
}

/** Value of the linear or Lovász form at the support. */
function exactOrOver(tables: Tables, product: Product, y: number, at: Support): number {
  if (product.tables.length === 0) return 1;
  if (product.tables.length === 1) {
    const factor = tables.factors[product.tables[0]!]!;
    const first = tables.choiceStart[factor.action]!;
    return at.choices[factor.action]!.reduce(
      (sum, c) => sum + at.z[c]! * (factor.value[(c - first) * tables.yearCount + y]! - factor.none),
      factor.none,
    );
  }
  const row: CutRow = { constant: 0, coefficients: new Float64Array(tables.choiceCount) };
  addUpper(tables, product, y, -1, at, row);
  let value = row.constant;
  for (const list of at.choices) for (const choice of list) value += row.coefficients[choice]! * at.z[choice]!;
  return -value;
}

/** Add one year of some products to a row, with the references chosen by {@link underestimate}. */
export function addYear(
  tables: Tables,
  series: Series,
  products: readonly number[],
  y: number,
  references: readonly (Reference | undefined)[],
  at: Support,
  row: CutRow,
): void {
  products.forEach((p, i) => {
    const product = tables.products[p]!;
    const weight = product[series][y]!;
    if (weight === 0) return;
    if (product.tables.length === 0) row.constant += weight;
    else if (product.tables.length === 1) addLinear(tables, tables.factors[product.tables[0]!]!, y, weight, row);
    else if (weight < 0) addUpper(tables, product, y, weight, at, row);
    else addLower(tables, product, y, weight, references[i]!, row);
  });
}
