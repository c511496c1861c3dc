/** The process under load, seen from the bench. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Aim } from './data.ts';
import type { Said, Usage } from './server.ts';

const FILE = fileURLToPath(new URL('server.ts', import.meta.url));

/** Folder for `--cpu-prof` of the process under load; nothing is profiled when absent. */
const PROFILES = process.env['CITIES_LOAD_PROFILES'];

export class UnderLoad {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #aim: Aim | undefined;

  private constructor(child: ChildProcess, { url, aim }: Extract<Said, { kind: 'ready' }>) {
    this.#child = child;
    this.url = url;
    this.#aim = aim;
  }

  /** Start it; resolves when it listens and its store is filled. */
  static async start(...argv: readonly string[]): Promise<UnderLoad> {
    const profiling = PROFILES === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${PROFILES}`];
    const child = fork(FILE, argv, { execArgv: [...process.execArgv, ...profiling], env: { ...process.env, NODE_ENV: 'production' } }); // prettier-ignore
    return new UnderLoad(child, (await heard(child)) as Extract<Said, { kind: 'ready' }>);
  }

  get aim(): Aim {
    if (!this.#aim) throw new Error('the bare framework has no cities');
    return this.#aim;
  }

  async usage(): Promise<Usage> {
    this.#child.send('usage');
    return (await heard(this.#child)) as Extract<Said, { kind: 'usage' }>;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.disconnect();
    await ended;
  }
}

function heard(child: ChildProcess): Promise<Said> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the process under load ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as Said);
    });
  });
}
