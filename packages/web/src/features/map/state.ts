/** The map of the thousand as values: regions to look at, which cities they show, how big a circle is, which one is nearest. */
import type { MapCity } from '../../shared/api.ts';

/** A window on the world in degrees, west below east. East is above 180 where a window crosses the date line. */
export interface MapWindow {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

export interface MapRegion extends MapWindow {
  readonly id: 'world' | 'africa' | 'americas' | 'asia-east' | 'asia-south' | 'europe' | 'oceania';
}

export const REGIONS: readonly MapRegion[] = [
  { id: 'world', west: -180, east: 180, south: -58, north: 78 },
  { id: 'africa', west: -19, east: 52, south: -36, north: 38 },
  { id: 'americas', west: -126, east: -34, south: -56, north: 60 },
  { id: 'asia-east', west: 92, east: 147, south: -11, north: 54 },
  { id: 'asia-south', west: 34, east: 98, south: 4, north: 46 },
  { id: 'europe', west: -12, east: 62, south: 35, north: 66 },
  { id: 'oceania', west: 110, east: 180, south: -48, north: 0 },
];

export const regionOf = (id: string): MapRegion => REGIONS.find((region) => region.id === id) ?? REGIONS[0]!;

/** Whether a window shows all there is from west to east. */
export const isWholeWorld = ({ west, east }: MapWindow): boolean => east - west >= 360;

/** Least height and width of a window, and how wide it may be before the whole world is shown instead, degrees. */
const LEAST_SPAN = 12;
const WIDEST = 200;

/** The smallest window around places, with air; the whole world where they lie all around it or there are none. */
export function windowAround(places: readonly { readonly lat: number; readonly lon: number }[]): MapWindow {
  const lons = places.map(({ lon }) => lon).sort((a, b) => a - b);
  const first = lons[0];
  if (first === undefined) return REGIONS[0]!;
  // The window leaves out the widest stretch without a place; what comes after it is its west.
  let [west, widest] = [first, first + 360 - lons.at(-1)!];
  for (const [i, lon] of lons.entries()) {
    const before = lons[i - 1];
    if (before !== undefined && lon - before > widest) [west, widest] = [lon, lon - before];
  }
  if (360 - widest > WIDEST) return REGIONS[0]!;
  const lats = places.map(({ lat }) => lat);
  const [south, north] = stretched(Math.min(...lats), Math.max(...lats));
  const [left, right] = stretched(west, west + 360 - widest);
  return { west: left, east: right, south: Math.max(south, -62), north: Math.min(north, 82) };
}

function stretched(from: number, to: number): readonly [number, number] {
  const air = Math.max((to - from) * 0.06, (LEAST_SPAN - (to - from)) / 2, 1.5);
  return [from - air, to + air];
}

/** Cities inside a window, largest first as given. */
export function citiesIn(cities: readonly MapCity[], region: MapRegion): readonly MapCity[] {
  if (region.id === 'world') return cities;
  return cities.filter(
    ({ lat, lon }) => lat >= region.south && lat <= region.north && lon >= region.west && lon <= region.east,
  );
}

/** Radius in pixels, so that area goes with population; never too small to see or hit. */
export function radiusOf(population: number, zoomed: boolean): number {
  return Math.max(zoomed ? 2.6 : 1.6, Math.sqrt(population / 1e6) * (zoomed ? 3.4 : 2));
}

export interface PlacedCity {
  readonly city: MapCity;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** The city whose circle is nearest to a point, within `reach` pixels of its edge. */
export function nearestCity<P extends Pick<PlacedCity, 'x' | 'y' | 'r'>>(
  placed: readonly P[],
  x: number,
  y: number,
  reach = 14,
): P | undefined {
  let best: P | undefined;
  let bestDistance = reach;
  for (const candidate of placed) {
    const distance = Math.hypot(candidate.x - x, candidate.y - y) - candidate.r;
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
