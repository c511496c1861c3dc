/** Finding a city by what people type: accents, case, missing letters and swapped letters forgiven. */
import type { City, CityAlias } from './cities.ts';
import { editDistance } from './edit-distance.ts';
import { normaliseName } from './name.ts';

export interface SearchOptions {
  /** Only cities of this country, ISO 3166-1 alpha-2. */
  readonly iso2?: string;
  /** At most this many; 10 unless said. */
  readonly limit?: number;
}

/** How well a name fits: the lower the better. 0 exact, 1 begins with it, 2 a word begins with it, 3 and more: letters differ. */
export interface CityMatch {
  readonly city: City;
  readonly rank: number;
}

/** Search over a fixed list of cities. */
export interface CitySearch {
  /** Best matches first; among equals the more populous. An empty query finds nothing. */
  search(query: string, options?: SearchOptions): readonly CityMatch[];
}

interface Entry {
  readonly city: City;
  readonly text: string;
  /** Bit set of the letters in the name: two names differing in k letters differ in at most 2k bits. */
  readonly letters: number;
}

function letterSet(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32) bits |= 1 << (code % 31);
  }
  return bits;
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many letters may differ: none in three, one in five, two in eight, three beyond. */
function tolerance(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 9 ? 2 : 3;
}

/** Rank without misspelling, or `undefined`. */
function plainRank(text: string, query: string): number | undefined {
  if (text === query) return 0;
  if (text.startsWith(query)) return 1;
  return text.includes(` ${query}`) ? 2 : undefined;
}

/**
 * Rank with misspelling: of the whole name, or, for longer queries, of its beginning (people stop typing).
 * Letters that one text has and the other has not bound the distance from below and spare most comparisons.
 */
function fuzzyRank(entry: Entry, query: string, letters: number, allowed: number): number | undefined {
  const { text } = entry;
  const longer = text.length - query.length;
  if (longer < -allowed || bitCount(letters & ~entry.letters) > allowed) return undefined;
  if (longer <= allowed) {
    if (bitCount(entry.letters & ~letters) > allowed) return undefined;
    const distance = editDistance(text, query, allowed);
    return distance <= allowed ? 2 + distance : undefined;
  }
  if (query.length < 5 || text.charCodeAt(0) !== query.charCodeAt(0)) return undefined;
  const few = Math.min(allowed, 2);
  const distance = editDistance(text.slice(0, query.length), query, few);
  return distance <= few ? 2.5 + distance : undefined;
}

/** Folded name with the abbreviations of Saint written out. */
function searchText(name: string): string {
  return normaliseName(name).replace(/^(st|sankt) /, 'saint ');
}

function entriesOf(cities: readonly City[], aliases: readonly CityAlias[]): readonly Entry[] {
  const byId = new Map(cities.map((city) => [city.id, city]));
  const entry = (city: City, name: string): Entry => {
    const text = searchText(name);
    return { city, text, letters: letterSet(text) };
  };
  const named = cities.map((city) => entry(city, city.name));
  const other = aliases.flatMap(({ alias, id }) => {
    const city = byId.get(id);
    return city ? [entry(city, alias)] : [];
  });
  return [...named, ...other];
}

/**
 * Order of results: the best rank first, but a city a hundred times larger outweighs one step of rank, so that `lond`
 * finds London and not Londa. Exact names always come first.
 */
function score(match: CityMatch): number {
  return match.rank === 0 ? -10 + 1 / match.city.population : match.rank - Math.log10(match.city.population) / 2;
}

/**
 * Build a search over cities; about 24,000 names take tens of milliseconds to prepare and a query one or two to answer.
 *
 * @param aliases other names; a match by another name counts as one by its own
 */
export function createCitySearch(cities: readonly City[], aliases: readonly CityAlias[] = []): CitySearch {
  const entries = entriesOf(cities, aliases);
  const rankAll = (query: string, iso2: string | undefined): Map<City, number> => {
    const letters = letterSet(query);
    const allowed = tolerance(query.length);
    const best = new Map<City, number>();
    for (const entry of entries) {
      if (iso2 !== undefined && entry.city.iso2 !== iso2) continue;
      const rank =
        plainRank(entry.text, query) ?? (allowed > 0 ? fuzzyRank(entry, query, letters, allowed) : undefined);
      if (rank !== undefined && rank < (best.get(entry.city) ?? Infinity)) best.set(entry.city, rank);
    }
    return best;
  };
  return {
    search: (query, options = {}) => {
      const text = searchText(query);
      if (text === '') return [];
      return [...rankAll(text, options.iso2)]
        .map(([city, rank]) => ({ city, rank }))
        .sort((a, b) => score(a) - score(b) || b.city.population - a.city.population)
        .slice(0, options.limit ?? 10);
    },
  };
}
