/** The default drivers of a city: what moves business-as-usual when the city has said nothing. */
import { DomainError } from '../../errors.ts';
import type { CountryProfile, FactSeries } from '../../reference.ts';
import type { Driver } from '../types.ts';
import { readSeries, spanOf } from '../series.ts';
import {
  byIncome,
  DEMANDS,
  GROWTH_NOW,
  LONG_RUN_GROWTH,
  TRENDS,
  type DemandDefault,
  type TrendDefault,
} from './defaults.ts';

/** What the defaults are made from. */
export interface DriverInputs {
  readonly country: CountryProfile;
  readonly baseYear: number;
  readonly horizonYear: number;
  /** The city's own population path, persons; the country's urban growth is taken otherwise. */
  readonly cityPopulation?: FactSeries;
  /** Real growth of GDP per head per year at the start, 0.02 = 2 %; by income group otherwise. */
  readonly growthPerHead?: number;
}

type Points = Driver['points'];

const yearsOf = ({ baseYear, horizonYear }: DriverInputs): number[] =>
  Array.from({ length: horizonYear - baseYear + 1 }, (_, i) => baseYear + i);

/** Every fifth year and both ends: enough for smooth curves, few enough to edit by hand. */
function editYears(inputs: DriverInputs): number[] {
  const { baseYear, horizonYear } = inputs;
  return yearsOf(inputs).filter((year) => year === baseYear || year === horizonYear || year % 5 === 0);
}

const incomeNote = (country: CountryProfile): string =>
  country.incomeGroup === 'unknown'
    ? ' (income group not known: figures for upper-middle income)'
    : ` (${country.incomeGroup} income)`;

/**
 * Index of GDP per head: growth g(t) falls in a straight line from today's to the long-run rate in 2050 and stays there.
 */
function incomeIndex(inputs: DriverInputs): ReadonlyMap<number, number> {
  const { country, baseYear } = inputs;
  const now = inputs.growthPerHead ?? byIncome(GROWTH_NOW, country.incomeGroup);
  const index = new Map<number, number>();
  let level = 1;
  for (const year of yearsOf(inputs)) {
    if (year > baseYear) {
      const along = Math.min(1, (year - baseYear) / Math.max(1, 2050 - baseYear));
      level *= 1 + now + along * (LONG_RUN_GROWTH - now);
    }
    index.set(year, level);
  }
  return index;
}

/** Points of a series relative to its base year; years it does not cover are left out, so the last one is held. */
function relative(years: readonly number[], baseYear: number, value: (year: number) => number | undefined): Points {
  const base = value(baseYear);
  if (base === undefined || !(base > 0)) return [{ year: baseYear, index: 1 }];
  const points: { year: number; index: number }[] = [];
  for (const year of years) {
    const found = value(year);
    if (found !== undefined) points.push({ year, index: year === baseYear ? 1 : found / base });
  }
  return points;
}

function populationDriver(inputs: DriverInputs): Driver {
  const { country, baseYear, cityPopulation } = inputs;
  const shared = { id: 'population', label: 'Residents', moves: 'activity' as const };
  if (cityPopulation) {
    return {
      ...shared,
      points: relative(editYears(inputs), baseYear, (year) => readSeries(cityPopulation, year)?.value),
      spread: { factor95: 1.1, sharedBy: 'population' },
      provenance: 'city-value',
      sources: [cityPopulation.source],
    };
  }
  const { population, urbanShare } = country;
  const urban = (year: number): number | undefined => {
    const people = population && readSeries(population, year)?.value;
    if (people === undefined) return undefined;
    if (!urbanShare) return people;
    const share = readSeries(urbanShare, Math.min(year, spanOf(urbanShare)?.[1] ?? year))?.value;
    return share === undefined ? undefined : people * share;
  };
  if (!population || urban(baseYear) === undefined) {
    return {
      ...shared,
      points: [{ year: baseYear, index: 1 }],
      spread: { factor95: 1.4, sharedBy: 'population' },
      provenance: 'assumption',
      sources: ['assumption'],
      note: `no population figure for ${country.name} in ${baseYear}: held at today's number until the city says otherwise`,
    };
  }
  return {
    ...shared,
    points: relative(editYears(inputs), baseYear, urban),
    spread: { factor95: 1.2, sharedBy: 'population' },
    provenance: 'default',
    sources: urbanShare ? [population.source, urbanShare.source] : [population.source],
    note: urbanShare
      ? `grows as the urban population of ${country.name}`
      : `grows as the population of ${country.name}: its urban share is not known`,
  };
}

