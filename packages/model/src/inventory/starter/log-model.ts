/** The one form all starter sub-models have: linear in standardised features, on a logarithmic scale. */
import type { LogModel, StarterFeatures } from './types.ts';

/**
 * Value of the linear predictor: `intercept + Σ weight · (x − mean) / sd + region effect + country effect`.
 * A region or country that the calibration has not seen has effect 0: the prior mean of its random effect.
 */
export function evaluateLogModel(
  model: LogModel,
  features: StarterFeatures,
  place: { readonly iso3: string; readonly region: string },
): number {
  let sum = model.intercept + effectOf(model.regions, place.region) + effectOf(model.countries, place.iso3);
  for (const term of model.terms) sum += (term.weight * (features[term.feature] - term.mean)) / term.sd;
  return sum;
}

/** The predictor turned back to the natural scale, t CO2e per head; never below nought. */
export function evaluateModel(
  model: LogModel,
  features: StarterFeatures,
  place: { readonly iso3: string; readonly region: string },
): number {
  return Math.max(Math.exp(evaluateLogModel(model, features, place)) - model.floor, model.floor * 0.05);
}

function effectOf(effects: Readonly<Record<string, number>>, key: string): number {
  const effect = effects[key];
  return effect === undefined ? 0 : effect;
}
