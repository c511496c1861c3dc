/** A recalculation being prepared: which change has which reason, and what comes of it. Pure. */
import {
  recalculateBaseYear,
  type GpcRef,
  type Inventory,
  type Recalculation,
  type RecalculationKind,
  type RecalculationReason,
  type RecalculationRule,
} from '@thousand-cities/model';
import { writeRecalculationNote } from './recalculation-note.ts';

/** A reason as it is typed, by reference. */
export interface TypedReason {
  readonly kind: RecalculationKind | '';
  readonly explanation: string;
}

export const NO_REASON: TypedReason = { kind: '', explanation: '' };
export const RECALCULATION_KINDS: readonly RecalculationKind[] = ['boundary', 'method', 'factor', 'error'];

/** Reasons that are whole, those alike put together. */
export function reasonsFrom(typed: ReadonlyMap<GpcRef, TypedReason>): readonly RecalculationReason[] {
  const groups = new Map<string, { kind: RecalculationKind; explanation: string; refs: GpcRef[] }>();
  for (const [ref, { kind, explanation }] of typed) {
    const text = explanation.trim();
    if (kind === '' || text === '') continue;
    const key = `${kind}\u0000${text}`;
    const group = groups.get(key);
    if (group) group.refs.push(ref);
    else groups.set(key, { kind, explanation: text, refs: [ref] });
  }
  return [...groups.values()];
}

/** What would be written, and what stands in the way. */
export interface Prepared {
  readonly recalculation: Recalculation;
  /** Absent when it does not fit into the note of a version. */
  readonly note: string | undefined;
  readonly mayAccept: boolean;
}

/** The version that stands. */
export interface Standing {
  readonly version: number;
  readonly inventory: Inventory;
}

/** @param stuck references that the revision could not work out */
export function prepare(
  { version, inventory: base }: Standing,
  revised: Inventory,
  typed: ReadonlyMap<GpcRef, TypedReason>,
  rule: RecalculationRule,
  stuck: readonly GpcRef[] = [],
): Prepared {
  const recalculation = recalculateBaseYear(base, revised, reasonsFrom(typed), rule);
  const note = recalculation.required ? writeRecalculationNote(base.year, version, recalculation) : undefined;
  // Another set of warming potentials holds for all rows or none.
  const isWhole = base.gwpSet === revised.gwpSet || recalculation.refused.length === 0;
  return { recalculation, note, mayAccept: note !== undefined && stuck.length === 0 && isWhole };
}
