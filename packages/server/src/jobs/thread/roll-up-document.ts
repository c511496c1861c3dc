/** A network's roll-up as plain JSON, and a city's line of it. */
import {
  NETWORK_GASES,
  type CityPaths,
  type Finding,
  type GasPaths,
  type NetworkCounts,
  type NetworkGas,
  type NetworkRollUp,
  type NetworkSum,
  type Overlap,
} from '@thousand-cities/model';

/** Years told of each city and country. */
export const TOLD_YEARS = [2030, 2050] as const;

/** Territorial t CO2e of a city whose plan was taken; null outside the years of the plan. */
export interface CityLine {
  /** By which the roll-up knows the city. */
  readonly networkId: string;
  readonly year: number;
  readonly population: number | null;
  readonly tonnes: number;
  readonly reference2030: number | null;
  readonly plan2030: number | null;
  readonly reference2050: number | null;
  readonly plan2050: number | null;
}

/** Series are over `years`: t CO2e, and by gas in tonnes of the gas. */
export interface RollUpDocument {
  readonly years: readonly number[];
  /** t CO2e per tonne of each gas. */
  readonly weights: Readonly<Record<NetworkGas, number>>;
  readonly asOf: number;
  readonly horizon: string;
  readonly counts: NetworkCounts;
  readonly reference: readonly number[];
  /** What the plans change: negative is saved. */
  readonly difference: readonly number[];
  readonly differenceByGas: Readonly<Record<NetworkGas, readonly number[]>>;
  /** Saved grid electricity credited once, t CO2, in none of the series above. */
  readonly gridShare: readonly number[];
  readonly byCountry: Readonly<Record<string, CountrySum>>;
  readonly overlaps: readonly Overlap[];
  readonly findings: readonly Finding[];
}

export interface CountrySum {
  readonly cities: number;
  readonly withPlan: number;
  readonly years: readonly number[];
  readonly reference: readonly number[];
  readonly difference: readonly number[];
}

/** A city's line from its paths. */
export function cityLineOf(paths: CityPaths): CityLine {
  const at = (series: GasPaths | undefined, year: number): number | null =>
    series === undefined || year < paths.firstYear || year > paths.lastYear
      ? null
      : co2e(series, paths.weights)[year - paths.firstYear]!;
  return {
    networkId: paths.id,
    year: paths.firstYear,
    population: paths.population ?? null,
    tonnes: at(paths.reference, paths.firstYear)!,
    reference2030: at(paths.reference, 2030),
    plan2030: at(paths.plan, 2030),
    reference2050: at(paths.reference, 2050),
    plan2050: at(paths.plan, 2050),
  };
}

/** The document of a finished sum. */
export function rollUpDocumentOf(sum: NetworkRollUp): RollUpDocument {
  const { firstYear, lastYear, weights, total, counts, overlaps, findings, asOf, horizon } = sum;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, y) => firstYear + y);
  return {
    years,
    weights,
    asOf,
    horizon,
    counts,
    reference: co2e(total.reference, weights),
    difference: co2e(total.difference, weights),
    differenceByGas: listed(total.difference),
    gridShare: [...total.gridShare],
    byCountry: Object.fromEntries([...sum.byCountry].map(([iso3, each]) => [iso3, countryOf(each, sum, years)])),
    overlaps,
    findings,
  };
}

function countryOf(each: NetworkSum, { firstYear, weights }: NetworkRollUp, years: readonly number[]): CountrySum {
  const told = [...new Set([firstYear, ...TOLD_YEARS])].filter((year) => years.includes(year));
  const at = (series: GasPaths) => {
    const all = co2e(series, weights);
    return told.map((year) => all[year - firstYear]!);
  };
  const { cities, withPlan } = each;
  return { cities, withPlan, years: told, reference: at(each.reference), difference: at(each.difference) };
}

function listed({ co2, co2Land, ch4, n2o, fgas }: GasPaths): RollUpDocument['differenceByGas'] {
  return { co2: [...co2], co2Land: [...co2Land], ch4: [...ch4], n2o: [...n2o], fgas: [...fgas] };
}

/** t CO2e by year. */
function co2e(series: GasPaths, weights: Readonly<Record<NetworkGas, number>>): number[] {
  return Array.from(series.co2, (_, y) => NETWORK_GASES.reduce((sum, gas) => sum + weights[gas] * series[gas][y]!, 0));
}
