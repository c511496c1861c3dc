/**
 * Work that takes long enough to be noticed by whoever waits for a page, in a thread of its own: one question at a time, in the
 * order of asking. The thread starts with the first question, does not keep the process alive, and has an end to its memory and its
 * time; one that came to grief, or was called off in the middle, is followed by a new one at the next question.
 */
import type { Worker } from 'node:worker_threads';
import { crossed, crossing } from './errors.ts';
import type { FromThread, ToThread } from './messages.ts';
import { startWorker } from './start.ts';

/** The thread did not answer. */
export class ThreadFailed extends Error {
  override readonly name = 'ThreadFailed';
  /** `busy`: too many wait already. `late`: it took too long. `ended`: it ended, or ran out of memory. */
  readonly why: 'busy' | 'late' | 'ended';

  constructor(why: ThreadFailed['why'], cause?: unknown) {
    super(`the thread did not answer: ${why}`, { cause });
    this.why = why;
  }
}

export interface ThreadOptions {
  /** Its file without the ending, such as `new URL('./work', import.meta.url)`: run from source or from the build, as the caller is. */
  readonly file: URL;
  /** The most it may hold, MB: what comes from outside and is as large as it may be must not take the memory of the pages. */
  readonly memoryMb: number;
  /** How long one answer may take, ms; for ever when absent. */
  readonly patienceMs?: number;
  /** How many questions may wait; any number when absent. */
  readonly mostWaiting?: number;
  /** What it may ask for by a name. */
  readonly give?: (name: string) => unknown;
}

export interface AskOptions {
  /** Call it off: a question that is being worked on ends the thread in the middle of whatever it does. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

/** A thread by what it is asked (`kind` tells questions apart) and what it answers to each kind. */
export class Thread<Question extends { readonly kind: string }, Answers extends Record<Question['kind'], unknown>> {
  readonly #options: ThreadOptions;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /**
   * Ask.
   *
   * @throws {DomainError} as the work does
   * @throws {ThreadFailed}
   * @throws the reason of `signal`, where it was called off
   */
  ask<K extends Question['kind']>(
    question: Extract<Question, { kind: K }>,
    options: AskOptions = {},
  ): Promise<Answers[K]> {
    if (this.#waiting >= (this.#options.mostWaiting ?? Infinity)) return Promise.reject(new ThreadFailed('busy'));
    this.#waiting++;
    const turn = this.#last.then(() => this.#answer(question, options)).finally(() => this.#waiting--);
    this.#last = turn.catch(() => undefined);
    return turn as Promise<Answers[K]>;
  }

  /** End the thread; a question under way fails. Another question starts a new one. */
  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #answer(question: unknown, { signal, onProgress }: AskOptions): Promise<unknown> {
    signal?.throwIfAborted();
    const worker = (this.#worker ??= this.#start());
    const settled = new AbortController();
    // While somebody waits for an answer, the process does not end.
    worker.ref();
    try {
      return await new Promise((resolve, reject) => {
        const { signal: until } = settled;
        const stop = (error: unknown): void => {
          reject(error as Error);
          if (this.#worker === worker) void this.end();
        };
        this.#watch(worker, stop, until);
        signal?.addEventListener('abort', () => stop(signal.reason), { signal: until });
        const onMessage = (message: FromThread): void => {
          if ('progress' in message) onProgress?.(message.progress);
          else if ('needs' in message) worker.postMessage(this.#given(message.needs));
          else if ('answer' in message) resolve(message.answer);
          else reject(crossed(message));
        };
        worker.on('message', onMessage);
        until.addEventListener('abort', () => worker.off('message', onMessage));
        worker.postMessage({ question } satisfies ToThread);
      });
    } finally {
      settled.abort();
      worker.unref();
    }
  }

  /** Stop when the worker comes to grief, ends, or takes too long. */
  #watch(worker: Worker, stop: (error: unknown) => void, until: AbortSignal): void {
    const { patienceMs } = this.#options;
    const onError = (cause: unknown): void => stop(new ThreadFailed('ended', cause));
    const onExit = (): void => stop(new ThreadFailed('ended'));
    const late = patienceMs === undefined ? undefined : setTimeout(() => stop(new ThreadFailed('late')), patienceMs);
    worker.once('error', onError).once('exit', onExit);
    until.addEventListener('abort', () => {
      clearTimeout(late);
      worker.off('error', onError).off('exit', onExit);
    });
  }

  #start(): Worker {
    const worker = startWorker(this.#options);
    const gone = (): void => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    // Also between two questions.
    worker.on('error', gone).on('exit', gone);
    worker.unref();
    return worker;
  }

  #given(name: string): ToThread {
    try {
      return { given: this.#options.give?.(name) };
    } catch (error) {
      return { withheld: crossing(error) };
    }
  }
}
