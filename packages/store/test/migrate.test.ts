/** Migrations: forward from every earlier version with its data, once, whole, by one of many. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection, ConnectionSource } from '../src/database/connection.ts';
import { openEmbedded } from '../src/embedded/open.ts';
import { migrations } from '../src/migrate/files.ts';
import { PASSING_TABLES } from '../src/backup/format.ts';
import { restoreBackup } from '../src/backup/restore.ts';
import { writeBackup } from '../src/backup/write.ts';
import { createDatabase, SYSTEM } from '../src/database/database.ts';
import { migrate, migrateOn, presentVersion, versionOf } from '../src/migrate/migrate.ts';
import { addUser, findUser } from '../src/people/users.ts';
import { openServer } from '../src/server/open.ts';
import { refusalOf } from './documents.ts';
import { temporaryFolder } from './folders.ts';
import { findPostgres, TestServer } from './postgres.ts';

const began = Date.now();
const bin = findPostgres();
const folder = temporaryFolder();
let server: TestServer | undefined;
beforeAll(async () => {
  server = bin ? await TestServer.start(bin) : undefined;
}, 120_000);
afterAll(() => server?.stop(), 60_000);

/** Rows as the programs up to that version left them, each in the tables of its own: `versions/NNNN.sql`. Goes on from the version it is at. */
async function live(source: ConnectionSource, version: number): Promise<void> {
  for (let v = (await versionOf(source)) + 1; v <= version; v++) {
    await migrate(source, v);
    const data = readFileSync(new URL(`versions/${String(v).padStart(4, '0')}.sql`, import.meta.url), 'utf8');
    await run(source, ['SET LOCAL search_path = cities', data]);
  }
}

const every = migrations().map(({ version }) => version);
/** The same statements run on both: where there is a server it is taken from every version, the embedded one from some. */
const some = every.filter((version) => version % 9 === 1 || version === presentVersion());
const kinds = [
  { kind: 'embedded', versions: bin ? some : every, open: () => openEmbedded() },
  ...(bin ? [{ kind: 'server', versions: every, open: async () => openServer(await server!.createDatabase()) }] : []),
];

describe.each(kinds)('migrations: $kind', ({ open, versions }) => {
  let source: ConnectionSource;
  /** What a new store is like. The embedded one is a copy of the build's, which every path of migrations is held to. */
  let present: unknown;
  let rows: Record<string, number>;
  let since: unknown;
  beforeAll(async () => {
    source = await open();
    await migrate(source);
    present = await shape(source);
    rows = await counts(source, []);
    since = (await query(source, 'SELECT min(applied_at) AS since FROM cities.migrations')).rows[0]!['since'];
  }, 120_000);
  afterAll(() => source.close());
  const begin = () => run(source, ['DROP SCHEMA cities CASCADE']);

  it('leave a new store with nothing but themselves and the rights: no key, secret or id that copies would share', () => {
    expect(Object.keys(rows).filter((table) => rows[table]! > 0)).toEqual(['migrations', 'rights']);
    expect(Date.parse(String(since))).toBeGreaterThan(began);
  });

  it('put every table under row-level security, for its owner too', async () => {
    const { rows } = await query(
      source,
      `SELECT relname FROM pg_class WHERE relnamespace = 'cities'::regnamespace AND relkind = 'r'
         AND NOT (relrowsecurity AND relforcerowsecurity)`,
    );
    expect(rows).toEqual([{ relname: 'migrations' }]);
  });

  it('leave no way around it: no views, nothing deleted by people, nothing made in the schema, no function led astray', async () => {
    const none = async (sql: string) => expect((await query(source, sql)).rows).toEqual([]);
    // A view would be read by the rights of its owner; a sequence has no policies.
    await none(`SELECT relname FROM pg_class WHERE relnamespace = 'cities'::regnamespace AND relkind NOT IN ('r', 'i', 't')`);
    await none(`SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE table_schema = 'cities'
                  AND (grantee = 'PUBLIC' OR (grantee = 'thousand_cities_app' AND privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE')))`);
    await none(`SELECT rolname FROM pg_roles WHERE rolname LIKE 'thousand_cities_%'
                  AND (has_schema_privilege(oid, 'cities', 'CREATE') OR rolsuper OR rolbypassrls OR rolcanlogin)`);
    // What runs by the rights of the program finds its tables in the one schema, and a table of the session's own last.
    await none(`SELECT proname FROM pg_proc WHERE pronamespace = 'cities'::regnamespace AND prosecdef
                  AND (proowner <> 'thousand_cities_system'::regrole OR NOT coalesce(proconfig, '{}') @> ARRAY['search_path=cities, pg_temp'])`);
  }); // prettier-ignore

  it('refuse data of a newer program, and those of another text', async () => {
    await run(source, [`INSERT INTO cities.migrations VALUES (${presentVersion() + 1}, 'later', 'x')`]);
    expect(await refusalOf(migrate(source))).toMatchObject({ code: 'store-newer' });
    await run(source, [`DELETE FROM cities.migrations WHERE name = 'later'`]);
    await run(source, [`UPDATE cities.migrations SET sha256 = 'x' WHERE version = 1`]);
    expect(await refusalOf(migrate(source))).toMatchObject({ code: 'store-newer' });
  });

  it('run once, whoever starts, and make what a new store is', async () => {
    await begin();
    await Promise.all([migrate(source), migrate(source), migrate(source)]);
    expect(await migrate(source)).toBe(presentVersion());
    const applied = await query(source, 'SELECT count(*)::int AS n FROM cities.migrations');
    expect(applied.rows).toEqual([{ n: presentVersion() }]);
    expect([await shape(source), await counts(source, [])]).toEqual([present, rows]);
  });

  describe('of a store that lives through them', () => {
    beforeAll(begin);

    it.each(versions)('bring data of version %i to the present at once, losing none', async (version) => {
      await live(source, version);
      const before = await counts(source);
      // Taken back, so that the store lives on with the next version.
      await takenBack(source, async (connection) => {
        expect(await migrateOn(connection, presentVersion())).toBe(presentVersion());
        await connection.script('SET CONSTRAINTS ALL IMMEDIATE');
        expect(await shapeOn(connection)).toEqual(present);
        expect(await countsOn(connection)).toMatchObject(before);
      });
      expect(await versionOf(source)).toBe(version);
    });
  });

  it.each([5, 11])('are not needed for a backup of version %i, which is restored to the present', async (version) => {
    await begin();
    await live(source, version);
    const before = await counts(source);
    const file = join(folder, `version-${version}.backup`);
    const { header } = await writeBackup(createDatabase(source), file);
    expect([header.version, await versionOf(source)]).toEqual([version, version]);
    await restoreBackup(source, file, { force: true });
    expect(await versionOf(source)).toBe(presentVersion());
    const kept = Object.entries(before).filter(([table]) => !(PASSING_TABLES as readonly string[]).includes(table));
    expect(await counts(source)).toMatchObject(Object.fromEntries(kept));
  });
});

