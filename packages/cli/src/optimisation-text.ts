/** How the optimiser came to its plan, as a person reads it in a terminal. */
import type { Binding, Plan, PortfolioResult } from '@thousand-cities/model';

const number = (value: number) => new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value);

export function optimisationText(plan: Plan, result: PortfolioResult): string {
  return [verdict(plan, result), proof(plan, result), ...bindings(result.binding)].join('\n');
}

function verdict(plan: Plan, result: PortfolioResult): string {
  if (result.meetsTarget) return `This is the least costly plan found that keeps ${plan.mainTarget}.`;
  return `No choice of these actions keeps ${plan.mainTarget}: this plan comes closest, ${number(result.figures.excess)} t above it.`;
}

/** A plan stopped by time or effort is never called optimal. */
function proof(plan: Plan, { aim, bound, gap, stop }: PortfolioResult): string {
  const unit = aim === 'cost' ? plan.finance.currency : 't';
  if (!Number.isFinite(bound)) return 'Nothing is proven about better plans (no bound was sought).';
  const within = `no choice of these actions, sizes and years is below ${number(bound)} ${unit}; the gap is ${(100 * gap).toFixed(2)} %`;
  switch (stop) {
    case 'optimal':
    case 'gap':
    case 'infeasible':
      return `Proven: ${within}.`;
    case 'time':
      return `Stopped by --time, not proven best, and another machine may find another plan: ${within}.`;
    case 'effort':
    case 'nodes':
    case 'cancelled':
      return `Stopped early (${stop}), not proven best: ${within}.`;
  }
}

function bindings(list: readonly Binding[]): string[] {
  if (list.length === 0) return [];
  return ['What binds:', ...list.slice(0, 8).map((binding) => `  ${bindingText(binding)}`)];
}

function bindingText({ kind, year, cellId, amount, limit }: Binding): string {
  const when = year === undefined ? '' : ` in ${year}`;
  const of = limit === undefined ? '' : ` of ${number(limit)}`;
  switch (kind) {
    case 'physical-limit':
      return `${cellId ?? 'a cell'} still emits ${number(amount)} t${when} with every useful action as early and as large as it may be`;
    case 'ceiling':
      return `the ceiling${when}: ${number(amount)} t${of}`;
    case 'cumulative':
      return `the cumulative budget: ${number(amount)} t${of}`;
    case 'capital':
      return `capital${when}: ${number(amount)}${of}`;
    case 'staff':
      return `delivery staff${when}: ${number(amount)}${of}`;
    case 'low-income':
      return `share of benefits reaching low-income groups: ${number(amount)}${of}`;
    case 'cost-budget':
      return `the cost budget: ${number(amount)}${of}`;
  }
}
