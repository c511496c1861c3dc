/** Fitting a log-linear model with shrunken coefficients, region and country effects, and errors with heavy tails. */
import type { LogModel, StarterFeature, StarterFeatures } from '@thousand-cities/model';

/** One city-year: the logarithm to be met (already `ln(y + floor)`), its weight, and what it is explained by. */
export interface Observation {
  readonly target: number;
  readonly weight: number;
  readonly city: string;
  readonly iso3: string;
  readonly region: string;
  readonly features: StarterFeatures;
  /** From another data set, whose offset is fitted and not carried into the model. */
  readonly foreign?: boolean;
}

export interface FitOptions {
  readonly floor: number;
  /** Ridge penalty of standardised coefficients. */
  readonly ridge: number;
  /** Prior standard deviations on the logarithmic scale. */
  readonly regionSd: number;
  readonly countrySd: number;
  /** Scale of the errors; Student-t with four degrees of freedom. */
  readonly errorSd: number;
  /** A country has an effect of its own from this many cities on, so that no effect stands for one city. */
  readonly citiesForCountry: number;
}

export const USUAL: FitOptions = {
  floor: 0,
  ridge: 0.5,
  regionSd: 0.2,
  countrySd: 0.15,
  errorSd: 0.35,
  citiesForCountry: 3,
};

const DEGREES_OF_FREEDOM = 4;
const ITERATIONS = 15;
const FOREIGN_SD = 0.3;

/** Fit by iteratively reweighted least squares. Deterministic. */
export function fitLogModel(
  observations: readonly Observation[],
  names: readonly StarterFeature[],
  options: FitOptions,
): LogModel {
  const scales = names.map((name) => scaleOf(observations, name));
  const regions = distinct(observations.map((o) => o.region));
  const countries = countriesWithEffect(observations, options.citiesForCountry);
  const rows = observations.map((o) => [
    1,
    ...names.map((name, i) => (o.features[name] - scales[i]!.mean) / scales[i]!.sd),
    ...regions.map((region) => (o.region === region ? 1 : 0)),
    ...countries.map((country) => (o.iso3 === country ? 1 : 0)),
    o.foreign === true ? 1 : 0,
  ]);
  const penalty = (sd: number): number => (options.errorSd / sd) ** 2;
  const penalties = [
    0,
    ...names.map(() => options.ridge),
    ...regions.map(() => penalty(options.regionSd)),
    ...countries.map(() => penalty(options.countrySd)),
    penalty(FOREIGN_SD),
  ];
  const b = reweighted(rows, observations, penalties, options.errorSd);
  const effects = (keys: readonly string[], from: number): Record<string, number> =>
    Object.fromEntries(keys.map((key, i) => [key, b[from + i]!]));
  return {
    intercept: b[0]!,
    floor: options.floor,
    terms: names.map((feature, i) => ({ feature, ...scales[i]!, weight: b[1 + i]! })),
    regions: effects(regions, 1 + names.length),
    countries: effects(countries, 1 + names.length + regions.length),
  };
}

function reweighted(
  rows: readonly (readonly number[])[],
  observations: readonly Observation[],
  penalties: readonly number[],
  errorSd: number,
): readonly number[] {
  let weights = observations.map((o) => o.weight);
  let b: readonly number[] = [];
  for (let i = 0; i < ITERATIONS; i++) {
    b = ridgeSolve(rows, observations, weights, penalties);
    weights = observations.map((o, at) => {
      const error = (o.target - dot(rows[at]!, b)) / errorSd;
      return (o.weight * (DEGREES_OF_FREEDOM + 1)) / (DEGREES_OF_FREEDOM + error * error);
    });
  }
  return b;
}

function ridgeSolve(
  rows: readonly (readonly number[])[],
  observations: readonly Observation[],
  weights: readonly number[],
  penalties: readonly number[],
): readonly number[] {
  const n = penalties.length;
  const matrix = Array.from({ length: n }, () => new Float64Array(n + 1));
  rows.forEach((row, at) => {
    const w = weights[at]!;
    for (let i = 0; i < n; i++) {
      const wi = w * row[i]!;
      if (wi === 0) continue;
      const line = matrix[i]!;
      for (let j = 0; j < n; j++) line[j]! += wi * row[j]!;
      line[n]! += wi * observations[at]!.target;
    }
  });
  penalties.forEach((penalty, i) => {
    matrix[i]![i]! += penalty + 1e-9;
  });
  return solve(matrix);
}

/** Solve the augmented system by Gauss-Jordan elimination with pivoting; the matrix is overwritten. */
function solve(matrix: Float64Array[]): readonly number[] {
  const n = matrix.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) {
      if (Math.abs(matrix[i]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = i;
    }
    [matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!];
    const line = matrix[column]!;
    for (let i = 0; i < n; i++) {
      if (i === column) continue;
      const other = matrix[i]!;
      const factor = other[column]! / line[column]!;
      if (factor === 0) continue;
      for (let j = column; j <= n; j++) other[j]! -= factor * line[j]!;
    }
  }
  return matrix.map((line, i) => line[n]! / line[i]!);
}

function scaleOf(observations: readonly Observation[], name: StarterFeature): { mean: number; sd: number } {
  const total = sum(observations.map((o) => o.weight));
  const mean = sum(observations.map((o) => o.weight * o.features[name])) / total;
  const variance = sum(observations.map((o) => o.weight * (o.features[name] - mean) ** 2)) / total;
  return { mean, sd: Math.max(Math.sqrt(variance), 1e-6) };
}

function countriesWithEffect(observations: readonly Observation[], least: number): string[] {
  const cities = new Map<string, Set<string>>();
  for (const { iso3, city } of observations) {
    const held = cities.get(iso3);
    if (held === undefined) cities.set(iso3, new Set([city]));
    else held.add(city);
  }
  return [...cities]
    .filter(([, names]) => names.size >= least)
    .map(([iso3]) => iso3)
    .sort();
}

function distinct(list: readonly string[]): string[] {
  return [...new Set(list)].sort();
}

function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

function sum(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0);
}
