/**
 * Make `country-aliases.csv`: names of countries in ten languages (CLDR, through the runtime) and the official or usual ones that CLDR has not.
 *
 *     npx tsx packages/reference/scripts/places/country-aliases.ts
 */
import { countryKey } from '../../src/places/country-name.ts';
import { readSeeds } from './countries.ts';
import { writeTable } from './tables.ts';

const LANGUAGES = ['en', 'fr', 'es', 'pt', 'de', 'it', 'nl', 'id', 'tr', 'pl'];

/** Names of countries in their own languages, where those are not among the ten. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  AL: ['sq'],
  AD: ['ca'],
  AZ: ['az'],
  BA: ['bs'],
  CZ: ['cs'],
  DK: ['da'],
  EE: ['et'],
  FI: ['fi', 'sv'],
  HR: ['hr'],
  HU: ['hu'],
  IE: ['ga'],
  IS: ['is'],
  KE: ['sw'],
  LT: ['lt'],
  LV: ['lv'],
  MT: ['mt'],
  MY: ['ms'],
  NO: ['nb', 'nn'],
  PH: ['fil'],
  RO: ['ro'],
  SE: ['sv'],
  SI: ['sl'],
  SK: ['sk'],
  SO: ['so'],
  TZ: ['sw'],
  UZ: ['uz'],
  VN: ['vi'],
};

/** Official, former and short names; general knowledge. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'Emirates', 'U.A.E.'],
  BA: ['Bosnia', 'BiH'],
  BN: ['Brunei Darussalam'],
  BO: ['Bolivia (Plurinational State of)'],
  BS: ['Bahamas'],
  CD: [
    'Democratic Republic of the Congo',
    'Congo, Democratic Republic of the',
    'Congo, Dem. Rep.',
    'Congo (Democratic Republic of the)',
    'DRC',
    'Congo-Kinshasa',
    'D.R. Congo',
    'RDC',
    'République démocratique du Congo',
    'Zaire',
  ],
  CG: ['Republic of the Congo', 'Republic of Congo', 'Congo-Brazzaville', 'Congo, Rep.', 'Congo (Brazzaville)'],
  CI: ['Ivory Coast', 'Côte d’Ivoire'],
  CN: ['PRC', "People's Republic of China", 'Mainland China', "China, People's Republic of", 'China (mainland)'],
  CV: ['Cape Verde', 'Cabo Verde'],
  CZ: ['Czech Republic', 'Czechia', 'Česko'],
  DE: ['Federal Republic of Germany', 'BRD'],
  FM: ['Federated States of Micronesia', 'Micronesia (Federated States of)'],
  GB: [
    'UK',
    'U.K.',
    'Great Britain',
    'Britain',
    'United Kingdom of Great Britain and Northern Ireland',
    'England',
    'Scotland',
    'Wales',
    'Northern Ireland',
  ],
  GE: ['Sakartvelo'],
  GM: ['The Gambia'],
  GR: ['EL', 'Hellas', 'Hellenic Republic', 'Ellada', 'Ελλάδα'],
  HK: [
    'Hong Kong SAR',
    'HKSAR',
    'China, Hong Kong Special Administrative Region',
    'China, Hong Kong SAR',
    'Hong Kong, China',
    'Hong Kong SAR, China',
    'Hong Kong (China)',
    'Hong Kong Special Administrative Region of China',
    'Hongkong',
  ],
  IL: ['State of Israel'],
  IN: ['Bharat', 'Republic of India'],
  IR: ['Iran (Islamic Republic of)', 'Islamic Republic of Iran', 'Iran, Islamic Rep.', 'Persia'],
  JP: ['Nippon', 'Nihon', '日本'],
  KG: ['Kyrgyz Republic'],
  KH: ['Cambodia', 'Kampuchea'],
  KP: [
    'North Korea',
    "Democratic People's Republic of Korea",
    "Korea, Democratic People's Republic of",
    "Korea (Democratic People's Republic of)",
    'DPRK',
    'Korea, North',
  ],
  KR: [
    'South Korea',
    'Korea',
    'Republic of Korea',
    'Korea, Republic of',
    'Korea (Republic of)',
    'Korea, Rep.',
    'Korea, South',
    'ROK',
    'S. Korea',
    '대한민국',
    '한국',
  ],
  LA: ["Lao People's Democratic Republic", 'Lao PDR', 'Lao'],
  LY: ['Libyan Arab Jamahiriya'],
  MA: ['Maroc', 'Al Maghrib'],
  MD: ['Republic of Moldova', 'Moldova, Republic of', 'Moldova (Republic of)'],
  MK: ['Macedonia', 'FYROM', 'The former Yugoslav Republic of Macedonia', 'TFYR Macedonia'],
  MM: ['Burma', 'Myanmar (Burma)'],
  MO: ['Macau', 'Macao SAR', 'China, Macao Special Administrative Region', 'Macau SAR', 'Macao, China'],
  MX: ['México', 'United Mexican States', 'Estados Unidos Mexicanos'],
  NL: ['Holland', 'The Netherlands', 'Netherlands (Kingdom of the)'],
  NZ: ['Aotearoa', 'Aotearoa New Zealand'],
  PS: [
    'State of Palestine',
    'Palestine, State of',
    'Palestinian Territory',
    'Palestinian Territories',
    'Occupied Palestinian Territory',
    'West Bank and Gaza',
  ],
  RS: ['Republic of Serbia'],
  RU: ['Russian Federation', 'Rossiya', 'Россия'],
  SA: ['KSA', 'Kingdom of Saudi Arabia'],
  SK: ['Slovak Republic'],
  SY: ['Syrian Arab Republic'],
  SZ: ['Swaziland', 'Kingdom of Eswatini'],
  TL: ['East Timor', 'Timor'],
  TR: ['Turkey', 'Türkiye', 'Turkiye', 'Republic of Türkiye'],
  TW: [
    'Taiwan, Greater China',
    'Chinese Taipei',
    'Taiwan, China',
    'Taiwan, Province of China',
    'Taiwan (Province of China)',
    'Republic of China',
    'China, Taiwan Province of China',
    'Taiwan ROC',
  ],
  TZ: ['United Republic of Tanzania', 'Tanzania, United Republic of', 'Tanzania (United Republic of)'],
  UA: ['Ukrayina', 'Україна'],
  US: ['USA', 'U.S.A.', 'U.S.', 'United States of America', 'The United States', 'America', 'EUA', 'EEUU', 'EE.UU.'],
  VA: ['Holy See'],
  VE: ['Venezuela (Bolivarian Republic of)', 'Venezuela, RB'],
  VN: ['Viet Nam', 'Việt Nam', 'Socialist Republic of Viet Nam'],
  XK: ['Kosovo (under UNSCR 1244)'],
  YE: ['Yemen, Rep.'],
};

const seeds = readSeeds();
const taken = new Map(
  seeds.flatMap(({ iso2, iso3, name }) => [iso2, iso3, name].map((text) => [countryKey(text), iso2] as const)),
);
const rows: [string, string][] = [];

/** The first to claim a name has it: own names before names in other languages. */
function add(name: string, iso2: string): void {
  const key = countryKey(name);
  if (taken.has(key) || key === '') return;
  taken.set(key, iso2);
  rows.push([name, iso2]);
}

for (const [iso2, names] of Object.entries(USUAL)) for (const name of names) add(name, iso2);
for (const language of ['en', ...LANGUAGES]) {
  for (const style of ['long', 'short'] as const) {
    const names = new Intl.DisplayNames(language, { type: 'region', style });
    for (const { iso2 } of seeds) add(names.of(iso2)!, iso2);
  }
}
for (const [iso2, languages] of Object.entries(OWN))
  for (const language of languages) add(new Intl.DisplayNames(language, { type: 'region' }).of(iso2)!, iso2);

writeTable(
  'country-aliases',
  ['alias', 'iso2'],
  rows.sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0)),
);
