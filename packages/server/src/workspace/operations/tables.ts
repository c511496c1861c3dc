/** Inventories in and out of spreadsheets: a preview of a file that writes nothing, and any version as a table or workbook. */
import { z } from '@hono/zod-openapi';
import { inventoryCsvTable, inventoryWorkbook } from '@thousand-cities/formats';
import { inventoryOf, type Inventory } from '@thousand-cities/model';
import { findVersion } from '@thousand-cities/store';
import { TABLE_BODY } from '../body.ts';
import { safeFileName } from '../disposition.ts';
import { previewTable } from '../import-table.ts';
import { operation, type AnyOperation } from '../operation.ts';
import { found, requireRight } from '../rights-check.ts';
import { cityAnd, CityParams, ImportPreview, VersionNumber } from '../schemas.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const previewOperation = operation({
  id: 'previewInventoryImport',
  method: 'post',
  path: '/cities/{cityId}/inventories/import-preview',
  tag: 'inventories',
  summary: 'Read a table (CSV) or workbook (.xlsx) of inventories and say what it holds; nothing is written',
  asks: 'person',
  params: CityParams,
  query: z.object({
    name: z.string().min(1).max(300),
    sheet: z.string().max(100).optional(),
    gwpSet: z.enum(['AR4', 'AR5', 'AR6']).optional(),
  }),
  upload: { types: ['text/csv', WORKBOOK, 'application/octet-stream'], limit: TABLE_BODY },
  keyed: false,
  answer: ImportPreview,
  run: async ({ params, query, upload, read }) => {
    await read((tx) => requireRight(tx, params.cityId, 'inventory.write', 'draft'));
    const { sheet, gwpSet } = query;
    const preview = await previewTable(upload!.bytes, {
      file: safeFileName(query.name),
      ...(sheet !== undefined && { sheet }),
      ...(gwpSet !== undefined && { gwpSet }),
    });
    const entries = preview.entries.map(({ inventory, ...entry }) => ({ ...entry, document: inventory }));
    return { body: { ...preview, entries } };
  },
});

interface TableKind {
  readonly id: string;
  readonly path: string;
  readonly type: string;
  readonly ending: string;
  readonly write: (inventory: Inventory) => Promise<Uint8Array>;
}

const kinds: readonly TableKind[] = [
  {
    id: 'getInventoryTable',
    path: 'table.csv',
    type: 'text/csv; charset=utf-8',
    ending: 'csv',
    write: (inventory) => Promise.resolve(new TextEncoder().encode(inventoryCsvTable(inventory))),
  },
  { id: 'getInventoryWorkbook', path: 'workbook.xlsx', type: WORKBOOK, ending: 'xlsx', write: inventoryWorkbook },
];

const exportOperations = kinds.map(({ id, path, type, ending, write }) =>
  operation({
    id,
    method: 'get',
    path: `/cities/{cityId}/inventories/{documentId}/${path}`,
    tag: 'inventories',
    summary: `A version as ${ending === 'csv' ? 'a table (CSV)' : 'a workbook (.xlsx)'}: the newest, or the one asked for`,
    asks: 'anyone',
    params: cityAnd('documentId'),
    query: z.object({ version: z.coerce.number().pipe(VersionNumber).optional() }),
    file: type,
    run: ({ params, query, read }) =>
      read(async (tx) => {
        const key = { cityId: params.cityId, id: params.documentId };
        const { text, version } = found(await findVersion(tx, 'inventory', key, query.version), 'inventory');
        const inventory = inventoryOf(JSON.parse(text));
        const name = safeFileName(`${inventory.city.name} ${inventory.year} v${version}.${ending}`);
        return { file: { bytes: await write(inventory), type, name } };
      }),
  }),
);

export const tableOperations: readonly AnyOperation[] = [previewOperation, ...exportOperations];
