/** The table of a network's cities: narrowed down, counted, sorted. */
import type { CityStanding } from '@thousand-cities/store';
import { MARKS, marksOf, type Ages, type Mark } from './marks.ts';

export const ORDERS = ['name', 'country', 'asked', 'inventory', 'plan'] as const;
export type Order = (typeof ORDERS)[number];

export interface Wanted extends Ages {
  /** Part of a name, in any case and with or without accents. */
  readonly text: string;
  /** ISO 3166-1 alpha-3, or empty for all. */
  readonly country: string;
  /** Only cities with this mark; absent: members, and not those that ask. */
  readonly show: Mark | undefined;
  /** Those that ask to join as well. */
  readonly everyone: boolean;
  readonly order: Order;
  readonly descending: boolean;
}

export interface MarkedCity {
  readonly city: CityStanding;
  readonly marks: readonly Mark[];
}

export interface Selection {
  readonly cities: readonly MarkedCity[];
  /** Of the chosen country, whatever is searched for or shown: members, and how many have each mark. */
  readonly summary: { readonly members: number; readonly marks: Readonly<Record<Mark, number>> };
  /** Countries of all cities, with how many there are. */
  readonly countries: readonly { readonly country: string; readonly cities: number }[];
}

/** Choose, count and sort. */
export function select(all: readonly CityStanding[], wanted: Wanted): Selection {
  const here = all
    .filter(({ country }) => wanted.country === '' || country === wanted.country)
    .map((city) => ({ city, marks: marksOf(city, wanted) }));
  const text = bare(wanted.text);
  const cities = here
    .filter(({ marks }) => isShown(marks, wanted))
    .filter(({ city }) => text === '' || bare(city.name).includes(text));
  return { cities: sorted(cities, wanted), summary: summaryOf(here), countries: countriesOf(all) };
}

function isShown(marks: readonly Mark[], { show, everyone }: Wanted): boolean {
  return show === undefined ? everyone || !marks.includes('asking') : marks.includes(show);
}

/** Without accents and capitals, so that "sao paulo" finds São Paulo. */
const bare = (text: string): string =>
  text
    .trim()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

function summaryOf(cities: readonly MarkedCity[]): Selection['summary'] {
  const counts = Object.fromEntries(MARKS.map((mark) => [mark, 0])) as Record<Mark, number>;
  for (const { marks } of cities) for (const mark of marks) counts[mark]++;
  return { members: cities.length - counts.asking, marks: counts };
}

function countriesOf(all: readonly CityStanding[]): Selection['countries'] {
  const counts = new Map<string, number>();
  for (const { country } of all) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([country, cities]) => ({ country, cities }));
}

const byLetters = new Intl.Collator('en');

/** What a city is sorted by; undefined where it has none, which goes last either way. */
const keys: Readonly<Record<Order, (city: CityStanding) => string | number | undefined>> = {
  name: ({ name }) => name,
  country: ({ country }) => country,
  asked: ({ acceptedAt, askedAt }) => acceptedAt ?? askedAt,
  inventory: ({ inventory }) => inventory?.year,
  plan: ({ plan }) => (plan && (plan.state === 'published' ? 2 : 1)) || undefined,
};

/** By the order asked for, then by name; by id where all else is alike, so that pages do not overlap. */
function sorted(cities: readonly MarkedCity[], { order, descending }: Wanted): readonly MarkedCity[] {
  const keyOf = keys[order];
  const lines = cities.map((line) => ({ line, key: keyOf(line.city) }));
  const way = descending ? -1 : 1;
  lines.sort(
    (a, b) =>
      compareKeys(a.key, b.key, way) ||
      byLetters.compare(a.line.city.name, b.line.city.name) ||
      (a.line.city.cityId < b.line.city.cityId ? -1 : 1),
  );
  return lines.map(({ line }) => line);
}

function compareKeys(a: string | number | undefined, b: string | number | undefined, way: number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const difference = typeof a === 'number' && typeof b === 'number' ? a - b : byLetters.compare(String(a), String(b));
  return way * difference;
}
