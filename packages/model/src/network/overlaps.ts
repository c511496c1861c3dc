/** What counts of bodies that share territory: every tonne once, and no plan dropped in silence. Rule: docs/methods/network.md. */
import { findOverlaps, locodesOfMany } from './overlap-search.ts';
import type { Body, OverlapPair } from './overlap-search.ts';
import type { Overlap } from './result.ts';

/** A body and whether it brings a plan. */
export interface BodyWithPlan extends Body {
  readonly hasPlan: boolean;
}

export interface OverlapResolution {
  readonly overlaps: readonly Overlap[];
  /** By body: its emissions are in the network's reference under its own name. */
  readonly countsReference: readonly boolean[];
  /** By body: its plan is in the network's difference. */
  readonly countsPlan: readonly boolean[];
  /** Ids of bodies that say of each other, perhaps by way of others, that they contain one another; size decided there. */
  readonly circular: readonly string[];
  /** UN/LOCODEs that too many bodies bear to be one place's, with how many bear them: not read as a sign. */
  readonly locodesOfMany: ReadonlyMap<string, number>;
}

/**
 * Decide what counts. A body that lies in a larger one, directly or by way of a third, has no emissions of its own in the reference:
 * they are in the larger's. Its plan counts unless a body around it has a plan too, for then that plan covers its territory. So
 *
 * - larger with a plan: the larger counts, and the smaller's plan, if any, is set aside;
 * - only the smaller with a plan: the larger's reference and the smaller's difference count;
 * - neither: the larger's reference counts.
 *
 * Two bodies that share territory are never both in the reference, nor both in the difference.
 */
export function resolveOverlaps(
  bodies: readonly BodyWithPlan[],
  apart: readonly (readonly [string, string])[] = [],
): OverlapResolution {
  const { pairs, circular } = withoutCircles(findOverlaps(bodies, apart), bodies);
  const around = bodiesAround(pairs);
  const countsReference = bodies.map((_, i) => !around.has(i));
  const countsPlan = bodies.map(({ hasPlan }, i) => {
    if (!hasPlan) return false;
    for (const outer of around.get(i) ?? []) if (bodies[outer]!.hasPlan) return false;
    return true;
  });
  const overlaps = pairs.map(({ larger, smaller, reasons, kilometres }): Overlap => {
    const plan = countsPlan[larger] ? 'larger' : countsPlan[smaller] ? 'smaller' : 'neither';
    return {
      larger: bodies[larger]!.id,
      smaller: bodies[smaller]!.id,
      reasons,
      ...(kilometres !== undefined && { kilometres }),
      reference: countsReference[larger] ? 'larger' : 'neither',
      plan,
    };
  });
  return {
    overlaps,
    countsReference,
    countsPlan,
    circular: circular.map((i) => bodies[i]!.id),
    locodesOfMany: locodesOfMany(bodies),
  };
}

/** Every body that lies in others, with all it lies in, by way of others too. */
function bodiesAround(pairs: readonly OverlapPair[]): ReadonlyMap<number, ReadonlySet<number>> {
  const direct = new Map<number, number[]>();
  for (const { larger, smaller } of pairs) direct.set(smaller, [...(direct.get(smaller) ?? []), larger]);
  const around = new Map<number, ReadonlySet<number>>();
  for (const inner of direct.keys()) {
    const seen = new Set<number>();
    const open = [inner];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const outer of direct.get(next) ?? [])
        if (!seen.has(outer)) {
          seen.add(outer);
          open.push(outer);
        }
    around.set(inner, seen);
  }
  return around;
}

/**
 * Bodies that contain one another in a circle would all lie in something and none would count: among them, size decides alone.
 * Signs other than `contains` follow size, so a circle always holds a body's own word.
 */
function withoutCircles(
  pairs: readonly OverlapPair[],
  bodies: readonly BodyWithPlan[],
): { pairs: readonly OverlapPair[]; circular: readonly number[] } {
  const around = bodiesAround(pairs);
  const circular = [...around].filter(([inner, outer]) => outer.has(inner)).map(([inner]) => inner);
  if (circular.length === 0) return { pairs, circular };
  const turned = pairs.map((pair) => {
    // Only pairs inside one circle: what leads into it or out of it keeps its direction, so no new circle closes.
    if (!around.get(pair.larger)?.has(pair.smaller)) return pair;
    const byTonnes = bodies[pair.larger]!.tonnes - bodies[pair.smaller]!.tonnes;
    const keep = byTonnes !== 0 ? byTonnes > 0 : bodies[pair.larger]!.id < bodies[pair.smaller]!.id;
    return keep ? pair : { ...pair, larger: pair.smaller, smaller: pair.larger };
  });
  return { pairs: turned, circular };
}
