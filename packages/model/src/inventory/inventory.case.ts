/** Small inventories for tests. */
import type { Inventory, InventoryRow, Reported } from './types.ts';

export function row(ref: string, co2eTonnes: Reported, more: Partial<InventoryRow> = {}): InventoryRow {
  return { ref, co2eTonnes, provenance: 'city-value', sources: [], ...more };
}

export function inventoryOf(rows: readonly InventoryRow[], more: Partial<Inventory> = {}): Inventory {
  return {
    city: { name: 'Anywhere', country: 'XXX' },
    year: 2020,
    population: 1_000_000,
    gwpSet: 'AR5',
    rows,
    ...more,
  };
}
