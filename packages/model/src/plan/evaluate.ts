/** Evaluate a plan: a pure, deterministic function of the plan document and the reference set. */
import {
  compile,
  costPlan,
  createAttributor,
  createEvaluator,
  scheduleOf,
  type Attribution,
  type CompiledPlan,
  type PlanInputs,
  type Totals,
} from '../action/index.ts';
import { DomainError } from '../errors.ts';
import { CHANNELS, type Channel } from '../gas.ts';
import { SECTORS } from '../inventory/index.ts';
import type { TargetPath, TargetResult } from '../pathway/index.ts';
import type { Reference } from '../reference.ts';
import { findingsOf, statusOf } from './findings.ts';
import { planInputs } from './inputs.ts';
import { targetsOf } from './targets.ts';
import type { EvaluateOptions, Outcome, Plan } from './types.ts';
import { uncertaintyOf } from './uncertainty.ts';

/**
 * Work out what a plan does: emissions without and with it, by gas, sector and action, against its target, and what it
 * costs. Same plan, same reference set: same numbers, on any machine (to 1e-12 where the engines' exp and log differ).
 *
 * @throws {DomainError} `plan-invalid`, `missing-figure` (what the main target needs), `unknown-target`, `unknown-gwp-set`,
 *   `unknown-country`, `unknown-gas`, `out-of-range`, `year-outside-plan`
 */
export function evaluate(plan: Plan, reference: Reference, options: EvaluateOptions = {}): Outcome {
  return createPlanEvaluator(plan, reference).evaluate(plan, options);
}

/**
 * Prepare to evaluate variants of one plan that differ only in schedules (size, start year) and in which target is the
 * main one: compiled once, then a frame is enough.
 */
export interface PlanEvaluator {
  readonly compiled: CompiledPlan;
  readonly targets: readonly TargetResult[];
  /** The ceiling the variant answers to. @throws {DomainError} `unknown-target`, or what the target lacks */
  mainTarget(variant: Plan): TargetPath;
  evaluate(variant: Plan, options?: EvaluateOptions): Outcome;
}

/** See `PlanEvaluator`. Throws as `evaluate` does. */
export function createPlanEvaluator(plan: Plan, reference: Reference): PlanEvaluator {
  const inputs = planInputs(plan, reference);
  const compiled = compile(inputs);
  const evaluator = createEvaluator(compiled);
  const attribute = createAttributor(compiled);
  const bau = copyOf(evaluator.bau);
  const co2 = bau.byChannel[CHANNELS.indexOf('co2') * compiled.years.length]!;
  const targets = targetsOf(plan, reference, { total: bau.total, co2 });
  return {
    compiled,
    targets,
    mainTarget: (variant) => mainTargetOf(variant, targets),
    evaluate(variant, options = {}) {
      const schedule = scheduleOf(compiled, variant.actions);
      const totals = copyOf(evaluator.run(schedule));
      const run: Run = {
        plan: variant,
        reference,
        inputs,
        compiled,
        bau,
        totals,
        attribution: attribute(schedule),
        targets,
      };
      return outcomeOf(run, options);
    },
  };
}

interface Run {
  readonly plan: Plan;
  readonly reference: Reference;
  readonly inputs: PlanInputs;
  readonly compiled: CompiledPlan;
  readonly bau: Totals;
  readonly totals: Totals;
  readonly attribution: Attribution;
  readonly targets: readonly TargetResult[];
}

function outcomeOf(run: Run, options: EvaluateOptions): Outcome {
  const { plan, compiled, bau, totals, attribution } = run;
  const { years } = compiled;
  const target = mainTargetOf(plan, run.targets);
  const counted = target.counts === 'co2' ? totals.byChannel.subarray(0, years.length) : totals.total;
  const gap = years.map((_, y) => counted[y]! - target.emissions[y]!);
  const findings = findingsOf({ ...run, counted, target, baseEmissions: bau.total[0]! });
  const uncertainty = uncertaintyOf({ ...run, target }, options);
  return {
    years,
    emissions: { bau: [...bau.total], plan: [...totals.total], target: target.emissions },
    byGas: byGas(totals, years.length),
    bySector: bySector(totals, years.length),
    byAction: Object.fromEntries(
      compiled.actionIds.map((id, a) => [
        id,
        [...attribution.tonnes.subarray(a * years.length, (a + 1) * years.length)],
      ]),
    ),
    cumulative: { bau: afterBase(bau.total), plan: afterBase(totals.total), target: afterBase(target.emissions) },
    gap,
    cost: costPlan({ compiled, actions: plan.actions, attribution, discountRate: plan.finance.discountRate }),
    targets: run.targets.flatMap((result) => ('path' in result ? [result.path] : [])),
    probability: { meetsTarget: uncertainty?.meetsTarget ?? null },
    ...(uncertainty && { fan: uncertainty.fan, drivesUncertainty: uncertainty.drivesUncertainty }),
    status: statusOf(findings),
    findings,
  };
}

/** Throws the refusal of a main target that could not be worked out: a plan without its ceiling has no outcome. */
function mainTargetOf(plan: Plan, targets: readonly TargetResult[]): TargetPath {
  const main = targets.find(({ spec }) => spec.id === plan.mainTarget);
  if (!main) throw new DomainError('unknown-target', `the plan has no target "${plan.mainTarget}"`, ['mainTarget']);
  if ('refusal' in main) throw main.refusal;
  return main.path;
}

function byGas({ byChannel }: Totals, count: number): Outcome['byGas'] {
  const entries = CHANNELS.map((channel, c) => [channel, [...byChannel.subarray(c * count, (c + 1) * count)]]);
  return Object.fromEntries(entries) as Record<Channel, number[]>;
}

function bySector({ bySector }: Totals, count: number): Outcome['bySector'] {
  const entries = SECTORS.filter((sector) => sector !== 'VI').map((sector) => {
    const s = SECTORS.indexOf(sector);
    return [sector, [...bySector.subarray(s * count, (s + 1) * count)]];
  });
  return Object.fromEntries(entries) as Outcome['bySector'];
}

/** Σ of the years after the base year. */
function afterBase(series: ArrayLike<number>): number {
  let sum = 0;
  for (let y = 1; y < series.length; y++) sum += series[y]!;
  return sum;
}

function copyOf({ total, byChannel, bySector: sectors, bill }: Totals): Totals {
  return { total: total.slice(), byChannel: byChannel.slice(), bySector: sectors.slice(), bill: bill.slice() };
}
