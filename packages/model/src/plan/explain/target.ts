/** Explain a target's ceiling: the formula, and every input with its source. */
import { DomainError } from '../../errors.ts';
import type { ExplainContext } from './context.ts';
import { node, sourcesOf, type ExplainNode } from './node.ts';

/** The ceiling of a target in a year; the main target when no id is given. Throws `unknown-target`. */
export function explainTarget(context: ExplainContext, y: number, id = context.plan.mainTarget): ExplainNode {
  const target = context.outcome.targets.find((other) => other.id === id);
  if (!target) throw new DomainError('unknown-target', `the plan has no target "${id}"`, ['targets', id]);
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
    },
    target.inputs.map((input) =>
      node({
        kind: 'target-input',
        label: input.name,
        value: input.value,
        unit: input.unit,
        provenance: input.provenance,
        sources: input.source === undefined ? undefined : sourcesOf(context.plan, [input.source]),
      }),
    ),
  );
}
