/** From a plan document to what the engine takes. */
import type { PlanInputs } from '../action/index.ts';
import { inBoundary } from '../inventory/index.ts';
import type { Reference } from '../reference.ts';
import type { Plan } from './types.ts';

/** The plan's years, base year to horizon. */
export function yearsOf(plan: Plan): readonly number[] {
  const { baseYear, horizonYear } = plan.baseline;
  return Array.from({ length: horizonYear - baseYear + 1 }, (_, i) => baseYear + i);
}

/** Everything that decides the plan's emissions and bills. Throws `DomainError` `unknown-gwp-set`. */
export function planInputs(plan: Plan, reference: Reference): PlanInputs {
  return {
    cells: plan.baseline.cells,
    drivers: plan.baseline.drivers,
    actions: plan.actions,
    finance: plan.finance,
    gwpSet: reference.gwpSet(plan.baseline.gwpSet),
    counts: (ref) => inBoundary(ref, plan.baseline.boundary),
    years: yearsOf(plan),
  };
}
