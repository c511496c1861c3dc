/** `npx tsx --conditions=source bench/starter-calibration/main.ts [--write]`: fit, cross-validate, and with `--write` renew the tables. */
import { wideningOf, type StarterCoefficients } from '@thousand-cities/model';
import { parseTable } from '@thousand-cities/reference';
import { readTable } from '@thousand-cities/reference/node';
import { calibrate, prepare } from './calibrate.ts';
import { crossValidate, statisticsOf, type Prediction } from './cross-validate.ts';
import { spreadsOf } from './intervals.ts';
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
const byCity = crossValidate(samples, [], skeleton, 'city');
const byCountry = crossValidate(samples, [], skeleton, 'country');
const spreads = spreadsOf(byCity, skeleton);
const coefficients: StarterCoefficients = { ...skeleton, ...calibrate(samples, []), spreads };

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
console.log('basic', spreads.get('basic'));
for (const [name, p] of new Map(byCity.map((p) => [p.sample.city.name, p]))) {
  if (process.argv.includes('--cities')) console.log(name, p.sample.year, p.error.toFixed(2));
}
if (process.argv.includes('--write')) writeTables(coefficients);
