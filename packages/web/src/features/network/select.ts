/** Which cities are shown, and in which order. */
import { selectCities, type ThousandData } from '@thousand-cities/model';
import { matches, wordsOf } from './fold.ts';
import type { ColumnId, NetworkQuery } from './query.ts';
import { PLAN_STATES, type CityLine, type NetworkRow } from './rows.ts';

/** The cities that answer a query, in their order. */
export function filtered<T extends CityLine>(
  rows: readonly T[],
  query: Omit<NetworkQuery, 'sort' | 'target' | 'basis'>,
  data: ThousandData,
): readonly T[] {
  const words = wordsOf(query.text);
  const members = query.group === '' ? undefined : new Set(selectCities(data, { group: query.group }));
  return rows.filter(
    (row) =>
      (members?.has(row.place) ?? true) &&
      (query.country === '' || row.iso3 === query.country) &&
      (query.inventory === '' || row.inventoryKind === query.inventory) &&
      (query.pledge === '' || row.pledgeState === query.pledge) &&
      matches(row.search, words),
  );
}

/** What a column is ordered by. Text goes by the reader's alphabet; null has no place in an order and comes last. */
type SortKey = number | string | null;

const keys: Readonly<Record<ColumnId, (row: NetworkRow) => SortKey>> = {
  name: ({ name }) => name,
  country: ({ country }) => country,
  region: ({ regionName }) => regionName,
  population: ({ population }) => population,
  tonnes: ({ tonnes }) => tonnes,
  perHead: ({ perHead }) => perHead,
  spread: ({ spread }) => spread,
  // Reported before starter, the newer first.
  inventory: ({ inventoryKind, inventoryYear }) => (inventoryKind === 'reported' ? 0 : 1e4) - inventoryYear,
  pledge: pledgeKey,
  gap2030: ({ gap2030 }) => gap2030,
  gap2050: ({ gap2050 }) => gap2050,
  plan: ({ plan, planCut }) => (plan === 'none' ? null : PLAN_STATES.indexOf(plan) + planCut),
};

/** The year by which a city says it is there, the deeper cut first; then targets without a year, then none. */
function pledgeKey({ pledge, pledgeState }: NetworkRow): SortKey {
  const last = pledge?.steps.at(-1);
  if (last) return last.year - last.cut;
  return { stated: 1e4, none: 2e4, unknown: null }[pledgeState];
}

/** Rows by a column; rows alike in it keep their order, those without a figure come last either way. */
export function sorted(
  rows: readonly NetworkRow[],
  { column, direction }: NetworkQuery['sort'],
  locale: string,
): readonly NetworkRow[] {
  const keyOf = keys[column];
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = direction === 'descending' ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    if (typeof a.key === 'string') return sign * compare(a.key, b.key as string);
    return sign * (a.key - (b.key as number));
  });
  return keyed.map(({ row }) => row);
}
