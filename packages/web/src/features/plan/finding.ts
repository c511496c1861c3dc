/** What the plan comes to, in figures that one sentence can hold: is the target met, when is it first missed, by how much, at what cost. */
import type { Outcome, Plan, TargetPath } from '@thousand-cities/model';

export interface PlanFinding {
  readonly met: boolean;
  /** Actions with a size above nought. */
  readonly actions: number;
  /** The year the sentence speaks of: the main year, or the first missed where the main year is kept. */
  readonly year: number;
  readonly plan: number;
  readonly ceiling: number;
  /** plan − ceiling in `year`; positive = above. */
  readonly over: number;
  /** Plan against base year in `year`, as a share saved. */
  readonly saved: number;
  /** Where the target is a budget and is exceeded: tonnes above it over all its years. */
  readonly overBudget?: number;
  readonly npv: number;
  readonly perTonne: number | null;
  readonly target: TargetPath | undefined;
}

/** The year a reader asks about first: 2030 while it lies ahead of the base year and inside the plan, else the last. */
export function mainYear(outcome: Outcome): number {
  const { years } = outcome;
  return years.includes(2030) && years[0] !== 2030 ? 2030 : years.at(-1)!;
}

/** Codes by which the model says that the main target is not met. */
const MISSED: readonly string[] = ['target-missed', 'budget-exceeded'];

/** Gather the finding. Whether the target is met is the model's word, not judged anew here. */
export function findingOf(plan: Plan, outcome: Outcome): PlanFinding {
  const { years, emissions, gap, cost } = outcome;
  const missed = outcome.findings.find(({ code }) => MISSED.includes(code));
  const by = missed?.values?.['by'];
  const main = mainYear(outcome);
  const first = missed?.values?.['first'];
  const year = missed && gap[years.indexOf(main)]! <= 0 && typeof first === 'number' ? first : main;
  const at = years.indexOf(year);
  return {
    met: missed === undefined,
    actions: plan.actions.filter(({ schedule }) => schedule.size > 0).length,
    year,
    plan: emissions.plan[at]!,
    ceiling: emissions.target[at]!,
    over: gap[at]!,
    saved: 1 - emissions.plan[at]! / emissions.bau[0]!,
    ...(missed?.code === 'budget-exceeded' && typeof by === 'number' && { overBudget: by }),
    npv: cost.npv,
    perTonne: cost.perTonne,
    target: outcome.targets.find(({ id }) => id === plan.mainTarget),
  };
}

/** Value of a series in a year; undefined outside it. */
export function inYear(outcome: Outcome, series: readonly number[], year: number): number | undefined {
  return series[outcome.years.indexOf(year)];
}
