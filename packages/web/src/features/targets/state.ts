/** Whether a plan keeps a target, by the model's own rule: the years the target names, or its budget. */
import { excessOver, type Outcome, type TargetPath } from '@thousand-cities/model';

export type Verdict =
  | { readonly kept: true }
  /** Above the ceiling in a year, tonnes. */
  | { readonly kept: false; readonly year: number; readonly over: number }
  /** Above the budget, tonnes over all its years. */
  | { readonly kept: false; readonly budget: number };

/** Hold the plan against the target. CO2 targets are held against the plan's CO2, never its CO2e. */
export function keepsTarget(target: TargetPath, outcome: Outcome): Verdict {
  const series = target.counts === 'co2' ? outcome.byGas.co2 : outcome.emissions.plan;
  const { years, budget } = excessOver(target, series);
  const first = years[0];
  if (first) return { kept: false, year: first.year, over: first.tonnes };
  return budget > 0 ? { kept: false, budget } : { kept: true };
}
