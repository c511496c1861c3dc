/** Coefficients before anything is fitted to inventories: public figures, heating by latitude, density by population. */
import { starterInputs, type LogModel, type StarterCoefficients, type StarterFeatures } from '@thousand-cities/model';
import { loadStarterFacts } from '@thousand-cities/reference';
import { USUAL, fitLogModel, type Observation } from './fit.ts';
import type { Place } from './read-c40.ts';

const NOTHING: LogModel = { intercept: 0, floor: 0, terms: [], regions: {}, countries: {} };
const LATITUDE = ['lat', 'latAbove15', 'latAbove30', 'latAbove45'] as const;

/** Make the skeleton from the tables and the gazetteer. */
export function skeletonOf(read: (name: string) => string, places: readonly Place[]): StarterCoefficients {
  const bare: StarterCoefficients = {
    id: 'skeleton',
    ...loadStarterFacts(read),
    groups: { fuel: NOTHING, grid: NOTHING, transport: NOTHING, waste: NOTHING },
    basic: NOTHING,
    blend: { bottomUpWeight: 1, offset: 0 },
    density: NOTHING,
    heating: NOTHING,
    extras: new Map(),
    shares: [],
    spreads: new Map(),
    widening: { smallCity: 0, cap: 1, newRegion: 1 },
  };
  const withHeating = { ...bare, heating: fitHeating(bare) };
  return { ...withHeating, density: fitDensity(withHeating, places) };
}

function fitHeating(bare: StarterCoefficients): LogModel {
  const observations = bare.climate.map((point, i): Observation => ({
    target: point.hdd / 1000,
    weight: 1,
    city: String(i),
    iso3: '',
    region: '',
    features: latitudeOnly(point.latitude),
  }));
  const fitted = fitLogModel(observations, LATITUDE, {
    ...USUAL,
    ridge: 0.01,
    errorSd: 0.4,
    citiesForCountry: Infinity,
  });
  return { ...fitted, regions: {} };
}

function latitudeOnly(latitude: number): StarterFeatures {
  const lat = Math.abs(latitude);
  return {
    lnBuildings: 0,
    lnManufacturing: 0,
    lnTransport: 0,
    lnElectricity: 0,
    lnElectricityUse: 0,
    lnIntensity: 0,
    lnGdp: 0,
    lnNational: 0,
    lnDensity: 0,
    lnCentre: 0,
    lnPopulation: 0,
    heating: 0,
    lat,
    latAbove15: Math.max(0, lat - 15),
    latAbove30: Math.max(0, lat - 30),
    latAbove45: Math.max(0, lat - 45),
  };
}

/** ln density by population and region, from cities of 50,000 and more whose area is known. */
function fitDensity(coefficients: StarterCoefficients, places: readonly Place[]): LogModel {
  const observations = places.flatMap((place) => {
    const known = coefficients.cities.get(place.id);
    const population = known?.population?.value ?? place.population;
    if (known?.areaKm2 === undefined || population < 50_000) return [];
    const national = coefficients.national.get(place.iso3);
    if (national?.gdp === undefined) return [];
    const city = { ...place, country: place.iso3, population };
    const inputs = inputsOrNothing(() => starterInputs(city, 2018, coefficients));
    if (inputs === undefined) return [];
    return {
      target: Math.log(population / known.areaKm2),
      weight: 1,
      city: place.id,
      iso3: inputs.iso3,
      region: inputs.region,
      features: inputs.features,
    };
  });
  return fitLogModel(observations, ['lnPopulation', 'lnGdp'], {
    ...USUAL,
    errorSd: 0.9,
    regionSd: 0.5,
    countrySd: 0.4,
    citiesForCountry: 5,
  });
}

/** Countries without every national series have no features. */
function inputsOrNothing<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
