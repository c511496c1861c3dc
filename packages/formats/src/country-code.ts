/** Countries as people write them, to ISO 3166-1 alpha-3. */

/** What is needed of a country to recognise it. */
export interface NamedCountry {
  readonly iso3: string;
  readonly iso2: string;
  readonly name: string;
}

/** Names in use besides the one of the reference set, by code. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  USA: ['United States', 'United States of America', 'US', 'U.S.', 'U.S.A.'],
  GBR: ['United Kingdom', 'UK', 'Great Britain', 'United Kingdom of Great Britain and Northern Ireland'],
  KOR: ['South Korea', 'Republic of Korea', 'Korea, Rep.', 'Korea'],
  PRK: ["Democratic People's Republic of Korea", 'Korea, Dem. Rep.'],
  VNM: ['Viet Nam', 'Vietnam'],
  CIV: ['Ivory Coast', "Cote d'Ivoire"],
  RUS: ['Russian Federation', 'Russia'],
  IRN: ['Iran, Islamic Republic of', 'Islamic Republic of Iran', 'Iran'],
  TZA: ['United Republic of Tanzania', 'Tanzania'],
  BOL: ['Plurinational State of Bolivia', 'Bolivia (Plurinational State of)', 'Bolivia'],
  VEN: ['Bolivarian Republic of Venezuela', 'Venezuela (Bolivarian Republic of)', 'Venezuela, RB', 'Venezuela'],
  LAO: ["Lao People's Democratic Republic", 'Lao PDR', 'Laos'],
  SYR: ['Syrian Arab Republic', 'Syria'],
  MDA: ['Republic of Moldova', 'Moldova'],
  MKD: ['Macedonia', 'North Macedonia'],
  CZE: ['Czechia', 'Czech Republic'],
  TUR: ['Turkey', 'Türkiye', 'Turkiye'],
  COD: ['Democratic Republic of the Congo', 'Congo, Dem. Rep.', 'DR Congo', 'Congo (Kinshasa)'],
  COG: ['Republic of the Congo', 'Congo, Rep.', 'Congo', 'Congo (Brazzaville)'],
  EGY: ['Egypt, Arab Rep.', 'Arab Republic of Egypt', 'Egypt'],
  CHN: ["People's Republic of China", 'China'],
  TWN: ['Taiwan', 'Chinese Taipei', 'Taiwan, China'],
  HKG: ['Hong Kong', 'Hong Kong SAR, China', 'Hong Kong SAR', 'China, Hong Kong SAR'],
  MAC: ['Macao', 'Macau', 'Macao SAR, China', 'China, Macao SAR'],
  PSE: ['Palestine', 'State of Palestine', 'West Bank and Gaza', 'Palestinian Territory'],
  SWZ: ['Eswatini', 'Swaziland'],
  MMR: ['Myanmar', 'Burma'],
  CPV: ['Cabo Verde', 'Cape Verde'],
  BRN: ['Brunei Darussalam', 'Brunei'],
  TLS: ['Timor-Leste', 'East Timor'],
  NLD: ['The Netherlands', 'Netherlands', 'Holland'],
  GMB: ['The Gambia', 'Gambia'],
  BHS: ['The Bahamas', 'Bahamas'],
  KGZ: ['Kyrgyz Republic', 'Kyrgyzstan'],
  SVK: ['Slovak Republic', 'Slovakia'],
};

/**
 * Make a lookup from names and codes. Case, accents, kinds of apostrophe and spaces do not matter.
 *
 * @returns `undefined` for what it does not know
 */
export function countryCodes(countries: readonly NamedCountry[]): (text: string) => string | undefined {
  const byName = new Map<string, string>();
  for (const { iso3, iso2, name } of countries) {
    for (const text of [name, iso2, ...(OTHER_NAMES[iso3] ?? [])]) byName.set(plain(text), iso3);
  }
  for (const { iso3 } of countries) byName.set(plain(iso3), iso3);
  return (text) => byName.get(plain(text));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/[\s.]+/g, ' ')
    .trim()
    .toLowerCase();
}
