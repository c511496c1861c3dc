/** The network's path against the sum of each kind of target, each in the boundary it is stated in. */
import type { HeldCity } from './held-city.ts';
import type { TargetSum } from './result.ts';

/** A city whose target is summed: its place in the years of the roll-up. */
export interface TargetPart {
  readonly held: HeldCity;
  readonly offset: number;
}

/**
 * Sum ceilings, plans and references over the cities that hold a target of the same kind, CO2 and CO2e apart, over each city's own years.
 * Boundaries differ and may include electricity from the grid: these sums compare promises with plans, and are no part of the world.
 *
 * @param parts cities whose plan counts
 * @param networkTonnes t CO2e of the whole network in each city's first year
 */
export function targetSums(parts: readonly TargetPart[], years: number, networkTonnes: number): readonly TargetSum[] {
  const sums = new Map<string, GrowingSum>();
  for (const { held, offset } of parts) {
    const { target } = held;
    if (!target) continue;
    const key = `${target.kind} ${target.counts}`;
    const sum = sums.get(key) ?? emptySum(target, years);
    sums.set(key, sum);
    sum.cities++;
    if (networkTonnes > 0) sum.shareOfNetwork += Math.abs(held.firstTonnes) / networkTonnes;
    for (let y = 0; y < Math.min(held.years, years - offset); y++) {
      sum.covered[offset + y]!++;
      sum.ceiling[offset + y]! += target.ceiling[y]!;
      sum.planned[offset + y]! += target.planned[y]!;
      sum.reference[offset + y]! += target.reference[y]!;
    }
  }
  return [...sums.values()];
}

type GrowingSum = { -readonly [K in keyof TargetSum]: TargetSum[K] };

function emptySum({ kind, counts }: Pick<TargetSum, 'kind' | 'counts'>, years: number): GrowingSum {
  return {
    kind,
    counts,
    cities: 0,
    covered: new Uint32Array(years),
    ceiling: new Float64Array(years),
    planned: new Float64Array(years),
    reference: new Float64Array(years),
    shareOfNetwork: 0,
  };
}
