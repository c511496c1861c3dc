/**
 * What a PostgreSQL server does in the background, and PGlite, which has one process, does not: without checkpoints the
 * write-ahead log grows for as long as the process runs, and so does the recovery after a crash; without vacuum the space
 * of what was deleted is never used again.
 */
import type { Connection } from '../database/connection.ts';

/** Something to do in a turn of its own, now and then. */
export type Upkeep = (connection: Connection) => Promise<void>;

/** Transactions between two looks; a look is one small query. */
export const UPKEEP_EVERY = 50;

/** Log after which a checkpoint is made, as a server's `max_wal_size` does. */
export const CHECKPOINT_BYTES = 64_000_000;

/** Log after which the tables are vacuumed and their statistics renewed: some days of work. */
const VACUUM_BYTES = 512_000_000;

/** Upkeep by how much has been written since the last of each kind. */
export function createUpkeep(checkpointBytes: number): Upkeep {
  let vacuumedAt: number | undefined;
  return async (connection) => {
    const { rows } = await connection.query<{ unsaved: number; written: number }>(
      `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 AS unsaved,
              pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 AS written FROM pg_control_checkpoint()`,
    );
    const { unsaved, written } = rows[0]!;
    vacuumedAt ??= written;
    if (written - vacuumedAt > VACUUM_BYTES) {
      await connection.script('VACUUM (ANALYZE)');
      vacuumedAt = written;
    }
    if (unsaved > checkpointBytes) await connection.script('CHECKPOINT');
  };
}
