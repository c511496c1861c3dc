/** Uncertainty of an inventory by error propagation and by draws. Source: IPCC 2006 GL Vol 1 Ch 3, Approach 1 (Eq. 3.1, 3.2) and Approach 2. */
import { DomainError } from '../errors.ts';
import type { Range } from '../source.ts';
import { inBoundary } from './gpc.ts';
import { normals } from './seeded-normal.ts';
import type { Boundary, Inventory, InventoryRow } from './types.ts';
import { isMissing } from './types.ts';

/**
 * How uncertain a row is. Relative half-widths of the 95 % interval, as the IPCC states them: 0.1 is ±10 %.
 * Rows that name the same `sharedFactor` use one factor (the grid's, say), so its error is common to them; likewise for activity data.
 */
export interface RowUncertainty {
  readonly activity: number;
  readonly factor: number;
  readonly sharedActivity?: string;
  readonly sharedFactor?: string;
}

/** Uncertainty of each row. `undefined` for a row leaves it exact: say so where it is shown. */
export type UncertaintyOf = (row: InventoryRow, index: number) => RowUncertainty | undefined;

/** A total and its uncertainty. */
export interface UncertainTotal {
  readonly co2eTonnes: number;
  /** Relative half-width of the 95 % interval. */
  readonly halfWidth95: number;
  /** 5th to 95th percentile, t CO2e. */
  readonly interval: Range;
}

/** 97.5th and 95th percentile of the standard normal distribution. */
const Z95 = 1.959_963_984_540_054;
const Z90 = 1.644_853_626_951_472_2;

/** Half-width of a product: U = √(U₁² + U₂² + …) (Eq. 3.1). For independent relative errors below about 0.6. */
export function uncertaintyOfProduct(parts: readonly number[]): number {
  return Math.hypot(...parts);
}

/** Half-width of a sum: U = √Σ(Uᵢ·xᵢ)² / |Σxᵢ| (Eq. 3.2), for independent errors. Sinks enter with their sign in the denominator. */
export function uncertaintyOfSum(parts: readonly { readonly value: number; readonly halfWidth95: number }[]): number {
  const sum = parts.reduce((all, { value }) => all + value, 0);
  return Math.hypot(...parts.map(({ value, halfWidth95 }) => value * halfWidth95)) / Math.abs(sum);
}

/**
 * Propagate errors to a total. Errors that rows share add up as they are; others add as squares.
 *
 * @throws {DomainError} `out-of-range` for a half-width below 0
 */
export function propagateUncertainty(
  inventory: Inventory,
  boundary: Boundary,
  uncertaintyOf: UncertaintyOf,
): UncertainTotal {
  const terms = termsOf(inventory, boundary, uncertaintyOf);
  const total = terms.reduce((sum, { value }) => sum + value, 0);
  const errors = new Map<string, number>();
  for (const { value, causes } of terms) {
    for (const { id, halfWidth } of causes) {
      const before = errors.get(id);
      errors.set(id, before === undefined ? value * halfWidth : before + value * halfWidth);
    }
  }
  const halfWidth = Math.hypot(...errors.values());
  const spread = (halfWidth / Z95) * Z90;
  return {
    co2eTonnes: total,
    halfWidth95: halfWidth / Math.abs(total),
    interval: { central: total, low: total - spread, high: total + spread },
  };
}

/** What draws need. */
export interface UncertaintyDraws {
  readonly draws: number;
  readonly seed: number;
}

/**
 * Draw the total: each cause of error is a normal multiplier with mean 1; activity and factor multiply. Where every row has one cause this is linear, and
 * agrees with `propagateUncertainty`; with two it adds their product, which propagation leaves out.
 *
 * @throws {DomainError} `out-of-range` for a half-width below 0 or fewer than 100 draws
 */
export function drawUncertainty(
  inventory: Inventory,
  boundary: Boundary,
  uncertaintyOf: UncertaintyOf,
  { draws, seed }: UncertaintyDraws,
): UncertainTotal {
  if (!(draws >= 100)) throw new DomainError('out-of-range', `${draws} draws are too few; 100 at least`, ['draws']);
  const terms = termsOf(inventory, boundary, uncertaintyOf);
  const ids = [...new Set(terms.flatMap(({ causes }) => causes.map(({ id }) => id)))];
  const place = new Map(ids.map((id, index) => [id, index]));
  const next = normals(seed);
  const shocks = new Float64Array(ids.length);
  const totals = Float64Array.from({ length: draws }, () => {
    for (let index = 0; index < shocks.length; index++) shocks[index] = next();
    return terms.reduce((sum, { value, causes }) => {
      let drawn = value;
      for (const { id, halfWidth } of causes) drawn *= 1 + (halfWidth / Z95) * shocks[place.get(id)!]!;
      return sum + drawn;
    }, 0);
  }).sort();
  const central = terms.reduce((sum, { value }) => sum + value, 0);
  const at = (share: number): number => percentile(totals, share);
  return {
    co2eTonnes: central,
    halfWidth95: (at(0.975) - at(0.025)) / 2 / Math.abs(central),
    interval: { central, low: Math.min(central, at(0.05)), high: Math.max(central, at(0.95)) },
  };
}

interface Term {
  readonly value: number;
  readonly causes: readonly { readonly id: string; readonly halfWidth: number }[];
}

function termsOf(inventory: Inventory, boundary: Boundary, uncertaintyOf: UncertaintyOf): readonly Term[] {
  return inventory.rows.flatMap((row, index) => {
    if (isMissing(row.co2eTonnes) || !inBoundary(row.ref, boundary)) return [];
    const uncertainty = uncertaintyOf(row, index);
    if (uncertainty === undefined) return [{ value: row.co2eTonnes, causes: [] }];
    const { activity, factor, sharedActivity, sharedFactor } = uncertainty;
    const causes = [
      {
        id: sharedActivity === undefined ? `activity of row ${index}` : `activity ${sharedActivity}`,
        halfWidth: activity,
      },
      { id: sharedFactor === undefined ? `factor of row ${index}` : `factor ${sharedFactor}`, halfWidth: factor },
    ];
    for (const { id, halfWidth } of causes) {
      if (!(halfWidth >= 0))
        throw new DomainError('out-of-range', `uncertainty of ${id} is ${halfWidth}`, ['rows', index]);
    }
    return [{ value: row.co2eTonnes, causes: causes.filter(({ halfWidth }) => halfWidth > 0) }];
  });
}

/** Percentile of sorted numbers by straight line between neighbours. */
function percentile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (position - below);
}
