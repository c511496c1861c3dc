/** Whether a plan's emissions keep below a target's ceilings. A CO2 budget is never held against CO2e. */
import type { Outcome, TargetPath } from '@thousand-cities/model';

export type Verdict =
  'unknown' | { readonly kept: true } | { readonly kept: false; readonly year: number; readonly over: number };

const TOLERANCE = 1e-6;

/** The first year in which the plan is above the ceiling. CO2 targets are held against the plan's CO2. */
export function keepsTarget(target: TargetPath, outcome: Outcome): Verdict {
  const series = target.counts === 'co2' ? outcome.byGas.co2 : outcome.emissions.plan;
  if (target.years.length === 0) return 'unknown';
  const slack = TOLERANCE * Math.abs(outcome.emissions.bau[0]!);
  for (let i = 0; i < target.years.length; i++) {
    const year = target.years[i]!;
    const y = outcome.years.indexOf(year);
    if (y < 1) continue;
    const over = series[y]! - target.emissions[i]!;
    if (over > slack) return { kept: false, year, over };
  }
  return { kept: true };
}
