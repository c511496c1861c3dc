import { describe, expect, it } from 'vitest';
import { circlesPath, diamondsPath, legendTonnes, markRadius, placeLines } from './map-state.ts';
import type { CityLine } from './rows.ts';

const city = (name: string, tonnes: number) => ({ name, lon: 10, lat: 20, tonnes }) as CityLine;

describe('marks on the map', () => {
  it('have areas that go with emissions: four times the tonnes, twice the radius', () => {
    expect(markRadius(64e6, 2) / markRadius(16e6, 2)).toBeCloseTo(2, 12);
    expect(markRadius(0, 2)).toBeGreaterThan(1);
  });

  it('lie with the small on top, and leave out what the projection cannot show', () => {
    const placed = placeLines([city('small', 1e6), city('large', 1e8)], ([x, y]) => [x, y], 1);
    expect(placed.map(({ row }) => row.name)).toEqual(['large', 'small']);
    expect(placeLines([city('small', 1e6)], () => null, 1)).toEqual([]);
  });

  it('are one path for each kind', () => {
    // A circle of radius 2 about (10, 20): from its left end half around to the right, and back.
    expect(circlesPath([{ x: 10, y: 20, r: 2 }])).toBe('M8.0 20.0a2.0 2.0 0 1 0 4.0 0a2.0 2.0 0 1 0 -4.0 0');
    // Half a diagonal of 2 × √(π/2) = 2.507: area 2 × 2.507² = 12.57 = π × 2².
    expect(diamondsPath([{ x: 10, y: 20, r: 2 }])).toBe('M10.0 17.5l2.5 2.5l-2.5 2.5l-2.5 -2.5z');
  });

  it('are explained by sizes that occur', () => {
    expect(legendTonnes([city('a', 2.5e8)])).toEqual([1e6, 1e7, 1e8]);
    expect(legendTonnes([city('a', 3e7)])).toEqual([1e6, 1e7]);
    expect(legendTonnes([])).toEqual([1e6]);
  });
});
