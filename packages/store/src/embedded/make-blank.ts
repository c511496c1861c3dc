/** Make the archive that new databases begin as. The build and the tests call this; a program that runs does not. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Connection } from '../database/connection.ts';
import { migrateOn, presentVersion } from '../migrate/migrate.ts';
import { ARCHIVES, archiveFile } from './blank.ts';
import { createStatements } from './statements.ts';

/** Make the archive for this version of PGlite and these migrations, where there is none, and remove those of others. */
export async function makeBlankDatabase(): Promise<void> {
  const file = archiveFile();
  if (existsSync(file)) return;
  mkdirSync(ARCHIVES, { recursive: true });
  // Whole or not at all: another process may look at any moment.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, await blankDatabase());
  renameSync(draft, file);
  for (const name of readdirSync(ARCHIVES)) {
    if (/^blank-.*\.tar(\.gz)?$/.test(name) && name !== basename(file)) rmSync(join(ARCHIVES, name), { force: true });
  }
}

/** Not compressed: unpacking it would take as long as all the rest of opening a database in memory. */
async function blankDatabase(): Promise<Uint8Array> {
  const db = await PGlite.create();
  try {
    const connection = connectionOver(db);
    await connection.script('BEGIN');
    await migrateOn(connection, presentVersion());
    await connection.script('COMMIT');
    // What the copies begin with is in their tables then, and not to be recovered from the log by each.
    await connection.script('CHECKPOINT');
    return new Uint8Array(await (await db.dumpDataDir('none')).arrayBuffer());
  } finally {
    await db.close();
  }
}

function connectionOver(db: PGlite): Connection {
  const statements = createStatements(db);
  return {
    begin: (how) => statements.script(how),
    query: async <Row>(sql: string, parameters: Parameters<Connection['query']>[1] = []) => {
      const { rows } = await statements.run(sql, parameters);
      return { rows: rows as readonly Row[] };
    },
    script: (sql) => statements.script(sql),
    release: () => undefined,
  };
}
