/** One step of an explanation: a figure, how it came about, and the figures it came from. */
import type { Provenance, Range, Source } from '../../source.ts';
import type { Plan } from '../types.ts';

/** The tree that the screen, the command line and the API show. */
export interface ExplainNode {
  /** Stable name of the step: doors may translate by it. */
  readonly kind: string;
  /** English, complete in itself. */
  readonly label: string;
  readonly value: number | string | null;
  readonly unit?: string;
  /** How `value` follows from the children, in one line. */
  readonly formula?: string;
  readonly provenance?: Provenance;
  /** 90 % interval, in `unit`. */
  readonly interval?: Range;
  readonly sources?: readonly Source[];
  readonly note?: string;
  /** A path that explains this node further, when it is a figure of the outcome. */
  readonly path?: string;
  readonly children: readonly ExplainNode[];
}

type Loose = { -readonly [K in keyof Omit<ExplainNode, 'children'>]?: ExplainNode[K] | undefined };

/** Make a node; undefined fields are left out. */
export function node(
  fields: Loose & Pick<ExplainNode, 'kind' | 'label' | 'value'>,
  children: readonly ExplainNode[] = [],
): ExplainNode {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...(given as unknown as Omit<ExplainNode, 'children'>), children };
}

/** Sources of a plan by id; an id the plan does not hold is shown as it stands, so that the gap is seen. */
export function sourcesOf(plan: Pick<Plan, 'sources'>, ids: readonly string[]): readonly Source[] {
  return ids.map(
    (id) =>
      plan.sources[id] ?? {
        id,
        title: `${id} (not described in the plan)`,
        publisher: '',
        year: 0,
        licence: 'unknown',
      },
  );
}
