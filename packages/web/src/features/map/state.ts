/** The map as values: windows on the world, and what is nearest to a pointer. */

/** A window on the world in degrees, west below east. East is above 180 where a window crosses the date line. */
export interface MapWindow {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** All there is to show. */
export const WORLD: MapWindow = { west: -180, east: 180, south: -58, north: 78 };

/** Whether a window shows all there is from west to east. */
export const isWholeWorld = ({ west, east }: MapWindow): boolean => east - west >= 360;

/** Least height and width of a window, and how wide it may be before the whole world is shown instead, degrees. */
const LEAST_SPAN = 12;
const WIDEST = 200;

/** The smallest window around places, with air; the whole world where they lie all around it or there are none. */
export function windowAround(places: readonly { readonly lat: number; readonly lon: number }[]): MapWindow {
  const lons = places.map(({ lon }) => lon).sort((a, b) => a - b);
  const first = lons[0];
  if (first === undefined) return WORLD;
  // The window leaves out the widest stretch without a place; what comes after it is its west.
  let [west, widest] = [first, first + 360 - lons.at(-1)!];
  for (const [i, lon] of lons.entries()) {
    const before = lons[i - 1];
    if (before !== undefined && lon - before > widest) [west, widest] = [lon, lon - before];
  }
  if (360 - widest > WIDEST) return WORLD;
  const lats = places.map(({ lat }) => lat);
  const [south, north] = stretched(Math.min(...lats), Math.max(...lats));
  const [left, right] = stretched(west, west + 360 - widest);
  return { west: left, east: right, south: Math.max(south, -62), north: Math.min(north, 82) };
}

function stretched(from: number, to: number): readonly [number, number] {
  const air = Math.max((to - from) * 0.06, (LEAST_SPAN - (to - from)) / 2, 1.5);
  return [from - air, to + air];
}

/** A circle on the map, in pixels. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** The circle nearest to a point, within `reach` pixels of its edge. */
export function nearestCity<P extends Placed>(placed: readonly P[], x: number, y: number, reach = 14): P | undefined {
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
