/** What a plan costs and saves, who pays, and what that is for one resident. */
import { outlayOf, PAYERS, type Outcome, type Payers, type Plan } from '@thousand-cities/model';

const PERIOD_YEARS = 5;

export interface CostFacts {
  readonly priceYear: number;
  readonly discountRate: number;
  /** First year with any spending, and the last of the plan. */
  readonly from: number;
  readonly to: number;
  /** Currency over the plan, not discounted. */
  readonly capital: number;
  readonly operating: number;
  readonly billSaved: number;
  /** Net present, against doing nothing; negative saves. */
  readonly npv: number;
  /** Capital per year of the plan from `from` on. */
  readonly capitalPerYear: number;
  /** The same for one resident of the base year; undefined where their number is not known. */
  readonly perResidentYear: number | undefined;
  /** Capital by who pays it, largest first. */
  readonly byPayer: readonly { readonly who: keyof Payers; readonly capital: number; readonly share: number }[];
  /** Capital by five years. */
  readonly periods: readonly { readonly from: number; readonly to: number; readonly capital: number }[];
}

/** Gather it; undefined where the plan spends nothing. */
export function costOf(plan: Plan, outcome: Outcome): CostFacts | undefined {
  const { years, cost } = outcome;
  const first = cost.capital.findIndex((value, y) => value > 0 || cost.operating[y]! > 0);
  if (first < 0) return undefined;
  const from = years[first]!;
  const to = years.at(-1)!;
  const capital = sum(cost.capital);
  const capitalPerYear = capital / (to - from + 1);
  const residents = plan.city.population;
  return {
    priceYear: plan.finance.priceYear,
    discountRate: plan.finance.discountRate,
    from,
    to,
    capital,
    operating: sum(cost.operating),
    billSaved: sum(cost.billSaved),
    npv: cost.npv,
    capitalPerYear,
    perResidentYear: residents !== undefined && residents > 0 ? capitalPerYear / residents : undefined,
    byPayer: byPayer(plan, outcome, capital),
    periods: periodsOf(years.slice(first), cost.capital.slice(first)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

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
