/** Another inventory under a plan: which one is on offer, and which numbers it changes. No DOM. */
import { isMissing, type Inventory, type Outcome, type Plan } from '@thousand-cities/model';
import { inYear } from '../plan/finding.ts';
import { same } from '../../shared/saving/merge.ts';
import type { Head } from '../workspace/overview-state.ts';

/** The approved inventory of the latest year. */
export function latestApproved(heads: readonly Head[]): (Head & { readonly approvedVersion: number }) | undefined {
  return heads
    .filter((head): head is Head & { readonly approvedVersion: number } => head.approvedVersion !== null)
    .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))[0];
}

/** The inventory a plan stands on. */
export const baseInventory = ({ inventories, baseline }: Plan): Inventory | undefined =>
  inventories.find(({ year }) => year === baseline.baseYear);

/** Whether the plan stands on this inventory already. */
export function standsOn(plan: Plan, inventory: Inventory): boolean {
  const base = baseInventory(plan);
  return base !== undefined && same(base, inventory);
}

export interface RowChange {
  readonly ref: string;
  /** t CO2e; null where there is no figure. */
  readonly before: number | null;
  readonly after: number | null;
}

/** References whose sum of figures differs by half a tonne or more, the largest change first. */
export function rowChanges(before: Inventory | undefined, after: Inventory): readonly RowChange[] {
  const [old, now] = [sumsByRef(before), sumsByRef(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((ref) => ({ ref, before: old.get(ref) ?? null, after: now.get(ref) ?? null }))
    .filter((row) => (row.before === null) !== (row.after === null) || sizeOf(row) >= 0.5)
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}

const sizeOf = ({ before, after }: RowChange): number => Math.abs((after ?? 0) - (before ?? 0));

function sumsByRef(inventory: Inventory | undefined): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { ref, co2eTonnes } of inventory?.rows ?? []) {
    if (!isMissing(co2eTonnes)) sums.set(ref, (sums.get(ref) ?? 0) + co2eTonnes);
  }
  return sums;
}

/** Figures of the plan before and after, in the years both have. */
export interface FigureChange {
  readonly figure: 'base' | 'bau' | 'plan' | 'sum' | 'gap' | 'cost';
  readonly year: number;
  readonly before: number;
  readonly after: number;
}

interface Shown {
  readonly plan: Plan;
  readonly outcome: Outcome;
}

export function figureChanges(before: Shown, after: Shown): readonly FigureChange[] {
  const horizon = Math.min(before.outcome.years.at(-1)!, after.outcome.years.at(-1)!);
  const both = (figure: FigureChange['figure'], series: (outcome: Outcome) => readonly number[]): FigureChange[] => {
    const [old, now] = [before, after].map(({ outcome }) => inYear(outcome, series(outcome), horizon));
    return old === undefined || now === undefined ? [] : [{ figure, year: horizon, before: old, after: now }];
  };
  return [
    {
      figure: 'base',
      year: after.plan.baseline.baseYear,
      before: before.outcome.emissions.bau[0]!,
      after: after.outcome.emissions.bau[0]!,
    },
    ...both('bau', ({ emissions }) => emissions.bau),
    ...both('plan', ({ emissions }) => emissions.plan),
    // Of two plans that end alike the one that begins later emits more on the way.
    ...both('sum', ({ emissions }) => runningSum(emissions.plan)),
    ...both('gap', ({ gap }) => gap),
    { figure: 'cost', year: horizon, before: before.outcome.cost.npv, after: after.outcome.cost.npv },
  ];
}

/** Tonnes after the base year, up to each year. */
function runningSum(values: readonly number[]): readonly number[] {
  let sum = 0;
  return values.map((value, y) => (sum += y === 0 ? 0 : value));
}
