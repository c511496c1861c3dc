/**
 * Make the table of cities near the sea from the land of Natural Earth 1:10 million (npm `world-atlas`).
 *
 *     npx tsx packages/reference/scripts/places/coastal.ts
 *
 * Every city of `cities.csv` whose point lies within 20 km of the coastline, on either side of it, with the distance.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseCities } from '../../src/places/cities.ts';
import { nearestKm, type Segment } from './coastline.ts';
import { rounded, writeTable } from './tables.ts';

const WITHIN_KM = 20;

/** The parts of a TopoJSON file that are needed: quantised arcs, and polygons as rings of arc numbers. */
interface Topology {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: {
    readonly land: { readonly geometries: readonly { readonly arcs: readonly (readonly number[][])[] }[] };
  };
}

/** Positions of an arc in degrees: it is stored as differences of integers. */
function positions({ transform, arcs }: Topology, index: number): (readonly [number, number])[] {
  let x = 0;
  let y = 0;
  return arcs[index]!.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]] as const;
  });
}

/** The segments of all outer rings. Inner rings are inland seas and lakes; the antimeridian and the pole are no coast. */
function coastline(topology: Topology): Segment[] {
  const outer = new Set(
    topology.objects.land.geometries.flatMap(({ arcs }) =>
      arcs.flatMap(([ring]) => (ring ?? []).map((arc) => (arc < 0 ? ~arc : arc))),
    ),
  );
  return [...outer].flatMap((index) => {
    const line = positions(topology, index);
    return line.slice(1).flatMap((to, i) => {
      const from = line[i]!;
      const drawn = [from, to].every(([lon, lat]) => Math.abs(lon) > 179.99 || lat < -89.9);
      return drawn ? [] : [[from, to] as const];
    });
  });
}

const atlas = createRequire(import.meta.url).resolve('world-atlas/land-10m.json');
const near = nearestKm(coastline(JSON.parse(readFileSync(atlas, 'utf8')) as Topology), WITHIN_KM);
const cities = parseCities(readFileSync(new URL('../../tables/places/cities.csv', import.meta.url), 'utf8'));
const rows = cities.flatMap(({ id, lon, lat }) => {
  const km = near(lon, lat);
  return km === undefined ? [] : [[id, rounded(km, 1)] as const];
});
writeTable(
  'coastal',
  ['id', 'distance_km'],
  rows.sort(([a], [b]) => Number(a) - Number(b)),
);
