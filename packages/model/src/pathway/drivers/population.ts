/** The city's own population by year, from its number of residents and the population driver. */
import { DomainError } from '../../errors.ts';
import type { FactSeries } from '../../reference.ts';
import { readSeries } from '../series.ts';
import type { Driver } from '../types.ts';

/**
 * Residents by year: number in the base year × index of the population driver. After its last point the index is held.
 *
 * @param residents persons in the base year
 * @throws {DomainError} `missing-figure` when the driver has no points
 */
export function populationSeries(residents: number, driver: Driver, years: readonly number[]): FactSeries {
  const points = driver.points.map(({ year, index }) => ({ year, value: index }));
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) {
    throw new DomainError('missing-figure', `driver "${driver.id}" has no points`, ['drivers', driver.id]);
  }
  const index = (year: number): number =>
    readSeries({ points }, Math.min(Math.max(year, first.year), last.year))!.value;
  return {
    unit: 'persons',
    source: driver.sources[0] ?? 'assumption',
    points: years.map((year) => ({ year, value: residents * index(year) })),
    ...(driver.note === undefined ? {} : { note: driver.note }),
  };
}
