/** Is one target at least as ambitious as another? Year by year and over all; CO2 is never held against CO2e. */
import type { TargetPath } from '../types.ts';

/** How target `a` stands to target `b` over the years both have, after the later base year. */
export type TargetComparison =
  | {
      readonly comparable: true;
      readonly years: readonly number[];
      /** a − b per year, tonnes: negative = a allows less. */
      readonly difference: readonly number[];
      /** a allows no more than b in any year. */
      readonly everyYear: boolean;
      /** Σ of a is no more than Σ of b over these years. */
      readonly cumulative: boolean;
      readonly cumulativeDifference: number;
      /** First year in which a allows more than b. */
      readonly firstWeakerYear?: number;
      /** `yes`: in every year; `overall`: in sum only; `no`: not even in sum. */
      readonly atLeastAsAmbitious: 'yes' | 'overall' | 'no';
    }
  | { readonly comparable: false; readonly reason: 'co2-against-co2e' | 'no-common-years' };

/** Room for rounding: a thousand-millionth of the larger ceiling. */
const within = (a: number, b: number): boolean => a <= b + 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** Compare two targets: "is `a` at least as ambitious as `b`?" */
export function compareTargets(a: TargetPath, b: TargetPath): TargetComparison {
  if (a.counts !== b.counts) return { comparable: false, reason: 'co2-against-co2e' };
  const first = Math.max(a.years[0] ?? Infinity, b.years[0] ?? Infinity);
  const ofB = new Map(b.years.map((year, i) => [year, b.emissions[i]!]));
  const pairs = a.years
    .map((year, i) => ({ year, a: a.emissions[i]!, b: ofB.get(year) }))
    .filter((pair): pair is { year: number; a: number; b: number } => pair.year > first && pair.b !== undefined);
  if (pairs.length === 0) return { comparable: false, reason: 'no-common-years' };
  const weaker = pairs.find((pair) => !within(pair.a, pair.b));
  const sumA = pairs.reduce((sum, pair) => sum + pair.a, 0);
  const sumB = pairs.reduce((sum, pair) => sum + pair.b, 0);
  const cumulative = within(sumA, sumB);
  return {
    comparable: true,
    years: pairs.map((pair) => pair.year),
    difference: pairs.map((pair) => pair.a - pair.b),
    everyYear: weaker === undefined,
    cumulative,
    cumulativeDifference: sumA - sumB,
    ...(weaker ? { firstWeakerYear: weaker.year } : {}),
    atLeastAsAmbitious: weaker === undefined ? 'yes' : cumulative ? 'overall' : 'no',
  };
}
