/** Inventories in and out of spreadsheets: a preview of a file that writes nothing, and any version as a table or workbook. */
import { z } from '@hono/zod-openapi';
import { findVersion } from '@thousand-cities/store';
import { TABLE_BODY } from '../body.ts';
import { safeFileName } from '../disposition.ts';
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
  unkeyed: 'it changes nothing',
  answer: ImportPreview,
  run: async ({ params, query, upload, read, files }) => {
    await read((tx) => requireRight(tx, params.cityId, 'inventory.write', 'draft'));
    const { sheet, gwpSet } = query;
    const json = await files.preview(upload!.bytes, {
      file: safeFileName(query.name),
      ...(sheet !== undefined && { sheet }),
      ...(gwpSet !== undefined && { gwpSet }),
    });
    return { json };
  },
});

interface TableKind {
  readonly id: string;
  readonly path: string;
  readonly type: string;
  readonly form: 'csv' | 'xlsx';
}

const kinds: readonly TableKind[] = [
  { id: 'getInventoryTable', path: 'table.csv', type: 'text/csv; charset=utf-8', form: 'csv' },
  { id: 'getInventoryWorkbook', path: 'workbook.xlsx', type: WORKBOOK, form: 'xlsx' },
];

const exportOperations = kinds.map(({ id, path, type, form }) =>
  operation({
    id,
    method: 'get',
    path: `/cities/{cityId}/inventories/{documentId}/${path}`,
    tag: 'inventories',
    summary: `A version as ${form === 'csv' ? 'a table (CSV)' : 'a workbook (.xlsx)'}: the newest, or the one asked for`,
    asks: 'anyone',
    params: cityAnd('documentId'),
    query: z.object({ version: z.coerce.number().pipe(VersionNumber).optional() }),
    file: type,
    run: async ({ params, query, read, files }) => {
      const key = { cityId: params.cityId, id: params.documentId };
      const stored = await read((tx) => findVersion(tx, 'inventory', key, query.version));
      const { text, version } = found(stored, 'inventory');
      const { bytes, city, year } = await files.write(form, text);
      return { file: { bytes, type, name: safeFileName(`${city} ${year} v${version}.${form}`) } };
    },
  }),
);

export const tableOperations: readonly AnyOperation[] = [previewOperation, ...exportOperations];
