/** Countries: codes, names, regions, income groups and currencies. */
import type { CountryProfile } from '@thousand-cities/model';
import { parseTable } from '../table.ts';

/** A country or territory of ISO 3166-1 (and Kosovo as XK/XKX). */
export interface Country {
  readonly iso3: string;
  readonly iso2: string;
  readonly name: string;
  /** UN M49 region and subregion. */
  readonly region: string;
  readonly subregion: string;
  readonly incomeGroup: CountryProfile['incomeGroup'];
  /** `gdp-<year>`: by rule from GDP per head of that year; `judgement`; `none`. */
  readonly incomeBasis: string;
  /** ISO 4217. */
  readonly currency: string;
}

const GROUPS = ['low', 'lower-middle', 'upper-middle', 'high', 'unknown'] as const;

/** Read `countries.csv`. @throws {TableError} */
export function parseCountries(text: string): readonly Country[] {
  return parseTable('places/countries', text).rows.map((row) => ({
    iso3: row.text('iso3'),
    iso2: row.text('iso2'),
    name: row.text('name'),
    region: row.text('region'),
    subregion: row.text('subregion'),
    incomeGroup: row.oneOf('income_group', GROUPS),
    incomeBasis: row.text('income_basis'),
    currency: row.text('currency'),
  }));
}

/** Another name of a country: official, former, short, or in another language. */
export interface CountryAlias {
  readonly alias: string;
  readonly iso2: string;
}

/** Read `country-aliases.csv`. @throws {TableError} */
export function parseCountryAliases(text: string): readonly CountryAlias[] {
  return parseTable('places/country-aliases', text).rows.map((row) => ({
    alias: row.text('alias'),
    iso2: row.text('iso2'),
  }));
}

/** World Bank thresholds of the year to June 2025, US$ per head (there on 2023 GNI by the Atlas method; here on GDP). */
export const INCOME_THRESHOLDS = { low: 1145, lowerMiddle: 4515, upperMiddle: 14005 } as const;

/** Income group of a GDP per head in current US$. */
export function incomeGroupOf(gdpPerHead: number): Exclude<CountryProfile['incomeGroup'], 'unknown'> {
  if (gdpPerHead <= INCOME_THRESHOLDS.low) return 'low';
  if (gdpPerHead <= INCOME_THRESHOLDS.lowerMiddle) return 'lower-middle';
  return gdpPerHead <= INCOME_THRESHOLDS.upperMiddle ? 'upper-middle' : 'high';
}
