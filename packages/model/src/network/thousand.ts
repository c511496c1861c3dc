/** From the document of the thousand to what a roll-up takes: yearly paths of each city. */
import { DomainError } from '../errors.ts';
import type { Column, GapColumn, ThousandData } from './thousand-data.ts';
import { NETWORK_GASES, type CityPaths, type GasPaths, type NetworkGas } from './types.ts';

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
