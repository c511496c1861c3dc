/** Sums over cities of the thousand, whose territories do not overlap: docs/methods/the-thousand.md. */
import { NETWORK_GASES, selectCities, type ThousandData } from '@thousand-cities/model';

/** A city or several together: people, and territorial emissions of the base year without a plan, t CO2e. */
export interface NetworkLine {
  readonly name: string;
  readonly cities: number;
  readonly people: number;
  readonly tonnes: number;
}

/** One city by its place in the columns. */
export function cityLine(
  data: ThousandData,
  place: number,
): NetworkLine & { readonly id: string; readonly iso3: string } {
  const { cities, knots, paths, weights } = data;
  const at = place * knots.length;
  return {
    id: cities.id[place]!,
    iso3: cities.iso3[place]!,
    name: cities.name[place]!,
    cities: 1,
    people: cities.population[place]!,
    tonnes: NETWORK_GASES.reduce((sum, gas) => sum + paths[gas][at]! * weights[gas][place]!, 0),
  };
}

/** The cities of a group together. @throws {DomainError} `unknown-path` for a group that is not there */
export function groupLine(data: ThousandData, id: string): NetworkLine {
  const lines = selectCities(data, { group: id }).map((place) => cityLine(data, place));
  return {
    name: data.groups.find((group) => group.id === id)!.name,
    cities: lines.length,
    people: lines.reduce((sum, { people }) => sum + people, 0),
    tonnes: lines.reduce((sum, { tonnes }) => sum + tonnes, 0),
  };
}