it('run for an owner who is no superuser, on a PostgreSQL that gives whoever makes a role nothing of it (16 and newer)', async () => {
  const source = await openEmbedded();
  try {
    // The session of the embedded database, which is newer than the server of these tests, becomes that owner.
    await run(source, [
      'DROP SCHEMA IF EXISTS cities CASCADE',
      'DROP ROLE IF EXISTS thousand_cities_app, thousand_cities_system',
    ]);
    await run(source, ['CREATE ROLE owner CREATEROLE', 'GRANT CREATE ON DATABASE postgres TO owner']);
    const connection = await source.acquire();
    await connection.script('SET SESSION AUTHORIZATION owner');
    connection.release();
    expect(await migrate(source)).toBe(presentVersion());
    const db = createDatabase(source);
    const { id } = await db.as(SYSTEM, (tx) => addUser(tx, { email: 'rosa@example.org', name: 'Rosa' }));
    expect(await db.as({ kind: 'person', userId: id }, (tx) => findUser(tx, id))).toMatchObject({ name: 'Rosa' });
  } finally {
    await source.close();
  }
});

async function query(source: ConnectionSource, sql: string) {
  const connection = await source.acquire();
  try {
    return await connection.query<Record<string, unknown>>(sql);
  } finally {
    connection.release();
  }
}

async function run(source: ConnectionSource, statements: readonly string[]): Promise<void> {
  const connection = await source.acquire();
  try {
    // The owner is held to row-level security like everyone; the data of old versions are put in as the program did.
    await connection.script(`BEGIN; ${statements.join(';\n')}; COMMIT`);
  } finally {
    connection.release();
  }
}

/** Of no account to a migration, or ended by one: people sign in again. */
const LEFT_OUT = ['migrations', 'rights', 'auth_sessions'];

/** Rows per table. */
const counts = (source: ConnectionSource, leftOut = LEFT_OUT): Promise<Record<string, number>> =>
  takenBack(source, (connection) => countsOn(connection, leftOut));

async function countsOn(connection: Connection, leftOut = LEFT_OUT): Promise<Record<string, number>> {
  const { rows } = await connection.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'cities' ORDER BY 1`);
  const counted: Record<string, number> = {};
  const system = await connection.query(`SELECT FROM pg_policies WHERE policyname = 'system'`);
  if (system.rows.length > 0) await connection.script('SET LOCAL ROLE thousand_cities_system');
  for (const { tablename } of rows) {
    if (leftOut.includes(String(tablename))) continue;
    const counting = await connection.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM cities.${String(tablename)}`,
    );
    counted[String(tablename)] = counting.rows[0]!.n;
  }
  await connection.script('SET LOCAL ROLE NONE');
  return counted;
}

/** Do something in a transaction that is not kept. */
async function takenBack<T>(source: ConnectionSource, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await source.acquire();
  try {
    await connection.script('BEGIN');
    return await work(connection);
  } finally {
    await connection.script('ROLLBACK');
    connection.release();
  }
}

/** Columns, constraints, indexes, policies, grants, functions and triggers, as text, and the migrations run. */
const shape = (source: ConnectionSource): Promise<unknown> => takenBack(source, shapeOn);

async function shapeOn(connection: Connection): Promise<unknown> {
  // Migrations leave theirs behind, by which names would be told without their schema.
  await connection.script('SET LOCAL search_path TO DEFAULT');
  const { rows } = await connection.query<{ line: string }>(
    `SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS line
       FROM information_schema.columns WHERE table_schema = 'cities'
     UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'cities'
     UNION ALL SELECT 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || coalesce(qual, '') || coalesce(with_check, '')
       FROM pg_policies WHERE schemaname = 'cities'
     UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
       WHERE connamespace = 'cities'::regnamespace
     UNION ALL SELECT 'grant ' || grantee || ' ' || table_name || ' ' || privilege_type FROM information_schema.role_table_grants
       WHERE table_schema = 'cities'
     UNION ALL SELECT 'function ' || pg_get_functiondef(oid) || proowner::regrole FROM pg_proc WHERE pronamespace = 'cities'::regnamespace
     UNION ALL SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
     UNION ALL SELECT 'migration ' || version || ' ' || name || ' ' || sha256 FROM cities.migrations
     UNION ALL SELECT 'right ' || role || ' ' || action || ' ' || state FROM cities.rights
     ORDER BY line`,
  );
  return rows.map(({ line }) => line);
}
