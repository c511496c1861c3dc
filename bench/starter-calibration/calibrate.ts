/** From samples to coefficients: which references make a group, which features each model sees, and the fits. */
import {
  STARTER_GROUPS,
  bandOf,
  starterInputs,
  type City,
  type GpcRef,
  type IncomeBand,
  type LogModel,
  type StarterCoefficients,
  type StarterFeature,
  type StarterGroup,
  type StarterInputs,
  type StarterShare,
} from '@thousand-cities/model';
import { USUAL, fitLogModel, type FitOptions, type Observation } from './fit.ts';
import type { Sample } from './read-c40.ts';

/** A sample with its features. */
export interface Prepared extends Sample {
  readonly inputs: StarterInputs;
  readonly weight: number;
}

/** An auxiliary city: BASIC-like emissions per head of another data set, for the direct model only. */
export interface Auxiliary {
  readonly name: string;
  readonly inputs: StarterInputs;
  readonly perHead: number;
}

/** Group of a reference within BASIC; `undefined` outside BASIC. */
export function groupOf(ref: GpcRef): StarterGroup | undefined {
  const [sector, part, scope] = ref.split('.');
  if (sector === 'III') return scope === '3' ? undefined : 'waste';
  if (sector === 'I' && (part === '7' || part === '8')) return 'fuel';
  if (sector !== 'I' && sector !== 'II') return undefined;
  if (scope === '2') return 'grid';
  if (scope !== '1') return undefined;
  return sector === 'I' ? 'fuel' : 'transport';
}

/** References that get a value, as shares of their group. Every other reference of the group is spread over these. */
export const SHARED_REFS: Readonly<Record<StarterGroup, readonly GpcRef[]>> = {
  fuel: ['I.1.1', 'I.2.1', 'I.3.1', 'I.8.1'],
  grid: ['I.1.2', 'I.2.2', 'I.3.2', 'II.1.2', 'II.2.2'],
  transport: ['II.1.1', 'II.2.1', 'II.5.1'],
  waste: ['III.1.1', 'III.1.2', 'III.2.1', 'III.3.1', 'III.4.1'],
};

/** References outside BASIC with a model of their own: aviation across the boundary, product use. */
export const EXTRA_REFS: readonly GpcRef[] = ['II.4.3', 'IV.2'];

/** Twins that the starter inventory reports under one reference. */
const TWIN: Readonly<Record<GpcRef, GpcRef>> = { 'III.2.2': 'III.2.1', 'III.3.2': 'III.3.1', 'III.4.2': 'III.4.1' };

const GROUP_FEATURES: Readonly<Record<StarterGroup, readonly StarterFeature[]>> = {
  fuel: ['lnBuildings'],
  grid: ['lnElectricityUse', 'lnIntensity', 'lnCentre'],
  transport: ['lnTransport', 'lnDensity', 'lnGdp', 'lnCentre'],
  waste: ['lnGdp'],
};
const GROUP_OPTIONS: Readonly<Record<StarterGroup, FitOptions>> = {
  fuel: { ...USUAL, floor: 0.1, errorSd: 0.5 },
  grid: { ...USUAL, floor: 0.05, errorSd: 0.5 },
  transport: { ...USUAL, floor: 0.1, errorSd: 0.5 },
  waste: { ...USUAL, floor: 0.03, errorSd: 0.5 },
};
/** Few cities report the extras, so the slope over income is drawn hard towards none. */
const EXTRA_OPTIONS: FitOptions = { ...USUAL, ridge: 10, errorSd: 0.8, citiesForCountry: Infinity };
const BASIC_FEATURES: readonly StarterFeature[] = ['lnNational', 'lnElectricity', 'heating', 'lnCentre'];
const AUXILIARY_WEIGHT = 0.3;
export const BOTTOM_UP_WEIGHT = 0.7;

/** Give samples their features. The area is the inventory's own, so that the fit sees the boundary that the figures are of. */
export function prepare(samples: readonly Sample[], skeleton: StarterCoefficients): readonly Prepared[] {
  const years = new Map<string, number>();
  for (const { city } of samples) years.set(city.name, (years.get(city.name) ?? 0) + 1);
  return samples.map((sample) => ({
    ...sample,
    inputs: inputsWithArea(sample.city, sample.year, sample.areaKm2, skeleton),
    weight: 1 / years.get(sample.city.name)!,
  }));
}

/** Features of a city whose area is known. */
export function inputsWithArea(
  city: City,
  year: number,
  areaKm2: number | undefined,
  skeleton: StarterCoefficients,
): StarterInputs {
  if (areaKm2 === undefined || city.id === undefined) return starterInputs(city, year, skeleton);
  const cities = new Map([[city.id, { ...skeleton.cities.get(city.id), areaKm2 }]]);
  return starterInputs(city, year, { ...skeleton, cities });
}

