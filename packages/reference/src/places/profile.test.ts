import { describe, expect, it } from 'vitest';
import type { CountryProfile, FactSeries } from '@thousand-cities/model';
import { loadReference, readTable } from '../node.ts';
import { parseTable } from '../table.ts';
import { incomeGroupOf } from './countries.ts';

const reference = loadReference();
const { places, gazetteer } = reference;
const byIso2 = new Map(places.countries.map((country) => [country.iso2, country]));
const withCity = [...new Set(gazetteer.cities.map((city) => byIso2.get(city.iso2)!.iso3))].sort();
const profiles = places.countries.map((country) => places.profile(country.iso3));

const at = (series: FactSeries | undefined, year: number) =>
  series?.points.find((point) => point.year === year)?.value ?? NaN;

const gapRows = parseTable('places/known-gaps', readTable('places/known-gaps')).rows;
const knownGaps = (figure: string) =>
  gapRows.filter((row) => row.text('figure') === figure).map((row) => row.text('iso3'));

describe('coverage', () => {
  it('holds at least 24,000 cities, 200 grids and 180 countries with emissions per head', () => {
    expect(gazetteer.cities.length).toBeGreaterThanOrEqual(24_000);
    const observed = profiles.filter(
      (profile) => profile.gridIntensity && !/ASSUMPTION/.test(profile.gridIntensity.note!),
    );
    expect(observed.length).toBeGreaterThanOrEqual(200);
    const emitting = profiles.filter((profile) => profile.emissionsPerHead?.['transport/CO2e']);
    expect(emitting.length).toBeGreaterThanOrEqual(180);
  });

  it('knows population to 2060, income group, grid to 2050, losses, degree days and prices wherever there is a city', () => {
    for (const iso3 of withCity) {
      const profile = places.profile(iso3);
      expect(profile.incomeGroup, iso3).not.toBe('unknown');
      expect(at(profile.population, 2060), iso3).toBeGreaterThan(0);
      expect(at(profile.gridIntensity, 2050), iso3).toBeGreaterThanOrEqual(0);
      expect(profile.gridLosses, iso3).toBeDefined();
      expect(profile.heatingDegreeDays, iso3).toBeDefined();
      expect(profile.energyPrices?.['grid-electricity/residential'], iso3).toBeDefined();
    }
  });

  it.each(['gdpPerHead', 'hdi', 'urbanShare', 'emissionsPerHead', 'co2Tonnes', 'electricityPerHead'] as const)(
    'is silent on %s exactly where the list of known gaps says so',
    (figure: keyof CountryProfile) => {
      const absent = withCity.filter((iso3) => places.profile(iso3)[figure] === undefined);
      expect(absent).toEqual(knownGaps(figure).sort());
    },
  );

  it('marks a grid figure that stands in for another as an assumption', () => {
    expect(places.profile('MCO').gridIntensity?.note).toContain('ASSUMPTION: the grid of FRA stands in');
    expect(places.profile('TLS').gridIntensity?.source).toBe('assumption');
  });
});

