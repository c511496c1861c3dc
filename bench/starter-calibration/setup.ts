/** Everything a calibration starts from: samples, auxiliary cities and the skeleton of the coefficients. */
import { starterInputs, starterPopulation, type StarterCoefficients, type StarterInputs } from '@thousand-cities/model';
import { modelCity, parseTable } from '@thousand-cities/reference';
import { loadReference, readTable } from '@thousand-cities/reference/node';
import { prepare, type Auxiliary, type Prepared } from './calibrate.ts';
import { readPlaces, readSamples } from './read-c40.ts';
import { readAuxiliary } from './read-nangini.ts';
import { skeletonOf } from './skeleton.ts';

/** Chosen, not fitted: residuals grow by about this much below a million inhabitants, and new regions deserve doubt. */
const WIDENING = { smallCity: 0.2, cap: 1.8, newRegion: 1.25 };

export interface Calibration {
  readonly samples: readonly Prepared[];
  readonly auxiliary: readonly Auxiliary[];
  readonly skeleton: StarterCoefficients;
  /** What the product knows of a city when it is told nothing but its name. */
  readonly nameOnly: (sample: Prepared) => StarterInputs;
  /** What it knows when it is told the population of the boundary but not its area. */
  readonly withoutArea: (sample: Prepared) => StarterInputs;
}

/** Read the evaluation data. @param data the folder that holds `c40`, `nangini` and `cities` */
export function openCalibration(data: string): Calibration {
  const countries = parseTable('countries', readTable('places/countries')).rows;
  const iso3Of = new Map(countries.map((row) => [row.text('iso2'), row.text('iso3')]));
  const iso3OfName = new Map([
    ...countries.map((row) => [row.text('name'), row.text('iso3')] as const),
    ['USA', 'USA'],
  ]);
  const places = readPlaces(data, iso3Of);
  const skeleton = { ...skeletonOf(readTable, places), widening: WIDENING };
  const raw = readSamples(data, places);
  const reference = loadReference();
  return {
    samples: prepare(raw, skeleton),
    auxiliary: readAuxiliary(data, places, iso3OfName, raw, skeleton),
    skeleton,
    nameOnly: ({ city, year }) => {
      const found = reference.gazetteer.find(city.name, city.country);
      const named = modelCity(found, reference);
      const population = starterPopulation(named, reference.country(city.country), skeleton, year)!.value;
      return starterInputs({ ...named, population }, year, skeleton);
    },
    withoutArea: ({ city, year }) => starterInputs(city, year, skeleton),
  };
}
