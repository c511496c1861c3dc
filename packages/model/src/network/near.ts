/** Which places are near which, without comparing all with all. */

/** A place, where it is known. */
export interface Placed {
  readonly latitude?: number;
  readonly longitude?: number;
}

const EARTH_RADIUS_KM = 6371;
const RADIANS = Math.PI / 180;

/** Great-circle distance in km (haversine); undefined when either place is not known. */
export function distanceOf(a: Placed, b: Placed): number | undefined {
  const [latA, lonA, latB, lonB] = [a.latitude, a.longitude, b.latitude, b.longitude];
  if (latA === undefined || lonA === undefined || latB === undefined || lonB === undefined) return undefined;
  const across = Math.sin(((latB - latA) * RADIANS) / 2) ** 2;
  const along = Math.sin(((lonB - lonA) * RADIANS) / 2) ** 2;
  const half = across + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * along;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Side of a cell, degrees: 56 km of latitude. */
const CELL = 0.5;

/** Places in half-degree cells. */
export class Cells {
  private readonly cells = new Map<string, number[]>();

  constructor(places: readonly Placed[]) {
    places.forEach(({ latitude, longitude }, index) => {
      if (latitude === undefined || longitude === undefined) return;
      const key = keyOf(rowOf(latitude), columnOf(longitude));
      const cell = this.cells.get(key);
      if (cell) cell.push(index);
      else this.cells.set(key, [index]);
    });
  }

  /** Indices of places that may lie within `kilometres`, and others near; none when the place is not known. */
  *near({ latitude, longitude }: Placed, kilometres: number): Generator<number> {
    if (latitude === undefined || longitude === undefined) return;
    const up = kilometres / (EARTH_RADIUS_KM * RADIANS);
    // Meridians draw together: near a pole a few kilometres cross many columns, at it all of them.
    const shrink = Math.cos(Math.min(89, Math.abs(latitude) + up) * RADIANS);
    const columns = Math.min(180 / CELL, Math.ceil(up / shrink / CELL));
    const rows = Math.ceil(up / CELL);
    const [row, column] = [rowOf(latitude), columnOf(longitude)];
    for (let r = row - rows; r <= row + rows; r++)
      for (let c = column - columns; c <= column + columns; c++) yield* this.cells.get(keyOf(r, wrapped(c))) ?? [];
  }
}

const COLUMNS = 360 / CELL;
const rowOf = (latitude: number): number => Math.floor(latitude / CELL);
const columnOf = (longitude: number): number => wrapped(Math.floor(longitude / CELL));
const wrapped = (column: number): number => ((column % COLUMNS) + COLUMNS) % COLUMNS;
const keyOf = (row: number, column: number): string => `${row},${column}`;
