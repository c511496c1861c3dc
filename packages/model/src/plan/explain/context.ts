/** What explaining needs at hand: the plan, its compiled form, and adoption in a year. */
import {
  compile,
  ensureTargetCells,
  type Action,
  type Cell,
  type CompiledPlan,
  type Lever,
  type PlanInputs,
} from '../../action/index.ts';
import type { Reference } from '../../reference.ts';
import { planInputs } from '../inputs.ts';
import type { Outcome, Plan } from '../types.ts';

export interface ExplainContext {
  readonly plan: Plan;
  readonly reference: Reference;
  readonly inputs: PlanInputs;
  readonly compiled: CompiledPlan;
  /** All cells, those that actions bring about included; index as in `compiled.cellIds`. */
  readonly cells: readonly Cell[];
  /** Actions in compiled order. */
  readonly actions: readonly Action[];
  readonly outcome: Outcome;
}

export function contextOf(plan: Plan, reference: Reference, outcome: Outcome): ExplainContext {
  const inputs = planInputs(plan, reference);
  const compiled = compile(inputs);
  const actions = compiled.actionIds.map((id) => plan.actions.find((action) => action.id === id)!);
  return { plan, reference, inputs, compiled, cells: ensureTargetCells(inputs.cells, actions), actions, outcome };
}

/** Adoption of a curve's action in year index `y` as the plan schedules it, 0…1. */
export function adoptionAt({ compiled, actions }: ExplainContext, curve: number, y: number): number {
  const { schedule } = actions[compiled.curveAction[curve]!]!;
  const since = compiled.years[y]! - schedule.startYear;
  return since < 0 ? 0 : schedule.size * compiled.curveUnit[curve * compiled.years.length + since]!;
}

/** The lever behind a compiled lever index. */
export function leverAt({ compiled, actions }: ExplainContext, lever: number): { action: Action; lever: Lever } {
  const action = actions[compiled.leverAction[lever]!]!;
  return { action, lever: action.levers[compiled.leverIndex[lever]!]! };
}
