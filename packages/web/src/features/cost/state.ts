/** Cost as series: money by year, and the abatement curve with a bar per action. */
import type { Outcome, Plan } from '@thousand-cities/model';
import type { ActionSector } from '../pathway/state.ts';

/** Money in one year: what is spent up, what is saved down. */
export interface CashYear {
  readonly year: number;
  readonly capital: number;
  readonly operating: number;
  readonly billSaved: number;
  /** capital + operating − billSaved */
  readonly net: number;
}

export function cashOf({ years, cost }: Outcome): readonly CashYear[] {
  return years.map((year, y) => {
    const capital = cost.capital[y]!;
    const operating = cost.operating[y]!;
    const billSaved = cost.billSaved[y]!;
    return { year, capital, operating, billSaved, net: capital + operating - billSaved };
  });
}

/** First year after which what was spent since the start has been earned back and stays so; undefined when never. */
export function paybackYear(cash: readonly CashYear[]): number | undefined {
  let sum = 0;
  let since: number | undefined;
  for (const { year, net } of cash) {
    sum += net;
    if (sum > 0) since = undefined;
    else since ??= year;
  }
  return cash.some(({ net }) => net > 0) ? since : undefined;
}

/** A bar of the abatement curve: as wide as the tonnes saved over the plan, as high as their cost. */
export interface AbatementBar {
  readonly id: string;
  readonly sector: ActionSector;
  /** t CO2e over the plan. */
  readonly tonnes: number;
  readonly perTonne: number;
  /** Σ tonnes of the bars before it. */
  readonly from: number;
}

/** Bars from cheapest to dearest; actions that save nothing have none. */
export function abatementOf(plan: Plan, outcome: Outcome): readonly AbatementBar[] {
  const bars = plan.actions.flatMap(({ id, sector }) => {
    const cost = outcome.cost.byAction[id];
    return cost && cost.perTonne !== null && cost.tonnes > 1e-6
      ? [{ id, sector, tonnes: cost.tonnes, perTonne: cost.perTonne }]
      : [];
  });
  let from = 0;
  return bars
    .sort((a, b) => a.perTonne - b.perTonne || (a.id < b.id ? -1 : 1))
    .map((bar) => {
      const placed = { ...bar, from };
      from += bar.tonnes;
      return placed;
    });
}

/** Share of tonnes whose cost per tonne is at most nought: they pay for themselves. */
export function freeShare(bars: readonly AbatementBar[]): number {
  const total = bars.reduce((sum, { tonnes }) => sum + tonnes, 0);
  const free = bars.reduce((sum, { tonnes, perTonne }) => sum + (perTonne <= 0 ? tonnes : 0), 0);
  return total === 0 ? 0 : free / total;
}

/**
 * Range of the cost axis: wide enough for most tonnes. A few very dear (or very gainful) slivers are cut at the edge, and
 * the drawing marks them as cut.
 */
export function costRange(bars: readonly AbatementBar[]): readonly [number, number] {
  const total = bars.reduce((sum, { tonnes }) => sum + tonnes, 0);
  const within = (low: number, high: number) => {
    const values = bars.filter(
      ({ from, tonnes }) => from + tonnes / 2 >= low * total && from + tonnes / 2 <= high * total,
    );
    return values.map(({ perTonne }) => perTonne);
  };
  const core = within(0.01, 0.99);
  const low = Math.min(0, ...core);
  const high = Math.max(0, ...core);
  const room = Math.max(high - low, 1) * 0.08;
  return [low - room, high + room];
}
