/** Matching places of other data sets to GeoNames cities: by name and distance. */
import { normaliseName } from '../../src/places/name.ts';

export interface RawCity {
  readonly id: string;
  readonly name: string;
  readonly iso2: string;
  /** Letters of the state, where its country has them. */
  readonly state?: string | undefined;
  readonly feature: string;
  readonly population: number;
  readonly lat: number;
  readonly lon: number;
}

/** Kilometres between two points; good to 1 % over the distances used here. */
export function kilometres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = Math.PI / 180;
  const x = (b.lon - a.lon) * Math.cos(((a.lat + b.lat) / 2) * radians);
  return 111.2 * Math.hypot(x, b.lat - a.lat);
}

/** Cities by whole degree of latitude and longitude. */
export class CityGrid {
  readonly #cells = new Map<string, RawCity[]>();

  constructor(cities: readonly RawCity[]) {
    for (const city of cities) {
      const key = `${Math.floor(city.lat)},${Math.floor(city.lon)}`;
      const cell = this.#cells.get(key);
      if (cell) cell.push(city);
      else this.#cells.set(key, [city]);
    }
  }

  near(point: { lat: number; lon: number }, maxKm: number): RawCity[] {
    const found: RawCity[] = [];
    for (let dLat = -1; dLat <= 1; dLat++)
      for (let dLon = -1; dLon <= 1; dLon++) {
        const key = `${Math.floor(point.lat) + dLat},${Math.floor(point.lon) + dLon}`;
        for (const city of this.#cells.get(key) ?? []) if (kilometres(city, point) <= maxKm) found.push(city);
      }
    return found;
  }

  /** The most populous city near a point whose name is the same or begins the same (Kobenhavn / København kommune). */
  byName(name: string, point: { lat: number; lon: number }, maxKm: number): RawCity | undefined {
    const wanted = normaliseName(name);
    return this.near(point, maxKm)
      .filter((city) => {
        const own = normaliseName(city.name);
        return (
          own === wanted ||
          (Math.min(own.length, wanted.length) >= 4 && (own.startsWith(wanted) || wanted.startsWith(own)))
        );
      })
      .sort((a, b) => b.population - a.population)[0];
  }
}

/** Group a list by a key (`Map.groupBy`, which Node 20 has not). */
export function groupBy<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
