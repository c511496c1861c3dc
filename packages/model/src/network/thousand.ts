/** The thousand in one open document: what a browser needs of each city to sum plans under a choice, in columns. */
import { DomainError } from '../errors.ts';
import type { GwpSetId } from '../gas.ts';
import type { Boundary } from '../inventory/types.ts';
import type { TargetKind } from '../pathway/types.ts';
import { NETWORK_GASES, type CityPaths, type GasPaths, type NetworkGas } from './types.ts';

export const THOUSAND_SCHEMA = 'thousand-cities/thousand';
export const THOUSAND_VERSION = 1;

/** Ratios in the document are whole thousandths. */
export const PER_MILLE = 1000;

export type Column = readonly number[];
/** A column with places that have no figure. */
export type GapColumn = readonly (number | null)[];

/** A country that has a city among the thousand. */
export interface ThousandCountry {
  readonly iso3: string;
  /** ISO 3166-1 alpha-2, the code by which browsers know names of countries. */
  readonly iso2: string;
  /** English. */
  readonly name: string;
}

/**
 * Cities that can be chosen together: a region by its countries, or a list of cities.
 * `world` is not among them: it is every city.
 */
export interface ThousandGroup {
  /** `south-east-asia`, `race-to-zero`: part of an address. */
  readonly id: string;
  readonly kind: 'region' | 'network';
  /** English; catalogues translate by id. */
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly countries?: readonly string[];
  /** Places in the city columns. */
  readonly cities?: readonly number[];
  /** Where the grouping comes from, in one line. */
  readonly source: string;
}

/** What a city has said in public that it will reach. */
export interface Pledge {
  /** Place in the city columns. */
  readonly city: number;
  readonly year: number;
  /** Share cut by that year, 0…1 of the base year of the pledge; 1 for net zero. */
  readonly cut: number;
  /** Year the cut is measured from, where it was said. */
  readonly baseline?: number;
  /** An earlier step of the same pledge. */
  readonly interim?: { readonly year: number; readonly cut: number };
}

/** Ceilings of a kind of target that needs no choice. */
export interface ThousandTarget {
  readonly counts: 'co2e' | 'co2';
  /** Years the target itself names, see `TargetPath.milestones`. */
  readonly milestones: readonly number[];
  /** [city × knot] thousandths of what the boundary emits in the first knot; null for a city it cannot be worked out for. */
  readonly ceilings: GapColumn;
}

/**
 * The document. City columns have one entry per city, largest first; [city × knot] columns have the knots of a city
 * together. Tonnes are whole tonnes per year. Between knots everything is linear.
 */
export interface ThousandData {
  readonly schema: typeof THOUSAND_SCHEMA;
  readonly version: typeof THOUSAND_VERSION;
  /** The reference set the figures were worked out with. */
  readonly reference: { readonly id: string; readonly hash: string };
  /** Command that writes the document anew. */
  readonly madeBy: string;
  readonly licence: string;
  readonly sources: readonly string[];
  readonly gwpSet: GwpSetId;
  /** Ascending years; the first is the base year. */
  readonly knots: readonly number[];
  readonly countries: readonly ThousandCountry[];
  readonly groups: readonly ThousandGroup[];
  readonly pledges: readonly Pledge[];
  readonly cities: {
    /** GeoNames id. */
    readonly id: readonly string[];
    readonly name: readonly string[];
    /** ISO 3166-1 alpha-3. */
    readonly iso3: readonly string[];
    /** Id of the region group the city's country is in. */
    readonly region: readonly string[];
    /** Degrees. */
    readonly lat: Column;
    readonly lon: Column;
    /** UN/LOCODE, or an empty text. */
    readonly locode: readonly string[];
    readonly population: Column;
    readonly inventoryKind: readonly ('reported' | 'starter')[];
    readonly inventoryYear: Column;
    /** 90 % interval of the territorial total of the inventory year, t CO2e. */
    readonly low: Column;
    readonly high: Column;
  };
  /** t CO2e per tonne of gas, per city: CH4 is a mix of fossil and biogenic. */
  readonly weights: Readonly<Record<NetworkGas, Column>>;
  /** Territorial emissions without a plan, [city × knot] tonnes of the gas (`fgas` t CO2e). */
  readonly paths: Readonly<Record<NetworkGas, Column>>;
  /** Grid electricity the city uses (scope 2), [city × knot] t CO2e. */
  readonly grid: Column;
  /** Generation for the grid inside the boundary (I.4.4, in `paths`), [city × knot] t CO2e. */
  readonly generation: Column;
  /** Boundary in which the targets are stated, and what it emits without a plan, [city × knot] tonnes. */
  readonly counted: { readonly boundary: Boundary; readonly co2e: Column; readonly co2: Column };
  readonly targets: Readonly<Partial<Record<TargetKind, ThousandTarget>>>;
  /** What the action library reaches: plan over business-as-usual, [city × knot] thousandths, 1000 where there is nothing to cut. */
  readonly library: {
    readonly target: TargetKind;
    /** How the plan was found: `quick` is the search without a solver. */
    readonly method: 'quick' | 'optimal';
    /** First year in which an action can begin. */
    readonly startYear: number;
    readonly ratios: Readonly<Record<NetworkGas, Column>>;
    readonly grid: Column;
    readonly generation: Column;
    /** Of what `counted.co2e` has. */
    readonly counted: Column;
  };
}

