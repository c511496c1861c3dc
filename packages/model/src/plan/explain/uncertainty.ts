/** Explain what was drawn: the range of emissions in a year, and the chance that the target is kept. */
import { DomainError } from '../../errors.ts';
import type { ExplainContext } from './context.ts';
import { explainEmissions } from './emissions.ts';
import { node, type ExplainNode } from './node.ts';
import { explainTarget } from './target.ts';

const PERCENTILES = ['p05', 'p25', 'p50', 'p75', 'p95'] as const;
const DRAWN = 'every uncertain input is drawn from its own 90 % interval, all of them many times over, and the plan worked out each time'; // prettier-ignore
/** Inputs that are named as those that matter most. */
const NAMED = 8;

/** A percentile of emissions without or with the plan, t CO2e. */
export function explainFan(context: ExplainContext, path: string, which = '', percentile = '', y: number): ExplainNode {
  const { outcome, compiled } = context;
  const found = PERCENTILES.find((each) => each === percentile);
  if (!outcome.fan || !found || (which !== 'bau' && which !== 'plan')) throw notDrawn(path);
  return node(
    {
      kind: 'percentile',
      label: `${Number(found.slice(1))} of 100 draws lie below this in ${compiled.years[y]}`,
      value: outcome.fan[which][found][y]!,
      unit: 't CO2e',
      formula: DRAWN,
    },
    [explainEmissions(context, y, which), ...matters(context)],
  );
}

/** The chance that the target is kept in a year, per cent. */
export function explainChance(context: ExplainContext, path: string, y: number): ExplainNode {
  const chance = context.outcome.probability.meetsTarget;
  if (!chance) throw notDrawn(path);
  return node(
    {
      kind: 'chance',
      label: `chance that the target is kept in ${context.compiled.years[y]}`,
      value: 100 * chance[y]!,
      unit: '%',
      formula: `share of the draws at or below the ceiling; ${DRAWN}`,
    },
    [explainTarget(context, y), explainEmissions(context, y, 'plan'), ...matters(context)],
  );
}

/** The inputs that move the outcome most, by their share of its variance. */
function matters({ outcome }: ExplainContext): ExplainNode[] {
  return (outcome.drivesUncertainty ?? [])
    .slice(0, NAMED)
    .map(({ input, share }) => node({ kind: 'variance', label: input, value: 100 * share, unit: '%' }));
}

const notDrawn = (path: string) =>
  new DomainError('unknown-path', `"${path}" is not drawn: the plan was worked out without draws`, path.split('.'));
