/** Looking up default shares: the group of rows that says most about a place, blended over climate zones. */
import type { Provenance } from '../../source.ts';
import { refWithin } from '../select.ts';
import type { ZoneWeights } from './climate.ts';
import { CLIMATE_ZONES, type ClimateZone, type DefaultScope, type IncomeGroup } from './types.ts';

/** Where a default is asked for. */
export interface DefaultPlace {
  readonly iso3: string;
  readonly income: IncomeGroup;
  readonly weights: ZoneWeights;
}

/** A share of a group after blending, with how uncertain it is and who says so. */
export interface Share<K extends string> {
  readonly key: K;
  readonly share: number;
  readonly factor95: number;
  readonly provenance: Provenance;
  readonly sources: readonly string[];
}

/**
 * How closely a scope fits a place, or undefined where it does not fit: a named country outweighs zone, zone outweighs income.
 */
export function scopeFit(
  scope: DefaultScope,
  iso3: string,
  zone: ClimateZone,
  income: IncomeGroup,
): number | undefined {
  if (scope.countries && !scope.countries.includes(iso3)) return undefined;
  if (scope.zones && !scope.zones.includes(zone)) return undefined;
  if (scope.incomes && !scope.incomes.includes(income)) return undefined;
  return (scope.countries ? 4 : 0) + (scope.zones ? 2 : 0) + (scope.incomes ? 1 : 0);
}

/** Rows that can speak of a place at all, in any of its climate zones: asked once per city, so that look-ups stay short. */
export function rowsSpeakingOf<R extends { readonly scope: DefaultScope }>(
  rows: readonly R[],
  place: DefaultPlace,
): R[] {
  const zones = CLIMATE_ZONES.filter((zone) => place.weights[zone] > 0);
  return rows.filter(({ scope }) =>
    zones.some((zone) => scopeFit(scope, place.iso3, zone, place.income) !== undefined),
  );
}

interface GroupRow {
  readonly refs: readonly string[];
  readonly scope: DefaultScope;
  readonly share: number;
  readonly factor95: number;
  readonly provenance: Provenance;
  readonly source: string;
}

/** Rows of the best-fitting group for one reference and zone; a longer reference prefix outweighs any scope. */
function bestGroup<R extends GroupRow>(rows: readonly R[], ref: string, place: DefaultPlace, zone: ClimateZone): R[] {
  let best: R[] = [];
  let bestFit = -1;
  for (const row of rows) {
    const fit = scopeFit(row.scope, place.iso3, zone, place.income);
    if (fit === undefined) continue;
    const depth = Math.max(...row.refs.map((prefix) => (refWithin(ref, prefix) ? prefix.length : -1)));
    if (depth < 0) continue;
    const total = depth * 8 + fit;
    if (total > bestFit) {
      best = [row];
      bestFit = total;
    } else if (total === bestFit) best.push(row);
  }
  return best;
}

/**
 * Shares of a reference for a place, summing to 1; empty where the tables say nothing.
 *
 * The group of each climate zone is normalised, then blended with the place's zone weights.
 */
export function sharesFor<K extends string, R extends GroupRow>(
  rows: readonly R[],
  keyOf: (row: R) => K,
  ref: string,
  place: DefaultPlace,
): Share<K>[] {
  const blended = new Map<K, { share: number; logSpread: number; provenance: Provenance; sources: Set<string> }>();
  for (const zone of CLIMATE_ZONES) {
    const weight = place.weights[zone];
    if (weight === 0) continue;
    const group = bestGroup(rows, ref, place, zone);
    const sum = group.reduce((total, row) => total + row.share, 0);
    for (const row of group) {
      if (row.share === 0) continue;
      const part = (weight * row.share) / sum;
      const entry = blended.get(keyOf(row));
      if (entry) {
        entry.share += part;
        entry.logSpread += part * Math.log(row.factor95);
        entry.sources.add(row.source);
        if (row.provenance === 'assumption') entry.provenance = 'assumption';
      } else {
        const logSpread = part * Math.log(row.factor95);
        blended.set(keyOf(row), { share: part, logSpread, provenance: row.provenance, sources: new Set([row.source]) });
      }
    }
  }
  let total = 0;
  for (const entry of blended.values()) total += entry.share;
  return [...blended].map(([key, entry]) => ({
    key,
    share: entry.share / total,
    factor95: Math.exp(entry.logSpread / entry.share),
    provenance: entry.provenance,
    sources: [...entry.sources],
  }));
}
