/** What a plan spends in all, in a year, and for one resident. */
import type { Outcome, Plan } from './types.ts';

export interface CostSums {
  /** First year with any spending, and the last of the plan. */
  readonly from: number;
  readonly to: number;
  /** Currency over the plan, not discounted. */
  readonly capital: number;
  readonly operating: number;
  readonly billSaved: number;
  /** Capital per year of the plan from `from` on. */
  readonly capitalPerYear: number;
  /** The same for one resident as the plan counts them; undefined where their number is not known. */
  readonly perResidentYear: number | undefined;
}

/** Sum it up; undefined where the plan spends nothing. */
export function costSums(plan: Plan, { years, cost }: Outcome): CostSums | undefined {
  const first = cost.capital.findIndex((value, y) => value > 0 || cost.operating[y]! > 0);
  if (first < 0) return undefined;
  const from = years[first]!;
  const to = years.at(-1)!;
  const capital = sum(cost.capital);
  const capitalPerYear = capital / (to - from + 1);
  const residents = plan.city.population;
  return {
    from,
    to,
    capital,
    operating: sum(cost.operating),
    billSaved: sum(cost.billSaved),
    capitalPerYear,
    perResidentYear: residents !== undefined && residents > 0 ? capitalPerYear / residents : undefined,
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
