/** Interval factors from cross-validated errors: quantiles of the error over the widening of its city. */
import {
  STARTER_GROUPS,
  estimateGroups,
  evaluateModel,
  wideningOf,
  type GpcRef,
  type StarterCoefficients,
  type StarterSpread,
} from '@thousand-cities/model';
import { EXTRA_REFS, SHARED_REFS, refTotal, type Prepared } from './calibrate.ts';
import { weightedQuantile, type Prediction } from './cross-validate.ts';

/** Shares of truths below and above the interval. The rank is moved outwards by 1/(n + 1), as conformal prediction asks. */
const TAIL = 0.05;
/** Figures that are nearly nought in some city would make intervals of five orders of magnitude, which help nobody. */
const LEAST_FACTOR = 0.01;
const GREATEST_FACTOR = 30;
/** A figure that an inventory gives as nought or a key has no logarithm; such errors are left out. */
interface Residual {
  readonly error: number;
  readonly weight: number;
}

/** Factors for `basic`, `basicPlus`, `territorial` and every reference with a value. */
export function spreadsOf(
  predictions: readonly Prediction[],
  skeleton: StarterCoefficients,
): ReadonlyMap<string, StarterSpread> {
  const spreads = new Map<string, StarterSpread>();
  const add = (
    what: string,
    truth: (s: Prepared) => number | undefined,
    predicted: (p: Prediction) => number,
  ): void => {
    const residuals = predictions.flatMap((p) => residualOf(p, truth(p.sample), predicted(p), skeleton));
    const spread = quantiles(residuals);
    if (spread !== undefined) spreads.set(what, spread);
  };
  add('basic', (s) => s.basic, basicOf);
  add('territorial', territorialWithoutPower, (p) => territorialOf(p, skeleton));
  const basic = spreads.get('basic')!;
  // Few inventories hold every reference of BASIC+, so its truth is not known: BASIC's factors, a tenth wider.
  spreads.set('basicPlus', { low: basic.low ** 1.1, high: basic.high ** 1.1 });
  for (const group of STARTER_GROUPS) {
    for (const ref of SHARED_REFS[group]) {
      add(
        ref,
        (s) => refTotal(s, ref),
        (p) => refOf(p, ref, skeleton),
      );
    }
  }
  for (const ref of EXTRA_REFS) {
    add(
      ref,
      (s) => refTotal(s, ref),
      (p) => extraOf(p, ref),
    );
  }
  for (const [loss, of] of [
    ['I.1.3', 'I.1.2'],
    ['I.2.3', 'I.2.2'],
    ['I.3.3', 'I.3.2'],
  ] as const) {
    const use = spreads.get(of);
    if (use !== undefined) spreads.set(loss, { low: use.low / 1.5, high: use.high * 1.5 });
  }
  return spreads;
}

/**
 * Share of truths inside the interval of BASIC, cities weighing alike. The interval of a city is made from the errors of the
 * other cities, so that no city helps to make the interval it is tried on.
 */
export function coverageOf(
  predictions: readonly Prediction[],
  all: readonly Prediction[],
  skeleton: StarterCoefficients,
): number {
  const spreads = new Map<string, StarterSpread>();
  const spreadWithout = (city: string): StarterSpread => {
    const held = spreads.get(city);
    if (held !== undefined) return held;
    const others = all.filter((p) => p.sample.city.name !== city);
    const spread = quantiles(others.flatMap((p) => residualOf(p, p.sample.basic, basicOf(p), skeleton)))!;
    spreads.set(city, spread);
    return spread;
  };
  let inside = 0;
  let total = 0;
  for (const p of predictions) {
    const { low, high } = spreadWithout(p.sample.city.name);
    const widening = wideningOf(p.sample.inputs, { ...skeleton, ...p.fitted });
    total += p.sample.weight;
    if (p.error >= Math.log(low) * widening && p.error <= Math.log(high) * widening) inside += p.sample.weight;
  }
  return inside / total;
}

function residualOf(
  p: Prediction,
  truth: number | undefined,
  predicted: number,
  skeleton: StarterCoefficients,
): readonly Residual[] {
  if (truth === undefined || truth <= 0) return [];
  const seen = { ...skeleton, ...p.fitted };
  return [{ error: Math.log(truth / predicted) / wideningOf(p.sample.inputs, seen), weight: p.sample.weight }];
}

function quantiles(residuals: readonly Residual[]): StarterSpread | undefined {
  const cities = residuals.reduce((sum, { weight }) => sum + weight, 0);
  if (cities < 5) return undefined;
  const tail = TAIL - 1 / (cities + 1) > 0 ? TAIL - 0.5 / (cities + 1) : 0;
  const errors = residuals.map(({ error }) => error);
  const weights = residuals.map(({ weight }) => weight);
  const low = Math.min(weightedQuantile(errors, weights, tail), -0.1);
  const high = Math.max(weightedQuantile(errors, weights, 1 - tail), 0.1);
  return { low: Math.max(Math.exp(low), LEAST_FACTOR), high: Math.min(Math.exp(high), GREATEST_FACTOR) };
}

function basicOf(p: Prediction): number {
  return p.basic * p.sample.inputs.population;
}

function refOf(p: Prediction, ref: GpcRef, skeleton: StarterCoefficients): number {
  const { groups } = estimateGroups(p.sample.inputs, { ...skeleton, ...p.fitted });
  const share = p.fitted.shares.find((s) => s.ref === ref)!;
  return groups[share.group] * share.byBand[p.sample.inputs.band] * p.sample.inputs.population;
}

function extraOf(p: Prediction, ref: GpcRef): number {
  const { inputs } = p.sample;
  return evaluateModel(p.fitted.extras.get(ref)!, inputs.features, inputs) * inputs.population;
}

/** Scope 1 without power supplied to the grid, which the starter inventory does not estimate. */
function territorialWithoutPower(sample: Prepared): number {
  const power = sample.refs.get('I.4.4');
  return power === undefined ? sample.territorial : sample.territorial - power;
}

const SCOPE_ONE: readonly GpcRef[] = [
  ...SHARED_REFS.fuel,
  ...SHARED_REFS.transport,
  'III.1.1',
  'III.2.1',
  'III.3.1',
  'III.4.1',
];

function territorialOf(p: Prediction, skeleton: StarterCoefficients): number {
  return SCOPE_ONE.reduce((sum, ref) => sum + refOf(p, ref, skeleton), extraOf(p, 'IV.2'));
}
