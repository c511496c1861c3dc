/** Sums over cities, each with how much of it is reported, how much estimated, and how old it is. */
import type { CityLine } from './rows.ts';

export interface Totals {
  readonly cities: number;
  readonly population: number;
  /** Territorial, base year, t CO2e. */
  readonly tonnes: number;
  readonly reportedCities: number;
  /** 0…1 of the tonnes; null when there are none. */
  readonly reportedShare: number | null;
  /** Inventory years, oldest and newest, and their mean weighted by tonnes; null without cities. */
  readonly years: { readonly oldest: number; readonly newest: number; readonly mean: number } | null;
}

/** Sum rows. Territories of the thousand do not overlap: docs/methods/the-thousand.md. */
export function totalsOf(rows: readonly CityLine[]): Totals {
  let [population, tonnes, reportedTonnes, reportedCities, yearTonnes] = [0, 0, 0, 0, 0];
  let [oldest, newest] = [Infinity, -Infinity];
  for (const row of rows) {
    population += row.population;
    tonnes += row.tonnes;
    yearTonnes += row.tonnes * row.inventoryYear;
    oldest = Math.min(oldest, row.inventoryYear);
    newest = Math.max(newest, row.inventoryYear);
    if (row.inventoryKind !== 'reported') continue;
    reportedTonnes += row.tonnes;
    reportedCities += 1;
  }
  return {
    cities: rows.length,
    population,
    tonnes,
    reportedCities,
    reportedShare: tonnes > 0 ? reportedTonnes / tonnes : null,
    years: rows.length > 0 ? { oldest, newest, mean: tonnes > 0 ? yearTonnes / tonnes : oldest } : null,
  };
}

/** Totals of every part that the rows fall into, the one with most emissions first. */
export function totalsBy<K>(
  rows: readonly CityLine[],
  part: (row: CityLine) => K,
): readonly { readonly key: K; readonly totals: Totals }[] {
  const parts = new Map<K, CityLine[]>();
  for (const row of rows) {
    const key = part(row);
    const known = parts.get(key);
    if (known) known.push(row);
    else parts.set(key, [row]);
  }
  return [...parts]
    .map(([key, lines]) => ({ key, totals: totalsOf(lines) }))
    .sort((a, b) => b.totals.tonnes - a.totals.tonnes);
}

/** Half of the cities have intervals no wider than this: top over bottom. Null without cities that have one. */
export function medianSpread(rows: readonly CityLine[]): number | null {
  const spreads = rows.flatMap(({ spread }) => (spread === null ? [] : [spread])).sort((a, b) => a - b);
  const [low, high] = [spreads[(spreads.length - 1) >> 1], spreads[spreads.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
