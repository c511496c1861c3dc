/** The near end of the evaluating thread: one question at a time, and a new thread when one has come to grief. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Question, Reply } from './messages.ts';

export interface Thread {
  /** @throws when the thread ends, runs out of memory or takes too long; it is then of no more use */
  ask(question: Question): Promise<Reply>;
  end(): Promise<void>;
}

/** The largest plan that is taken evaluates in seconds. */
const PATIENCE_MS = 30_000;
/** Plans come from outside: one that is as large as it may be must not take the memory of the pages. */
const LIMITS = { maxOldGenerationSizeMb: 512 };

/** Start a thread. It does not keep the process alive. */
export function startThread(): Thread {
  const worker = startWorker();
  let asked: { resolve(reply: Reply): void; reject(error: Error): void } | undefined;
  const fail = (error: Error): void => {
    asked?.reject(error);
    asked = undefined;
  };
  worker.unref();
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the evaluating thread ended')));
  worker.on('message', (reply: Reply) => {
    asked?.resolve(reply);
    asked = undefined;
  });
  const end = async (): Promise<void> => void (await worker.terminate());
  return {
    ask: async (question) => {
      const late = setTimeout(() => void end(), PATIENCE_MS);
      try {
        return await new Promise<Reply>((resolve, reject) => {
          asked = { resolve, reject };
          worker.postMessage(question);
        });
      } finally {
        clearTimeout(late);
      }
    },
    end,
  };
}

/** From the build, or from its source where this file runs from source: a thread does not inherit the TypeScript loader. */
function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./work.js', import.meta.url), { resourceLimits: LIMITS });
  }
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(/\.cjs$/, '.mjs');
  const file = new URL('./work.ts', import.meta.url).href;
  const start = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(file)}); })`;
  return new Worker(start, { eval: true, execArgv: ['--conditions=source'], resourceLimits: LIMITS });
}
