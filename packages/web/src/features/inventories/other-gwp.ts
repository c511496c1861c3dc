/** The same gases by other warming potentials. */
import { co2eOf, isMissing, type GpcRef, type GwpSet, type Inventory } from '@thousand-cities/model';

/** An inventory by another set, and the references that cannot be said in it because their gases are not known. */
export interface OtherGwp {
  readonly inventory: Inventory;
  readonly stuck: readonly GpcRef[];
}

/**
 * Weigh every row's gas masses by another set. A row that has only CO2e keeps its figure and is named in `stuck`: an inventory with
 * such rows must not be taken over, as it would add up tonnes of two kinds.
 *
 * @throws {DomainError} `unknown-gas`
 */
export function inOtherGwp(inventory: Inventory, set: GwpSet): OtherGwp {
  const stuck = new Set<GpcRef>();
  const rows = inventory.rows.map((row) => {
    if (isMissing(row.co2eTonnes) || row.co2eTonnes === 0) return row;
    if (row.gases === undefined) {
      stuck.add(row.ref);
      return row;
    }
    const co2eTonnes = co2eOf(row.gases, set);
    const { interval, ...rest } = row;
    const scale = co2eTonnes / row.co2eTonnes;
    if (interval === undefined) return { ...rest, co2eTonnes };
    const { low, high } = interval;
    return { ...rest, co2eTonnes, interval: { central: co2eTonnes, low: low * scale, high: high * scale } };
  });
  const { totalIntervals: _stale, ...rest } = inventory;
  return { inventory: { ...rest, gwpSet: set.id, rows }, stuck: [...stuck] };
}
