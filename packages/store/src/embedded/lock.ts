/**
 * One process at a time in a data directory. PGlite does not lock it, and the writes of a second process are lost without a
 * word; so a lock file names the process that has it.
 */
import { linkSync, mkdirSync, readFileSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '@thousand-cities/model';

/** Who holds a lock. A number alone could be another process by now: the start time and the boot tell. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  /** Start of the process in ticks since boot, and the boot; absent where the system does not tell (not Linux). */
  readonly started?: string;
  readonly boot?: string;
}

/** A takeover lasts milliseconds; one that is older was cut off. */
const TAKEOVER_MS = 5000;

/**
 * Take the lock of a directory.
 *
 * @returns a function that gives it back
 * @throws {DomainError} `store-in-use` with the process that has it; the lock of a process that is dead is taken over
 */
export function lockDirectory(directory: string): () => void {
  const path = join(directory, 'lock');
  const mine = holderOf(process.pid);
  if (!place(path, mine)) {
    takeOver(path, mine);
  }
  return () => {
    if (readHolder(path)?.since === mine.since) rmSync(path, { force: true });
  };
}

/** Make the lock file with its whole content at once: a link appears complete or not at all. */
function place(path: string, holder: Holder): boolean {
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(draft, `${JSON.stringify(holder)}\n`, { flush: true });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Only one process may judge a lock dead and replace it, or two would each remove the other's new one. */
function takeOver(path: string, mine: Holder): void {
  const guard = `${path}.takeover`;
  for (let attempt = 0; ; attempt++) {
    const holder = readHolder(path);
    if (holder && isAlive(holder)) throw inUse(path, holder);
    try {
      mkdirSync(guard);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 100) throw error;
      clearOldGuard(guard);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      continue;
    }
    try {
      const still = readHolder(path);
      if (still && isAlive(still)) throw inUse(path, still);
      rmSync(path, { force: true });
      if (place(path, mine)) return;
    } finally {
      rmdirSync(guard);
    }
  }
}

function clearOldGuard(guard: string): void {
  try {
    if (Date.now() - statSync(guard).mtimeMs > TAKEOVER_MS) rmdirSync(guard);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    // Not ours, or damaged: nobody can hold it.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isAlive(holder: Holder): boolean {
  // Of another machine (a shared folder) nothing can be known, and two writers would destroy the data.
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = holderOf(holder.pid);
  if (holder.started === undefined || now.started === undefined) return true;
  return holder.started === now.started && holder.boot === now.boot;
}

function holderOf(pid: number): Holder {
  const since = new Date().toISOString();
  try {
    // The fields after the name in brackets begin with the state; the start time is the twenty-second of all.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { pid, host: hostname(), since, started: fields[19]!, boot };
  } catch {
    return { pid, host: hostname(), since };
  }
}

function inUse(path: string, holder: Holder): DomainError {
  const here = holder.host === hostname();
  const who = holder.pid === process.pid && here ? 'this process' : `process ${holder.pid}`;
  const where = here
    ? 'stop it first, or set DATABASE_URL to share a PostgreSQL server between processes'
    : `it runs on ${holder.host}; if it does not run any more, delete ${path}`;
  return new DomainError('store-in-use', `the data directory is in use by ${who} since ${holder.since}; ${where}`, [
    path,
  ]);
}
