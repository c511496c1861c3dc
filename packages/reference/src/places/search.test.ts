import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../node.ts';
import { normaliseName } from './name.ts';
import { createCitySearch } from './search.ts';

const { gazetteer } = loadReference();
const top = (query: string, iso2?: string) =>
  gazetteer.search.search(query, iso2 === undefined ? {} : { iso2 })[0]?.city;

describe('city search', () => {
  it.each([
    ['Jakrata', 'Jakarta', 'ID'],
    ['Sao Paolo', 'São Paulo', 'BR'],
    ['Koln', 'Köln', 'DE'],
    ['Cologne', 'Köln', 'DE'],
    ['Bandug', 'Bandung', 'ID'],
    ['Surabya', 'Surabaya', 'ID'],
    ['Munchen', 'Munich', 'DE'],
    ['Bruxeles', 'Brussels', 'BE'],
    ['New Yrok', 'New York City', 'US'],
    ['Warszwa', 'Warsaw', 'PL'],
    ['Kinshassa', 'Kinshasa', 'CD'],
    ['Addis Abeba', 'Addis Ababa', 'ET'],
    ['Dehli', 'Delhi', 'IN'],
    ['rio de janiero', 'Rio de Janeiro', 'BR'],
    ['Philadelpia', 'Philadelphia', 'US'],
    ['BOMBAY', 'Mumbai', 'IN'],
    ['st petersburg', 'Saint Petersburg', 'RU'],
  ])('finds for "%s" %s', (query, name, iso2) => {
    expect(top(query)).toMatchObject({ name, iso2 });
  });

  it('puts the larger of two cities whose names begin alike first: London before Londrina', () => {
    expect(top('lond')?.name).toBe('London');
  });

  it('puts the larger of two cities of the same name first', () => {
    const cambridges = gazetteer.search.search('Cambridge').filter((match) => match.rank === 0);
    expect(cambridges.length).toBeGreaterThanOrEqual(3);
    const populations = cambridges.map((match) => match.city.population);
    expect(populations).toEqual([...populations].sort((a, b) => b - a));
  });

  it('keeps to a country when asked', () => {
    expect(top('London', 'CA')).toMatchObject({ name: 'London', iso2: 'CA' });
    expect(gazetteer.search.search('San', { iso2: 'CR' }).every(({ city }) => city.iso2 === 'CR')).toBe(true);
  });

  it('finds nothing for blanks and for noise', () => {
    expect(gazetteer.search.search('')).toEqual([]);
    expect(gazetteer.search.search('  …  ')).toEqual([]);
    expect(gazetteer.search.search('xqzvwkjq')).toEqual([]);
  });

  it('returns no city twice, even when a second name also fits', () => {
    const ids = gazetteer.search.search('New York', { limit: 50 }).map(({ city }) => city.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('laws of the search', () => {
  const aCity = fc.nat(gazetteer.cities.length - 1).map((i) => gazetteer.cities[i]!);

  it('finds every city by its own name, at rank nought', () => {
    fc.assert(
      fc.property(aCity, (city) => {
        const found = gazetteer.search.search(city.name, { iso2: city.iso2, limit: 100 });
        expect(found.find((match) => match.city.id === city.id)?.rank).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('finds a city of six letters or more in its country when one letter is lost or two are swapped', () => {
    const slip = fc
      .tuple(aCity, fc.nat(100), fc.boolean())
      .filter(([city]) => /^(?!st |saint |sankt ).{6,}$/.test(normaliseName(city.name)));
    fc.assert(
      fc.property(slip, ([city, where, swap]) => {
        const text = normaliseName(city.name);
        const i = 1 + (where % (text.length - 2));
        const typed = swap
          ? text.slice(0, i) + text[i + 1]! + text[i]! + text.slice(i + 2)
          : text.slice(0, i) + text.slice(i + 1);
        const found = gazetteer.search.search(typed, { iso2: city.iso2, limit: 3000 });
        expect(found.some((match) => match.city.id === city.id)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('does not care for case and accents', () => {
    fc.assert(
      fc.property(aCity, (city) => {
        const ids = (query: string) => gazetteer.search.search(query).map((match) => match.city.id);
        expect(ids(city.name.toUpperCase())).toEqual(ids(city.name));
        expect(ids(normaliseName(city.name))).toEqual(ids(city.name));
      }),
      { numRuns: 40 },
    );
  });

  it('ignores aliases of cities that are not in the list', () => {
    expect(createCitySearch([], [{ alias: 'Nowhere', id: '1' }]).search('Nowhere')).toEqual([]);
  });
});
