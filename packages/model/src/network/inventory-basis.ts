/** What a plan's first year stands on: figures the city reported, or public ones. */
import { inBoundary, isMissing, type Inventory } from '../inventory/index.ts';
import type { Plan } from '../plan/index.ts';
import type { Provenance } from '../source.ts';
import type { CityPaths } from './types.ts';

/** From this share of territorial tonnes on, an inventory is the city's own. */
const MOSTLY = 0.5;

/**
 * Tell whether a city reported its inventory. Every territorial row of the base year with a figure weighs its t CO2e,
 * regardless of sign; a row is reported unless its provenance is `default` or `assumption`. Half the tonnes make the
 * inventory `reported`, and the share says how much of it is. Where the plan keeps no inventory of its base year, its cells
 * are asked instead, weighing alike; without any figure nothing is reported.
 */
export function inventoryBasis(plan: Plan): CityPaths['inventory'] {
  const { baseYear } = plan.baseline;
  const inventory = plan.inventories.find(({ year }) => year === baseYear);
  const reportedShare = inventory ? shareOfRows(inventory) : shareOfCells(plan);
  return { kind: reportedShare >= MOSTLY ? 'reported' : 'starter', year: baseYear, reportedShare };
}

function shareOfRows({ rows }: Inventory): number {
  return shareOf(
    rows.flatMap(({ ref, co2eTonnes, provenance }) =>
      isMissing(co2eTonnes) || !inBoundary(ref, 'territorial') ? [] : [{ tonnes: co2eTonnes, provenance }],
    ),
  );
}

/** Cells weigh alike: how good the figures are must not hang on warming potentials. */
function shareOfCells({ baseline }: Plan): number {
  const cells = baseline.cells.filter(({ ref, amount }) => amount !== 0 && inBoundary(ref, 'territorial'));
  return shareOf(cells.map(({ provenance }) => ({ tonnes: 1, provenance })));
}

function shareOf(figures: readonly { readonly tonnes: number; readonly provenance: Provenance }[]): number {
  let all = 0;
  let reported = 0;
  for (const { tonnes, provenance } of figures) {
    all += Math.abs(tonnes);
    if (provenance !== 'default' && provenance !== 'assumption') reported += Math.abs(tonnes);
  }
  return all === 0 ? 0 : reported / all;
}
