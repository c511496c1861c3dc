/** How far a point lies from the nearest of many short lines on the globe, found by a grid of one degree. */

type Position = readonly [lon: number, lat: number];
export type Segment = readonly [from: Position, to: Position];

/** Kilometres per degree of latitude, of a sphere of radius 6,371 km. */
const KM_PER_DEGREE = (Math.PI * 6_371) / 180;

/** Longitude difference folded into −180 … 180. */
const turn = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** Distance of a point from a segment in the plane that touches the globe at the point; good to 0.1 % within 50 km. */
function distanceKm(lon: number, lat: number, [from, to]: Segment): number {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const [ax, ay] = [turn(from[0] - lon) * shrink, from[1] - lat];
  const [bx, by] = [turn(to[0] - lon) * shrink, to[1] - lat];
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + t * dx, ay + t * dy) * KM_PER_DEGREE;
}

/**
 * Prepare the search.
 *
 * @param within km; a point farther from every segment has no answer. At most 100 km.
 * @returns the distance in km, or undefined
 */
export function nearestKm(
  segments: readonly Segment[],
  within: number,
): (lon: number, lat: number) => number | undefined {
  const cells = new Map<string, Segment[]>();
  for (const segment of segments) for (const key of cellsOf(segment)) grow(cells, key, segment);
  return (lon, lat) => {
    const reach = Math.min(179, within / KM_PER_DEGREE / Math.max(0.01, Math.cos((lat * Math.PI) / 180)));
    let best = Infinity;
    for (let y = Math.floor(lat - 1); y <= Math.floor(lat + 1); y++) {
      for (let x = Math.floor(lon - reach); x <= Math.floor(lon + reach); x++) {
        for (const segment of cells.get(keyOf(x, y)) ?? []) best = Math.min(best, distanceKm(lon, lat, segment));
      }
    }
    return best <= within ? best : undefined;
  };
}

const keyOf = (x: number, y: number): string => `${Math.floor(turn(x + 0.5))},${y}`;

/** The grid cells of the box around a segment. */
function cellsOf([from, to]: Segment): Set<string> {
  const keys = new Set<string>();
  const [west, east] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [south, north] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  for (let x = Math.floor(west); x <= Math.floor(east); x++) {
    for (let y = Math.floor(south); y <= Math.floor(north); y++) keys.add(keyOf(x, y));
  }
  return keys;
}

function grow(cells: Map<string, Segment[]>, key: string, segment: Segment): void {
  const list = cells.get(key);
  if (list) list.push(segment);
  else cells.set(key, [segment]);
}
