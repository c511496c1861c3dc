/** Benchmark: sum 100, 1,000 and 13,000 cities with plans, three gases, to 2100, and run the ensemble of 841 with and without pollutants. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { performance } from 'node:perf_hooks';
import {
  attributeNetwork,
  CO_EMITTED,
  createNetworkClimate,
  createRollUp,
  NETWORK_GASES,
  pairedDifference,
  pulseKernels,
  speciesIndex,
  withDelta,
  worldDifference,
  type CityPaths,
  type EmissionDelta,
  type NetworkResponse,
  type NetworkRollUp,
  type TemperatureRun,
} from '@thousand-cities/model';
import { loadClimateModel } from '@thousand-cities/reference/node';
import { networkCity } from './plans/network-cities.ts';

export const name = 'network: 1,000 cities to a temperature';
export const aim = '≤ 300 ms';

const model = loadClimateModel();
const climate = createNetworkClimate(model, { reference: 'ssp245', ambitious: 'ssp119', fromYear: 2021 });
const thousand = Array.from({ length: 1000 }, (_, i) => networkCity(i));

/** Sum and answer; cities come one at a time. */
function answer(cities: Iterable<CityPaths>): { sum: NetworkRollUp; response: NetworkResponse } {
  const rollUp = createRollUp({ world: climate.reference });
  for (const city of cities) rollUp.add(city);
  const sum = rollUp.finish();
  const difference = worldDifference(sum.total, climate.reference, { gridShare: true, firstYear: sum.firstYear });
  return { sum, response: climate.respond(difference) };
}

export function run(): number {
  return answer(thousand).response.ghgOnly.difference.p50.at(-1)!;
}

/** The naive way to the same figures: every city as objects by year and gas carried to 2100, three worlds run whole from 1750, members sorted. */
export function baseline(): number {
  const sums = new Map<string, number>();
  const add = (key: string, tonnes: number) => sums.set(key, (sums.get(key) ?? 0) + tonnes);
  for (const city of thousand) {
    for (const gas of NETWORK_GASES) {
      const rows = Array.from({ length: 2100 - 2021 + 1 }, (_, y) => {
        const at = Math.min(y, city.lastYear - city.firstYear);
        const reference = city.reference[gas][at]!;
        return { year: 2021 + y, reference, change: city.plan![gas][at]! - reference };
      });
      for (const { year, reference, change } of rows) {
        add(`reference ${gas} ${year}`, reference);
        add(`change ${gas} ${year}`, change);
      }
    }
  }
  const change = (gas: string, year: number) => sums.get(`change ${gas} ${year}`)!;
  const delta = (species: string, of: (year: number) => number): EmissionDelta => ({
    species,
    firstYear: 2021,
    values: Float64Array.from({ length: 80 }, (_, y) => of(2021 + y)),
  });
  const gases = [
    delta('CO2 FFI', (year) => change('co2', year) / 1e9),
    delta('CH4', (year) => change('ch4', year) / 1e6),
    delta('N2O', (year) => change('n2o', year) / 1e6),
  ];
  const along = CO_EMITTED.map((species) =>
    delta(species, (year) => (worldIn(species, year) * change('co2', year)) / 1e9 / worldIn('CO2 FFI', year)),
  );
  const whole = { fromYear: 1750, toYear: 2100 };
  const reference = model.run(climate.reference, whole);
  const medians = [gases, [...gases, ...along]].flatMap((deltas) => {
    const world = model.run(withDelta(climate.reference, deltas), whole);
    return [world, pairedDifference(world, reference)].map(mediansOf);
  });
  return medians[1]!.at(-1)!;
}

function worldIn(species: string, year: number): number {
  const { values, firstYear, lastYear } = climate.reference;
  return values[speciesIndex(species) * (lastYear - firstYear + 1) + year - firstYear]!;
}

function mediansOf({ warming, members, firstYear, lastYear }: TemperatureRun): number[] {
  const years = lastYear - firstYear + 1;
  return Array.from({ length: years }, (_, y) => {
    const figures = Array.from({ length: members }, (_, m) => warming[m * years + y]!);
    return figures.sort((a, b) => a - b)[Math.floor(members / 2)]!;
  });
}

function timed<T>(work: () => T): { milliseconds: number; result: T } {
  const began = performance.now();
  const result = work();
  return { milliseconds: performance.now() - began, result };
}

function* cities(count: number): Generator<CityPaths> {
  for (let i = 0; i < count; i++) yield networkCity(i);
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const rounded = (value: number): number => Number(value.toPrecision(3));

/** Times at three sizes, of attribution, and memory of a process that streams 13,000. */
export function measure() {
  const times = [100, 1000, 13_000].map((count) => {
    const list = [...cities(count)];
    return median(Array.from({ length: 5 }, () => timed(() => answer(list)).milliseconds));
  });
  const { sum, response } = answer(thousand);
  const kernels = timed(() => pulseKernels(model, { reference: 'ssp245', firstYear: 2021 }));
  const share = () => attributeNetwork(sum, kernels.result, response, { case: 'ghgOnly', gridShare: true });
  const shared = median(Array.from({ length: 5 }, () => timed(share).milliseconds));
  const one = median(Array.from({ length: 5 }, () => timed(() => answer(cities(1))).milliseconds));
  return [
    { name: 'network: one city, so nearly the two runs alone', value: rounded(one), unit: 'ms' },
    { name: 'network: 100 cities', value: rounded(times[0]!), unit: 'ms' },
    { name: 'network: 1,000 cities', value: rounded(times[1]!), unit: 'ms', aim: '≤ 300 ms' },
    { name: 'network: 13,000 cities', value: rounded(times[2]!), unit: 'ms', aim: '≤ 3 s, linear' },
    { name: 'network: memory of a process, 13,000 streamed', value: memoryOf(13_000), unit: 'MB', aim: '≤ 1 GB' },
    { name: 'network: memory of a process, 1 city', value: memoryOf(1), unit: 'MB' },
    { name: 'network: kernels of a reference, once', value: rounded(kernels.milliseconds), unit: 'ms' },
    { name: 'network: parts of 1,000 cities and their actions', value: rounded(shared), unit: 'ms' },
  ];
}

const MEMORY = '--memory-of';

/** Largest resident size of a process of its own, MB. */
function memoryOf(count: number): number {
  const own = fileURLToPath(import.meta.url);
  const { stdout } = spawnSync(process.execPath, [...process.execArgv, own, MEMORY, String(count)], {
    encoding: 'utf8',
  });
  return Number(stdout);
}

if (process.argv[2] === MEMORY) {
  answer(cities(Number(process.argv[3])));
  process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
}
