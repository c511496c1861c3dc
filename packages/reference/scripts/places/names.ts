/** Country names of other publishers → ISO 3166-1 alpha-3. */
import type { Row } from './inputs.ts';

/** Spellings that neither the World Bank, EDGAR nor CLDR uses. */
const ALIASES: Readonly<Record<string, string>> = {
  'British Virgin Islands': 'VGB',
  Brunei: 'BRN',
  'Caribbean Netherlands': 'BES',
  'Democratic Republic of Congo': 'COD',
  'Democratic Republic of the Congo': 'COD',
  'East Timor': 'TLS',
  Timor: 'TLS',
  'Faeroe Islands': 'FRO',
  'Falkland Islands': 'FLK',
  Iran: 'IRN',
  'Ivory Coast': 'CIV',
  "Cote d'Ivoire": 'CIV',
  Korea: 'KOR',
  Laos: 'LAO',
  Macedonia: 'MKD',
  'North Macedonia': 'MKD',
  'Micronesia (country)': 'FSM',
  Mayotte: 'MYT',
  Montserrat: 'MSR',
  Niue: 'NIU',
  'North Korea': 'PRK',
  Palestine: 'PSE',
  'Republic of Serbia': 'SRB',
  'Republic of the Congo': 'COG',
  Congo: 'COG',
  Russia: 'RUS',
  'South Korea': 'KOR',
  Syria: 'SYR',
  Taiwan: 'TWN',
  'The Bahamas': 'BHS',
  Tokelau: 'TKL',
  Turkey: 'TUR',
  'United Republic of Tanzania': 'TZA',
  'United States Virgin Islands': 'VIR',
  'United States of America': 'USA',
  'United States': 'USA',
  Vatican: 'VAT',
  Vietnam: 'VNM',
  'Viet Nam': 'VNM',
  'Wallis and Futuna': 'WLF',
  eSwatini: 'SWZ',
  Swaziland: 'SWZ',
  Czechia: 'CZE',
  'Czech Republic': 'CZE',
  'Cape Verde': 'CPV',
  Burma: 'MMR',
  'Hong Kong': 'HKG',
  Macao: 'MAC',
  Macau: 'MAC',
};

/** A lookup built from tables that carry both a name and a code. */
export function nameLookup(codes: ReadonlySet<string>, pairs: readonly (readonly [name: string, iso3: string])[]) {
  const map = new Map<string, string>();
  for (const [name, iso3] of pairs) if (codes.has(iso3)) map.set(name, iso3);
  for (const [name, iso3] of Object.entries(ALIASES)) map.set(name, iso3);
  return (name: string): string | undefined => map.get(name);
}

export type NameLookup = ReturnType<typeof nameLookup>;

/** iso3 → year → value, from rows with a name or a code. */
export type Series = Map<string, Map<number, number>>;

/** Collect one column of long-form rows. */
export function collect(
  rows: readonly Row[],
  code: (row: Row) => string | undefined,
  year: string,
  value: (row: Row) => number | undefined,
): Series {
  const series: Series = new Map();
  for (const row of rows) {
    const iso3 = code(row);
    const figure = value(row);
    if (iso3 === undefined || figure === undefined) continue;
    let years = series.get(iso3);
    if (!years) series.set(iso3, (years = new Map()));
    years.set(Number(row[year]), figure);
  }
  return series;
}
