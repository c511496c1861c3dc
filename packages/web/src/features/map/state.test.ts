import { describe, expect, it } from 'vitest';
import type { MapCity } from '../../shared/api.ts';
import { citiesIn, nearestCity, radiusOf, regionOf } from './state.ts';

const city = (id: string, lat: number, lon: number, pop = 1e6): MapCity => ({
  id,
  name: id,
  iso3: 'XXX',
  lat,
  lon,
  pop,
});

describe('the map of the thousand', () => {
  it('shows the cities of a region and all of them on the world', () => {
    const cities = [city('nairobi', -1.3, 36.8), city('lima', -12, -77)];
    expect(citiesIn(cities, regionOf('africa')).map(({ id }) => id)).toEqual(['nairobi']);
    expect(citiesIn(cities, regionOf('world'))).toHaveLength(2);
  });

  it('draws areas in proportion to population: four times the people, twice the radius', () => {
    expect(radiusOf(16e6, false) / radiusOf(4e6, false)).toBeCloseTo(2, 12);
  });

  it('finds the circle under or beside the pointer, and nothing far away', () => {
    const placed = [
      { city: city('a', 0, 0), x: 10, y: 10, r: 4 },
      { city: city('b', 0, 0), x: 30, y: 10, r: 4 },
    ];
    expect(nearestCity(placed, 13, 10)?.city.id).toBe('a');
    expect(nearestCity(placed, 26, 12)?.city.id).toBe('b');
    expect(nearestCity(placed, 200, 200)).toBeUndefined();
  });
});
