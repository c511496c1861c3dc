/** Readers and writers of outside formats. File-shaped types stay inside; model types come out. */
export * from './format-error.ts';
export * from './country-code.ts';
export * from './text/figure.ts';
export type { Bytes } from './table/csv-rows.ts';
export * from './inventory-table/index.ts';
export * from './emissions/index.ts';
export * from './network-table/index.ts';
export { looksLikeWorkbook } from './workbook/open.ts';
export { ARCHIVE_LIMITS, readDirectory, type ArchiveEntry, type ArchiveLimits } from './archive/index.ts';
