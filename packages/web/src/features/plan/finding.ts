/** What the plan comes to, in figures that one sentence can hold: is the target met, when is it first missed, by how much, at what cost. */
import type { Outcome, Plan, TargetPath } from '@thousand-cities/model';

export interface PlanFinding {
  readonly met: boolean;
  /** Actions with a size above nought. */
  readonly actions: number;
  /** The year the sentence speaks of: the first missed, or the target's main year. */
  readonly year: number;
  readonly plan: number;
  readonly ceiling: number;
  /** plan − ceiling in `year`; positive = above. */
  readonly over: number;
  /** Σ over the years above the ceiling, t. */
  readonly cumulativeOver: number;
  /** Plan against base year in `year`, as a share saved. */
  readonly saved: number;
  readonly npv: number;
  readonly perTonne: number | null;
  readonly target: TargetPath | undefined;
}

/** A gap below this share of the base year is rounding, not a miss. */
const TOLERANCE = 1e-6;

/** The year a reader asks about first: 2030 while it lies ahead of the base year and inside the plan, else the last. */
export function mainYear(outcome: Outcome): number {
  const { years } = outcome;
  return years.includes(2030) && years[0] !== 2030 ? 2030 : years.at(-1)!;
}

export function findingOf(plan: Plan, outcome: Outcome): PlanFinding {
  const { years, emissions, gap, cost } = outcome;
  const slack = TOLERANCE * Math.abs(emissions.bau[0]!);
  const firstMissed = years.findIndex((_, y) => y > 0 && gap[y]! > slack);
  const met = firstMissed < 0;
  const at = met ? years.indexOf(mainYear(outcome)) : firstMissed;
  return {
    met,
    actions: plan.actions.filter(({ schedule }) => schedule.size > 0).length,
    year: years[at]!,
    plan: emissions.plan[at]!,
    ceiling: emissions.target[at]!,
    over: gap[at]!,
    cumulativeOver: gap.reduce((sum, value, y) => (y > 0 && value > slack ? sum + value : sum), 0),
    saved: 1 - emissions.plan[at]! / emissions.bau[0]!,
    npv: cost.npv,
    perTonne: cost.perTonne,
    target: outcome.targets.find(({ id }) => id === plan.mainTarget),
  };
}

/** Value of a series in a year; undefined outside it. */
export function inYear(outcome: Outcome, series: readonly number[], year: number): number | undefined {
  return series[outcome.years.indexOf(year)];
}
