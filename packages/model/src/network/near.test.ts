import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cells, distanceOf } from './near.ts';

describe('distance', () => {
  it('is a quarter of the way round from pole to equator', () => {
    // 6371 km · π / 2
    expect(distanceOf({ latitude: 90, longitude: 0 }, { latitude: 0, longitude: 77 })).toBeCloseTo(10_007.5, 1);
  });

  it('is short across the date line', () => {
    // 0.2° of 111.195 km
    expect(distanceOf({ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 })).toBeCloseTo(22.24, 2);
  });

  it('is not known when a place is not', () => {
    expect(distanceOf({ latitude: 1 }, { latitude: 0, longitude: 0 })).toBeUndefined();
  });
});

describe('cells', () => {
  const place = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });

  it('miss nothing that is near', () => {
    // Places close to each other, or none would ever be near.
    const close = fc.tuple(place, fc.array(fc.tuple(fc.double({ min: -0.6, max: 0.6, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })), { maxLength: 20 })); // prettier-ignore
    fc.assert(
      fc.property(close, ([centre, steps]) => {
        const places = steps.map(([up, along]) => ({
          latitude: Math.max(-90, Math.min(90, centre.latitude + up)),
          longitude: ((centre.longitude + along + 540) % 360) - 180,
        }));
        const found = new Set(new Cells(places).near(centre, 30));
        places.forEach((each, i) => {
          if (distanceOf(centre, each)! <= 30) expect(found.has(i)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });
});
