/** Kysely over a `ConnectionSource`: it writes the SQL, the source runs it. */
import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from 'kysely';
import type { Connection, Parameter } from './connection.ts';

/** A dialect whose every query runs on one connection that is in a transaction already. */
export function dialectOn(connection: Connection): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driverOn(connection),
    createIntrospector: (db: Kysely<never>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function driverOn(connection: Connection): Driver {
  const nothing = async (): Promise<void> => undefined;
  const refuse = async (): Promise<void> => {
    throw new Error('transactions are opened by Database.as, not within one');
  };
  return {
    init: nothing,
    acquireConnection: async () => ({ executeQuery: (query) => run(connection, query), streamQuery: unsupported }),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: nothing,
    destroy: nothing,
  };
}

async function run<Row>(connection: Connection, query: CompiledQuery): Promise<QueryResult<Row>> {
  const { rows, affected } = await connection.query<Row>(query.sql, query.parameters as readonly Parameter[]);
  return { rows: [...rows], ...(affected !== undefined && { numAffectedRows: BigInt(affected) }) };
}

const unsupported: DatabaseConnection['streamQuery'] = () => {
  throw new Error('the store reads in portions, not in streams');
};
