/** A PostgreSQL server of one's own for tests: found on the machine, started in a temporary folder, reached by a socket. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** What tests say when they are skipped. */
export const HOW_TO_GET = 'no PostgreSQL found. Install it (Debian: `apt-get install postgresql`) or set POSTGRES_BIN';

/** The folder with `initdb` and `postgres`, newest version first; undefined where there is none. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debian, version, 'bin'))
    : [];
  const candidates = [process.env['POSTGRES_BIN'], ...versions, '/opt/homebrew/bin', '/usr/local/bin', '/usr/bin'];
  const found = candidates.find((folder) => folder && existsSync(join(folder, 'initdb')));
  if (!found && process.env['CI']) throw new Error(`${HOW_TO_GET}; in CI the server tests are never skipped`);
  return found;
}

/** PostgreSQL refuses to run as root; its own user, or nobody, runs it then. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string, user: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  try {
    return { uid: idOf('-u', 'postgres'), gid: idOf('-g', 'postgres') };
  } catch {
    return { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody') };
  }
}

/** Process numbers of the children of a process. Small systems have no `ps`, others no `/proc`. */
function childrenOf(pid: number): number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  const text = existsSync(list)
    ? readFileSync(list, 'utf8')
    : execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' });
  return text.trim().split(/\s+/).map(Number);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export class TestServer {
  readonly #bin: string;
  readonly #folder: string;
  readonly #flushes: boolean;
  readonly #user = unprivileged();
  #process: ChildProcess | undefined;
  #databases = 0;

  private constructor(bin: string, folder: string, flushes: boolean) {
    this.#bin = bin;
    this.#folder = folder;
    this.#flushes = flushes;
  }

  /**
   * A server with an owner that is no superuser, as a hosted database has.
   *
   * @param flushes whether it waits for the disk: what is committed outlives its processes, killed or not, without
   */
  static async start(bin: string, { flushes = false } = {}): Promise<TestServer> {
    const folder = mkdtempSync(join(tmpdir(), 'cities-pg-'));
    const server = new TestServer(bin, folder, flushes);
    if (server.#user) chownSync(folder, server.#user.uid, server.#user.gid);
    const cluster = [
      '-D',
      join(folder, 'data'),
      '-U',
      'root',
      '--auth=trust',
      '--no-sync',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    ];
    execFileSync(join(bin, 'initdb'), cluster, { ...server.#user, stdio: 'ignore', cwd: folder });
    await server.run();
    await server.#asRoot('CREATE ROLE owner LOGIN CREATEROLE');
    return server;
  }

  /** Start the processes; resolves when they take connections. */
  async run(): Promise<void> {
    this.#spawn();
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#asRoot('SELECT 1');
      } catch (error) {
        if (attempt === 400) throw error;
        // It refuses to start while a process of the killed one still has the shared memory.
        if (hasEnded(this.#process!)) this.#spawn();
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    }
  }

  #spawn(): void {
    const options = [
      '-D',
      join(this.#folder, 'data'),
      '-k',
      this.#folder,
      '-c',
      'listen_addresses=',
      '-c',
      `fsync=${this.#flushes ? 'on' : 'off'}`,
    ];
    this.#process = spawn(join(this.#bin, 'postgres'), options, {
      ...this.#user,
      stdio: 'ignore',
      cwd: this.#folder,
    });
  }

  /** Kill every process of the server at once, and start it again: it recovers as after a power cut of the program. */
  async crash(): Promise<void> {
    const pid = this.#process!.pid!;
    // Each has a process group of its own.
    const children = childrenOf(pid);
    await this.#end(() => [pid, ...children].forEach(killIfThere));
    await this.run();
  }

  /** A new empty database; returns its URL. */
  async createDatabase(): Promise<string> {
    const name = `test${++this.#databases}`;
    await this.#asRoot(`CREATE DATABASE ${name} OWNER owner`);
    return this.#url('owner', name);
  }

  async stop(): Promise<void> {
    await this.#end(() => this.#process!.kill('SIGINT'));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: () => void): Promise<void> {
    if (hasEnded(this.#process!)) return;
    const ended = new Promise((resolve) => this.#process!.once('exit', resolve));
    signal();
    await ended;
  }

  #url(user: string, database: string): string {
    return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(this.#folder)}`;
  }

  async #asRoot(query: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url('root', 'postgres') });
    client.on('error', () => undefined);
    await client.connect();
    await client.query(query);
    await client.end();
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;
