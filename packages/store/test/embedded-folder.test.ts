/** What the embedded database adds to PGlite: flushes, a lock, a folder that is made whole or not at all. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../src/embedded/open.ts';
import { lockDirectory } from '../src/embedded/lock.ts';
import { refusalOf } from './documents.ts';
import { temporaryFolder } from './folders.ts';

/** One database for the whole file: making one takes longer than every test. */
const directory = join(temporaryFolder(), 'data');
let source: Awaited<ReturnType<typeof openEmbedded>>;
beforeAll(async () => {
  // What a process leaves that was killed while it made a database.
  mkdirSync(join(directory, 'database.new-1'), { recursive: true });
  writeFileSync(join(directory, 'database.new-1', 'PG_VERSION'), '18');
  source = await openEmbedded(directory, { checkpointBytes: 2_000_000 });
  const connection = await source.acquire();
  await connection.script('CREATE TABLE notes (body text)');
  connection.release();
}, 120_000);
afterAll(() => source.close());

describe('flushing', () => {
  it('reaches the disk once for every commit', async () => {
    const connection = await source.acquire();
    const before = await source.flushes();
    for (let i = 0; i < 100; i++) await connection.query('INSERT INTO notes VALUES ($1)', [`note ${i}`]);
    connection.release();
    // One flush of the write-ahead log per commit; a checkpoint in between may add its own.
    expect((await source.flushes()) - before).toBeGreaterThanOrEqual(100);
    expect((await source.flushes()) - before).toBeLessThan(200);
  });

  it('does not happen for reading', async () => {
    const connection = await source.acquire();
    const before = await source.flushes();
    for (let i = 0; i < 20; i++) await connection.query('SELECT count(*) FROM notes');
    connection.release();
    expect((await source.flushes()) - before).toBe(0);
  });

  it('is what the database believes it does', async () => {
    const connection = await source.acquire();
    const { rows } = await connection.query(
      `SELECT current_setting('fsync') AS fsync, current_setting('wal_sync_method') AS method,
              current_setting('full_page_writes') AS pages, current_setting('synchronous_commit') AS commit`,
    );
    connection.release();
    expect(rows).toEqual([{ fsync: 'on', method: 'fsync', pages: 'on', commit: 'on' }]);
  });
});

describe('a database that came to grief', () => {
  it('is begun anew by whoever comes next, with all that was acknowledged', async () => {
    const broken = await source.acquire();
    await broken.query('INSERT INTO notes VALUES ($1)', ['kept']);
    await broken.script(`BEGIN; INSERT INTO notes VALUES ('half')`);
    broken.release(true);
    const connection = await source.acquire();
    const { rows } = await connection.query(`SELECT body FROM notes WHERE body IN ('kept', 'half')`);
    connection.release();
    expect(rows).toEqual([{ body: 'kept' }]);
  });
});

