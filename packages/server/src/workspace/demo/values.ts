/** Figures that show in the demo how a city's own look. They are the estimates, rounded, and say so: nothing is made up. */
import { isMissing, type Inventory, type InventoryRow } from '@thousand-cities/model';

/** References whose estimate the demo shows as if a department had given it. */
const GIVEN: Readonly<Record<string, string>> = {
  'I.1.2': 'Demo: as if the power company had sent the sales to homes. The estimate, rounded.',
  'II.1.1': 'Demo: as if the fuel sales had been counted. The estimate, rounded.',
  'III.1.1': 'Demo: as if the weighbridge had been read. The estimate, rounded.',
};

/** A draft in which some figures stand as a city's own. It is never published. */
export function withDemoValues(inventory: Inventory): Inventory {
  return { ...inventory, rows: inventory.rows.map(given) };
}

function given(row: InventoryRow): InventoryRow {
  const note = GIVEN[row.ref];
  const { co2eTonnes } = row;
  if (note === undefined || isMissing(co2eTonnes)) return row;
  const { gases: _gases, interval: _interval, biogenicCo2Tonnes: _bio, ...rest } = row;
  const rounded = Number(co2eTonnes.toPrecision(2));
  return { ...rest, co2eTonnes: rounded, provenance: 'city-value', quality: { activity: 'M', factor: 'M' }, sources: ['demo'], note }; // prettier-ignore
}
