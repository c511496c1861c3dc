/** The embedded database: a folder, a lock, a thread, and turns. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection, ConnectionSource } from '../database/connection.ts';
import { SCHEMA } from '../database/database.ts';
import { sqlState } from '../database/faults.ts';
import { blankArchive } from './blank.ts';
import { flushPath, flushTree } from './flush.ts';
import { lockDirectory } from './lock.ts';
import type { Opening } from './messages.ts';
import { revived, type RevivedThread } from './revive.ts';
import { initialise, startThread, type DatabaseThread, type Question } from './thread.ts';
import { unpack } from './unpack.ts';
import { CHECKPOINT_BYTES, createUpkeep, UPKEEP_EVERY, type Upkeep } from './upkeep.ts';

export interface EmbeddedSource extends ConnectionSource {
  readonly kind: 'embedded';
  /** How many times the disk was told to flush since the database was opened. */
  flushes(): Promise<number>;
}

/** What the owner of the folder finds in it. */
const NOTE = `This folder holds the data of Thousand Cities: a PostgreSQL database in database/.
One process uses it at a time; the file lock names it.
To back it up run \`cities backup FILE\`. A copy of the folder is a backup only while nothing uses it.
`;

/**
 * Open the database of a data directory; a directory that has none gets a new one, with the migrations in it where the build has
 * left such a one to begin with.
 *
 * @param directory made when it is not there; absent: a database in memory, for tests
 * @param options `checkpointBytes`: write-ahead log after which the tables are brought up to date
 * @throws {DomainError} `store-in-use` when another process has the directory open
 */
export async function openEmbedded(
  directory?: string,
  { checkpointBytes = CHECKPOINT_BYTES }: { readonly checkpointBytes?: number } = {},
): Promise<EmbeddedSource> {
  const upkeep = createUpkeep(checkpointBytes);
  if (directory === undefined) return turns(revived(await startInMemory()), () => undefined, upkeep);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const unlock = lockDirectory(directory);
  try {
    const folder = join(directory, 'database');
    const isNew = !existsSync(folder);
    const archive = isNew ? blankArchive() : undefined;
    if (isNew) await make(directory, folder, archive);
    const start = () => startThread({ folder });
    const first = await start();
    if (archive !== undefined) await begun(first);
    return turns(revived(first, start), unlock, upkeep);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function startInMemory(): Promise<DatabaseThread> {
  const archive = blankArchive();
  if (archive === undefined) return startThread({});
  return begun(await startThread({ archive }));
}

/** The migrations of a copy say when it was made, not when the build ran them. */
async function begun(thread: DatabaseThread): Promise<DatabaseThread> {
  await thread.ask({ kind: 'script', sql: `UPDATE ${SCHEMA}.migrations SET applied_at = now()` });
  return thread;
}

/** A database is made beside its place, flushed, and moved there whole: a cut in between leaves none, not half of one. */
async function make(directory: string, folder: string, archive: string | undefined): Promise<void> {
  for (const name of readdirSync(directory).filter((name) => name.startsWith('database.new'))) {
    rmSync(join(directory, name), { recursive: true });
  }
  const draft = join(directory, `database.new-${process.pid}`);
  mkdirSync(draft, { mode: 0o700 });
  if (archive === undefined) await initialise(draft);
  else unpack(archive, draft);
  flushTree(draft);
  writeFileSync(join(directory, 'README.txt'), NOTE);
  renameSync(draft, folder);
  flushPath(directory);
}

/** There is one session; each transaction has it alone, in the order of asking. */
function turns(thread: RevivedThread, unlock: () => void, upkeep: Upkeep): EmbeddedSource {
  let last: Promise<void> = Promise.resolve();
  let closed: Promise<void> | undefined;
  const take = async (after: () => void): Promise<Connection> => {
    let done!: () => void;
    const before = last;
    last = new Promise((resolve) => (done = resolve));
    await before;
    try {
      return connectionOver(await thread.current(), (broken) => {
        if (broken) thread.broke();
        after();
        done();
      });
    } catch (error) {
      done();
      throw error;
    }
  };
  const keepUp = async (): Promise<void> => {
    const connection = await take(() => undefined);
    let broken = true;
    try {
      await upkeep(connection);
      broken = false;
    } finally {
      connection.release(broken);
    }
  };
  let transactions = 0;
  const acquire = (): Promise<Connection> =>
    take(() => {
      // Queued before the turn is given on, so it comes next. A failure is that of the database, and met again at once.
      if (++transactions % UPKEEP_EVERY === 0) void keepUp().catch(() => undefined);
    });
  const close = async (): Promise<void> => {
    await last;
    try {
      await thread.close();
    } finally {
      unlock();
    }
  };
  return {
    kind: 'embedded',
    acquire,
    close: () => (closed ??= close()),
    flushes: async () => (await (await thread.current()).ask({ kind: 'flushes' })).flushes!,
  };
}

function connectionOver(thread: DatabaseThread, done: (broken: boolean) => void): Connection {
  let unsound = false;
  let opening: Opening = {};
  const ask = async (question: Question) => {
    const opened = { ...question, ...opening };
    opening = {};
    try {
      return await thread.ask(opened);
    } catch (error) {
      // What PostgreSQL refuses has a state and leaves it sound; anything else came from below it.
      unsound ||= sqlState(error) === undefined;
      throw error;
    }
  };
  return {
    begin: (how, settings = {}) => {
      opening = { begin: { how, settings } };
      return Promise.resolve();
    },
    query: async <Row>(sql: string, parameters: Parameters<Connection['query']>[1] = []) => {
      const { rows, affected } = await ask({ kind: 'query', sql, parameters });
      return { rows: rows as unknown as readonly Row[], ...(affected !== undefined && { affected }) };
    },
    script: async (sql) => void (await ask({ kind: 'script', sql })),
    release: (broken = false) => done(broken || unsound),
  };
}