function incomeDriver(inputs: DriverInputs, index: ReadonlyMap<number, number>): Driver {
  const own = inputs.growthPerHead !== undefined;
  const growth = inputs.growthPerHead ?? byIncome(GROWTH_NOW, inputs.country.incomeGroup);
  const percent = Math.round(growth * 1000) / 10;
  return {
    id: 'gdp-per-head',
    label: 'Income per resident',
    moves: 'activity',
    points: editYears(inputs).map((year) => ({ year, index: index.get(year)! })),
    spread: { factor95: 1.35, sharedBy: 'income' },
    provenance: own ? 'city-value' : 'assumption',
    sources: ['assumption'],
    note: `real growth of ${percent} % a year at first, nearing ${LONG_RUN_GROWTH * 100} % in 2050${own ? '' : incomeNote(inputs.country)}`,
  };
}

function demandDriver(inputs: DriverInputs, demand: DemandDefault, income: ReadonlyMap<number, number>): Driver {
  const elasticity = byIncome(demand.elasticity, inputs.country.incomeGroup);
  const drift = demand.drift ?? 0;
  return {
    id: demand.id,
    label: demand.label,
    moves: 'activity',
    points: editYears(inputs).map((year) => ({
      year,
      index: income.get(year)! ** elasticity * (1 + drift) ** (year - inputs.baseYear),
    })),
    spread: { factor95: demand.factor95, sharedBy: elasticity > 0 ? 'income' : demand.id },
    provenance: 'assumption',
    sources: demand.observed ? ['assumption', demand.observed.source] : ['assumption'],
    note: `${demand.note}; elasticity to income ${elasticity}${drift === 0 ? '' : `, ${drift * 100} % a year besides`}${observedNote(demand, inputs.country)}${incomeNote(inputs.country)}`,
  };
}

function observedNote({ observed }: DemandDefault, { incomeGroup }: CountryProfile): string {
  if (!observed) return '';
  const growth = Math.round(byIncome(observed.growth, incomeGroup) * 1000) / 10;
  return `, set by the ${growth} % a year that ${observed.what} changed from 2010 to 2019`;
}

function trendDriver(inputs: DriverInputs, trend: TrendDefault): Driver {
  const rate = byIncome(trend.rate, inputs.country.incomeGroup);
  return {
    id: trend.id,
    label: trend.label,
    moves: trend.moves,
    ...(trend.channels ? { channels: trend.channels } : {}),
    points: editYears(inputs).map((year) => ({ year, index: (1 + rate) ** (year - inputs.baseYear) })),
    spread: { factor95: trend.factor95, sharedBy: trend.id },
    provenance: 'assumption',
    sources: ['assumption'],
    note: `${trend.note}; ${Math.round(rate * 1000) / 10} % a year${incomeNote(inputs.country)}`,
  };
}

function gridDriver(inputs: DriverInputs): Driver {
  const { country, baseYear } = inputs;
  const { gridIntensity } = country;
  const base = gridIntensity && readSeries(gridIntensity, baseYear)?.value;
  const shared = { id: 'grid-intensity', label: 'Carbon in grid electricity', moves: 'intensity' as const };
  if (!gridIntensity || base === undefined || !(base > 0)) {
    return {
      ...shared,
      points: [{ year: baseYear, index: 1 }],
      spread: { factor95: 1.5, sharedBy: 'grid' },
      provenance: 'assumption',
      sources: ['assumption'],
      note: `no grid intensity above nought for ${country.name} in ${baseYear}: held as it is`,
    };
  }
  return {
    ...shared,
    points: relative(editYears(inputs), baseYear, (year) => readSeries(gridIntensity, year)?.value),
    spread: { factor95: 1.5, sharedBy: 'grid' },
    provenance: 'default',
    sources: [gridIntensity.source],
    note: gridIntensity.note ?? `the national projection of ${country.name}`,
  };
}

/**
 * Build the default drivers of a city, each with its points (index 1 in the base year), spread, source and note.
 *
 * The ids are stable and the list is always complete: a figure the country lacks gives a held index, marked as an assumption.
 *
 * @throws {DomainError} `out-of-range` when the horizon is not after the base year
 */
export function defaultDrivers(inputs: DriverInputs): readonly Driver[] {
  const { baseYear, horizonYear } = inputs;
  if (!(Number.isInteger(baseYear) && Number.isInteger(horizonYear) && horizonYear > baseYear)) {
    throw new DomainError('out-of-range', `the horizon ${horizonYear} must be a year after the base year ${baseYear}`, [
      'baseline',
      'horizonYear',
    ]);
  }
  const income = incomeIndex(inputs);
  return [
    populationDriver(inputs),
    incomeDriver(inputs, income),
    ...DEMANDS.map((demand) => demandDriver(inputs, demand, income)),
    ...TRENDS.map((trend) => trendDriver(inputs, trend)),
    gridDriver(inputs),
  ];
}
