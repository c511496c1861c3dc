/** One city of the thousand: draft, optimise, check the laws, and keep the figures that the report needs. */
import type {
  MilpSolver,
  Plan,
  PlanEvaluator,
  PortfolioConstraints,
  PortfolioProblem,
  PortfolioResult,
  TargetKind,
} from '@thousand-cities/model';
import { createPlanEvaluator, optimise, portfolioProblemOf, quickPlan, withSchedule } from '@thousand-cities/model';
import { draftFor, type ReferenceSet } from '@thousand-cities/reference';
import { draftKit } from '@thousand-cities/reference/node';
import { breachesOf, type Breach } from './laws.ts';

/** A line of the report's data. Tonnes CO2e, EUR. */
export interface CityRecord {
  readonly city: string;
  readonly country: string;
  readonly region: string;
  readonly target: TargetKind;
  /** Whether limits on capital, staff and benefits were set as well. */
  readonly isLimited: boolean;
  readonly meetsTarget: boolean;
  readonly stop: PortfolioResult['stop'];
  readonly gap: number;
  readonly cost: number;
  readonly outlay: number;
  readonly saved: number;
  readonly perTonne: number | null;
  readonly base: number;
  /** Σ of tonnes above the ceiling over Σ of the ceilings' distance from business-as-usual. */
  readonly excess: number;
  readonly shareReached: number;
  /** First and last year above the ceiling. */
  readonly missedFrom: number | undefined;
  readonly missedTo: number | undefined;
  /** Is the ceiling of 2030 kept? */
  readonly meets2030: boolean;
  /** Emissions of the last year over the base year's, and over the last year's business-as-usual. */
  readonly leftOfBase: number;
  readonly leftOfBau: number;
  /** Tonnes above the ceiling in the last year, over the base year's. */
  readonly lastYearShare: number;
  /** Cells that remain in the worst year, `ref:use` → tonnes. */
  readonly remaining: Readonly<Record<string, number>>;
  readonly limitsInUse: readonly string[];
  readonly actions: number;
  readonly seconds: number;
  readonly quickSeconds: number;
  readonly breaches: readonly Breach[];
}

export interface RunOptions {
  readonly target: TargetKind;
  readonly isLimited: boolean;
  readonly clock: () => number;
  readonly nodeLimit: number;
}

/** Limits that bind: less than the quick plan needs in its dearest and its busiest year, and nearly its share of benefits. */
function limitsFrom(quick: PortfolioResult): PortfolioConstraints {
  return {
    capitalPerYear: 0.6 * Math.max(...quick.figures.capital),
    staffPerYear: 0.6 * Math.max(...quick.figures.staff),
    lowIncomeShare: 0.9 * quick.figures.lowIncomeShare,
  };
}

/** A city's draft, compiled: the same for every target. */
export interface DraftedCity {
  readonly plan: Plan;
  readonly evaluator: PlanEvaluator;
}

/** Draft a city of the thousand. @throws {DomainError} as `draftFor` */
export function draftCity(city: ReferenceSet['gazetteer']['thousand'][number], reference: ReferenceSet): DraftedCity {
  const { plan } = draftFor(city, reference, draftKit());
  return { plan, evaluator: createPlanEvaluator(plan, reference) };
}

/** Optimise a drafted city for one target. @throws {DomainError} for a target that cannot be worked out for it */
export async function runCity(
  { plan: draft, evaluator }: DraftedCity,
  solver: MilpSolver,
  { target, isLimited, clock, nodeLimit }: RunOptions,
): Promise<CityRecord> {
  const plan = { ...draft, mainTarget: draft.targets.find((spec) => spec.kind === target)?.id ?? target };
  const problemWith = (constraints: PortfolioConstraints): PortfolioProblem =>
    portfolioProblemOf(evaluator.compiled, plan.actions, plan.finance, evaluator.mainTarget(plan), constraints);
  const free = problemWith({});
  const quickFrom = clock();
  const quick = quickPlan(free);
  const quickSeconds = clock() - quickFrom;
  const problem = isLimited ? problemWith(limitsFrom(quick)) : free;
  const from = clock();
  const result = await optimise(problem, solver, { nodeLimit });
  const seconds = clock() - from;
  const done = withSchedule(plan, result.schedule);
  const outcome = evaluator.evaluate(done);
  const { years } = outcome;
  const base = outcome.emissions.bau[0]!;
  const ceiling = problem.target.ceiling ?? years.map(() => Infinity);
  const above = years.map((_, y) => Math.max(0, result.figures.emissions[y]! - ceiling[y]! - 1e-6 * base));
  const missed = years.filter((_, y) => above[y]! > 0);
  const saved = years.reduce((sum, _, y) => sum + outcome.emissions.bau[y]! - outcome.emissions.plan[y]!, 0);
  const asked = years.reduce((sum, _, y) => sum + Math.max(0, outcome.emissions.bau[y]! - ceiling[y]!), 0);
  return {
    city: plan.city.name,
    country: plan.city.country,
    region: String(plan.context['region']),
    target,
    isLimited,
    meetsTarget: result.meetsTarget,
    stop: result.stop,
    gap: result.gap,
    cost: result.figures.cost,
    outlay: result.figures.outlay,
    saved,
    perTonne: outcome.cost.perTonne,
    base,
    excess: result.figures.excess,
    shareReached: asked > 0 ? 1 - result.figures.excess / asked : 1,
    missedFrom: missed[0],
    missedTo: missed.at(-1),
    meets2030: !missed.includes(2030),
    leftOfBase: outcome.emissions.plan.at(-1)! / base,
    leftOfBau: outcome.emissions.plan.at(-1)! / outcome.emissions.bau.at(-1)!,
    lastYearShare: above.at(-1)! / base,
    remaining: remainingOf(result),
    limitsInUse: [...new Set(result.binding.map((one) => one.kind))],
    actions: result.schedule.length,
    seconds,
    quickSeconds,
    breaches: breachesOf(done, evaluator.compiled, outcome, problem, result),
  };
}

/** Remaining cells by reference and use, carriers together. */
function remainingOf(result: PortfolioResult): Record<string, number> {
  const remaining: Record<string, number> = {};
  for (const { kind, cellId, amount } of result.binding) {
    if (kind !== 'physical-limit' || cellId === undefined) continue;
    const use = cellId.split(':').slice(0, 2).join(' ');
    remaining[use] = (remaining[use] ?? 0) + amount;
  }
  return remaining;
}
