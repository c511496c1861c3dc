/** The targets of a plan, worked out from what the city emits without it. */
import { computeTargets, populationSeries, type TargetInputs, type TargetResult } from '../pathway/index.ts';
import type { Reference } from '../reference.ts';
import { yearsOf } from './inputs.ts';
import type { Plan } from './types.ts';

/** Business-as-usual inside the plan's boundary, as far as targets ask: t CO2e per year, and t CO2 in the base year. */
export interface TargetBasis {
  readonly total: ArrayLike<number>;
  readonly co2: number;
}

/** Work out targets of a plan, all of them unless some are named. One that cannot be worked out is returned as its refusal. */
export function targetsOf(
  plan: Plan,
  reference: Reference,
  bau: TargetBasis,
  targets = plan.targets,
): readonly TargetResult[] {
  const { baseYear, horizonYear, drivers } = plan.baseline;
  const population = drivers.find((driver) => driver.id === 'population');
  const residents = plan.city.population;
  const inputs: TargetInputs = {
    baseYear,
    horizonYear,
    baseEmissions: Math.max(0, bau.total[0]!),
    baseCo2: Math.max(0, bau.co2),
    bauPath: Array.from(bau.total),
    ...(population &&
      residents !== undefined && { population: populationSeries(residents, population, yearsOf(plan)) }),
    country: reference.country(plan.city.country),
    reference,
  };
  return computeTargets(targets, inputs);
}
