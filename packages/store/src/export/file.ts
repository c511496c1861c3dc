/** A file to be: where, below the city's folder, and what. */
export interface ExportedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}
