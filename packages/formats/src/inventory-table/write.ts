/** An inventory as a file for spreadsheets: CSV, or a workbook with the lists of the GPC. Text stays text: nothing in it can run. */
import { GPC_REFERENCES, type Inventory } from '@thousand-cities/model';
import { writeWorkbook } from '../workbook/write.ts';
import { csvCell } from '../text/csv-cell.ts';
import { tableOf } from './table-of.ts';

/** The table as CSV (RFC 4180), UTF-8 with a byte order mark, which spreadsheet programs need to know it. */
export function inventoryCsvTable(inventory: Inventory): string {
  const { columns, rows } = tableOf(inventory);
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('')}`;
}

/** The table as a workbook: the inventory, and a sheet with the 54 references from which its column is filled. */
export function inventoryWorkbook(inventory: Inventory): Promise<Uint8Array> {
  const { columns, rows } = tableOf(inventory);
  const references = GPC_REFERENCES.map(({ ref, scope, description }) => [ref, scope, description]);
  return writeWorkbook([
    {
      name: `Inventory ${inventory.year}`,
      columns,
      rows,
      lists: [
        { column: 'gpc_ref', from: `References!$A$2:$A$${references.length + 1}` },
        { column: 'gwp_set', values: ['AR4', 'AR5', 'AR6'] },
      ],
    },
    { name: 'References', columns: ['Reference', 'Scope', 'What it counts'], rows: references, lists: [] },
  ]);
}
