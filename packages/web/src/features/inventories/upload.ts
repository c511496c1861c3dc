/** Sending files as the body of a request. */
import { client, data, type Schemas } from '../../shared/client/client.ts';

/** Endings that the server keeps, as a file field wants them. */
export const EVIDENCE_TYPES = '.pdf,.png,.jpg,.jpeg,.webp,.tif,.tiff,.xlsx,.docx,.pptx,.ods,.odt,.csv,.tsv,.txt';
/** Bytes: as the server allows. */
export const LARGEST_EVIDENCE = 20 * 1024 * 1024;
export const TABLE_TYPES = '.csv,.tsv,.txt,.xlsx,.xlsm';
export const LARGEST_TABLE = 10 * 1024 * 1024;

export type ImportPreview = Schemas['ImportPreview'];

/** A body that is sent as it is. The generated types know a file as a string. */
const asBody = (file: Blob) => ({
  body: file as unknown as string,
  bodySerializer: (body: unknown) => body as Blob,
  headers: { 'Content-Type': 'application/octet-stream' },
});

/** Keep a file behind a place. @throws {ProblemError} */
export async function uploadEvidence(
  { cityId, documentId, place }: { readonly cityId: string; readonly documentId: string; readonly place: string },
  file: File,
  supersedes?: string,
): Promise<void> {
  const about = { kind: 'inventory' as const, subjectId: documentId, place, name: file.name };
  const query = { ...about, ...(supersedes !== undefined && { supersedes }) };
  await client.POST('/cities/{cityId}/evidence', { params: { path: { cityId }, query }, ...asBody(file) });
}

/** Ask what a table or workbook holds; nothing is written. @throws {ProblemError} with `place`, `problem`, `remedy`, `choices` */
export function previewImport(
  cityId: string,
  file: File,
  options: { readonly gwpSet: 'AR4' | 'AR5' | 'AR6'; readonly sheet?: string },
): Promise<ImportPreview> {
  const query = { name: file.name, ...options };
  return data(
    client.POST('/cities/{cityId}/inventories/import-preview', {
      params: { path: { cityId }, query },
      ...asBody(file),
    }),
  );
}
