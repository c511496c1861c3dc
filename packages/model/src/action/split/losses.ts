/** Grid losses (I.x.3, II.x.3): as a share of the consumption they follow where the figures agree, else as cells of their own. */
import type { Finding } from '../../finding.ts';
import { co2eOf, type GwpSet } from '../../gas.ts';
import type { InventoryRow } from '../../inventory/types.ts';
import type { Cell } from '../types.ts';
import { subsectorOf } from '../../inventory/gpc.ts';
import { cellIdOf } from './cell-id.ts';
import { rowFactor95, splitUncertainty } from './spread.ts';

/** Losses above this share of consumption are not losses of a grid: the row holds something else (trips across the boundary). */
const LARGEST_LOSS_SHARE = 0.5;
/** Transport's scope 3 also holds travel outside the city: only a share near the country's own losses is read as losses. */
const TRANSPORT_LOSS_MARGIN = 2;
const UNKNOWN_GRID_LOSSES = 0.15;

/** Whether a row is scope 3 of stationary energy or transport. */
export function mayBeLosses(ref: string): boolean {
  return /^(I\.[1-6]|II\.[1-5])\.3$/.test(ref);
}

/** Share of losses in consumption if the row can be read so: its CO2e over that of the sub-sector's grid electricity. */
export function lossShare(
  ref: string,
  co2e: number,
  parents: readonly Cell[],
  gwpSet: GwpSet,
  gridLosses: number | undefined,
): number | undefined {
  const consumed = parents.reduce((total, cell) => total + cell.amount * co2eOf(cell.factors, gwpSet), 0);
  if (!(consumed > 0) || !(co2e > 0)) return undefined;
  const share = co2e / consumed;
  if (share > LARGEST_LOSS_SHARE) return undefined;
  const plausible = TRANSPORT_LOSS_MARGIN * (gridLosses ?? UNKNOWN_GRID_LOSSES);
  return ref.startsWith('II.') && share > plausible ? undefined : share;
}

/** Grid-electricity cells of the same sub-sector's scope 2. */
export function lossParents(ref: string, cells: Iterable<Cell>): Cell[] {
  const parentRef = `${subsectorOf(ref)}.2`;
  return [...cells].filter((cell) => cell.ref === parentRef && cell.carrier === 'grid-electricity');
}

/** One loss cell for each parent, landing cells included: activity is the parent's times `share`, after all levers. */
export function lossCells(row: InventoryRow, share: number, parents: readonly Cell[]): Cell[] {
  return parents.map((parent) => ({
    id: cellIdOf(row.ref, parent.use, parent.carrier),
    ref: row.ref,
    use: parent.use,
    carrier: parent.carrier,
    amount: share * parent.amount,
    unit: parent.unit,
    factors: parent.factors,
    activityDrivers: [],
    intensityDrivers: parent.intensityDrivers,
    derivedFrom: { cell: parent.id, share },
    provenance: 'default',
    uncertainty: splitUncertainty(row.ref, rowFactor95(row), 1),
    sources: [...new Set([...row.sources, ...parent.sources])],
    note: `${(share * 100).toFixed(1)} % of the consumption of ${parent.id} is lost on the way`,
  }));
}

/** What to say where a scope 3 row is not read as losses. */
export function lossFinding(ref: string): Finding {
  return {
    code: 'losses-standalone',
    severity: 'note',
    path: ['inventory', ref],
    message: `${ref} does not follow the grid consumption of ${subsectorOf(ref)}.2; it is kept as cells of its own`,
    remedy: 'Check that scope 2 is reported and that losses use the same grid factor.',
    values: { ref },
  };
}
