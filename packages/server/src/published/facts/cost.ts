/** What a plan costs and saves, who pays, and what that is for one resident. */
import {
  costSums,
  outlayOf,
  PAYERS,
  type CostSums,
  type Outcome,
  type Payers,
  type Plan,
} from '@thousand-cities/model';

const PERIOD_YEARS = 5;

export interface CostFacts extends CostSums {
  readonly priceYear: number;
  readonly discountRate: number;
  /** Net present, against doing nothing; negative saves. */
  readonly npv: number;
  /** Capital by who pays it, largest first. */
  readonly byPayer: readonly { readonly who: keyof Payers; readonly capital: number; readonly share: number }[];
  /** Capital by five years. */
  readonly periods: readonly { readonly from: number; readonly to: number; readonly capital: number }[];
}

/** Gather it; undefined where the plan spends nothing. */
export function costOf(plan: Plan, outcome: Outcome): CostFacts | undefined {
  const { years, cost } = outcome;
  const sums = costSums(plan, outcome);
  if (!sums) return undefined;
  const first = years.indexOf(sums.from);
  return {
    ...sums,
    priceYear: plan.finance.priceYear,
    discountRate: plan.finance.discountRate,
    npv: cost.npv,
    byPayer: byPayer(plan, outcome, sums.capital),
    periods: periodsOf(years.slice(first), cost.capital.slice(first)),
  };
}

function byPayer(plan: Plan, { years }: Outcome, total: number): CostFacts['byPayer'] {
  const sums: Record<keyof Payers, number> = { city: 0, national: 0, households: 0, business: 0 };
  for (const action of plan.actions) {
    const capital = outlayOf(action, years).capital.reduce((all, value) => all + value, 0);
    for (const who of PAYERS) sums[who] += capital * action.payers[who];
  }
  return PAYERS.map((who) => ({ who, capital: sums[who], share: total > 0 ? sums[who] / total : 0 })).sort(
    (a, b) => b.capital - a.capital,
  );
}

/** The years of each half decade together: 2026–2029, 2030–2034, … */
function periodsOf(years: readonly number[], capital: readonly number[]): CostFacts['periods'] {
  const periods = new Map<number, { from: number; to: number; capital: number }>();
  years.forEach((year, y) => {
    const half = Math.floor(year / PERIOD_YEARS);
    const { from = year, capital: before = 0 } = periods.get(half) ?? {};
    periods.set(half, { from, to: year, capital: before + capital[y]! });
  });
  return [...periods.values()];
}
