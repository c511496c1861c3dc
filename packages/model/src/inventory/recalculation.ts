/** Recalculating a base year: when it must be done, what changes, and why. Source: GPC v1.1 ch. 11. */
import type { Finding } from '../finding.ts';
import { GPC_REFERENCES } from './gpc.ts';
import { figuresByRef, totalOf } from './totals.ts';
import type { Boundary, GpcRef, Inventory, InventoryRow, Reported } from './types.ts';
import { isMissing } from './types.ts';

/**
 * What may change a year that is past.
 * - `boundary`: annexation, merger, activities moved in or out of the inventory's coverage
 * - `method`: another method, or better activity data
 * - `factor`: another emission factor or set of warming potentials
 * - `error`: a mistake found
 *
 * Growth and decline, and plants that open or close within the boundary, are not among them: they belong to their own year.
 */
export type RecalculationKind = 'boundary' | 'method' | 'factor' | 'error';

/** A reason, and the references it accounts for. */
export interface RecalculationReason {
  readonly kind: RecalculationKind;
  readonly refs: readonly GpcRef[] | 'all';
  readonly explanation: string;
}

/** One number that is another than it was. */
export interface RecalculatedFigure {
  readonly ref: GpcRef;
  readonly before: Reported | undefined;
  readonly after: Reported | undefined;
  /** t CO2e; a notation or an absent row counts as nothing, as in totals. */
  readonly differenceTonnes: number;
  readonly reasons: readonly RecalculationReason[];
}

/** When a change is significant. */
export interface RecalculationRule {
  /** Share of the base-year total; the GPC leaves it to the city, 5 % is common. */
  readonly threshold: number;
  readonly boundary: Boundary;
  /**
   * `gross` adds up the sizes of all changes, so that two that cancel are still seen; `net` takes the change of the total.
   */
  readonly measure: 'gross' | 'net';
}

export const DEFAULT_RECALCULATION_RULE: RecalculationRule = {
  threshold: 0.05,
  boundary: 'basicPlus',
  measure: 'gross',
};

/** The outcome: which inventory stands, and every number that differs. */
export interface Recalculation {
  /** The change reaches the threshold: the base year, and every year after it, must be recalculated. */
  readonly required: boolean;
  readonly beforeTonnes: number;
  readonly afterTonnes: number;
  /** Relative to the total before, by the measure of the rule. */
  readonly change: number;
  readonly rule: RecalculationRule;
  /** Explained changes, in GPC order. */
  readonly figures: readonly RecalculatedFigure[];
  /** Changes that no reason accounts for: organic, or not said. They are not taken over. */
  readonly refused: readonly RecalculatedFigure[];
  /** The base year that stands: revised where required and explained, else as it was. */
  readonly baseYear: Inventory;
  readonly findings: readonly Finding[];
}

/**
 * Compare a base year with its revision and decide by the threshold rule.
 *
 * Changes without a reason are refused: in the base year that stands, those references keep their rows. Nothing is taken over when the explained changes
 * stay below the threshold; they are listed all the same.
 */
export function recalculateBaseYear(
  base: Inventory,
  revised: Inventory,
  reasons: readonly RecalculationReason[],
  rule: RecalculationRule = DEFAULT_RECALCULATION_RULE,
): Recalculation {
  const changed = changesOf(base, revised, reasons);
  const figures = changed.filter((figure) => figure.reasons.length > 0);
  const refused = changed.filter((figure) => figure.reasons.length === 0);
  const merged = withRows(base, revised, new Set(figures.map(({ ref }) => ref)));
  // Another set of warming potentials holds for the whole inventory, so it is taken only when nothing of the revision is refused.
  const accepted = refused.length === 0 ? { ...merged, gwpSet: revised.gwpSet } : merged;
  const beforeTonnes = totalOf(base, rule.boundary).co2eTonnes;
  const afterTonnes = totalOf(accepted, rule.boundary).co2eTonnes;
  const change = sizeOf(base, accepted, figures, rule) / Math.abs(beforeTonnes);
  const required = figures.length > 0 && change >= rule.threshold;
  return {
    required,
    beforeTonnes,
    afterTonnes: required ? afterTonnes : beforeTonnes,
    change,
    rule,
    figures,
    refused,
    baseYear: required ? accepted : base,
    findings: refused.map(unexplained),
  };
}

function changesOf(
  base: Inventory,
  revised: Inventory,
  reasons: readonly RecalculationReason[],
): readonly RecalculatedFigure[] {
  const old = figuresByRef(base);
  const now = figuresByRef(revised);
  return GPC_REFERENCES.flatMap(({ ref }) => {
    const before = old.get(ref);
    const after = now.get(ref);
    if (sameFigure(before, after)) return [];
    return {
      ref,
      before,
      after,
      differenceTonnes: tonnes(after) - tonnes(before),
      reasons: reasons.filter(({ refs }) => refs === 'all' || refs.includes(ref)),
    };
  });
}

/** Size of the explained changes within the boundary, t CO2e. */
function sizeOf(
  base: Inventory,
  accepted: Inventory,
  figures: readonly RecalculatedFigure[],
  { boundary, measure }: RecalculationRule,
): number {
  if (measure === 'net') {
    return Math.abs(totalOf(accepted, boundary).co2eTonnes - totalOf(base, boundary).co2eTonnes);
  }
  const counted = new Set(GPC_REFERENCES.filter((entry) => entry.boundaries.includes(boundary)).map(({ ref }) => ref));
  return figures.reduce(
    (sum, { ref, differenceTonnes }) => sum + (counted.has(ref) ? Math.abs(differenceTonnes) : 0),
    0,
  );
}

/** The base year with the rows of some references taken from the revision. */
function withRows(base: Inventory, revised: Inventory, refs: ReadonlySet<GpcRef>): Inventory {
  const kept = base.rows.filter((row) => !refs.has(row.ref));
  const ids = new Set(kept.map(({ id }) => id));
  const taken = revised.rows.filter((row) => refs.has(row.ref));
  return { ...base, rows: [...kept, ...taken.map((row) => (ids.has(row.id) ? withoutId(row) : row))] };
}

/** A line that the revision has under another reference while it stays under its own: two lines now, one of them without the id. */
function withoutId({ id: _ofTheOther, ...row }: InventoryRow): InventoryRow {
  return row;
}

function sameFigure(before: Reported | undefined, after: Reported | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  if (isMissing(before) || isMissing(after)) {
    return isMissing(before) && isMissing(after) && before.keys.join() === after.keys.join();
  }
  return Math.abs(before - after) <= 1e-9 * Math.max(Math.abs(before), Math.abs(after));
}

/** What a value adds to a total. */
function tonnes(value: Reported | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function unexplained({ ref, differenceTonnes }: RecalculatedFigure): Finding {
  return {
    code: 'change-unexplained',
    severity: 'error',
    path: [ref],
    message: `${ref} of the base year changed by ${Math.round(differenceTonnes)} t CO2e without a reason; the change was not taken over.`,
    remedy: 'Give the reason: boundary, method, factor or error. Growth and decline belong to the later years.',
    values: { ref, differenceTonnes },
  };
}
