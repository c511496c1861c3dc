/** An outcome in short: what a reader, a list or an assistant needs of it, some kB in place of sixty. */
import type { Finding, Outcome, Plan } from '@thousand-cities/model';

/** Years that plans are read at, beside the first and the last of the plan. */
const MILESTONES = [2025, 2030, 2035, 2040, 2045, 2050];

/** Actions and findings listed; how many there are is said beside. */
const LISTED = 40;

/** One year of a plan, t CO2e. `gap` is plan − target: positive is above the ceiling. */
export interface YearSummary {
  readonly year: number;
  readonly bau: number;
  readonly plan: number;
  readonly target: number;
  readonly gap: number;
}

/** An action of a plan that does something. */
export interface ActionSummary {
  readonly id: string;
  readonly name: string;
  readonly startYear: number;
  /** Share of what it could reach, 0…1. */
  readonly size: number;
  /** t CO2e saved over all years. */
  readonly tonnes: number;
  /** Net present cost; negative saves. */
  readonly npv: number;
  readonly perTonne: number | null;
  readonly capital: number;
}

export interface OutcomeSummary {
  readonly title: string;
  readonly city: { readonly name: string; readonly country: string };
  readonly status: Outcome['status'];
  readonly target: {
    readonly id: string;
    readonly met: boolean;
    /** What its ceiling counts: a CO2 budget is not held against CO2e. */
    readonly counts: 'co2e' | 'co2';
    /** Years the target itself names; between them the line only shows the way. */
    readonly milestones: readonly number[];
  };
  readonly years: readonly YearSummary[];
  /** t CO2e over all years. */
  readonly cumulative: { readonly bau: number; readonly plan: number; readonly target: number };
  readonly cost: {
    readonly currency: string;
    readonly npv: number;
    readonly perTonne: number | null;
    /** Over all years, not discounted. */
    readonly capital: number;
  };
  readonly actionCount: number;
  /** Those that save most, first. */
  readonly actions: readonly ActionSummary[];
  readonly findingCount: number;
  readonly findings: readonly Pick<Finding, 'code' | 'severity' | 'message'>[];
}

/** Tonnes and money to the unit: what is less than one is not known. */
const whole = (value: number): number => Math.round(value);

/** Findings that say that the main target is not met. */
const MISSED = new Set(['target-missed', 'budget-exceeded']);

/** The outcome of a plan in short. */
export function summaryOf(plan: Plan, outcome: Outcome): OutcomeSummary {
  const { cost, cumulative, status, findings } = outcome;
  const actions = actionsOf(plan, outcome);
  const main = outcome.targets.find(({ id }) => id === plan.mainTarget);
  return {
    title: plan.title ?? '',
    city: { name: plan.city.name, country: plan.city.country },
    status,
    target: {
      id: plan.mainTarget,
      met: !findings.some(({ code }) => MISSED.has(code)),
      counts: main?.counts ?? 'co2e',
      milestones: main?.milestones ?? [],
    },
    years: yearsOf(outcome, main?.milestones ?? []),
    cumulative: { bau: whole(cumulative.bau), plan: whole(cumulative.plan), target: whole(cumulative.target) },
    cost: {
      currency: plan.finance.currency,
      npv: whole(cost.npv),
      perTonne: cost.perTonne,
      capital: whole(cost.capital.reduce((sum, each) => sum + each, 0)),
    },
    actionCount: actions.length,
    actions: actions.slice(0, LISTED),
    findingCount: findings.length,
    findings: findings.slice(0, LISTED).map(({ code, severity, message }) => ({ code, severity, message })),
  };
}

function yearsOf({ years, emissions, gap }: Outcome, named: readonly number[]): YearSummary[] {
  return years.flatMap((year, y) => {
    const shown = y === 0 || y === years.length - 1 || MILESTONES.includes(year) || named.includes(year);
    if (!shown) return [];
    const { bau, plan, target } = emissions;
    return [{ year, bau: whole(bau[y]!), plan: whole(plan[y]!), target: whole(target[y]!), gap: whole(gap[y]!) }];
  });
}

function actionsOf(plan: Plan, { cost }: Outcome): ActionSummary[] {
  return plan.actions
    .filter(({ schedule }) => schedule.size > 0)
    .map(({ id, name, schedule }) => {
      const figures = cost.byAction[id]!;
      return {
        id,
        name,
        startYear: schedule.startYear,
        size: schedule.size,
        tonnes: whole(figures.tonnes),
        npv: whole(figures.npv),
        perTonne: figures.perTonne,
        capital: whole(figures.capital),
      };
    })
    .sort((a, b) => b.tonnes - a.tonnes);
}
