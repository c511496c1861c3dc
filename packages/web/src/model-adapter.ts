/** The page's one door to the model: evaluate a plan, explain a figure. Everything here runs in the browser, within a frame. */
import {
  createExplainer,
  createPlanEvaluator,
  referenceOf,
  type ExplainNode,
  type GwpSet,
  type Outcome,
  type Plan,
  type PlanEvaluator,
  type ReferenceSlice,
} from '@thousand-cities/model';

/** The model, told about one country. */
export interface PlanEngine {
  /** Evaluate without uncertainty. @throws {DomainError} when the plan names what the reference set does not hold */
  outcome(plan: Plan): Outcome;
  /** Where a figure of this outcome comes from, by path. */
  explainer(plan: Plan, outcome: Outcome): (path: string) => ExplainNode;
  gwpSet(plan: Plan): GwpSet;
}

/** Make the engine from what the server knows of the plan's country. */
export function createEngine(slice: ReferenceSlice): PlanEngine {
  const reference = referenceOf(slice);
  let compiledFor: Plan | undefined;
  let evaluator: PlanEvaluator | undefined;
  return {
    outcome: (plan) => {
      if (!evaluator || !compiledFor || !sameBut(compiledFor, plan)) {
        evaluator = createPlanEvaluator(plan, reference);
        compiledFor = plan;
      }
      return evaluator.evaluate(plan);
    },
    explainer: (plan, outcome) => createExplainer(plan, reference, outcome),
    gwpSet: (plan) => reference.gwpSet(plan.baseline.gwpSet),
  };
}

/** Two states of one plan that differ in schedules and main target only: what was compiled for one serves the other. */
function sameBut(a: Plan, b: Plan): boolean {
  return (
    a.baseline === b.baseline &&
    a.finance === b.finance &&
    a.targets === b.targets &&
    a.actions.length === b.actions.length &&
    a.actions.every((action, i) => action.levers === b.actions[i]!.levers && action.id === b.actions[i]!.id)
  );
}
