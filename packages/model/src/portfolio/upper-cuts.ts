/** Overestimators of products, for streams of negative weight. */
import type { CutRow, Support } from './cuts.ts';
import type { FactorTable, Product, Tables } from './tables.ts';

/**
 * Add weight × an overestimator of a product, for `weight` < 0 (sinks, and cells that are negative).
 *
 * A product of non-negative factors, each ordered from its highest to its lowest option, is supermodular on the product of
 * these chains, so its Lovász extension along any path is an overestimator, exact at the plans on the path (Lovász 1983).
 */
export function addUpper(tables: Tables, product: Product, y: number, weight: number, at: Support, row: CutRow): void {
  const chains = product.tables.map((t) => chainOf(tables, tables.factors[t]!, y, at));
  const current = chains.map((chain) => chain[0]!.value);
  row.constant += weight * current.reduce((whole, value) => whole * value, 1);
  const steps = chains.flatMap((chain, i) => chain.slice(1).map((option, k) => ({ i, k: k + 1, reach: option.reach })));
  steps.sort((a, b) => b.reach - a.reach || a.i - b.i || a.k - b.k);
  for (const { i, k } of steps) {
    const chain = chains[i]!;
    const others = current.reduce((whole, value, other) => (other === i ? whole : whole * value), 1);
    const step = weight * (chain[k]!.value - current[i]!) * others;
    current[i] = chain[k]!.value;
    // Σ z of the options from k on; leaving the action out is 1 − Σ z.
    const hasNone = chain.slice(k).some((option) => option.choice < 0);
    if (hasNone) {
      row.constant += step;
      for (const option of chain.slice(0, k)) row.coefficients[option.choice]! -= step;
    } else {
      for (const option of chain.slice(k)) row.coefficients[option.choice]! += step;
    }
  }
}

interface Option {
  readonly choice: number;
  readonly value: number;
  /** Σ z of this and every lower option. */
  reach: number;
}

/** Options of a factor from the highest value to the lowest, leaving out included. */
function chainOf(tables: Tables, factor: FactorTable, y: number, at: Support): Option[] {
  const first = tables.choiceStart[factor.action]!;
  const last = tables.choiceStart[factor.action + 1]!;
  const options: Option[] = [{ choice: -1, value: factor.none, reach: 0 }];
  for (let choice = first; choice < last; choice++) {
    options.push({ choice, value: factor.value[(choice - first) * tables.yearCount + y]!, reach: 0 });
  }
  options.sort((a, b) => b.value - a.value || a.choice - b.choice);
  const taken = at.choices[factor.action]!.reduce((sum, choice) => sum + at.z[choice]!, 0);
  let reach = 0;
  for (let i = options.length - 1; i >= 0; i--) {
    const option = options[i]!;
    reach += option.choice < 0 ? 1 - taken : at.z[option.choice]!;
    option.reach = reach;
  }
  return options;
}
