/** Heating degree days of a place from its latitude and from known places nearby. */
import type { City } from '../types.ts';
import { evaluateLogModel } from './log-model.ts';
import type { ClimatePoint, StarterCoefficients, StarterFeatures } from './types.ts';

const EARTH_DIAMETER_KM = 12_742;
/** Distance at which the weight of a known place falls to 1/e, km. */
const REACH_KM = 250;
/** Beyond this difference of latitude a weight is below 10⁻⁶ and not worth the sine. */
const FAR_DEGREES = 31;
/** Weight of the latitude curve against one place at no distance. */
const CURVE_WEIGHT = 0.1;

/**
 * Heating degree days (base 15.5 °C) / 1000: the curve by latitude plus the mean residual of known places, each weighted exp(−distance / 250 km).
 * Left-out known places are met to about 110 HDD (median).
 */
export function heatingAt(city: City, features: StarterFeatures, coefficients: StarterCoefficients): number {
  const curve = (latitude: number): number =>
    evaluateLogModel(coefficients.heating, latitudeFeatures(latitude, features), NOWHERE);
  const latitude = city.latitude;
  const here = curve(latitude === undefined ? 0 : latitude);
  if (latitude === undefined || city.longitude === undefined) return Math.max(0, here);
  let weights = CURVE_WEIGHT;
  let sum = 0;
  for (const point of coefficients.climate) {
    if (Math.abs(point.latitude - latitude) > FAR_DEGREES) continue;
    const weight = Math.exp(-distanceKm(latitude, city.longitude, point) / REACH_KM);
    if (weight < 1e-6) continue;
    weights += weight;
    sum += weight * (point.hdd / 1000 - curve(point.latitude));
  }
  return Math.max(0, here + sum / weights);
}

const NOWHERE = { iso3: '', region: '' };

function latitudeFeatures(latitude: number, features: StarterFeatures): StarterFeatures {
  const lat = Math.abs(latitude);
  return {
    ...features,
    lat,
    latAbove15: Math.max(0, lat - 15),
    latAbove30: Math.max(0, lat - 30),
    latAbove45: Math.max(0, lat - 45),
  };
}

function distanceKm(latitude: number, longitude: number, point: ClimatePoint): number {
  const [a, b] = [radians(latitude), radians(point.latitude)];
  const half = (angle: number): number => Math.sin(radians(angle) / 2) ** 2;
  const h = half(point.latitude - latitude) + Math.cos(a) * Math.cos(b) * half(point.longitude - longitude);
  return EARTH_DIAMETER_KM * Math.asin(Math.sqrt(Math.min(1, h)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
