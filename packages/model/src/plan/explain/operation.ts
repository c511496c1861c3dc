/** Figures that follow from two others: a share, a change, a difference. Their path holds the paths of both. */
import { DomainError } from '../../errors.ts';
import { node, type ExplainNode } from './node.ts';

const WORDS = { share: '.of.', change: '.from.', difference: '.less.' } as const;

export type OperationKind = keyof typeof WORDS;

export interface Operation {
  readonly kind: OperationKind;
  /** Paths of the two figures. */
  readonly of: readonly [string, string];
}

/**
 * Take a path such as `share.bySector.I.2030.of.emissions.plan.2030`, `change.emissions.plan.2030.from.emissions.plan.2021` or
 * `difference.inventory.2023.basic.less.emissions.plan.2023` apart; undefined for any other.
 */
export function operationOf(path: string): Operation | undefined {
  const kind = (Object.keys(WORDS) as OperationKind[]).find((word) => path.startsWith(`${word}.`));
  if (kind === undefined) return undefined;
  const rest = path.slice(kind.length + 1);
  const at = rest.indexOf(WORDS[kind]);
  return at < 0 ? undefined : { kind, of: [rest.slice(0, at), rest.slice(at + WORDS[kind].length)] };
}

/** The path of a figure that follows from two others. */
export const operationPath = (kind: OperationKind, first: string, second: string): string =>
  `${kind}.${first}${WORDS[kind]}${second}`;

const LABELS: Readonly<Record<OperationKind, (first: string, second: string) => string>> = {
  share: (first, second) => `share of ${first} in ${second}`,
  change: (first, second) => `change: ${first} against ${second}`,
  difference: (first, second) => `${first} less ${second}`,
};
const FORMULAS: Readonly<Record<OperationKind, string>> = {
  share: 'first ÷ second',
  change: 'first ÷ second − 1',
  difference: 'first − second',
};

/**
 * The step of an operation over the steps of its figures: per cent, or tonnes for a difference. Null beside a figure that is not
 * known, and where it would be divided by nought.
 *
 * @throws {DomainError} `unit-mismatch` when the two are not in one unit
 */
export function operationNode(kind: OperationKind, first: ExplainNode, second: ExplainNode): ExplainNode {
  if (first.unit !== second.unit) {
    const units = [first.unit ?? 'no unit', second.unit ?? 'no unit'].join(' and ');
    throw new DomainError('unit-mismatch', `figures in ${units} have no ${kind}`, [kind]);
  }
  const [a, b] = [first.value, second.value];
  return node(
    {
      kind: `of-two-${kind}`,
      label: LABELS[kind](first.label, second.label),
      value: typeof a === 'number' && typeof b === 'number' ? result(kind, a, b) : null,
      unit: kind === 'difference' ? first.unit : '%',
      formula: FORMULAS[kind],
    },
    [first, second],
  );
}

function result(kind: OperationKind, first: number, second: number): number | null {
  if (kind === 'difference') return first - second;
  if (second === 0) return null;
  return 100 * (kind === 'share' ? first / second : first / second - 1);
}
