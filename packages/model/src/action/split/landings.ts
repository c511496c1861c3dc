/** Cells of nothing yet: places where actions may bring activity to. */
import type { Cell } from '../types.ts';
import { subsectorOf } from '../../inventory/gpc.ts';
import { cellIdOf } from './cell-id.ts';
import { factorOfCell } from './factor.ts';
import type { CellPart, PartContext } from './parts.ts';
import { refWithin } from '../select.ts';
import type { Landing } from './types.ts';

/** Parts with amount 0 for every landing that some present cell may shift to and that is not there yet. */
export function landingParts(
  cells: ReadonlyMap<string, Cell>,
  landings: readonly Landing[],
  context: PartContext,
): CellPart[] {
  const wanted = new Map<string, CellPart>();
  for (const landing of landings) {
    for (const cell of cells.values()) {
      if (!leadsFrom(landing, cell)) continue;
      const ref = landingRef(landing.toRef, cell.ref);
      const use = landing.toUse ?? cell.use;
      const id = cellIdOf(ref, use, landing.toCarrier);
      if (cells.has(id) || wanted.has(id)) continue;
      const factor = factorOfCell(ref, use, landing.toCarrier, context);
      if (!factor) continue;
      wanted.set(id, {
        ref,
        use,
        carrier: landing.toCarrier,
        amount: 0,
        unit: factor.unit,
        factors: factor.factors,
        provenance: factor.provenance === 'assumption' ? 'assumption' : 'default',
        uncertainty: {
          activity: { factor95: 1 },
          factor: { factor95: factor.factor95, sharedBy: `factor:${landing.toCarrier}` },
        },
        sources: [factor.source],
        note: 'nothing in the base year; actions may shift activity here',
        ...(use === 'land' ? { sink: true } : {}),
      });
    }
  }
  return [...wanted.values()];
}

function leadsFrom(landing: Landing, cell: Cell): boolean {
  return (
    landing.whenRefs.some((prefix) => refWithin(cell.ref, prefix)) &&
    landing.whenUses.includes(cell.use) &&
    (!landing.whenCarriers || landing.whenCarriers.includes(cell.carrier))
  );
}

function landingRef(toRef: string, from: string): string {
  if (toRef === '=') return from;
  return toRef.startsWith('*') ? `${subsectorOf(from)}${toRef.slice(1)}` : toRef;
}
