/** The thousand on the map, drawn: circles are made once; a new answer only moves their edges, a thousand within a frame. */
import { memo, useLayoutEffect, useRef } from 'react';
import type { MapPart } from './parts.ts';

export interface PlacedPart {
  readonly part: MapPart;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Pixels of radius for a city that avoids 1 Gt by 2050, on a map 1,000 pixels wide. */
const GIGATONNE_RADIUS = 9;
const LEAST_RADIUS = 1.2;

/**
 * Radius so that area goes with tonnes. The scale is the same for every question on the same map, so that less delivered looks like
 * less; `zoom` is how much closer the map is than the whole world.
 */
export function partRadius({ tonnes, chosen }: MapPart, width: number, zoom: number): number {
  if (!chosen) return 0.9;
  const scale = GIGATONNE_RADIUS * Math.sqrt((Math.max(width, 320) / 1000) * zoom);
  return Math.max(LEAST_RADIUS, Math.sqrt(Math.max(0, tonnes) / 1e9) * scale);
}

interface PartsProps {
  readonly placed: readonly PlacedPart[];
  readonly active: PlacedPart | undefined;
}

export function PartCircles({ placed, active }: PartsProps) {
  const ref = useRef<SVGGElement>(null);
  useLayoutEffect(() => {
    const circles = ref.current?.children ?? [];
    placed.forEach(({ part, x, y, r }, i) => {
      const circle = circles[i];
      if (!circle) return;
      circle.setAttribute('cx', x.toFixed(1));
      circle.setAttribute('cy', y.toFixed(1));
      circle.setAttribute('r', r.toFixed(2));
      circle.setAttribute('class', part.chosen ? 'part-on' : 'part-off');
    });
  }, [placed]);
  return (
    <g className="parts">
      <g ref={ref}>
        <Circles count={placed.length} />
      </g>
      {active && <circle className="part-active" cx={active.x} cy={active.y} r={active.r + 2} />}
    </g>
  );
}

/** Empty circles; what they show is set from outside. */
const Circles = memo(function Circles({ count }: { count: number }) {
  return Array.from({ length: count }, (_, i) => <circle key={i} />);
});
