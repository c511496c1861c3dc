/**
 * Products of terms, each worked out once. Streams multiply the same factors again and again; their term lists, most
 * frequent factor first, form a tree (a trie) in which each node is its parent's product times one factor.
 */
import type { CompiledPlan } from './compiled.ts';
import { multiply } from './series.ts';

export interface ProductTree {
  /** [factor] curve and lever of the factor 1 − effect · adoption, and its central effect. */
  readonly factorCurve: Int32Array;
  readonly factorLever: Int32Array;
  readonly factorEffect: Float64Array;
  /** [node] parent, or −1 at the root; and its factor. A parent comes before its children. */
  readonly nodeParent: Int32Array;
  readonly nodeFactor: Int32Array;
  /** [stream] node of the stream's product, or −1 where it has no term. */
  readonly streamNode: Int32Array;
}

/** Build the tree of a compiled plan. */
export function productTree(compiled: CompiledPlan): ProductTree {
  const { termStart, termCurve, termLever, termEffect, curveAction, streamCount } = compiled;
  const frequency = new Int32Array(curveAction.length);
  for (const curve of termCurve) frequency[curve]! += 1;
  const often = (t: number): number => frequency[termCurve[t]!]!;
  const factorTerms: number[] = [];
  const parents: number[] = [];
  const nodeFactors: number[] = [];
  const known = new Map<string, number>();
  const once = (key: string, make: () => number): number => {
    const index = known.get(key) ?? make();
    known.set(key, index);
    return index;
  };
  const child = (parent: number, t: number): number => {
    const factor = once(`factor ${termCurve[t]} ${termLever[t]}`, () => factorTerms.push(t) - 1);
    return once(`node ${parent} ${factor}`, () => {
      nodeFactors.push(factor);
      return parents.push(parent) - 1;
    });
  };
  const nodes = Array.from({ length: streamCount }, (_, s) =>
    Array.from({ length: termStart[s + 1]! - termStart[s]! }, (_, i) => termStart[s]! + i)
      .sort((a, b) => often(b) - often(a) || termCurve[a]! - termCurve[b]! || a - b)
      .reduce(child, -1),
  );
  return {
    factorCurve: Int32Array.from(factorTerms, (t) => termCurve[t]!),
    factorLever: Int32Array.from(factorTerms, (t) => termLever[t]!),
    factorEffect: Float64Array.from(factorTerms, (t) => termEffect[t]!),
    nodeParent: Int32Array.from(parents),
    nodeFactor: Int32Array.from(nodeFactors),
    streamNode: Int32Array.from(nodes),
  };
}

/** Buffers of one evaluation. `…From` is the first year index in which something departs from 1 (adoption: from 0). */
export interface ProductBuffers {
  readonly yearCount: number;
  /** [curve × year] */
  readonly adoption: Float64Array;
  readonly curveFrom: Int32Array;
  /** [factor × year] */
  readonly factor: Float64Array;
  /** [node × year] */
  readonly node: Float64Array;
  readonly nodeFrom: Int32Array;
}

export function productBuffers(compiled: CompiledPlan, tree: ProductTree): ProductBuffers {
  const yearCount = compiled.years.length;
  return {
    yearCount,
    adoption: new Float64Array(compiled.curveAction.length * yearCount),
    curveFrom: new Int32Array(compiled.curveAction.length),
    factor: new Float64Array(tree.factorCurve.length * yearCount),
    node: new Float64Array(tree.nodeParent.length * yearCount),
    nodeFrom: new Int32Array(tree.nodeParent.length),
  };
}

/** Fill `factor` from `adoption`, for effects by factor. Nothing is written before a curve's first year. */
export function fillFactors(tree: ProductTree, effects: Float64Array, buffers: ProductBuffers): void {
  const { factor, adoption, curveFrom, yearCount } = buffers;
  for (let f = 0; f < tree.factorCurve.length; f++) {
    const curve = tree.factorCurve[f]!;
    const effect = effects[f]!;
    const from = curve * yearCount;
    const to = f * yearCount;
    for (let y = curveFrom[curve]!; y < yearCount; y++) factor[to + y] = 1 - effect * adoption[from + y]!;
  }
}

/** Fill `node` from `factor`: each node is its parent times its factor. Before its first year a node is 1 and is not written. */
export function fillNodes(tree: ProductTree, buffers: ProductBuffers): void {
  const { nodeParent, nodeFactor, factorCurve } = tree;
  const { node, nodeFrom, factor, curveFrom, yearCount } = buffers;
  for (let n = 0; n < nodeParent.length; n++) {
    const parent = nodeParent[n]!;
    const parentFrom = parent < 0 ? yearCount : nodeFrom[parent]!;
    const factorFrom = curveFrom[factorCurve[nodeFactor[n]!]!]!;
    const own = n * yearCount;
    const above = parent * yearCount;
    const times = nodeFactor[n]! * yearCount;
    const from = parentFrom < factorFrom ? parentFrom : factorFrom;
    const both = parentFrom < factorFrom ? factorFrom : parentFrom;
    nodeFrom[n] = from;
    if (parentFrom < factorFrom) for (let y = from; y < both; y++) node[own + y] = node[above + y]!;
    else for (let y = from; y < both; y++) node[own + y] = factor[times + y]!;
    multiply(node, own, node, above, factor, times, both, yearCount);
  }
}
