/** Back up everything, as of one moment, while others go on working. */
import { createHash } from 'node:crypto';
import { closeSync, createWriteStream, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'; // prettier-ignore
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import { DomainError } from '@thousand-cities/model';
import { SCHEMA, SYSTEM, type Database, type Transaction } from '../database/database.ts';
import {
  addLine,
  BACKUP_FORMAT,
  BACKUP_FORMAT_VERSION,
  BACKUP_TABLES,
  checkBackup,
  type BackupHeader,
  type BackupSummary,
  type BackupTable,
} from './format.ts';

/** Rows fetched at once. Files are large; they come one by one. */
const PORTION = 200;

/**
 * Write a backup to a file, whole or not at all, flushed to the disk, and read it once more to be sure of it. It is of the version that the
 * store is at, and restored from there.
 *
 * @param path a new file, or an earlier backup, which is replaced
 * @throws {DomainError} `already-exists` when the file is something else
 */
export async function writeBackup(db: Database, path: string, now = new Date()): Promise<BackupSummary> {
  refuseForeign(path);
  const draft = `${path}.${process.pid}.part`;
  try {
    await db.snapshot(SYSTEM, async (tx) => {
      const lines = Readable.from(backupLines(tx, now));
      await pipeline(lines, createGzip(), createWriteStream(draft, { mode: 0o600 }));
    });
    flush(draft);
    const summary = await checkBackup(draft);
    renameSync(draft, path);
    return summary;
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

async function* backupLines(tx: Transaction, now: Date): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const line = (text: string): string => {
    addLine(hash, text);
    return `${text}\n`;
  };
  const { version } = await tx
    .selectFrom('migrations')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirstOrThrow();
  const header: BackupHeader = {
    format: BACKUP_FORMAT,
    formatVersion: BACKUP_FORMAT_VERSION,
    version,
    madeAt: now.toISOString(),
  };
  yield line(JSON.stringify(header));
  let rows = 0;
  for (const table of await tablesOf(tx)) {
    yield line(JSON.stringify(['table', table]));
    for await (const row of rowsOf(tx, table)) {
      rows++;
      yield line(row);
    }
  }
  yield `${JSON.stringify(['end', rows, hash.digest('hex')])}\n`;
}

/** The tables that are there: fewer in a store that an earlier program has left. */
async function tablesOf(tx: Transaction): Promise<readonly BackupTable[]> {
  const { rows } = await sql<{ name: string }>`SELECT tablename AS name FROM pg_tables WHERE schemaname = ${SCHEMA}`.execute(tx); // prettier-ignore
  const there = new Set(rows.map(({ name }) => name));
  return BACKUP_TABLES.filter((table) => there.has(table));
}

/** Rows of a table as JSON texts. */
async function* rowsOf(tx: Transaction, table: BackupTable): AsyncGenerator<string> {
  const cursor = sql.ref(`backup_${table}`);
  await sql`DECLARE ${cursor} NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS line FROM ${sql.table(table)} t`.execute(tx); // prettier-ignore
  const portion = sql.raw(String(table === 'evidence_files' ? 1 : PORTION));
  for (;;) {
    const { rows } = await sql<{ line: string }>`FETCH ${portion} FROM ${cursor}`.execute(tx);
    if (rows.length === 0) break;
    for (const { line } of rows) yield line;
  }
  await sql`CLOSE ${cursor}`.execute(tx);
}

/** An earlier backup may be replaced, and an empty file; anything else is somebody's. */
function refuseForeign(path: string): void {
  if (!existsSync(path)) return;
  const found = statSync(path);
  if (found.isFile() && (found.size === 0 || beginsAsGzip(path))) return;
  throw new DomainError('already-exists', `${path}: is there and is no backup; name another file`, [path]);
}

function beginsAsGzip(path: string): boolean {
  const head = Buffer.alloc(2);
  const file = openSync(path, 'r');
  readSync(file, head);
  closeSync(file);
  return head.readUInt16BE() === 0x1f8b;
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
