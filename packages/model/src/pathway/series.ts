/** Reading a yearly series between its points. */
import { DomainError, type Place } from '../errors.ts';
import type { FactSeries } from '../reference.ts';

/** A figure read from a series, and whether the series has that year or was read between two. */
export interface ReadValue {
  readonly value: number;
  /** True where the source projects, not observes. */
  readonly projected: boolean;
  readonly interpolated: boolean;
}

/** First and last year of a series; `undefined` when it has no points. */
export function spanOf(series: Pick<FactSeries, 'points'>): readonly [number, number] | undefined {
  const first = series.points[0];
  const last = series.points.at(-1);
  return first && last ? [first.year, last.year] : undefined;
}

/** Linear value between points; `undefined` outside the series, which is never extended. */
export function readSeries(series: Pick<FactSeries, 'points' | 'projectedFrom'>, year: number): ReadValue | undefined {
  const next = series.points.findIndex((point) => point.year >= year);
  const after = series.points[next];
  if (!after) return undefined;
  const projected = series.projectedFrom !== undefined && year >= series.projectedFrom;
  if (after.year === year) return { value: after.value, projected, interpolated: false };
  const before = series.points[next - 1];
  if (!before) return undefined;
  const along = (year - before.year) / (after.year - before.year);
  return { value: before.value + along * (after.value - before.value), projected, interpolated: true };
}

/**
 * Value of a series in a year that must be there.
 *
 * @throws {DomainError} `missing-figure` naming the series, the year and the span it covers
 */
export function needValue(series: FactSeries | undefined, year: number, what: string, at: Place): number {
  if (!series) throw new DomainError('missing-figure', `${what} is not known`, at);
  const found = readSeries(series, year);
  if (!found) {
    const span = spanOf(series);
    const covers = span ? `known from ${span[0]} to ${span[1]}` : 'has no values';
    throw new DomainError('missing-figure', `${what} is not known for ${year} (${covers})`, at);
  }
  return found.value;
}

/** The value in the year, or in the nearest year the series covers, with the year it stands for. `undefined` for an empty series. */
export function nearestValue(
  series: Pick<FactSeries, 'points'>,
  year: number,
): { readonly year: number; readonly value: number } | undefined {
  const span = spanOf(series);
  if (!span) return undefined;
  const near = Math.min(Math.max(year, span[0]), span[1]);
  const found = readSeries(series, near);
  return found && { year: near, value: found.value };
}
