/** How uncertain a cell is, from what is known of its row and of the split. */
import type { InventoryRow } from '../../inventory/types.ts';
import type { Spread } from '../../source.ts';

/** 95th percentile of a row's total relative to its median, by the better-known half of its GPC data quality. Judgement: assumption. */
const QUALITY_FACTOR95 = { H: 1.05, M: 1.15, L: 1.35 } as const;
const UNRATED_FACTOR95 = 1.2;
const LARGEST_FACTOR95 = 5;

/** Spread of a row's total: from its 90 % interval, else from its data quality, else by whether it is a default. */
export function rowFactor95(row: InventoryRow): number {
  const { interval, quality } = row;
  if (interval && interval.low > 0 && interval.high > interval.low) {
    return Math.min(LARGEST_FACTOR95, Math.sqrt(interval.high / interval.low));
  }
  const worst = quality?.activity ?? quality?.factor;
  if (worst) return QUALITY_FACTOR95[worst];
  return row.provenance === 'default' || row.provenance === 'assumption' ? QUALITY_FACTOR95.L : UNRATED_FACTOR95;
}

/**
 * Spread of a part whose whole is known: what one part gains another loses, so the log spread shrinks with the part's share,
 * and a part that is the whole has none.
 */
export function partFactor95(shareFactor95: number, share: number): number {
  return Math.exp(Math.log(shareFactor95) * (1 - share));
}

/** Independent relative errors multiplied together: log spreads add in squares. */
export function combineFactor95(...factors: readonly number[]): number {
  return Math.exp(Math.hypot(...factors.map((factor) => Math.log(factor))));
}

/**
 * Uncertainty of a cell that was split from a row's total: the total is drawn together for all cells of the reference
 * (`activity`), the split apart for each (`factor`).
 */
export function splitUncertainty(ref: string, total95: number, part95: number): { activity: Spread; factor: Spread } {
  return { activity: { factor95: total95, sharedBy: `inventory:${ref}` }, factor: { factor95: part95 } };
}
