/** From the document of the thousand to what a roll-up takes: yearly paths of each city. */
import { DomainError } from '../errors.ts';
import type { ThousandData } from './thousand-data.ts';
import { NETWORK_GASES, type CityPaths, type GasPaths, type NetworkGas } from './types.ts';
import { thousandYears, yearlyReader, type YearlyReader } from './yearly-reader.ts';

/**
 * A city of the document without a plan, as the roll-up takes it: yearly, from the first knot to the last.
 *
 * @throws {DomainError} `unknown-city` for a place outside the columns
 */
export function thousandCity(data: ThousandData, city: number): CityPaths {
  return cityOf(yearlyReader(data), city);
}

function cityOf(reader: YearlyReader, city: number): CityPaths {
  const { data } = reader;
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
    reference: byGas((gas) => reader.read(data.paths[gas], city)),
    grid: { reference: reader.read(data.grid, city) },
    generation: { reference: reader.read(data.generation, city) },
    weights: byGas((gas) => data.weights[gas][city]!),
    gwpSet: data.gwpSet,
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
  const reader = yearlyReader(data);
  return { data, cities: data.cities.id.map((_, city) => cityOf(reader, city)) };
}

/** Gas paths all of whose series come from one function of the gas. */
export function gasPaths(of: (gas: NetworkGas) => Float64Array): GasPaths {
  return byGas(of);
}
