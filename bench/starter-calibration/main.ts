/** `npx tsx --conditions=source bench/starter-calibration/main.ts [--cities] [--write]`: fit, cross-validate, and with `--write` renew the tables. */
import { STARTER_GROUPS, estimateGroups, type StarterInputs } from '@thousand-cities/model';
import { calibrate, groupTotal, type Prepared } from './calibrate.ts';
import { crossValidate, statisticsOf, weightedQuantile, type Prediction } from './cross-validate.ts';
import { coverageOf, spreadsOf } from './intervals.ts';
import { evaluationData } from './read-c40.ts';
import { openCalibration } from './setup.ts';
import { writeTables } from './write-tables.ts';

const data = evaluationData();
if (data === undefined) {
  console.error('the evaluation data are not here; set THOUSAND_CITIES_SHARED to the folder that holds data/c40');
  process.exit(2);
}
const { samples, auxiliary, skeleton, nameOnly, withoutArea } = openCalibration(data);
const byCity = crossValidate(samples, auxiliary, skeleton, 'city');
const again = (by: 'city' | 'country', as?: (sample: Prepared) => StarterInputs): readonly Prediction[] =>
  crossValidate(samples, auxiliary, skeleton, by, as);
/** What most people give is a name: the intervals are made for that. */
const byName = again('city', nameOnly);
const spreads = spreadsOf(byName, skeleton);

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function report(title: string, predictions: readonly Prediction[]): void {
  const s = statisticsOf(predictions);
  const inside = coverageOf(predictions, byName, skeleton);
  console.log(
    `| ${title} | ${s.cities} | ${s.inventories} | ${percent(s.medianError)} | ${percent(s.within)} | ${percent(inside)} | ${s.bias.toFixed(2)} | ${s.rms.toFixed(2)} |`,
  );
}

console.log(`${auxiliary.length} auxiliary cities`);
console.log('| | cities | inventories | median error | within 1.5 | in the interval | mean ln | rms ln |');
console.log('|---|---|---|---|---|---|---|---|');
report('a city left out', byCity);
for (const region of [...new Set(byCity.map((p) => p.sample.inputs.region))].sort()) {
  report(
    region,
    byCity.filter((p) => p.sample.inputs.region === region),
  );
}
report('a country left out', again('country'));
report('population given, area not', again('city', withoutArea));
report('known by name only', byName);
for (const region of [...new Set(byName.map((p) => p.sample.inputs.region))].sort()) {
  report(
    `by name: ${region}`,
    byName.filter((p) => p.sample.inputs.region === region),
  );
}

for (const group of STARTER_GROUPS) {
  const errors = byCity.flatMap((p) => {
    const truth = groupTotal(p.sample, group) / p.sample.inputs.population;
    const { groups } = estimateGroups(p.sample.inputs, { ...skeleton, ...p.fitted });
    return truth > 0 ? [{ error: groups[group] / truth - 1, weight: p.sample.weight }] : [];
  });
  const median = weightedQuantile(
    errors.map(({ error }) => Math.abs(error)),
    errors.map(({ weight }) => weight),
    0.5,
  );
  console.log(`${group}: median error ${percent(median)}`);
}

if (process.argv.includes('--cities')) {
  for (const [name, p] of new Map(byName.map((p) => [p.sample.city.name, p]))) {
    console.log(`${name} ${p.sample.year}: ln(truth / estimate) ${p.error.toFixed(2)}`);
  }
}
if (process.argv.includes('--write')) writeTables({ ...skeleton, ...calibrate(samples, auxiliary), spreads });
