import { describe, expect, it } from 'vitest';
import { TableError } from '../table.ts';
import { parseCities } from './cities.ts';
import { columnLookup, parseColumns } from './columns.ts';
import { parseYears, seriesOf } from './years.ts';

describe('parseYears', () => {
  it('keeps only the years that have a figure', () => {
    const table = parseYears('t', 'iso3,2000,2010\nIDN,1,\nDEU,,3.5\n');
    expect(table.get('IDN')).toEqual([{ year: 2000, value: 1 }]);
    expect(table.get('DEU')).toEqual([{ year: 2010, value: 3.5 }]);
  });

  it('reads a second key column', () => {
    expect(parseYears('t', 'iso3,key,2000\nIDN,waste/CH4,2\n').get('IDN|waste/CH4')).toEqual([
      { year: 2000, value: 2 },
    ]);
  });

  it.each([
    ['a header that is no year', 'iso3,early\nIDN,1\n', /early/],
    ['a line too short', 'iso3,2000,2001\nIDN,1\n', /2 fields/],
    ['a figure with a decimal comma', 'iso3,2000\nIDN,"1,5"\n', /fields/],
    ['text for a figure', 'iso3,2000\nIDN,many\n', /not a number/],
    ['a country twice', 'iso3,2000\nIDN,1\nIDN,2\n', /twice/],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseYears('t', text)).toThrow(TableError);
    expect(() => parseYears('t', text)).toThrow(message);
  });

  it('marks a series as projected only when it reaches that far', () => {
    const column = columnLookup(
      parseColumns(
        'table,column,unit,source,licence,quality,provenance,year,projected_from,note\nt,*,persons,s,x,H,default,,2023,\n',
      ),
    )('t');
    expect(seriesOf([{ year: 2022, value: 1 }], column)).not.toHaveProperty('projectedFrom');
    expect(seriesOf([{ year: 2023, value: 1 }], column)).toMatchObject({ projectedFrom: 2023, unit: 'persons' });
    expect(seriesOf([], column)).toBeUndefined();
  });
});

describe('parseCities', () => {
  const header = 'id,name,iso2,lat,lon,population,section,locode,area_km2,hdd,cdd,climate,state\n';

  it('reads a name with a comma and keeps unknown figures absent', () => {
    const [city] = parseCities(`${header}4140963,"Washington, D.C.",US,38.895,-77.036,601723,,,,1650,480,a,DC\n`);
    expect(city).toMatchObject({
      name: 'Washington, D.C.',
      population: 601723,
      climateBasis: 'assumption',
      state: 'DC',
    });
    expect(city).not.toHaveProperty('areaKm2');
    expect(city).not.toHaveProperty('locode');
  });

  it.each([
    ['another header', 'id,name\n', /header/],
    ['a blank population', `${header}1,X,US,1,2,,,,,1,2,m,\n`, /population/],
    ['an unknown basis', `${header}1,X,US,1,2,3,,,,1,2,z,\n`, /climate/],
    ['a line too short', `${header}1,X,US\n`, /3 fields/],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseCities(text)).toThrow(message);
  });
});
