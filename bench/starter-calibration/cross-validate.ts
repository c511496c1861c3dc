/** Error on cities never seen: leave one city, or one country, out; and the statistics of what is left. */
import { estimateGroups, type StarterCoefficients, type StarterInputs } from '@thousand-cities/model';
import { calibrate, type Auxiliary, type Fitted, type Prepared } from './calibrate.ts';

/** One prediction of a sample that the fit had not seen; the inputs of the sample are those it was predicted from. */
export interface Prediction {
  readonly sample: Prepared;
  /** t CO2e per head. */
  readonly basic: number;
  /** ln(truth / prediction). */
  readonly error: number;
  readonly fitted: Fitted;
}

/**
 * Predict every sample from a fit without its city (or its country).
 *
 * @param as what the product is told of the city; the population and area of the inventory when not given
 */
export function crossValidate(
  samples: readonly Prepared[],
  auxiliary: readonly Auxiliary[],
  skeleton: StarterCoefficients,
  by: 'city' | 'country',
  as: (sample: Prepared) => StarterInputs = (sample) => sample.inputs,
): readonly Prediction[] {
  const key = (sample: Prepared): string => (by === 'city' ? sample.city.name : sample.inputs.iso3);
  return [...new Set(samples.map(key))].flatMap((left) => {
    const seen = samples.filter((sample) => key(sample) !== left);
    const iso3 = by === 'country' ? left : undefined;
    const fitted = calibrate(
      seen,
      auxiliary.filter((city) => city.inputs.iso3 !== iso3),
    );
    const coefficients = { ...skeleton, ...fitted };
    return samples
      .filter((sample) => key(sample) === left)
      .map((sample) => predict(sample, as(sample), coefficients, fitted));
  });
}

function predict(
  sample: Prepared,
  inputs: StarterInputs,
  coefficients: StarterCoefficients,
  fitted: Fitted,
): Prediction {
  const { basic } = estimateGroups(inputs, coefficients);
  return { sample: { ...sample, inputs }, basic, error: Math.log(sample.basic / inputs.population / basic), fitted };
}

export interface Statistics {
  readonly cities: number;
  readonly inventories: number;
  /** Median of |prediction − truth| / truth, cities weighing alike. */
  readonly medianError: number;
  /** Share within a factor 1.5. */
  readonly within: number;
  /** Mean of ln(truth / prediction). */
  readonly bias: number;
  /** Root mean square of ln(truth / prediction). */
  readonly rms: number;
}

/** Statistics with every city weighing 1. */
export function statisticsOf(predictions: readonly Prediction[]): Statistics {
  const weights = predictions.map((p) => p.sample.weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (value: (p: Prediction) => number): number =>
    predictions.reduce((sum, p) => sum + p.sample.weight * value(p), 0) / total;
  return {
    cities: new Set(predictions.map((p) => p.sample.city.name)).size,
    inventories: predictions.length,
    medianError: weightedQuantile(
      predictions.map((p) => Math.abs(Math.exp(-p.error) - 1)),
      weights,
      0.5,
    ),
    within: mean((p) => (Math.abs(p.error) <= Math.log(1.5) ? 1 : 0)),
    bias: mean((p) => p.error),
    rms: Math.sqrt(mean((p) => p.error ** 2)),
  };
}

/** Quantile of weighted values: the least value with at least `q` of the weight at or below it. */
export function weightedQuantile(values: readonly number[], weights: readonly number[], q: number): number {
  const order = values.map((value, i) => ({ value, weight: weights[i]! })).sort((a, b) => a.value - b.value);
  const total = order.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  for (const { value, weight } of order) {
    sum += weight;
    if (sum >= q * total) return value;
  }
  return Number.NaN;
}
