/** Cities as marks on the map: where, how large, of which kind. Each kind is one shape, so that thousands cost no more than one. */
import type { CityLine } from './rows.ts';

export interface PlacedLine {
  readonly row: CityLine;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Radius in pixels of a mark whose area goes with tonnes; never too small to see. `scale` is that of one million tonnes. */
export function markRadius(tonnes: number, scale: number): number {
  return Math.max(1.4, Math.sqrt(Math.max(0, tonnes) / 1e6) * scale);
}

/** Radius of one million tonnes on a map of this width, wider when looked at from near. */
export function markScale(width: number, isZoomed: boolean): number {
  const near = isZoomed ? 1.7 : 1;
  return 1.7 * near * Math.min(1, Math.max(0.6, width / 800));
}

/** Put cities on the plane, the largest first, so that the small lie on top and can be hit. */
export function placeLines(
  rows: readonly CityLine[],
  project: (at: [number, number]) => [number, number] | null,
  scale: number,
): readonly PlacedLine[] {
  return rows
    .flatMap((row) => {
      const at = project([row.lon, row.lat]);
      return at ? [{ row, x: at[0], y: at[1], r: markRadius(row.tonnes, scale) }] : [];
    })
    .sort((a, b) => b.r - a.r);
}

const short = (value: number) => value.toFixed(1);

/** Circles as one path. */
export function circlesPath(placed: readonly Pick<PlacedLine, 'x' | 'y' | 'r'>[]): string {
  return placed
    .map(({ x, y, r }) => {
      const d = short(2 * r);
      return `M${short(x - r)} ${short(y)}a${short(r)} ${short(r)} 0 1 0 ${d} 0a${short(r)} ${short(r)} 0 1 0 -${d} 0`;
    })
    .join('');
}

/** A square on its corner with the area of a circle: half its diagonal over the circle's radius. */
const DIAGONAL = Math.sqrt(Math.PI / 2);

/** Diamonds as one path, each of the area that its circle would have. */
export function diamondsPath(placed: readonly Pick<PlacedLine, 'x' | 'y' | 'r'>[]): string {
  return placed
    .map(({ x, y, r }) => {
      const d = short(r * DIAGONAL);
      return `M${short(x)} ${short(y - r * DIAGONAL)}l${d} ${d}l-${d} ${d}l-${d} -${d}z`;
    })
    .join('');
}

/** Sizes to show in a legend: those of 1, 10, 100 … million tonnes that occur, at most three. */
export function legendTonnes(rows: readonly CityLine[]): readonly number[] {
  const most = rows.reduce((max, { tonnes }) => Math.max(max, tonnes), 0);
  const top = Math.max(1e6, 10 ** Math.floor(Math.log10(Math.max(most, 1))));
  return [top / 100, top / 10, top].filter((tonnes) => tonnes >= 1e6);
}