export type Fitted = Pick<StarterCoefficients, 'groups' | 'basic' | 'blend' | 'shares' | 'extras'>;

/** Fit everything that depends on the samples. */
export function calibrate(samples: readonly Prepared[], auxiliary: readonly Auxiliary[]): Fitted {
  const [fuel, grid, transport, waste] = STARTER_GROUPS.map((group) => fitGroup(samples, group));
  return {
    groups: { fuel: fuel!, grid: grid!, transport: transport!, waste: waste! },
    basic: fitBasic(samples, auxiliary),
    blend: { bottomUpWeight: BOTTOM_UP_WEIGHT, offset: 0 },
    shares: STARTER_GROUPS.flatMap((group) => fitShares(samples, group)),
    extras: new Map(EXTRA_REFS.map((ref) => [ref, fitExtra(samples, ref)])),
  };
}

function fitGroup(samples: readonly Prepared[], group: StarterGroup): LogModel {
  const options = GROUP_OPTIONS[group];
  const observations = samples.map((sample) =>
    observation(sample, Math.log(groupTotal(sample, group) / sample.inputs.population + options.floor)),
  );
  return fitLogModel(observations, GROUP_FEATURES[group], options);
}

function fitBasic(samples: readonly Prepared[], auxiliary: readonly Auxiliary[]): LogModel {
  const own = samples.map((sample) => observation(sample, Math.log(sample.basic / sample.inputs.population)));
  const foreign = auxiliary.map((city): Observation => ({
    target: Math.log(city.perHead),
    weight: AUXILIARY_WEIGHT,
    city: city.name,
    iso3: city.inputs.iso3,
    region: city.inputs.region,
    features: city.inputs.features,
    foreign: true,
  }));
  return fitLogModel([...own, ...foreign], BASIC_FEATURES, USUAL);
}

function fitExtra(samples: readonly Prepared[], ref: GpcRef): LogModel {
  const observations = samples.flatMap((sample) => {
    const tonnes = sample.refs.get(ref);
    if (tonnes === undefined || tonnes <= 0) return [];
    return observation(sample, Math.log(tonnes / sample.inputs.population));
  });
  return {
    ...fitLogModel(observations, ['lnGdp'], EXTRA_OPTIONS),
    regions: {},
  };
}

function observation(sample: Prepared, target: number): Observation {
  const { iso3, region, features } = sample.inputs;
  return { target, weight: sample.weight, city: sample.city.name, iso3, region, features };
}

/** Sum of a group over the references of BASIC, t CO2e. */
export function groupTotal(sample: Sample, group: StarterGroup): number {
  let total = 0;
  for (const [ref, tonnes] of sample.refs) if (groupOf(ref) === group) total += tonnes;
  return total;
}

/** A reference with its twin, t CO2e. */
export function refTotal(sample: Sample, ref: GpcRef): number | undefined {
  let total: number | undefined;
  for (const [other, tonnes] of sample.refs) {
    if (other === ref || TWIN[other] === ref) total = (total ?? 0) + tonnes;
  }
  return total;
}

const BANDS: readonly IncomeBand[] = ['low', 'middle', 'high'];
/** Weight of the mean over all bands, in cities. */
const POOLED_CITIES = 4;

/** Mean shares by income band, drawn towards the mean of all. */
function fitShares(samples: readonly Prepared[], group: StarterGroup): readonly StarterShare[] {
  const refs = SHARED_REFS[group];
  const pooled = meanShares(samples, refs);
  const byBand = BANDS.map((band) => {
    const inBand = samples.filter((sample) => bandOf(sample.inputs.national.gdp) === band);
    const cities = inBand.reduce((sum, sample) => sum + sample.weight, 0);
    const own = meanShares(inBand, refs);
    return refs.map((_, i) => (cities * own[i]! + POOLED_CITIES * pooled[i]!) / (cities + POOLED_CITIES));
  });
  return refs.map((ref, i) => ({
    group,
    ref,
    byBand: { low: byBand[0]![i]!, middle: byBand[1]![i]!, high: byBand[2]![i]! },
  }));
}

function meanShares(samples: readonly Prepared[], refs: readonly GpcRef[]): readonly number[] {
  const sums = refs.map(() => 0);
  let weights = 0;
  for (const sample of samples) {
    const tonnes = refs.map((ref) => Math.max(0, refTotal(sample, ref) ?? 0));
    const total = tonnes.reduce((sum, value) => sum + value, 0);
    if (total <= 0) continue;
    weights += sample.weight;
    tonnes.forEach((value, i) => {
      sums[i]! += (sample.weight * value) / total;
    });
  }
  return sums.map((value) => (weights === 0 ? 0 : value / weights));
}
