/** Percentiles of draws. */

/** Percentiles per year of an uncertain path: 5, 25, 50, 75 and 95 % of draws lie at or below. */
export interface PathPercentiles {
  readonly p05: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
}

/** The same for one figure, with its mean. */
export interface FigurePercentiles {
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  readonly mean: number;
}

/** Quantile of sorted values, linear between neighbours (Hyndman & Fan type 7). */
export function quantile(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}

/** Percentiles of one figure over draws; `values` keep their order. */
export function figurePercentiles(values: Float64Array): FigurePercentiles {
  const sorted = values.slice().sort();
  const at = (p: number): number => quantile(sorted, p);
  return {
    p05: at(0.05),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
  };
}

/** Percentiles by year of paths, given as one series of draws for each year. */
export function pathPercentiles(byYear: readonly Float64Array[]): PathPercentiles {
  const figures = byYear.map(figurePercentiles);
  return {
    p05: figures.map(({ p05 }) => p05),
    p25: figures.map(({ p25 }) => p25),
    p50: figures.map(({ p50 }) => p50),
    p75: figures.map(({ p75 }) => p75),
    p95: figures.map(({ p95 }) => p95),
  };
}
