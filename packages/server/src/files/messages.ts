/** What the thread of files is asked and what it answers. Everything is plain data. */
import type { FormatErrorCode } from '@thousand-cities/formats';
import type { DocumentKind } from '@thousand-cities/store';
import type { TableRefusal, TableRequest } from './preview.ts';

export type Question =
  | { readonly kind: 'preview'; readonly bytes: Uint8Array; readonly request: TableRequest }
  /** The text of an inventory, as the store has it. */
  | { readonly kind: 'csv'; readonly text: string }
  | { readonly kind: 'xlsx'; readonly text: string }
  /** A body as it was sent that holds such a document. */
  | { readonly kind: DocumentKind; readonly text: string };

export interface Answers {
  readonly preview: Previewed | NotRead;
  readonly csv: Written;
  readonly xlsx: Written;
  readonly inventory: LargeBody;
  readonly plan: LargeBody;
}

/** A body without its document, and that as the model believes it; where there is none, the body as it is. */
export interface LargeBody {
  readonly rest: unknown;
  readonly document?: { readonly text: string; readonly year: number | undefined };
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
