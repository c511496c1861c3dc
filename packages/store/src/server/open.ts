/** A PostgreSQL server as the database: a pool of connections by its URL. */
import pg from 'pg';
import { DomainError } from '@thousand-cities/model';
import type { Connection, ConnectionSource, Parameter, Settings } from '../database/connection.ts';
import { parsers } from '../database/values.ts';

/** How long a transaction waits for a connection, ms. */
const PATIENCE_MS = 10_000;

/** The oldest server whose SQL the migrations keep to. */
const OLDEST_SERVER = 150_000;

const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    parsers[id] ?? (pg.types.getTypeParser(id, format as 'text') as (text: string) => unknown),
} as pg.CustomTypesConfig;

/**
 * Open a pool to a server.
 *
 * @param url `postgresql://user:password@host/database`, as in `DATABASE_URL`
 * @param connections the most that are open at once; beyond that, transactions wait their turn
 * @throws {DomainError} `store-unavailable` when the server does not answer or is older than PostgreSQL 15
 */
export async function openServer(url: string, connections = 10): Promise<ConnectionSource> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    application_name: 'thousand-cities',
    // For a connection that is free, or one that answers.
    connectionTimeoutMillis: PATIENCE_MS,
  });
  // A connection that is lost while idle leaves the pool; the next transaction opens another.
  pool.on('error', () => undefined);
  // The pool listens to idle connections alone. One that breaks in a transaction, or on its way into or out of one, would end
  // the process without a listener; what was asked of it fails by itself.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await checkVersion(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { kind: 'server', acquire: () => acquireFrom(pool), close: () => pool.end() };
}

async function checkVersion(pool: pg.Pool): Promise<void> {
  const connection = await acquireFrom(pool);
  // Given back also where it breaks: a pool does not end before all of its connections have come back.
  const asked = connection.query<{ version: string }>(`SELECT current_setting('server_version_num') AS version`);
  const { rows } = await asked.finally(() => connection.release());
  if (Number(rows[0]!.version) < OLDEST_SERVER) {
    throw new DomainError('store-unavailable', `the server is PostgreSQL ${rows[0]!.version}; 15 or newer is needed`);
  }
}

async function acquireFrom(pool: pg.Pool): Promise<Connection> {
  const client = await pool.connect().catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : String(cause);
    throw new DomainError('store-unavailable', `the database server does not answer: ${why}`, [], { cause });
  });
  return connectionOver(client);
}

function connectionOver(client: pg.PoolClient): Connection {
  return {
    begin: async (how, settings) => void (await client.query(settings ? `${how}; ${settingsText(settings)}` : how)),
    query: async <Row>(sql: string, parameters: readonly Parameter[] = []) => {
      const { rows, rowCount } = await client.query<Record<string, unknown>>(sql, parameters.map(sendable));
      return { rows: rows as unknown as readonly Row[], ...(rowCount !== null && { affected: rowCount }) };
    },
    script: async (sql) => void (await client.query(sql)),
    release: (broken = false) => client.release(broken),
  };
}

/** As one statement, since a message that holds several takes no parameters. */
function settingsText(settings: Settings): string {
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  return `SELECT ${calls.join(', ')}`;
}

/** `pg` sends a Buffer as bytes; of any other byte array it would send the JSON. */
function sendable(value: Parameter): unknown {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}
