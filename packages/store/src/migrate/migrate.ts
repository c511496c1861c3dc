/** Bring a database to the present version: forward only, one transaction, one process at a time. */
import { createHash } from 'node:crypto';
import { DomainError } from '@thousand-cities/model';
import type { Connection, ConnectionSource } from '../database/connection.ts';
import { APP_ROLE, SCHEMA, SYSTEM_ROLE, transaction } from '../database/database.ts';
import { refusalOf, sqlState } from '../database/faults.ts';
import { migrations, type Migration } from './files.ts';

/** The version this program's migrations end at. */
export function presentVersion(): number {
  return migrations().length;
}

/**
 * Run the migrations that a database has not had, all or none.
 *
 * Several processes may start at once: the first holds the table of migrations, the others wait and find nothing to do.
 *
 * @param to stop at this version; for tests and for restoring a backup of an earlier version
 * @returns the version it is at
 * @throws {DomainError} `store-newer` when a later program has migrated it, or with other texts of the same migrations
 */
export async function migrate(source: ConnectionSource, to = presentVersion()): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction(source, begin, (connection) => migrateOn(connection, to));
    } catch (error) {
      // "IF NOT EXISTS" does not wait for another that creates the same: it fails, and the second look finds it.
      const raced = ['23505', '42P06', '42P07', '42710', 'XX000'].includes(sqlState(error) ?? '');
      if (!raced || attempt === 5) throw refusalOf(error);
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
    }
  }
}

const begin = (connection: Connection): Promise<void> => connection.begin('BEGIN');

/**
 * The version a database is at, without changing it; 0 for one that has nothing of ours.
 *
 * @throws {DomainError} `store-newer`, as `migrate`
 */
export async function versionOf(source: ConnectionSource): Promise<number> {
  const connection = await source.acquire();
  try {
    const { rows: tables } = await connection.query(`SELECT FROM pg_tables WHERE schemaname = $1 AND tablename = 'migrations'`, [SCHEMA]); // prettier-ignore
    if (tables.length === 0) return 0;
    const { rows } = await connection.query<Applied>(
      `SELECT version, name, sha256 FROM ${SCHEMA}.migrations ORDER BY version`,
    );
    checkApplied(rows);
    return rows.length;
  } finally {
    connection.release();
  }
}

/** `migrate` within a transaction that is open. */
export async function migrateOn(connection: Connection, to: number): Promise<number> {
  await connection.script(BEGINNING);
  const applied = await connection.query<Applied>('SELECT version, name, sha256 FROM migrations ORDER BY version');
  checkApplied(applied.rows);
  if (applied.rows.length === 0) await connection.script(ROLES_OF_OURS);
  for (const migration of migrations().slice(applied.rows.length, to)) await apply(connection, migration);
  return Math.max(applied.rows.length, to);
}

/** Hash of all that is run on a new database. */
export function migrationsHash(): string {
  const texts = [BEGINNING, ROLES_OF_OURS, ...migrations().map(({ sha256 }) => sha256)];
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}

const BEGINNING = `
  CREATE SCHEMA IF NOT EXISTS ${SCHEMA};
  CREATE TABLE IF NOT EXISTS ${SCHEMA}.migrations (
    version integer PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now());
  LOCK TABLE ${SCHEMA}.migrations IN ACCESS EXCLUSIVE MODE;
  SET LOCAL search_path = ${SCHEMA};`;

/**
 * The roles of the first migration, which makes those that are not there. From PostgreSQL 16 on, whoever makes a role may give it away and
 * not act as it, until they give it to themselves too; a migration that has been run is not changed, so it is done before.
 */
const ROLES_OF_OURS = `
  DO $$
  DECLARE wanted text;
  BEGIN
    FOREACH wanted IN ARRAY ARRAY['${APP_ROLE}', '${SYSTEM_ROLE}'] LOOP
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      END IF;
      IF NOT pg_has_role(current_user, wanted, 'USAGE') THEN
        EXECUTE format('GRANT %I TO current_user', wanted);
      END IF;
    END LOOP;
  END $$`;

interface Applied {
  readonly version: number;
  readonly name: string;
  readonly sha256: string;
}

function checkApplied(applied: readonly Applied[]): void {
  const known = migrations();
  if (applied.length > known.length) {
    throw new DomainError(
      'store-newer',
      `the data are of version ${applied.length}, this program knows ${known.length}: start the newer program, or restore a backup made by this one`,
    );
  }
  for (const { version, name, sha256 } of applied) {
    if (known[version - 1]?.sha256 !== sha256) {
      throw new DomainError(
        'store-newer',
        `migration ${version} (${name}) was run with another text than this program has`,
      );
    }
  }
}

async function apply(connection: Connection, { version, name, sql, sha256 }: Migration): Promise<void> {
  try {
    await connection.script(sql);
  } catch (cause) {
    throw Object.assign(new Error(`migration ${version} (${name}): ${(cause as Error).message}`, { cause }), {
      code: sqlState(cause),
    });
  }
  await connection.query('INSERT INTO migrations (version, name, sha256) VALUES ($1, $2, $3)', [version, name, sha256]);
}
