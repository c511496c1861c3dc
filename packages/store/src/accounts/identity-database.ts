/** The store as the identity library sees it: Kysely, every statement a transaction of the system role. */
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import { SYSTEM, type Database } from '../database/database.ts';

/** Columns of the library's tables that hold a moment. It compares moments as `Date`; the store gives them as text. */
const MOMENT = /_(at|until)$/;

/** Queries of the identity library. Tables are not typed: the library makes its queries from its own schema. */
export function identityDatabase(db: Database): Kysely<Record<string, never>> {
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOn(db),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

function driverOn(db: Database): Driver {
  const nothing = async (): Promise<void> => undefined;
  const refuse = async (): Promise<void> => {
    throw new Error('the identity library works statement by statement');
  };
  const connection: DatabaseConnection = {
    executeQuery: (query) => run(db, query),
    streamQuery: () => {
      throw new Error('the store reads in portions, not in streams');
    },
  };
  return {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: nothing,
    destroy: nothing,
  };
}

async function run<Row>(db: Database, query: CompiledQuery): Promise<QueryResult<Row>> {
  const parameters = query.parameters.map((value) => (value instanceof Date ? value.toISOString() : value));
  const result = await db.as(SYSTEM, (tx) => tx.executeQuery<Row>({ ...query, parameters }));
  return { ...result, rows: result.rows.map(withMoments) };
}

function withMoments<Row>(row: Row): Row {
  const entries = Object.entries(row as Record<string, unknown>).map(([name, value]) => [
    name,
    typeof value === 'string' && MOMENT.test(name) ? new Date(value) : value,
  ]);
  return Object.fromEntries(entries) as Row;
}
