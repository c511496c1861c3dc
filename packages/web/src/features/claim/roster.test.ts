import { selectCities } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { thousandDocument } from '../../../test/fixture.ts';
import { findPlace, rosterOf } from './roster.ts';

const data = thousandDocument();
const roster = rosterOf(data);

describe('the roster of the thousand', () => {
  it('counts in each place the cities that the model would choose there', () => {
    for (const { group, country, cities, members } of roster.places) {
      const chosen = selectCities(data, { ...(group && { group }), ...(country && { country }) });
      expect(members, group ?? country).toEqual(chosen);
      expect(cities).toBe(chosen.length);
    }
  });

  it('has regions, and leaves out countries without one of the thousand', () => {
    expect(roster.places.some(({ kind }) => kind === 'region')).toBe(true);
    expect(roster.places.every(({ cities }) => cities > 0)).toBe(true);
  });

  it('finds the world, a place, and says when there is no such place', () => {
    expect(findPlace(roster, {})).toBeUndefined();
    expect(findPlace(roster, { group: 'south-east-asia' })).toMatchObject({ kind: 'region' });
    expect(findPlace(roster, { country: 'IDN' })).toMatchObject({ kind: 'country', iso2: 'ID' });
    expect(findPlace(roster, { group: 'atlantis' })).toBe('unknown');
    expect(findPlace(roster, { country: 'XXX' })).toBe('unknown');
  });
});
