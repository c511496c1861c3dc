/** What a plan promises, how far it gets, and whether that is enough for the Paris Agreement. */
import {
  excessOver,
  heldYears,
  type Outcome,
  type Plan,
  type TargetKind,
  type TargetPath,
} from '@thousand-cities/model';

/** Whether a plan keeps a ceiling, by the model's own rule. */
export type Verdict =
  | { readonly kept: true }
  /** Above the ceiling in a year, tonnes. */
  | { readonly kept: false; readonly year: number; readonly over: number }
  /** Above the budget over all its years, tonnes. */
  | { readonly kept: false; readonly overBudget: number };

/** Ceilings that are derived from holding warming to 1.5 °C. A plan is measured against all of them that can be worked out. */
export const PARIS_KINDS: readonly TargetKind[] = ['opcc', 'race-to-zero', 'deadline-2020', 'carbon-budget'];

/** `all`, `some` or `none` of the 1.5 °C ceilings are kept; `unknown` when none could be worked out. */
export type ParisVerdict = 'all' | 'some' | 'none' | 'unknown';

/** Emissions in a year that readers look at. */
export interface YearFacts {
  readonly year: number;
  /** t CO2e with the plan. */
  readonly plan: number;
  readonly bau: number;
  /** t CO2e (t CO2 where the target counts that); undefined in years to which the target does not hold the plan. */
  readonly ceiling: number | undefined;
  /** Change against the base year: −0.4 is 40 % less; undefined where the base year has no emissions. */
  readonly change: number | undefined;
  /** 90 % of outcomes lie between these. */
  readonly range: readonly [low: number, high: number] | undefined;
  /** How likely the ceiling is kept; undefined where there is none or it is not drawn. */
  readonly chance: number | undefined;
}

export interface Yardstick {
  readonly id: string;
  readonly kind: TargetKind;
  readonly verdict: Verdict;
  readonly path: TargetPath;
}

export interface PromiseFacts {
  readonly main: TargetPath;
  readonly verdict: Verdict;
  /** The target's own years, 2030, and the last, ascending; none before the year after the base year. */
  readonly years: readonly YearFacts[];
  readonly paris: ParisVerdict;
  readonly yardsticks: readonly Yardstick[];
}

/** Hold an outcome against a target. CO2 targets are held against CO2, never CO2e. */
export function verdictOf(target: TargetPath, outcome: Outcome): Verdict {
  const series = target.counts === 'co2' ? outcome.byGas.co2 : outcome.emissions.plan;
  const { years, budget } = excessOver(target, series);
  const [first] = years;
  if (first) return { kept: false, year: first.year, over: first.tonnes };
  return budget > 0 ? { kept: false, overBudget: budget } : { kept: true };
}

/** Gather it from an outcome that holds the main target. */
export function promiseOf(plan: Plan, outcome: Outcome): PromiseFacts {
  const main = outcome.targets.find(({ id }) => id === plan.mainTarget)!;
  const yardsticks = outcome.targets
    .filter(({ kind }) => PARIS_KINDS.includes(kind))
    .map((path) => ({ id: path.id, kind: path.kind, verdict: verdictOf(path, outcome), path }));
  const last = outcome.years.at(-1)!;
  const years = [...new Set([...main.milestones, 2030, last])].filter(
    (year) => year > outcome.years[0]! && year <= last,
  );
  return {
    main,
    verdict: verdictOf(main, outcome),
    years: years.sort((a, b) => a - b).map((year) => yearOf(year, main, outcome)),
    paris: parisOf(yardsticks),
    yardsticks,
  };
}

function yearOf(year: number, main: TargetPath, outcome: Outcome): YearFacts {
  const y = outcome.years.indexOf(year);
  const base = outcome.emissions.plan[0]!;
  const plan = outcome.emissions.plan[y]!;
  const held = heldYears(main).includes(year);
  const fan = outcome.fan?.plan;
  return {
    year,
    plan,
    bau: outcome.emissions.bau[y]!,
    ceiling: held ? main.emissions[y] : undefined,
    change: base > 0 ? plan / base - 1 : undefined,
    range: fan && [fan.p05[y]!, fan.p95[y]!],
    chance: held ? (outcome.probability.meetsTarget?.[y] ?? undefined) : undefined,
  };
}

function parisOf(yardsticks: readonly Yardstick[]): ParisVerdict {
  if (yardsticks.length === 0) return 'unknown';
  const kept = yardsticks.filter(({ verdict }) => verdict.kept).length;
  return kept === yardsticks.length ? 'all' : kept > 0 ? 'some' : 'none';
}
