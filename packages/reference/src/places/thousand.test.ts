import { describe, expect, it } from 'vitest';
import { loadReference, readTable } from '../node.ts';
import { parseTable } from '../table.ts';

const { gazetteer, places } = loadReference();
const exceptions = parseTable('places/thousand-exceptions', readTable('places/thousand-exceptions')).rows;
const parts = new Set(exceptions.filter((row) => row.text('verdict') === 'part').map((row) => row.text('id')));
const own = new Set(exceptions.filter((row) => row.text('verdict') === 'city').map((row) => row.text('id')));
const eligible = gazetteer.cities.filter((city) => own.has(city.id) || (!city.section && !parts.has(city.id)));

describe('the thousand', () => {
  it('is a thousand different cities', () => {
    expect(gazetteer.thousand).toHaveLength(1000);
    expect(new Set(gazetteer.thousand.map((city) => city.id)).size).toBe(1000);
  });

  it('leaves out no country that has a city above 500,000', () => {
    const covered = new Set(gazetteer.thousand.map((city) => city.iso2));
    const large = new Set(eligible.filter((city) => city.population > 500_000).map((city) => city.iso2));
    expect([...large].filter((iso2) => !covered.has(iso2))).toEqual([]);
  });

  it('is otherwise the largest: nothing eligible left out is larger than the smallest that is in', () => {
    const chosen = new Set(gazetteer.thousand.map((city) => city.id));
    const smallest = Math.min(...gazetteer.thousand.map((city) => city.population));
    const larger = eligible.filter((city) => !chosen.has(city.id) && city.population > smallest);
    expect(larger.map((city) => city.name)).toEqual([]);
  });

  it('holds no district beside its city', () => {
    const names = new Set(gazetteer.thousand.map((city) => `${city.name}/${city.iso2}`));
    for (const part of ['Brooklyn/US', 'Kowloon/HK', 'Iztapalapa/MX', 'Üsküdar/TR', 'Wandsbek/DE', 'Zhabei/CN'])
      expect(names).not.toContain(part);
    for (const city of ['New York City/US', 'Hong Kong/HK', 'Mexico City/MX', 'Navi Mumbai/IN'])
      expect(names).toContain(city);
  });

  it('says for every exception why', () => {
    for (const row of exceptions) {
      expect(gazetteer.city(row.text('id')).name).toBe(row.text('name'));
      expect(row.text('why')).not.toBe('');
    }
  });

  it('has a name, a country with a profile, and figures to begin with, for every city', () => {
    const byIso2 = new Map(places.countries.map((country) => [country.iso2, country]));
    for (const city of gazetteer.thousand) {
      const profile = places.profile(byIso2.get(city.iso2)!.iso3);
      expect(profile.gridIntensity, city.name).toBeDefined();
      expect(profile.population, city.name).toBeDefined();
    }
  });
});
