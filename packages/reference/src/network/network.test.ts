import { describe, expect, it } from 'vitest';
import type { Source } from '@thousand-cities/model';
import type { Country } from '../places/countries.ts';
import { parseGroups, regionOf } from './groups.ts';
import { parsePledges, pledgeOf } from './pledges.ts';

const country = (iso3: string, region: string, subregion: string): Country => ({
  iso3,
  iso2: iso3.slice(0, 2),
  name: iso3,
  region,
  subregion,
  incomeGroup: 'high',
  incomeBasis: 'none',
  currency: 'EUR',
});
const countries = [
  country('AAA', 'Asia', 'Southern Asia'),
  country('BBB', 'Asia', 'Western Asia'),
  country('CCC', 'Europe', 'Northern Europe'),
];
const source: Source = { id: 'm49', title: 'Codes', publisher: 'UN', year: 2024, licence: 'facts-cited' };

describe('groups', () => {
  const read = (...rows: readonly string[]) =>
    parseGroups(['id,kind,name,m49,countries,source', ...rows].join('\n'), countries, [source]);

  it('take regions, subregions and single countries together', () => {
    const groups = read('asia,region,Asia,Asia,,m49', 'europe,region,Europe,Northern Europe,,m49', 'club,network,Club,Western Asia,CCC,m49'); // prettier-ignore
    expect(groups.map((group) => group.countries)).toEqual([['AAA', 'BBB'], ['CCC'], ['BBB', 'CCC']]);
    expect(groups[0]!.source).toBe('Codes. UN, 2024 (facts-cited)');
    // A country may be in many networks and is in one region
    expect(regionOf(groups, 'CCC')).toBe('europe');
    expect(() => regionOf(groups, 'DDD')).toThrow('DDD is in no region');
  });

  it.each([
    ['a country that is not there', 'x,network,X,,ZZZ,m49', '"ZZZ" is no country'],
    ['a region that holds nobody', 'x,region,X,Atlantis,,m49', 'holds no country'],
    ['a source that is not there', 'x,region,X,Asia,,hearsay', 'not in sources.csv'],
    ['a kind that is not there', 'x,club,X,Asia,,m49', 'kind'],
  ])('refuse %s', (_, row, message) => {
    expect(() => read(row)).toThrow(message);
  });
});

describe('stated targets', () => {
  const HEADER =
    'city,name,iso3,listed_as,race_to_zero,target,status,gases,year,cut_percent,from,baseline,interim_year,interim_cut_percent,interim_from,interim_baseline';
  const read = (row: string) => parsePledges(`${HEADER}\n${row}`)[0]!;
  const co2 = { unit: 't', source: 'x', points: [{ year: 1990, value: 200 }, { year: 2021, value: 100 }] }; // prettier-ignore

  it('are read with their interim step first', () => {
    const listed = read('1,Aville,AAA,A-Ville,yes,Net zero,in law,all,2050,100,year,,2030,55,year,1990');
    expect(listed).toEqual({
      city: '1',
      iso3: 'AAA',
      isRaceToZero: true,
      target: {
        words: 'Net zero',
        status: 'in law',
        counts: 'co2e',
        steps: [
          { year: 2030, cut: 0.55, from: 'year', baseline: 1990 },
          { year: 2050, cut: 1, from: 'year' },
        ],
      },
    });
  });

  it('leave, of the base year, what the country’s trend makes of the cut: 45 % of 200 over 100 is 90 %', () => {
    const { target } = read('1,Aville,AAA,A,yes,Net zero,in law,all,2050,100,year,,2030,55,year,1990');
    expect(pledgeOf(0, target!, co2, 2021).steps.map(({ left }) => left)).toEqual([0.9, 0]);
  });

  it('leave the plain cut without a baseline, without a trend, before it, and of business-as-usual', () => {
    for (const [basis, trend] of [
      ['year,', co2],
      ['year,1990', undefined],
      ['year,1980', co2],
      ['bau,', co2],
    ] as const) {
      const { target } = read(`1,Aville,AAA,A,no,Reduction v. BAU,pledged,co2,2030,40,${basis},,,,`);
      expect(pledgeOf(3, target!, trend, 2021)).toMatchObject({ city: 3, counts: 'co2', steps: [{ left: 0.6 }] });
    }
  });

  it('are none where the list found none, and without steps where it found no figure', () => {
    expect(read('1,Aville,AAA,A,yes,,,,,,,,,,,')).toEqual({ city: '1', iso3: 'AAA', isRaceToZero: true });
    expect(read('1,Aville,AAA,A,no,Other,proposed,not stated,2030,,,,,,,').target).toMatchObject({ steps: [] });
  });

  it('drop an interim step that does not come before the end', () => {
    const { target } = read('1,Aville,AAA,A,no,Net zero,pledged,all,2030,100,year,,2030,50,year,');
    expect(target!.steps).toEqual([{ year: 2030, cut: 1, from: 'year' }]);
  });

  it.each([
    ['a cut above all', '1,A,AAA,A,no,Net zero,pledged,all,2030,120,year,,,,,', 'not between 0 and 100'],
    ['a status of nobody’s', '1,A,AAA,A,no,Net zero,hoped,all,2030,100,year,,,,,', 'status'],
    ['a cut without a year', '1,A,AAA,A,no,Net zero,pledged,all,,100,year,,,,,', 'year'],
  ])('refuse %s', (_, row, message) => {
    expect(() => read(row)).toThrow(message);
  });
});
