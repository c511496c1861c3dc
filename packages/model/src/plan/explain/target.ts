/** Explain a target's ceiling: the formula, and every input with its source. */
import { DomainError } from '../../errors.ts';
import type { TargetPath } from '../../pathway/index.ts';
import type { ExplainContext } from './context.ts';
import { node, sourcesOf, type ExplainNode } from './node.ts';

/** A target by its id; the main target when none is given. @throws {DomainError} `unknown-target` */
export function targetOf(context: ExplainContext, id = context.plan.mainTarget): TargetPath {
  const target = context.outcome.targets.find((other) => other.id === id);
  if (!target) throw new DomainError('unknown-target', `the plan has no target "${id}"`, ['targets', id]);
  return target;
}

/** The ceiling of a target in a year; the main target when no id is given. Throws `unknown-target`. */
export function explainTarget(context: ExplainContext, y: number, id?: string): ExplainNode {
  const target = targetOf(context, id);
  const year = context.compiled.years[y]!;
  return node(
    {
      kind: 'target',
      label: `${target.id} in ${year}`,
      value: target.emissions[target.years.indexOf(year)] ?? null,
      unit: target.counts === 'co2' ? 't CO2' : 't CO2e',
      formula: target.formula,
      sources: sourcesOf(context.plan, target.sources),
      note: target.explanation,
      path: `targets.${target.id}.${year}`,
    },
    inputNodes(context, target),
  );
}

/** What a target allows in all from a year on; null for one that limits years, not their sum. */
export function explainBudget(context: ExplainContext, id?: string): ExplainNode {
  const target = targetOf(context, id);
  return node(
    {
      kind: 'target-budget',
      label: `budget of ${target.id}${target.budget ? ` from ${target.budget.fromYear}` : ''}`,
      value: target.budget?.tonnes ?? null,
      unit: target.counts === 'co2' ? 't CO2' : 't CO2e',
      formula: target.formula,
      sources: sourcesOf(context.plan, target.sources),
      note: target.explanation,
      path: `targets.${target.id}.budget`,
    },
    inputNodes(context, target),
  );
}

const inputNodes = (context: ExplainContext, { inputs }: TargetPath): ExplainNode[] =>
  inputs.map((input) =>
    node({
      kind: 'target-input',
      label: input.name,
      value: input.value,
      unit: input.unit,
      provenance: input.provenance,
      sources: input.source === undefined ? undefined : sourcesOf(context.plan, [input.source]),
    }),
  );
