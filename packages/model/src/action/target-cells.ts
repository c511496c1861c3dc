/** Where moved activity arrives: the target cell of a shift or divert, made with borrowed factors where the city has none. */
import { DomainError } from '../errors.ts';
import { sectorOf, subsectorOf } from '../inventory/gpc.ts';
import type { GpcRef } from '../inventory/types.ts';
import type { Mover, SinkLever } from './select.ts';
import { canonicalLevers, compareText, isMover, isSinkLever, refWithin, selects } from './select.ts';
import type { Action, Carrier, Cell, EndUse } from './types.ts';

/** Carriers whose factor depends on what is done with them: a donor must share the use as well. */
const USE_BOUND: readonly Carrier[] = ['mixed-msw', 'organic-waste', 'sewage', 'none'];
/** Carriers that are supplied, so that their emissions are reported as scope 2. */
const SUPPLIED: readonly Carrier[] = ['grid-electricity', 'district-heat', 'district-cooling'];

function useAtTarget(lever: Mover, source: Cell): EndUse {
  return lever.to.use ?? source.use;
}

/** Say whether activity of `source` moved by `lever` may arrive in `cell`. Derived cells follow their parent and receive nothing. */
function mayReceive(cell: Cell, lever: Mover, source: Cell): boolean {
  return (
    cell.derivedFrom === undefined &&
    cell.carrier === lever.to.carrier &&
    cell.use === useAtTarget(lever, source) &&
    (lever.to.ref === undefined ? subsectorOf(cell.ref) === subsectorOf(source.ref) : refWithin(cell.ref, lever.to.ref))
  );
}

/** Say whether a shift or divert takes activity out of a cell. What already is where it would go stays. */
export function movesFrom(lever: Mover, cell: Cell): boolean {
  return cell.derivedFrom === undefined && selects(lever.select, cell) && !mayReceive(cell, lever, cell);
}

/**
 * Find the cell in which activity moved out of `source` arrives: same sub-sector (or `to.ref`), same use (or `to.use`),
 * carrier `to.carrier`. Of several, the one under the source's own reference, then the first by id.
 */
export function findTarget(cells: readonly Cell[], lever: Mover, source: Cell): Cell | undefined {
  return cells
    .filter((cell) => mayReceive(cell, lever, source))
    .sort((a, b) => Number(b.ref === source.ref) - Number(a.ref === source.ref) || compareText(a.id, b.id))[0];
}

/** Find the cell that an added sink is counted in. */
export function findSink(cells: readonly Cell[], lever: SinkLever): Cell | undefined {
  return cells
    .filter((cell) => cell.ref === lever.ref && (cell.sink === true || cell.id === sinkId(lever.ref)))
    .sort((a, b) => compareText(a.id, b.id))[0];
}

/**
 * Add a zero-amount cell wherever an action moves activity to a carrier the city does not use yet, or adds a sink where
 * there is none. Factors, drivers and price are borrowed from the nearest cell with that carrier: same use, then same
 * sub-sector, then same sector. Cells derived from the donor (grid losses) are added alongside. Existing cells are unchanged.
 *
 * @param donors further cells to borrow from, e.g. from the reference set; the city's own come first
 * @throws {DomainError} `missing-figure` when no cell with that carrier is known.
 */
export function ensureTargetCells(
  cells: readonly Cell[],
  actions: readonly Action[],
  donors: readonly Cell[] = [],
): readonly Cell[] {
  const all = [...cells];
  for (const placed of canonicalLevers(actions)) {
    if (isSinkLever(placed) && !findSink(all, placed.lever)) all.push(emptySink(placed.lever));
    if (!isMover(placed)) continue;
    for (const source of cells) {
      if (source.amount === 0 || !movesFrom(placed.lever, source) || findTarget(all, placed.lever, source)) continue;
      all.push(...borrowedCells(all, donors, placed.lever, source, placed.action));
    }
  }
  return all.length === cells.length ? cells : all;
}

function borrowedCells(
  cells: readonly Cell[],
  donors: readonly Cell[],
  lever: Mover,
  source: Cell,
  action: Action,
): Cell[] {
  const known = [...cells, ...donors];
  const donor = nearestDonor(known, lever, source);
  const use = useAtTarget(lever, source);
  if (!donor)
    throw new DomainError(
      'missing-figure',
      `action "${action.id}" moves ${source.id} to ${lever.to.carrier} (${use}), and no cell tells its factor`,
      ['actions', action.id],
    );
  const ref = targetRef(lever, source);
  const target = { ...emptied(donor, ref, use), amount: 0 };
  const followers = known
    .filter((cell) => cell.derivedFrom?.cell === donor.id)
    .map((cell) => ({
      ...emptied(cell, `${subsectorOf(ref)}.${cell.ref.split('.').at(-1)}`, use),
      amount: 0,
      derivedFrom: { cell: target.id, share: cell.derivedFrom!.share },
    }))
    .filter((cell) => !cells.some((other) => other.id === cell.id));
  return [target, ...followers];
}

function nearestDonor(cells: readonly Cell[], lever: Mover, source: Cell): Cell | undefined {
  const use = useAtTarget(lever, source);
  const ref = targetRef(lever, source);
  const nearness = (cell: Cell): number =>
    (sectorOf(cell.ref) === sectorOf(ref) ? 4 : 0) +
    (subsectorOf(cell.ref) === subsectorOf(ref) ? 2 : 0) +
    (cell.use === use ? 1 : 0);
  return cells
    .filter((cell) => cell.carrier === lever.to.carrier && cell.derivedFrom === undefined && cell.sink !== true)
    .filter((cell) => !USE_BOUND.includes(cell.carrier) || cell.use === use)
    .sort((a, b) => nearness(b) - nearness(a) || compareText(a.id, b.id))[0];
}

/** Reference of a new target cell: as the lever says, else scope 2 for supplied carriers and scope 1 for what is burnt in the city. */
function targetRef(lever: Mover, source: Cell): GpcRef {
  if (lever.to.ref !== undefined) return lever.to.ref;
  const sector = sectorOf(source.ref);
  if (sector !== 'I' && sector !== 'II') return source.ref;
  if (SUPPLIED.includes(lever.to.carrier)) return `${subsectorOf(source.ref)}.2`;
  return source.ref.endsWith('.2') ? `${subsectorOf(source.ref)}.1` : source.ref;
}

function emptied(donor: Cell, ref: GpcRef, use: EndUse): Cell {
  return {
    ...donor,
    id: `${ref}:${use}:${donor.carrier}`,
    ref,
    use,
    provenance: 'default',
    note: `nothing in the base year; factors and price as ${donor.id}`,
  };
}

function sinkId(ref: GpcRef): string {
  return `${ref}:land:none`;
}

function emptySink(lever: SinkLever): Cell {
  return {
    id: sinkId(lever.ref),
    ref: lever.ref,
    use: 'land',
    carrier: 'none',
    amount: 0,
    unit: 'ha',
    factors: {},
    activityDrivers: [],
    intensityDrivers: [],
    sink: true,
    provenance: 'default',
    uncertainty: { activity: { factor95: 1 }, factor: { factor95: 1 } },
    sources: lever.sources,
    note: 'nothing in the base year; removals added by actions are counted here',
  };
}