describe('agreement with published figures', () => {
  it('has the 2022 population of World Population Prospects 2022', () => {
    expect(at(places.profile('IND').population, 2022)).toBe(1_417_173_173); // WPP 2022, India, 1 July 2022
    expect(at(reference.world.population, 2022) / 1e9).toBeCloseTo(7.975, 2); // WPP 2022: 7.975 billion
  });

  it('stays within 5 % of the 2050 medium variant of WPP 2022 for India, Indonesia and the world', () => {
    expect(Math.abs(at(places.profile('IND').population, 2050) / 1670.5e6 - 1)).toBeLessThan(0.05);
    expect(Math.abs(at(places.profile('IDN').population, 2050) / 317.2e6 - 1)).toBeLessThan(0.05);
    expect(Math.abs(at(reference.world.population, 2050) / 9.709e9 - 1)).toBeLessThan(0.05);
  });

  it('has the HDI of Human Development Report 2023/24, Table 1', () => {
    expect(at(places.profile('CHE').hdi, 2022)).toBe(0.967);
    expect(at(places.profile('NOR').hdi, 2022)).toBe(0.966);
    expect(at(places.profile('USA').hdi, 2022)).toBe(0.927);
    expect(at(places.profile('SOM').hdi, 2022)).toBe(0.38);
    expect(at(reference.world.hdi, 2022)).toBe(0.739);
  });

  it('has the urban share of World Urbanization Prospects 2018: Indonesia 55.3 % in 2018, 72.8 % in 2050', () => {
    expect(at(places.profile('IDN').urbanShare, 2018)).toBeCloseTo(0.553, 3);
    expect(at(places.profile('IDN').urbanShare, 2050)).toBeCloseTo(0.728, 3);
  });

  it('has grid intensities of Ember: Germany 364 g in 2021 and 342 newest, India 709, Brazil 106', () => {
    const newest = (iso3: string) => at(places.profile(iso3).gridIntensity, 2024);
    expect(at(places.profile('DEU').gridIntensity, 2021)).toBe(364);
    expect(Math.round(newest('DEU'))).toBe(342);
    expect(Math.round(newest('IND'))).toBe(709);
    expect(Math.round(newest('BRA'))).toBe(106);
  });

  it.each([
    ['DEU', 778.77],
    ['IND', 3834.91],
    ['IDN', 1215.23],
    ['USA', 5809.94],
  ])(
    'adds the five EDGAR sectors of %s to the total of the country sheet of EDGAR v7, 2021, AR5: %f Mt',
    (iso3, total) => {
      const { emissionsPerHead, population } = places.profile(iso3);
      const sectors = Object.entries(emissionsPerHead!).filter(([key]) => key.endsWith('/CO2e'));
      expect(sectors).toHaveLength(5);
      const perHead = sectors.reduce((sum, [, fact]) => sum + fact.value, 0);
      expect((perHead * at(population, 2021)) / 1e6 / total).toBeCloseTo(1, 2);
    },
  );

  it('has the world CO2 of the Global Carbon Budget 2024: 37.8 Gt fossil in 2023', () => {
    expect(at(reference.world.co2Tonnes, 2023) / 1e9).toBeCloseTo(37.8, 1);
  });
});

describe('rules', () => {
  it('derives income groups from GDP per head where there is one since 2015', () => {
    for (const country of places.countries) {
      const year = /^gdp-(\d{4})$/.exec(country.incomeBasis)?.[1];
      if (year === undefined) continue;
      const gdp = at(places.profile(country.iso3).gdpPerHead, Number(year));
      expect(country.incomeGroup, country.iso3).toBe(incomeGroupOf(gdp));
    }
  });

  it('has sane figures everywhere: shares within 0…1, nothing negative, years ascending', () => {
    for (const profile of profiles) {
      for (const series of [profile.urbanShare, profile.renewableShare, profile.hdi])
        for (const point of series?.points ?? []) {
          expect(point.value).toBeGreaterThanOrEqual(0);
          expect(point.value).toBeLessThanOrEqual(1);
        }
      for (const series of [profile.population, profile.gdpPerHead, profile.gridIntensity, profile.co2Tonnes]) {
        const points = series?.points ?? [];
        expect(points.every((point) => point.value >= 0)).toBe(true);
        expect(points.every((point, i) => i === 0 || point.year > points[i - 1]!.year)).toBe(true);
      }
    }
  });

  it('has a code and a name of its own for every country', () => {
    for (const field of ['iso3', 'iso2', 'name'] as const)
      expect(new Set(places.countries.map((country) => country[field])).size).toBe(places.countries.length);
  });

  it('names only sources that are listed', () => {
    const listed = new Set(reference.sources.map((source) => source.id));
    const columns = parseTable('places/columns', readTable('places/columns')).rows;
    expect(columns.map((row) => row.text('source')).filter((id) => !listed.has(id))).toEqual([]);
    for (const name of ['grid-losses', 'energy-prices', 'grid-proxies', 'grid-outlook'])
      for (const row of parseTable(name, readTable(`places/${name}`)).rows)
        expect(listed).toContain(row.text('source'));
  });
});
