/** Which cells a lever acts on, and in what order levers act. */
import type { GpcRef } from '../inventory/types.ts';
import type { Action, Cell, CellId, CellSelector, Lever } from './types.ts';
import { LEVER_KINDS } from './types.ts';

/** A lever with the action it belongs to and its place in `action.levers`. */
export interface PlacedLever<L extends Lever = Lever> {
  readonly action: Action;
  readonly index: number;
  readonly lever: L;
}

export type Mover = Extract<Lever, { kind: 'shift-carrier' | 'divert' }>;
export type SinkLever = Extract<Lever, { kind: 'add-sink' }>;

export function isMover(placed: PlacedLever): placed is PlacedLever<Mover> {
  return placed.lever.kind === 'shift-carrier' || placed.lever.kind === 'divert';
}

export function isSinkLever(placed: PlacedLever): placed is PlacedLever<SinkLever> {
  return placed.lever.kind === 'add-sink';
}

/** Order by code unit, the same in every engine and locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Put all levers in canonical order: by kind as in `LEVER_KINDS`, then action id, then place in the action. */
export function canonicalLevers(actions: readonly Action[]): PlacedLever[] {
  return actions
    .flatMap((action) => action.levers.map((lever, index) => ({ action, index, lever })))
    .sort(
      (a, b) =>
        LEVER_KINDS.indexOf(a.lever.kind) - LEVER_KINDS.indexOf(b.lever.kind) ||
        compareText(a.action.id, b.action.id) ||
        a.index - b.index,
    );
}

/** Say whether `ref` is `pattern` or lies under it: `I.1` holds `I.1.2` but not `I.10`. */
export function refWithin(ref: string, pattern: string): boolean {
  return ref === pattern || ref.startsWith(`${pattern}.`);
}

/** Say whether a selector takes a cell: every field that is given must match. */
export function selects(select: CellSelector, cell: Cell): boolean {
  return (
    (select.refs?.some((pattern) => refWithin(cell.ref, pattern)) ?? true) &&
    (select.uses?.includes(cell.use) ?? true) &&
    (select.carriers?.includes(cell.carrier) ?? true)
  );
}

/** GPC reference at the head of a cell id: `III.1.1` of `III.1.1:landfill:mixed-msw`. */
export function refOfCell(id: CellId): GpcRef {
  return id.slice(0, id.indexOf(':'));
}
