/** What the thread of files is asked and what it answers. Everything is plain data. */
import type { FormatErrorCode } from '@thousand-cities/formats';
import type { TableRefusal, TableRequest } from './preview.ts';

export type Question =
  | { readonly kind: 'preview'; readonly bytes: Uint8Array; readonly request: TableRequest }
  /** The text of an inventory, as the store has it. */
  | { readonly kind: 'csv' | 'xlsx'; readonly text: string };

export interface Answers {
  readonly preview: Previewed | NotRead;
  readonly csv: Written;
  readonly xlsx: Written;
}

/** The preview as JSON already: it is larger than the file. */
export interface Previewed {
  readonly json: string;
}

/** The file as a whole cannot be read. */
export interface NotRead {
  readonly code: FormatErrorCode;
  readonly message: string;
  readonly members: TableRefusal & { readonly choices: readonly string[] | undefined };
}

/** An inventory as a file, and what to call it. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly city: string;
  readonly year: number;
}
