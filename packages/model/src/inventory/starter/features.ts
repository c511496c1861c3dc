/** From a city, its country and a year to the features that the starter models look at. */
import { DomainError } from '../../errors.ts';
import type { City } from '../types.ts';
import { heatingAt } from './climate.ts';
import { evaluateLogModel } from './log-model.ts';
import type { IncomeBand, StarterCoefficients, StarterFeatures, StarterNational, StarterSeries } from './types.ts';

/** Least national emissions per head that a logarithm is taken of, t CO2e. */
const LEAST_TONNES = 0.02;
/** Added to grid emissions per head before the logarithm, t CO2e: cities on clean grids still report some. */
const GRID_OFFSET = 0.05;
/** Added to the national sum before the logarithm, t CO2e. */
const NATIONAL_OFFSET = 0.3;
/** Least carbon intensity of a grid, g CO2 per kWh; below it cities report what little is left of other energy in the grid group. */
const LEAST_INTENSITY = 15;

/** National figures of one year, each interpolated between the years known and held at the ends. */
export interface StarterYearFigures {
  readonly buildings: number;
  readonly manufacturing: number;
  readonly transport: number;
  readonly electricity: number;
  readonly gridIntensity: number;
  readonly gdp: number;
}

export interface StarterInputs {
  readonly iso3: string;
  readonly region: string;
  readonly population: number;
  readonly national: StarterYearFigures;
  readonly band: IncomeBand;
  readonly features: StarterFeatures;
  /** Whether the density is from a known area. */
  readonly areaKnown: boolean;
  readonly gridRatio: number;
}

/**
 * Gather the features of a city.
 *
 * @throws {DomainError} `missing-figure` naming the national series, population or coordinates that are not known; `out-of-range` for a population that is not above 0
 */
export function starterInputs(city: City, year: number, coefficients: StarterCoefficients): StarterInputs {
  const population = populationOf(city);
  const country = coefficients.national.get(city.country);
  if (country === undefined) throw missing(city, 'national figures');
  const national = nationalFigures(country, year, city);
  const known = city.id === undefined ? undefined : coefficients.cities.get(city.id);
  const gridRatio = known?.gridRatio ?? 1;
  const place = { iso3: country.iso3, region: country.region };
  const base = baseFeatures(city, population, national, gridRatio);
  const withHeating = { ...base, heating: heatingAt(city, base, coefficients) };
  const lnDensity =
    known?.areaKm2 === undefined
      ? evaluateLogModel(coefficients.density, withHeating, place)
      : Math.log(population / known.areaKm2);
  return {
    ...place,
    population,
    national,
    band: bandOf(national.gdp),
    features: { ...withHeating, lnDensity, lnCentre: Math.log(Math.max(1, known?.agglomerationRatio ?? 1)) },
    areaKnown: known?.areaKm2 !== undefined,
    gridRatio,
  };
}

/** Income band of a country by GDP per head, US dollars. */
export function bandOf(gdp: number): IncomeBand {
  if (gdp < 6_000) return 'low';
  return gdp < 20_000 ? 'middle' : 'high';
}

function baseFeatures(city: City, population: number, n: StarterYearFigures, gridRatio: number): StarterFeatures {
  const latitude = Math.abs(city.latitude ?? missingThrow(city, 'latitude'));
  const intensity = Math.max(n.gridIntensity * gridRatio, LEAST_INTENSITY);
  const gridTonnes = n.electricity * intensity * 1e-6;
  const ln = (tonnes: number): number => Math.log(Math.max(tonnes, LEAST_TONNES));
  return {
    lnBuildings: ln(n.buildings),
    lnManufacturing: ln(n.manufacturing),
    lnTransport: ln(n.transport),
    lnElectricity: Math.log(gridTonnes + GRID_OFFSET),
    lnElectricityUse: Math.log(n.electricity),
    lnIntensity: Math.log(intensity),
    lnGdp: Math.log(n.gdp),
    lnNational: Math.log(n.buildings + n.manufacturing + n.transport + gridTonnes + NATIONAL_OFFSET),
    lnDensity: 0,
    lnCentre: 0,
    lnPopulation: Math.log(population),
    heating: 0,
    lat: latitude,
    latAbove15: Math.max(0, latitude - 15),
    latAbove30: Math.max(0, latitude - 30),
    latAbove45: Math.max(0, latitude - 45),
  };
}

function populationOf(city: City): number {
  const population = city.population ?? missingThrow(city, 'population');
  if (!(population > 0) || !Number.isFinite(population))
    throw new DomainError('out-of-range', `the population of ${city.name} is ${population}; it must be above 0`, [
      'city',
      'population',
    ]);
  return population;
}

function nationalFigures(country: StarterNational, year: number, city: City): StarterYearFigures {
  const at = (key: keyof StarterYearFigures): number => {
    const series = country[key];
    if (series === undefined || series.length === 0) throw missing(city, `national ${key} of ${country.iso3}`);
    return valueAt(series, year);
  };
  return {
    buildings: at('buildings'),
    manufacturing: at('manufacturing'),
    transport: at('transport'),
    electricity: at('electricity'),
    gridIntensity: at('gridIntensity'),
    gdp: at('gdp'),
  };
}

/** Value of a series in a year: linear between the years known, the nearest known year outside them. */
export function valueAt(series: StarterSeries, year: number): number {
  let before = series[0]!;
  for (const point of series) {
    if (point.year === year) return point.value;
    if (point.year > year) {
      if (before.year > year) return point.value;
      return before.value + ((point.value - before.value) * (year - before.year)) / (point.year - before.year);
    }
    before = point;
  }
  return before.value;
}

function missing(city: City, what: string): DomainError {
  return new DomainError('missing-figure', `no starter inventory for ${city.name}: ${what} is not known`, [
    'city',
    what,
  ]);
}

function missingThrow(city: City, what: string): never {
  throw missing(city, what);
}
