/** The upper part of the tree behind a figure: a whole one is megabytes. */
import type { ExplainNode } from '@thousand-cities/model';

/** Of a node with many parts, so many are shown, as the model orders them. */
const MOST_CHILDREN = 25;

/** A node whose lower parts may be left out; `more` counts what is. */
export type CutNode = Omit<ExplainNode, 'children'> & {
  readonly more?: number;
  readonly children: readonly CutNode[];
};

/** The first levels of a tree. A listing of paths is short in itself. */
export function cut({ children, ...node }: ExplainNode, depth: number, mostChildren = MOST_CHILDREN): CutNode {
  const most = node.kind === 'listing' ? children.length : depth === 0 ? 0 : mostChildren;
  return {
    ...node,
    ...(children.length > most && { more: children.length - most }),
    children: children.slice(0, most).map((child) => cut(child, depth - 1, mostChildren)),
  };
}
