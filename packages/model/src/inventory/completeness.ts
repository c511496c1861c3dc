/** Is an inventory complete against BASIC or BASIC+? `NE`, `C`, an unfilled cell and a missing row are not. */
import { inBoundary, refsIn } from './gpc.ts';
import type { InventoryGap } from './totals.ts';
import { gapsOf } from './totals.ts';
import type { Boundary, GpcRef, Inventory } from './types.ts';

/** How much of one boundary an inventory answers. */
export interface Completeness {
  readonly boundary: Boundary;
  readonly complete: boolean;
  /** References the boundary counts. */
  readonly required: number;
  /** Of these, how many have a figure, `NO` or `IE`. */
  readonly answered: number;
  /** References without an answer, in GPC order. */
  readonly missing: readonly GpcRef[];
  /** Why each is missing, with the city's explanation where it gave one. */
  readonly gaps: readonly InventoryGap[];
  /** `NE` with an explanation: still missing, but the GPC lets it stand. */
  readonly justified: readonly GpcRef[];
}

/** Judge an inventory against one boundary. */
export function completenessOf(inventory: Inventory, boundary: Boundary): Completeness {
  const gaps = gapsOf(inventory).filter((gap) => inBoundary(gap.ref, boundary));
  const required = refsIn(boundary).length;
  return {
    boundary,
    complete: gaps.length === 0,
    required,
    answered: required - gaps.length,
    missing: gaps.map((gap) => gap.ref),
    gaps,
    justified: gaps.filter((gap) => gap.explanation !== undefined).map((gap) => gap.ref),
  };
}
