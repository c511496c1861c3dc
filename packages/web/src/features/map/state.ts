/** The map of the thousand as values: regions to look at, which cities they show, how big a circle is, which one is nearest. */
import type { MapCity } from '../../shared/api.ts';

/** A window on the world in degrees. West may be above east where a window crosses the date line. */
export interface MapRegion {
  readonly id: 'world' | 'africa' | 'americas' | 'asia-east' | 'asia-south' | 'europe' | 'oceania';
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
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
export function nearestCity(placed: readonly PlacedCity[], x: number, y: number, reach = 14): PlacedCity | undefined {
  let best: PlacedCity | undefined;
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
