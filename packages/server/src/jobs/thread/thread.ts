/** The near end of a computing thread: one question at a time, ended with the job. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DomainError, type DomainErrorCode, type ReferenceSlice } from '@thousand-cities/model';
import type { Answers, Question, Reply } from './messages.ts';

export interface Compute {
  /** @throws {DomainError} as the model does */
  ask<K extends Question['kind']>(
    question: Extract<Question, { kind: K }>,
    onProgress?: (share: number) => void,
  ): Promise<Answers[K]>;
  end(): Promise<void>;
}

interface Asked {
  readonly question: Question;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
  onProgress?(share: number): void;
}

/**
 * Start a thread. Where the job is stopped, so is the thread, in the middle of whatever it does.
 *
 * @param sliceOf what is to be known of a country, sent to the thread once
 * @param signal of the job
 */
export function startCompute(sliceOf: (iso3: string) => ReferenceSlice, signal: AbortSignal): Compute {
  signal.throwIfAborted();
  const worker = startThread();
  let asked: Asked | undefined;
  const fail = (error: unknown): void => {
    asked?.reject(error);
    asked = undefined;
  };
  const end = async (): Promise<void> => {
    signal.removeEventListener('abort', onAbort);
    await worker.terminate();
  };
  const onAbort = (): void => {
    fail(signal.reason);
    void end();
  };
  signal.addEventListener('abort', onAbort);
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the computing thread ended')));
  worker.on('message', (reply: Reply) => {
    if (!asked) return;
    if ('progress' in reply) asked.onProgress?.(reply.progress);
    else if ('needs' in reply) {
      try {
        worker.postMessage({ ...asked.question, slice: sliceOf(reply.needs) });
      } catch (error) {
        fail(error);
      }
    } else {
      const { resolve, reject } = asked;
      asked = undefined;
      if ('answer' in reply) resolve(reply.answer);
      else reject(errorOf(reply));
    }
  });
  return {
    ask: (question, onProgress) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        asked = { question, resolve: resolve as Asked['resolve'], reject, ...(onProgress && { onProgress }) };
        worker.postMessage(question);
      }),
    end,
  };
}

/** Plans come from outside: one that is as large as it may be must not take the memory of the pages. */
const LIMITS = { maxOldGenerationSizeMb: 1024 };

/** From the build, or from its source where this file runs from source: a thread does not inherit the TypeScript loader. */
function startThread(): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./compute.js', import.meta.url), { resourceLimits: LIMITS });
  }
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(/\.cjs$/, '.mjs');
  const file = new URL('./compute.ts', import.meta.url).href;
  const start = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(file)}); })`;
  return new Worker(start, { eval: true, execArgv: ['--conditions=source'], resourceLimits: LIMITS });
}

function errorOf(reply: Extract<Reply, { fault: string } | { refusal: object }>): Error {
  if ('fault' in reply) return new Error(reply.fault);
  const { code, message, at } = reply.refusal;
  return new DomainError(code as DomainErrorCode, message, at);
}
