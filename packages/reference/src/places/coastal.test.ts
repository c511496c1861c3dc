import { describe, expect, it } from 'vitest';
import { nearestKm } from '../../scripts/places/coastline.ts';
import { loadReference, readTable } from '../node.ts';
import { TableError } from '../table.ts';
import { parseCoastal } from './coastal.ts';

const coastal = parseCoastal(readTable('places/coastal'));
const reference = loadReference();

describe('the table of coastal cities', () => {
  it.each([
    ['Semarang', 'ID', true],
    ['Mombasa', 'KE', true],
    ['Rotterdam', 'NL', false],
    ['Nairobi', 'KE', false],
    ['Baku', 'AZ', false],
    ['Chicago', 'US', false],
  ])('knows of %s (%s)', (name, country, expected) => {
    expect(coastal.has(reference.gazetteer.find(name, country).id)).toBe(expected);
  });

  it('names only cities of the gazetteer', () => {
    const ids = new Set(reference.gazetteer.cities.map(({ id }) => id));
    expect([...coastal.keys()].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('refuses a city that is listed twice, and one too far from the sea', () => {
    expect(() => parseCoastal('id,distance_km\n1,2\n1,3\n')).toThrow(TableError);
    expect(() => parseCoastal('id,distance_km\n1,20.1\n')).toThrow(/within 20 km/);
  });
});

describe('distance to a coastline', () => {
  // One degree of a great circle of a sphere of radius 6,371 km is 111.195 km.
  const equator = nearestKm(
    [
      [
        [-1, 0],
        [1, 0],
      ],
    ],
    50,
  );

  it('is that of the nearest point of a line, not of its ends', () => {
    expect(equator(0.3, 0.1)).toBeCloseTo(11.119, 2);
  });

  it('is that of the end for a point beyond it', () => {
    expect(equator(1.1, 0)).toBeCloseTo(11.119, 2);
  });

  it('shrinks degrees of longitude with the cosine of latitude, and closes at the antimeridian', () => {
    const meridian = nearestKm(
      [
        [
          [-179.95, 59],
          [-179.95, 61],
        ],
      ],
      50,
    );
    // 0.1° of longitude at 60° north: 11.119 km x cos 60° = 5.56 km.
    expect(meridian(179.95, 60)).toBeCloseTo(5.56, 2);
  });

  it('has no answer beyond the reach', () => {
    expect(equator(0, 1)).toBeUndefined();
  });
});
