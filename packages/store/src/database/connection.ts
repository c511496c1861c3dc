/** What a database must offer for the store to run on it: connections that take SQL, one at a time each. */

/** A value that both databases take as a parameter. JSON travels as text, with a cast in the SQL. */
export type Parameter = string | number | boolean | null | Uint8Array | readonly string[];

/** What a statement gave. */
export interface Answer<Row = Record<string, unknown>> {
  readonly rows: readonly Row[];
  /** Rows inserted, updated or read; absent where the database does not say. */
  readonly affected?: number;
}

/** Settings by their names. */
export type Settings = Readonly<Record<string, string>>;

/** One session for one transaction. Nothing set on it outlives the transaction, and over a server no statement is named. */
export interface Connection {
  /** Open a transaction (`BEGIN` and how), with settings that hold for it alone; one message. */
  begin(how: string, settings?: Settings): Promise<void>;
  query<Row = Record<string, unknown>>(sql: string, parameters?: readonly Parameter[]): Promise<Answer<Row>>;
  /** Several statements at once, without parameters. */
  script(sql: string): Promise<void>;
  /** Give it back; `broken` when its state is not known, so that nobody gets it again. */
  release(broken?: boolean): void;
}

/** Where connections come from: a pool of a server, or the turns of the one session of the embedded database. */
export interface ConnectionSource {
  readonly kind: 'embedded' | 'server';
  acquire(): Promise<Connection>;
  close(): Promise<void>;
}
