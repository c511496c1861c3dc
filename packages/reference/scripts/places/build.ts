/**
 * Make the place tables from the published inputs.
 *
 *     npx tsx packages/reference/scripts/places/build.ts <input directory>
 *
 * The input directory holds the publishers' files under the names used below; docs/methods/places.md says where each comes from.
 */
import { buildCities } from './cities.ts';
import { buildCountries, readSeeds } from './countries.ts';
import { buildEmissions } from './emissions.ts';
import { buildGrid } from './grid.ts';
import { readCsv, readSheet } from './inputs.ts';
import { nameLookup } from './names.ts';
import { buildPeople } from './people.ts';

const dir = process.argv[2];
if (dir === undefined) throw new Error('say where the input files are: build.ts <input directory>');

const seeds = readSeeds();
const codes = new Set(seeds.map((seed) => seed.iso3));
const edgarRows = readSheet(
  dir,
  'national/edgar_national/EDGARv7.0_GHG_AR4_AR5.xlsx',
  'Total GHG by sector country AR5',
);
const bankRows = readCsv(dir, 'national/datahub_core/gdp.csv');
const lookup = nameLookup(codes, [
  ...seeds.map((seed) => [seed.name, seed.iso3] as const),
  ...edgarRows.map((row) => [row[2] ?? '', row[1] ?? ''] as const),
  ...bankRows.map((row) => [row['Country Name']!, row['Country Code']!] as const),
]);

/** CDIAC writes names in capitals, some of its own kind. */
const CDIAC: Readonly<Record<string, string>> = {
  'UNITED STATES OF AMERICA': 'USA',
  'CHINA (MAINLAND)': 'CHN',
  'FRANCE (INCLUDING MONACO)': 'FRA',
  'ITALY (INCLUDING SAN MARINO)': 'ITA',
  'RUSSIAN FEDERATION': 'RUS',
  'REPUBLIC OF KOREA': 'KOR',
  'DEMOCRATIC PEOPLE S REPUBLIC OF KOREA': 'PRK',
  'VIET NAM': 'VNM',
  'ISLAMIC REPUBLIC OF IRAN': 'IRN',
  'LIBYAN ARAB JAMAHIRIYAH': 'LBY',
  'UNITED REPUBLIC OF TANZANIA': 'TZA',
  'DEMOCRATIC REPUBLIC OF THE CONGO (FORMERLY ZAIRE)': 'COD',
  'COTE D IVOIRE': 'CIV',
  'PLURINATIONAL STATE OF BOLIVIA': 'BOL',
  'MYANMAR (FORMERLY BURMA)': 'MMR',
  'HONG KONG SPECIAL ADMINSTRATIVE REGION OF CHINA': 'HKG',
  'MACAU SPECIAL ADMINSTRATIVE REGION OF CHINA': 'MAC',
  'CZECH REPUBLIC': 'CZE',
  'BOSNIA & HERZEGOVINA': 'BIH',
  'LAO PEOPLE S DEMOCRATIC REPUBLIC': 'LAO',
  'REPUBLIC OF MOLDOVA': 'MDA',
  'SYRIAN ARAB REPUBLIC': 'SYR',
  'REPUBLIC OF CAMEROON': 'CMR',
  'REPUBLIC OF SUDAN': 'SDN',
  'REPUBLIC OF SOUTH SUDAN': 'SSD',
  'BRUNEI (DARUSSALAM)': 'BRN',
  'TRINIDAD AND TOBAGO': 'TTO',
  'OCCUPIED PALESTINIAN TERRITORY': 'PSE',
  'CAPE VERDE': 'CPV',
  'GUINEA BISSAU': 'GNB',
  'TIMOR-LESTE (FORMERLY EAST TIMOR)': 'TLS',
  YEMEN: 'YEM',
  'SAO TOME & PRINCIPE': 'STP',
  'ST. KITTS-NEVIS': 'KNA',
  'ANTIGUA & BARBUDA': 'ATG',
  'ST. VINCENT & THE GRENADINES': 'VCT',
  'SAINT LUCIA': 'LCA',
  'FAEROE ISLANDS': 'FRO',
  'FEDERATED STATES OF MICRONESIA': 'FSM',
  MACEDONIA: 'MKD',
  TURKEY: 'TUR',
  SWAZILAND: 'SWZ',
  REUNION: 'REU',
  CURACAO: 'CUW',
};
const capital = new Map(seeds.map((seed) => [seed.name.toUpperCase(), seed.iso3]));

const people = buildPeople(dir, lookup, seeds);
buildCountries(seeds, people.gdpPerHead);
buildGrid(dir, lookup, codes);
buildEmissions(dir, lookup, people.population, (name) => CDIAC[name] ?? lookup(name) ?? capital.get(name));
buildCities(dir);
