import { describe, expect, it } from 'vitest';
import { isWholeWorld, nearestCity, windowAround } from './state.ts';

const city = (id: string, lat: number, lon: number) => ({ id, lat, lon });

describe('the map', () => {
  it('puts a window around places, with air, and across the date line where that is shorter', () => {
    const andes = windowAround([city('lima', -12, -77), city('la paz', -16, -68)]);
    // 9 degrees wide: stretched to 12 about its middle, −72.5.
    expect(andes).toEqual({ west: -78.5, east: -66.5, south: -20, north: -8 });
    // Suva at 178 and Apia at −172 (188) lie 10 degrees apart, not 350; the least air is 1.5 degrees.
    const pacific = windowAround([city('suva', -18, 178), city('apia', -14, -172)]);
    expect(pacific.west).toBe(176.5);
    expect(pacific.east).toBe(189.5);
    const around = [city('a', 0, 0), city('b', 0, 120), city('c', 0, -120)];
    expect(isWholeWorld(windowAround(around))).toBe(true);
    expect(isWholeWorld(windowAround([]))).toBe(true);
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
