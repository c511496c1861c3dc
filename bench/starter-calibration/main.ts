/** `npx tsx --conditions=source bench/starter-calibration/main.ts [--write]`: fit, cross-validate, and with `--write` renew the tables. */
import {
  starterInputs,
  starterPopulation,
  wideningOf,
  type StarterCoefficients,
  type StarterInputs,
} from '@thousand-cities/model';
import { parseTable } from '@thousand-cities/reference';
import { loadReference, readTable } from '@thousand-cities/reference/node';
import { calibrate, prepare, type Prepared } from './calibrate.ts';
import { crossValidate, statisticsOf, type Prediction } from './cross-validate.ts';
import { spreadsOf } from './intervals.ts';
import { readAuxiliary } from './read-nangini.ts';
import { evaluationData, readPlaces, readSamples } from './read-c40.ts';
import { skeletonOf } from './skeleton.ts';
import { writeTables } from './write-tables.ts';

/** Chosen, not fitted: residuals grow about this much below a million inhabitants. */
const WIDENING = { smallCity: 0.2, cap: 1.8, newRegion: 1.25 };

const data = evaluationData();
if (data === undefined) {
  console.error('the evaluation data are not here; set THOUSAND_CITIES_SHARED to the folder that holds data/c40');
  process.exit(2);
}
const iso3Of = new Map(
  parseTable('countries', readTable('places/countries')).rows.map((row) => [row.text('iso2'), row.text('iso3')]),
);
const places = readPlaces(data, iso3Of);
const skeleton = { ...skeletonOf(readTable, places), widening: WIDENING };
const samples = prepare(readSamples(data, places), skeleton);
const nameOf: Readonly<Record<string, string>> = {
  USA: 'USA',
  'United States': 'USA',
  'United States of America': 'USA',
};
const iso3OfName = new Map([
  ...parseTable('countries', readTable('places/countries')).rows.map(
    (row) => [row.text('name'), row.text('iso3')] as const,
  ),
  ...Object.entries(nameOf),
]);
const auxiliary = process.env['NOAUX'] ? [] : readAuxiliary(data, places, iso3OfName, samples, skeleton);
console.log('auxiliary', auxiliary.length);
const byCity = crossValidate(samples, auxiliary, skeleton, 'city');
const byCountry = crossValidate(samples, auxiliary, skeleton, 'country');
const spreads = spreadsOf(byCity, skeleton);
const coefficients: StarterCoefficients = { ...skeleton, ...calibrate(samples, auxiliary), spreads };

function report(title: string, predictions: readonly Prediction[]): void {
  const s = statisticsOf(predictions);
  const { low, high } = spreads.get('basic')!;
  const inside = predictions.reduce((sum, p) => {
    const w = wideningOf(p.sample.inputs, { ...skeleton, ...p.fitted });
    return sum + (p.error >= Math.log(low) * w && p.error <= Math.log(high) * w ? p.sample.weight : 0);
  }, 0);
  console.log(
    `${title.padEnd(28)} n=${s.cities} median ${(100 * s.medianError).toFixed(1)} % · within 1.5: ${(100 * s.within).toFixed(0)} % · bias ${s.bias.toFixed(2)} · rms ${s.rms.toFixed(2)} · in interval ${((100 * inside) / s.cities).toFixed(0)} %`,
  );
}

report('a city left out', byCity);
for (const region of [...new Set(byCity.map((p) => p.sample.inputs.region))].sort()) {
  report(
    `  ${region}`,
    byCity.filter((p) => p.sample.inputs.region === region),
  );
}
report('a country left out', byCountry);
const reference = loadReference();
const nameOnly = (sample: Prepared): StarterInputs => {
  const gazetteer = places.find((place) => place.id === sample.city.id)!;
  const city = { ...sample.city, population: gazetteer.population };
  const population = starterPopulation(city, reference.country(city.country), skeleton, sample.year)!.value;
  return starterInputs({ ...city, population }, sample.year, skeleton);
};
report('known by name only', crossValidate(samples, auxiliary, skeleton, 'city', nameOnly));
const noArea = (sample: Prepared): StarterInputs => starterInputs(sample.city, sample.year, skeleton);
report('population given, area not', crossValidate(samples, auxiliary, skeleton, 'city', noArea));
console.log('basic', spreads.get('basic'));
for (const [name, p] of new Map(byCity.map((p) => [p.sample.city.name, p]))) {
  if (process.argv.includes('--cities')) console.log(name, p.sample.year, p.error.toFixed(2));
}
if (process.argv.includes('--write')) writeTables(coefficients);