/** Years of every path that comes out of the document: its first knot to its last. */
export function thousandYears({ knots }: ThousandData): { readonly firstYear: number; readonly lastYear: number } {
  return { firstYear: knots[0]!, lastYear: knots.at(-1)! };
}

/** Yearly series of one city from a [city × knot] column, linear between knots. Empty cells (null) give NaN. */
export function yearly(data: ThousandData, column: Column | GapColumn, city: number): Float64Array {
  const { knots } = data;
  const { firstYear, lastYear } = thousandYears(data);
  const series = new Float64Array(lastYear - firstYear + 1);
  const from = city * knots.length;
  const at = (k: number): number => column[from + k] ?? NaN;
  for (let k = 0; k + 1 < knots.length; k++) {
    const span = knots[k + 1]! - knots[k]!;
    const here = at(k);
    const step = (at(k + 1) - here) / span;
    for (let y = 0; y < span; y++) series[knots[k]! - firstYear + y] = here + step * y;
  }
  series[lastYear - firstYear] = at(knots.length - 1);
  return series;
}

/**
 * A city of the document without a plan, as the roll-up takes it: yearly, from the first knot to the last.
 *
 * @throws {DomainError} `unknown-city` for a place outside the columns
 */
export function thousandCity(data: ThousandData, city: number): CityPaths {
  const { cities } = data;
  const id = cities.id[city];
  if (id === undefined) {
    throw new DomainError('unknown-city', `the thousand have ${cities.id.length} cities; none is number ${city}`, ['cities', city]); // prettier-ignore
  }
  const locode = cities.locode[city]!;
  return {
    id,
    name: cities.name[city]!,
    country: cities.iso3[city]!,
    region: cities.region[city]!,
    latitude: cities.lat[city]!,
    longitude: cities.lon[city]!,
    ...(locode === '' ? {} : { locode }),
    population: cities.population[city]!,
    inventory: { kind: cities.inventoryKind[city]!, year: cities.inventoryYear[city]! },
    ...thousandYears(data),
    reference: byGas((gas) => yearly(data, data.paths[gas], city)),
    grid: { reference: yearly(data, data.grid, city) },
    generation: { reference: yearly(data, data.generation, city) },
    weights: byGas((gas) => data.weights[gas][city]!),
  };
}

function byGas<T>(of: (gas: NetworkGas) => T): Record<NetworkGas, T> {
  return Object.fromEntries(NETWORK_GASES.map((gas) => [gas, of(gas)])) as Record<NetworkGas, T>;
}

/** All cities of a document, yearly, worked out once: what choices are applied to. */
export interface Thousand {
  readonly data: ThousandData;
  /** Without plans, in the order of the document. */
  readonly cities: readonly CityPaths[];
}

export function openThousand(data: ThousandData): Thousand {
  return { data, cities: data.cities.id.map((_, city) => thousandCity(data, city)) };
}

/** Gas paths all of whose series come from one function of the gas. */
export function gasPaths(of: (gas: NetworkGas) => Float64Array): GasPaths {
  return byGas(of);
}