describe('the lock of a data directory', () => {
  it('refuses a second opener and says which process has it', async () => {
    const refusal = await refusalOf(openEmbedded(directory));
    expect(refusal).toMatchObject({ code: 'store-in-use' });
    expect(refusal.message).toMatch(/in use by this process since 20\d\d-/);
  });

  it('names another process that lives', async () => {
    const directory = temporaryFolder();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
    await once(other, 'spawn');
    writeFileSync(join(directory, 'lock'), JSON.stringify(holder(other.pid!)));
    expect(() => lockDirectory(directory)).toThrow(`in use by process ${other.pid}`);
    other.kill();
    await once(other, 'exit');
    lockDirectory(directory)();
  });

  it('is taken over from a process that is dead, and from another that has its number now', () => {
    const directory = temporaryFolder();
    const path = join(directory, 'lock');
    const started = { started: '1', boot: 'an earlier one' };
    for (const left of [holder(2 ** 22 + 1), { ...holder(process.pid), ...started }]) {
      writeFileSync(path, JSON.stringify(left));
      if (process.platform !== 'linux' && 'started' in left) continue;
      const unlock = lockDirectory(directory);
      expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
      unlock();
    }
  });

  it('is not taken from another machine, of which nothing is known', () => {
    const directory = temporaryFolder();
    writeFileSync(join(directory, 'lock'), JSON.stringify({ ...holder(1), host: 'elsewhere' }));
    expect(() => lockDirectory(directory)).toThrow(/it runs on elsewhere; if it does not run any more, delete/);
  });

  it('is free again after a takeover that was cut off, and after a damaged file', () => {
    const directory = temporaryFolder();
    writeFileSync(join(directory, 'lock'), '{"pid":');
    lockDirectory(directory)();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('goes to one of five that want it at once', async () => {
    const directory = temporaryFolder();
    writeFileSync(join(directory, 'lock'), JSON.stringify(holder(2 ** 22 + 1)));
    const lock = new URL('../src/embedded/lock.ts', import.meta.url).href;
    const work = `import(${JSON.stringify(lock)}).then(({ lockDirectory }) => { lockDirectory(${JSON.stringify(directory)}); process.stdout.write('mine'); }).catch(({ code }) => process.stdout.write(code)); process.stdin.resume()`;
    const options = ['--conditions=source', '--import', import.meta.resolve('tsx'), '-e', work];
    const children = Array.from({ length: 5 }, () =>
      spawn(process.execPath, options, { stdio: ['pipe', 'pipe', 'ignore'] }),
    );
    // Whoever has it keeps it until all have tried, however long they take to start.
    const outputs = await Promise.all(children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])));
    for (const { stdin } of children) stdin.end();
    expect(outputs.sort()).toEqual(['mine', ...Array.from({ length: 4 }, () => 'store-in-use')]);
  }, 120_000);

  function holder(pid: number) {
    return { pid, host: hostname(), since: '2026-11-28T10:00:00.000Z' };
  }
});

describe('upkeep', () => {
  it('keeps no plan of a statement that was refused', async () => {
    const connection = await source.acquire();
    // A statement gets its name the second time: then it is refused.
    for (let i = 0; i < 10; i++) {
      await connection.query('SELECT 10 / $1::int AS tenth', [1]);
      expect((await refusalOf(connection.query('SELECT 10 / $1::int AS tenth', [0]))).message).toMatch(/zero/);
    }
    const { rows } = await connection.query(`SELECT FROM pg_prepared_statements WHERE statement LIKE 'SELECT 10 /%'`);
    connection.release();
    expect(rows).toEqual([]);
  });

  it('makes checkpoints, so that the log does not grow for ever', async () => {
    const ask = async (sql: string) => {
      const connection = await source.acquire();
      const { rows } = await connection.query<{ unsaved: number }>(sql);
      connection.release();
      return rows[0]?.unsaved;
    };
    const unsaved = `SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::float8 AS unsaved FROM pg_control_checkpoint()`;
    // About 10 kB of log each; a look every fifty transactions.
    for (let i = 0; i < 600; i++)
      await ask(`INSERT INTO notes SELECT repeat(md5(g::text), 3) FROM generate_series(1, 60) g`);
    expect(await ask(unsaved)).toBeLessThan(3_000_000);
  }, 120_000);
});

describe('the folder', () => {
  it('says what it is, keeps no half-made database, and is free and whole after closing', async () => {
    await source.close();
    expect(readdirSync(directory).sort()).toEqual(['README.txt', 'database']);
    // Whoever asks late, and asks again, does not begin it anew: another process may have the folder by now.
    for (const _ of [1, 2]) {
      const ask = async () => {
        const late = await source.acquire();
        await late.script('SELECT 1').finally(() => late.release());
      };
      expect(await refusalOf(ask())).toMatchObject({ code: 'store-unavailable' });
    }
    expect(readFileSync(join(directory, 'README.txt'), 'utf8')).toContain('cities backup');
    const again = await openEmbedded(directory);
    const connection = await again.acquire();
    const { rows } = await connection.query<{ n: number }>('SELECT count(*)::int AS n FROM notes');
    connection.release();
    await again.close();
    expect(rows[0]!.n).toBeGreaterThan(100);
  }, 120_000);
});
