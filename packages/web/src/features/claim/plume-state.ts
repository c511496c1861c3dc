/** The temperature plume as series: the world without and with the plans, and what was measured so far. */
import { bandInYear, type ClaimBand, type ClaimClimate } from '@thousand-cities/model';
import type { ObservedLine } from './messages.ts';

/** What one look at a year finds, °C. */
export interface PlumeReading {
  readonly year: number;
  readonly reference: { readonly low: number; readonly middle: number; readonly high: number };
  readonly plans: { readonly low: number; readonly middle: number; readonly high: number };
  readonly pollutants: number;
  readonly observed?: number;
}

export interface PlumeSeries {
  readonly years: readonly number[];
  readonly reference: ClaimBand;
  readonly plans: ClaimBand;
  /** Median when pollutants fall along. */
  readonly pollutants: readonly number[];
  readonly observed: readonly { readonly year: number; readonly warming: number }[];
}

/** °C: what Paris pursues, and what it holds the world well below. */
export const PARIS_LINES = [1.5, 2] as const;

/** Gather the series of the chart from its first year on. */
export function plumeOf(climate: ClaimClimate, observed: ObservedLine | undefined): PlumeSeries {
  const first = climate.years[0]!;
  return {
    years: climate.years,
    reference: climate.reference,
    plans: climate.ghgOnly.warming,
    pollutants: climate.withCoEmitted.warming.middle,
    observed: (observed?.years ?? []).flatMap((year, i) =>
      year < first ? [] : [{ year, warming: observed!.warming[i]! }],
    ),
  };
}

/** The reading of a year; undefined outside the chart. */
export function readingOf(series: PlumeSeries, year: number): PlumeReading | undefined {
  const i = series.years.indexOf(year);
  if (i < 0) return undefined;
  const observed = series.observed.find((point) => point.year === year)?.warming;
  return {
    year,
    reference: bandInYear(series.years, series.reference, year),
    plans: bandInYear(series.years, series.plans, year),
    pollutants: series.pollutants[i]!,
    ...(observed !== undefined && { observed }),
  };
}

/** Top of the scale: the reference world's warm end, which no choice moves, so that the scale stands still. */
export function warmest({ reference, plans }: PlumeSeries): number {
  return Math.max(...reference.high, ...plans.high, PARIS_LINES[1]);
}

/** First year with plans in force: the medians part here. The end of the chart when they never do. */
export function partingYear({ years, reference, plans }: PlumeSeries): number {
  const i = years.findIndex((_, y) => Math.abs(reference.middle[y]! - plans.middle[y]!) > 1e-9);
  return years[i < 0 ? years.length - 1 : Math.max(0, i - 1)]!;
}
