import { describe, expect, it } from 'vitest';
import { loadReference, readTable } from '../node.ts';
import { parseCountryAliases } from './countries.ts';
import { countryKey } from './country-name.ts';
import { findCountry } from './find.ts';

const { countries } = loadReference().places;
const aliases = parseCountryAliases(readTable('places/country-aliases'));

describe('a country as people and registers write it', () => {
  it.each([
    ['Turkey', 'TUR'],
    ['Türkiye', 'TUR'],
    ['TURKIYE', 'TUR'],
    ['UAE', 'ARE'],
    ['U.A.E.', 'ARE'],
    ['USA', 'USA'],
    ['U.S.', 'USA'],
    ['United States of America', 'USA'],
    ['UK', 'GBR'],
    ['United Kingdom of Great Britain and Northern Ireland', 'GBR'],
    ['Korea', 'KOR'],
    ['South Korea', 'KOR'],
    ['Republic of Korea', 'KOR'],
    ['Korea, Rep.', 'KOR'],
    ["Democratic People's Republic of Korea", 'PRK'],
    ['Viet Nam', 'VNM'],
    ['Russian Federation', 'RUS'],
    ['Hong Kong SAR, China', 'HKG'],
    ['China, Hong Kong Special Administrative Region', 'HKG'],
    ['China', 'CHN'],
    ['Taiwan, Greater China', 'TWN'],
    ['Czech Republic', 'CZE'],
    ['Côte d’Ivoire', 'CIV'],
    ["Cote d'Ivoire", 'CIV'],
    ['Ivory Coast', 'CIV'],
    ['DRC', 'COD'],
    ['Democratic Republic of the Congo', 'COD'],
    ['Republic of the Congo', 'COG'],
    ['United Republic of Tanzania', 'TZA'],
    ['Bolivia (Plurinational State of)', 'BOL'],
    ['Iran (Islamic Republic of)', 'IRN'],
    ["Lao People's Democratic Republic", 'LAO'],
    ['Syrian Arab Republic', 'SYR'],
    ['Venezuela (Bolivarian Republic of)', 'VEN'],
    ['Republic of Moldova', 'MDA'],
    ['State of Palestine', 'PSE'],
    ['Swaziland', 'SWZ'],
    ['Kingdom of Eswatini', 'SWZ'],
    ['The Gambia', 'GMB'],
    ['Bosnia & Herzegovina', 'BIH'],
    ['Deutschland', 'DEU'],
    ['Brasil', 'BRA'],
    ['España', 'ESP'],
    ['espana', 'ESP'],
    ['Commonwealth of Australia', 'AUS'],
    ['Macedonia', 'MKD'],
    ['Holland', 'NLD'],
  ])('%s is %s', (name, iso3) => {
    expect(findCountry(countries, name, aliases).iso3).toBe(iso3);
  });

  it('is found by its codes and its own name, every one', () => {
    for (const country of countries)
      for (const text of [country.iso2, country.iso3, country.name])
        expect(findCountry(countries, text, aliases).iso3, text).toBe(country.iso3);
  });

  it('has no alias that stands for two, or for another country’s name or code', () => {
    const own = new Map(countries.flatMap((c) => [c.iso2, c.iso3, c.name].map((text) => [countryKey(text), c.iso2])));
    for (const { alias, iso2 } of aliases) {
      const key = countryKey(alias);
      expect(own.get(key) ?? iso2, alias).toBe(iso2);
      own.set(key, iso2);
    }
  });
});
