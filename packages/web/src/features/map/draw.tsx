/** The world, drawn: its projection and its land. Loaded on demand with its outlines. */
import { geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import { memo, useEffect, useMemo, useState } from 'react';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import countriesUrl from 'world-atlas/countries-110m.json?url';
import { isWholeWorld, type MapWindow } from './state.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
}

type Land = ReturnType<typeof feature>;

let landOnce: Promise<Land> | undefined;

function loadLand(): Promise<Land> {
  landOnce ??= fetch(countriesUrl)
    .then((response) => response.json() as Promise<Topology>)
    .then((topology) => feature(topology, topology.objects['countries']!));
  landOnce.catch(() => (landOnce = undefined));
  return landOnce;
}

/** The equal-earth projection fitted to a window. */
export function projectionFor(window: MapWindow, { width, height }: Frame): GeoProjection {
  const { west, east, south, north } = window;
  const isWorld = isWholeWorld(window);
  const middle = isWorld ? 11 : (west + east) / 2;
  const corners: [number, number][] = [];
  for (let step = 0; !isWorld && step <= 8; step++) {
    const lon = west + ((east - west) * step) / 8;
    corners.push([lon, south], [lon, north]);
  }
  if (isWorld) {
    for (const lat of [south, 0, north]) corners.push([middle - 179.9, lat], [middle + 179.9, lat]);
  } else corners.push([west, 0.5 * (south + north)], [east, 0.5 * (south + north)]);
  const projection = geoEqualEarth().rotate([-middle, 0]);
  return projection.fitExtent(
    [
      [4, 4],
      [width - 4, height - 4],
    ],
    { type: 'MultiPoint', coordinates: corners },
  );
}

interface LandProps {
  readonly projection: GeoProjection;
}

/** Coastlines and borders. Empty until they have come; nothing moves when they do. */
export const LandShapes = memo(function LandShapes({ projection }: LandProps) {
  const [land, setLand] = useState<Land>();
  useEffect(() => {
    let live = true;
    loadLand().then(
      (shapes) => live && setLand(shapes),
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, []);
  const path = useMemo(() => (land ? (geoPath(projection)(land) ?? '') : ''), [land, projection]);
  return <path className="land" d={path} />;
});
