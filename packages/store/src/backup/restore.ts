/** Put a backup in the place of what a store holds: all of it, or nothing. */
import { DomainError } from '@thousand-cities/model';
import type { Connection, ConnectionSource } from '../database/connection.ts';
import { SCHEMA, SYSTEM_ROLE, transaction } from '../database/database.ts';
import { refusalOf, sqlState } from '../database/faults.ts';
import { migrateOn, presentVersion } from '../migrate/migrate.ts';
import { checkBackup, readBackup, type BackupSummary, type BackupTable } from './format.ts';

/** Rows put in at once, and the text that is enough for a portion. */
const PORTION_ROWS = 200;
const PORTION_LENGTH = 4_000_000;

/**
 * Restore a backup. The file is read to its end before anything is touched; then, in one transaction, the tables are made
 * anew in the version of the backup, filled, and brought to the present version. A backup of the embedded database goes
 * into a server and the other way round.
 *
 * @param force replace what is there; without it a store that holds people or cities is refused
 * @throws {DomainError} `backup-invalid`, `backup-newer`, `store-not-empty`
 */
export async function restoreBackup(
  source: ConnectionSource,
  path: string,
  { force = false }: { readonly force?: boolean } = {},
): Promise<BackupSummary> {
  const summary = await checkBackup(path);
  try {
    const begin = (connection: Connection) => connection.begin('BEGIN');
    await transaction(source, begin, async (connection) => {
      if (!force) await requireEmpty(connection);
      await connection.script(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
      await migrateOn(connection, summary.header.version);
      await connection.script(`SET LOCAL ROLE ${SYSTEM_ROLE}; SET CONSTRAINTS ALL DEFERRED`);
      await fill(connection, path);
      await connection.script('SET CONSTRAINTS ALL IMMEDIATE; SET LOCAL ROLE NONE');
      await migrateOn(connection, presentVersion());
    });
  } catch (error) {
    throw contradicts(error)
      ? new DomainError('backup-invalid', `${path}: its rows do not fit together: ${error.message}`, [path], {
          cause: error,
        })
      : refusalOf(error);
  }
  return summary;
}

/** True where the database found a row that is no row of its table, or that refers to nothing: classes 22 and 23. */
function contradicts(error: unknown): error is Error {
  return /^2[23]/.test(sqlState(error) ?? '');
}

async function requireEmpty(connection: Connection): Promise<void> {
  const { rows: tables } = await connection.query(`SELECT FROM pg_tables WHERE schemaname = $1 AND tablename = 'cities'`, [SCHEMA]); // prettier-ignore
  if (tables.length === 0) return;
  // The owner does not see past row-level security; the system role does.
  await connection.script(`SET LOCAL ROLE ${SYSTEM_ROLE}`);
  const { rows } = await connection.query<{ users: number; cities: number }>(
    `SELECT (SELECT count(*) FROM ${SCHEMA}.users) AS users, (SELECT count(*) FROM ${SCHEMA}.cities) AS cities`,
  );
  await connection.script('SET LOCAL ROLE NONE');
  const { users, cities } = rows[0]!;
  if (users + cities === 0) return;
  throw new DomainError(
    'store-not-empty',
    `the store holds ${count(cities, 'city', 'cities')} and ${count(users, 'person', 'people')}; restoring replaces all of it`,
  );
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

async function fill(connection: Connection, path: string): Promise<void> {
  let table: BackupTable | undefined;
  let portion: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    if (table && portion.length > 0) await insert(connection, table, portion);
    portion = [];
    length = 0;
  };
  for await (const row of readBackup(path)) {
    if (row.table !== table || portion.length === PORTION_ROWS || length > PORTION_LENGTH) await flush();
    table = row.table;
    portion.push(row.json);
    length += row.json.length;
  }
  await flush();
}

async function insert(connection: Connection, table: BackupTable, rows: readonly string[]): Promise<void> {
  await connection.query(
    `INSERT INTO ${SCHEMA}.${table} SELECT * FROM json_populate_recordset(NULL::${SCHEMA}.${table}, $1::json)`,
    [`[${rows.join(',')}]`],
  );
}
