/** What the name of a body says of it: the place it is of, and whether it is the city, its region, or the land around it. */

/** `metropolitan`: holds a core city and more. `around`: the land around a city of the same name, without it. `city`: everything else. */
export type BodyKind = 'metropolitan' | 'around' | 'city';

export interface PlaceName {
  /** Folded name without words of rank: `Área Metropolitana de São Paulo` and `City of Sao Paulo` both give `sao paulo`. */
  readonly key: string;
  readonly kind: BodyKind;
  /** What stands after a comma or in brackets, folded: `il` of `Springfield, IL`. */
  readonly qualifier?: string;
}

interface RankWord {
  readonly words: string;
  readonly kind: BodyKind;
  /** Only in these countries; everywhere when absent. */
  readonly only?: readonly string[];
  /** In these countries the word is part of a city's own title. */
  readonly cityIn?: readonly string[];
}

const ranked = (kind: BodyKind, ...phrases: string[]): RankWord[] => phrases.map((words) => ({ words, kind }));

/** Folded phrases before a name, several languages. Longer ones are tried first. */
const BEFORE = prepared('before', [
  ...ranked('metropolitan', 'greater', 'metro', 'metropolitan area of', 'metropolitan region of'),
  ...ranked('metropolitan', 'metropolitan municipality of', 'region of', 'province of', 'county of', 'state of'),
  ...ranked('metropolitan', 'metropole de', 'metropole du', 'metropole d', 'metropole du grand', 'metropole'),
  ...ranked('metropolitan', 'eurometropole de', 'communaute urbaine de', 'communaute d agglomeration de'),
  ...ranked('metropolitan', 'agglomeration de', 'region de', 'area metropolitana de', 'area metropolitana del'),
  ...ranked('metropolitan', 'area metropolitana do', 'area metropolitana da', 'zona metropolitana de'),
  ...ranked('metropolitan', 'zona metropolitana del', 'region metropolitana de', 'region metropolitana del'),
  ...ranked('metropolitan', 'distrito metropolitano de', 'provincia de', 'gran', 'regiao metropolitana de'),
  ...ranked('metropolitan', 'regiao metropolitana do', 'regiao metropolitana da', 'citta metropolitana di'),
  ...ranked('metropolitan', 'area metropolitana di', 'provincia di', 'metropolregion', 'verband region', 'region'),
  ...ranked('metropolitan', 'landkreis', 'stadteregion', 'regionalverband', 'grossraum', 'kanton', 'metropoolregio'),
  ...ranked(
    'metropolitan',
    'groot',
    'obszar metropolitalny',
    'wojewodztwo',
    'provinsi',
    'daerah khusus ibukota',
    'dki',
  ),
  { words: 'metropolitan city of', kind: 'metropolitan', cityIn: ['KOR'] },
  { words: 'grand', kind: 'metropolitan', only: ['FRA', 'BEL', 'CHE'] },
  { words: 'grande', kind: 'metropolitan', only: ['BRA', 'PRT'] },
  { words: 'kreis', kind: 'metropolitan', only: ['DEU'] },
  { words: 'tinh', kind: 'metropolitan', only: ['VNM'] },
  { words: 'kabupaten', kind: 'around', only: ['IDN'] },
  ...ranked('city', 'city of', 'city and county of', 'town of', 'municipality of', 'ville de', 'commune de'),
  ...ranked('city', 'ciudad de', 'municipio de', 'municipio do', 'ayuntamiento de', 'ajuntament de', 'alcaldia de'),
  ...ranked('city', 'prefeitura de', 'prefeitura do', 'comune di', 'stadt', 'landeshauptstadt', 'hansestadt'),
  ...ranked('city', 'freie und hansestadt', 'gemeente', 'majlis bandaraya', 'majlis perbandaran', 'thanh pho'),
  { words: 'kota', kind: 'city', only: ['IDN'] },
  { words: 'kota administrasi', kind: 'city', only: ['IDN'] },
]);

/** Folded phrases after a name. */
const AFTER = prepared('after', [
  ...ranked('metropolitan', 'metropolitan area', 'metropolitan region', 'metro area', 'metro', 'metropolitan'),
  ...ranked('metropolitan', 'metropolitan council', 'capital region', 'region', 'county', 'prefecture', 'province'),
  ...ranked('metropolitan', 'state', 'district municipality', 'combined authority', 'agglomeration', 'oblast'),
  ...ranked('metropolitan', 'urban agglomeration', 'buyuksehir belediyesi', 'area metropolitana'),
  { words: 'metropolitan city', kind: 'metropolitan', cityIn: ['KOR'] },
  { words: 'metropolitan municipality', kind: 'metropolitan', cityIn: ['ZAF'] },
  { words: 'regency', kind: 'around', only: ['IDN'] },
  ...ranked('city', 'city', 'town', 'municipality', 'city council', 'municipal corporation', 'metropolitan borough'),
  ...ranked('city', 'borough', 'special city', 'belediyesi', 'kommune', 'kommun'),
]);

/** By the word next to the edge of the name, with the space that parts them from it, longest first. */
function prepared(edge: 'before' | 'after', list: readonly RankWord[]): ReadonlyMap<string, readonly RankWord[]> {
  const byWord = new Map<string, RankWord[]>();
  for (const { words, ...rest } of list) {
    const [first = '', last = ''] = [words.split(' ')[0], words.split(' ').at(-1)];
    const word = edge === 'before' ? first : last;
    byWord.set(word, [...(byWord.get(word) ?? []), { words: edge === 'before' ? `${words} ` : ` ${words}`, ...rest }]);
  }
  for (const words of byWord.values()) words.sort((a, b) => b.words.length - a.words.length);
  return byWord;
}

/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

/** Lower case, without diacritics or punctuation, words parted by single spaces. Other scripts are kept as they are. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłđðßæœıþ]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Read the name of a body. Words of rank are taken off both ends until none is left; a name that is nothing else keeps its last word.
 *
 * @param country ISO 3166-1 alpha-3: `kota` is a word of rank in Indonesia and part of a name elsewhere
 */
export function placeName(name: string, country: string): PlaceName {
  const [main = '', ...rest] = name.split(/[,(]/u);
  const qualifier = foldName(rest.join(' '));
  let key = foldName(main);
  let kind: BodyKind = 'city';
  for (let word = rankWordOf(key, country); word; word = rankWordOf(key, country)) {
    key = word.rest;
    // The widest word decides: "City of X Metropolitan Region" is a region.
    if (kind === 'city') kind = word.kind;
  }
  return { key, kind, ...(qualifier !== '' && { qualifier }) };
}

function rankWordOf(key: string, country: string): { rest: string; kind: BodyKind } | undefined {
  const applies = (word: RankWord): boolean => word.only?.includes(country) ?? true;
  const [first, last] = [key.indexOf(' '), key.lastIndexOf(' ')];
  if (first < 0) return undefined;
  const before = BEFORE.get(key.slice(0, first))?.find((word) => key.startsWith(word.words) && applies(word));
  if (before) return { rest: key.slice(before.words.length), kind: kindIn(before, country) };
  const after = AFTER.get(key.slice(last + 1))?.find((word) => key.endsWith(word.words) && applies(word));
  if (after) return { rest: key.slice(0, -after.words.length), kind: kindIn(after, country) };
  return undefined;
}

function kindIn(word: RankWord, country: string): BodyKind {
  return word.cityIn?.includes(country) ? 'city' : word.kind;
}
