/** The thousand on the map, drawn: two paths for all circles, so that a slider moves a thousand of them within a frame. */
import { memo } from 'react';
import type { MapPart } from './parts.ts';

export interface PlacedPart {
  readonly part: MapPart;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Pixels of radius for a city that avoids 1 Gt by 2050, on a map 1,000 pixels wide. */
const GIGATONNE_RADIUS = 11;
const LEAST_RADIUS = 1.4;

/** Radius so that area goes with tonnes; the scale is the same for every question, so that less delivered looks like less. */
export function partRadius({ tonnes, chosen }: MapPart, width: number): number {
  if (!chosen) return 1;
  const scale = GIGATONNE_RADIUS * Math.sqrt(Math.max(width, 320) / 1000);
  return Math.max(LEAST_RADIUS, Math.sqrt(Math.max(0, tonnes) / 1e9) * scale);
}

const circle = ({ x, y, r }: PlacedPart): string => {
  const [left, top, radius] = [(x - r).toFixed(1), y.toFixed(1), r.toFixed(1)];
  return `M${left},${top}a${radius},${radius} 0 1,0 ${2 * r},0a${radius},${radius} 0 1,0 ${-2 * r},0`;
};

interface PartsProps {
  readonly placed: readonly PlacedPart[];
  readonly active: PlacedPart | undefined;
}

export const PartCircles = memo(function PartCircles({ placed, active }: PartsProps) {
  const path = (chosen: boolean) =>
    placed
      .filter(({ part }) => part.chosen === chosen)
      .map(circle)
      .join('');
  return (
    <g className="parts">
      <path className="part-off" d={path(false)} />
      <path className="part-on" d={path(true)} />
      {active && <circle className="part-active" cx={active.x} cy={active.y} r={active.r + 2} />}
    </g>
  );
});
