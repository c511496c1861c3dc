/** Whether emissions keep a target: by the years it names, or by its budget. */
import type { TargetPath } from '../types.ts';

/** Years in which a plan is held to the ceiling: those the target names, and all after the last of them. */
export function heldYears({ milestones, years }: Pick<TargetPath, 'milestones' | 'years'>): readonly number[] {
  const last = milestones.at(-1);
  return last === undefined ? [] : years.filter((year) => year >= last || milestones.includes(year));
}

/** By how much a target is missed. Empty and 0 when it is kept. */
export interface TargetExcess {
  /** Held years above the ceiling, tonnes above it. */
  readonly years: readonly { readonly year: number; readonly tonnes: number }[];
  /** Tonnes above the budget over its years; 0 without a budget. */
  readonly budget: number;
}

/**
 * Hold emissions against a target. Differences below a millionth of the base year's emissions are rounding.
 *
 * @param counted tonnes per year of the target, of what it counts: CO2e, or CO2 alone
 */
export function excessOver(target: TargetPath, counted: ArrayLike<number>): TargetExcess {
  const rounding = 1e-6 * Math.max(1, Math.abs(counted[0] ?? 0));
  const years = heldYears(target).flatMap((year) => {
    const y = target.years.indexOf(year);
    const tonnes = counted[y]! - target.emissions[y]!;
    return tonnes > rounding ? [{ year, tonnes }] : [];
  });
  if (!target.budget) return { years, budget: 0 };
  const { fromYear, tonnes } = target.budget;
  const spent = target.years.reduce((sum, year, y) => (year >= fromYear ? sum + counted[y]! : sum), 0);
  return { years, budget: spent - tonnes > rounding ? spent - tonnes : 0 };
}
