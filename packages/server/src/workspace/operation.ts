/** One operation of the API: what it is called, takes and gives, and what runs. The document and the checks come from it. */
import type { z } from '@hono/zod-openapi';
import type { DocumentKind, Transaction } from '@thousand-cities/store';
import type { Upload, UploadRule } from './body.ts';
import type { Evaluator } from '../evaluation/evaluator.ts';
import type { FileDesk } from '../files/desk.ts';
import type { Caller } from './caller.ts';
import type { KeptVersions, SentText } from './kept-versions.ts';
import type { Spooled } from './spool.ts';
import type { OpenWorkspace } from './store-handle.ts';

/** Who may ask at all. `session`: a person in a browser, since a token must not make tokens or move the account. */
export type Asks = 'anyone' | 'person' | 'session' | 'administrator';

/** What an operation answers. */
export interface Answer {
  readonly status?: 200 | 201 | 204;
  readonly body?: unknown;
  /** The same as text that is JSON already: what is stored is not read and written again. */
  readonly json?: string;
  /** The same, of what is sent more than once. */
  readonly sent?: SentText;
  /** A file instead of JSON. */
  readonly file?: { readonly bytes: Uint8Array | Spooled; readonly type: string; readonly name: string };
  readonly headers?: Readonly<Record<string, string>>;
  /** Whom it was about, for the log of the installation; where the path does not say. */
  readonly about?: string;
  /** Instead of `body` when the answer is kept under a key: a secret is shown once. */
  readonly keptBody?: unknown;
}

/** What an operation works with. */
export interface Work<P = unknown, Q = unknown, B = unknown> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The file that was sent; only where the operation takes one. */
  readonly upload: Upload | undefined;
  readonly caller: Caller;
  /** Of the caller; only where `asks` is not `anyone`. */
  readonly userId: string;
  readonly workspace: OpenWorkspace;
  readonly evaluator: Evaluator;
  readonly files: FileDesk;
  readonly versions: KeptVersions;
  /** Scheme and host by which the caller reached us, for links. */
  readonly origin: string;
  /** What `CITIES_URL` says, and the address this request came to: passkeys ask for both. */
  readonly publicUrl: string | undefined;
  readonly url: string;
  /** Count a new account of whoever asks. @throws {Refused} 429 after too many within an hour */
  readonly countRegistration: () => Promise<void>;
  /** Whether the caller has what the tag names: then an answer with it as its `ETag` needs no body (304). */
  readonly has: (etag: string) => boolean;
  /** The versions a caller named with `If-Match`: the newest must be one of them. */
  readonly ifMatch: readonly number[] | undefined;
  /** Read as the caller: one picture, nothing written. */
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Write as the caller, in one transaction with the answer that is kept under the caller's key. */
  write(work: (tx: Transaction) => Promise<Answer>): Promise<Answer>;
  /**
   * The same as the program itself on behalf of the caller, for what only it may do; the work decides whether the caller may,
   * or does what they must be allowed to `asThePerson`.
   */
  writeAsSystem(work: (tx: Transaction) => Promise<Answer>): Promise<Answer>;
}

type Shape = z.ZodType;
type Of<S> = S extends Shape ? z.output<S> : undefined;

export interface Operation<P extends Shape | undefined, Q extends Shape | undefined, B extends Shape | undefined> {
  /** `operationId`, for generated clients. */
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, with `{names}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly asks: Asks;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** A file as the body, instead of JSON. */
  readonly upload?: UploadRule;
  /** The body holds such a document and may be large; everything else is what people type. */
  readonly large?: DocumentKind;
  /** What is answered when it goes well; absent: nothing (204). */
  readonly answer?: Shape;
  readonly created?: boolean;
  /** Media type of a file that is answered instead of JSON. */
  readonly file?: string;
  /** Why a write takes no `Idempotency-Key`, as its description says; absent: it takes one, of whoever is signed in. */
  readonly unkeyed?: string;
  /** Whether the log of the installation is told when it is done. Default: of an administrator's writes. */
  readonly logged?: boolean;
  /** Counts as an attempt to sign in. */
  readonly guarded?: boolean;
  /** What can go wrong besides what any operation can. */
  readonly problems?: readonly number[];
  readonly run: (work: Work<Of<P>, Of<Q>, Of<B>>) => Promise<Answer>;
}

/** An operation whose types have been checked and are not needed any more. */
export type AnyOperation = Omit<Operation<Shape | undefined, Shape | undefined, Shape | undefined>, 'run'> & {
  readonly run: (work: Work<never, never, never>) => Promise<Answer>;
};

/** Define an operation. */
export function operation<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
>(definition: Operation<P, Q, B>): AnyOperation {
  return definition as unknown as AnyOperation;
}

/** Whether an operation acts once for one `Idempotency-Key`. Where it does not, a key is refused, never ignored. */
export const takesKey = (operation: Pick<AnyOperation, 'method' | 'unkeyed'>): boolean =>
  isWrite(operation) && operation.unkeyed === undefined;

export const isWrite = ({ method }: Pick<AnyOperation, 'method'>): boolean => method !== 'get';
