/** Remaining carbon budgets as sets in the model's shape. */
import type { CarbonBudgetSet } from '@thousand-cities/model';
import { parseFactors, type Factor } from './factor-table.ts';

/** The newest set: what a plan uses unless it names another. */
export const DEFAULT_CARBON_BUDGET_SET = 'IGCC-2025';

function setOf(id: string, factors: readonly Factor[]): CarbonBudgetSet {
  const gtCo2: Record<string, Record<string, number>> = {};
  // Published roundings are what the reports state; the unrounded model output fills limits that were not published.
  for (const rounding of ['model', 'published']) {
    for (const factor of factors.filter((candidate) => candidate.keys['rounding'] === rounding)) {
      (gtCo2[factor.keys['limit']!] ??= {})[factor.keys['probability']!] = factor.value;
    }
  }
  return { id, fromYear: factors[0]!.year, source: factors[0]!.source, gtCo2 };
}

/** Read `carbon-budgets.csv`: AR6 and the yearly updates of Indicators of Global Climate Change. */
export function parseCarbonBudgets(text: string): readonly CarbonBudgetSet[] {
  const factors = parseFactors('carbon-budgets', text);
  const ids = [...new Set(factors.map((factor) => factor.keys['set']!))];
  return ids.map((id) =>
    setOf(
      id,
      factors.filter((factor) => factor.keys['set'] === id),
    ),
  );
}
