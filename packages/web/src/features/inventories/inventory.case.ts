/** Small inventories for tests of this room. */
import type { Inventory, InventoryRow, Reported } from '@thousand-cities/model';

export function row(ref: string, co2eTonnes: Reported, more: Partial<InventoryRow> = {}): InventoryRow {
  return { ref, co2eTonnes, provenance: 'city-value', sources: [], ...more };
}

export function inventoryWith(rows: readonly InventoryRow[], more: Partial<Inventory> = {}): Inventory {
  return { city: { name: 'Riga', country: 'LVA' }, year: 2021, population: 1000, gwpSet: 'AR5', rows, ...more };
}

export const activity = (carrier: string, amount: number, unit = 'MWh', name = 'heating') => ({
  activity: { activity: name, carrier, amount, unit },
});
