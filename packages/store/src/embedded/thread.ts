/** The near end of the database thread: send a request, await its reply. */
import { Worker } from 'node:worker_threads';
import { DomainError } from '@thousand-cities/model';
import { libraryModule } from './library.ts';
import { programFromSource } from '../thread-source.ts';
import type { DatabaseFault, Reply, Request, WorkerLibrary, WorkerOptions } from './messages.ts';

/** A request before it has its number. */
export type Question = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

type Answered = Exclude<Reply, { fault: unknown }>;

interface Waiting {
  readonly resolve: (reply: Answered) => void;
  readonly reject: (error: Error) => void;
}

/** An error of the database, with the fields that `pg` gives it. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code?: string;
  readonly detail?: string;
  readonly constraint?: string;

  constructor(fault: DatabaseFault) {
    super(fault.message);
    if (fault.code !== undefined) this.code = fault.code;
    if (fault.detail !== undefined) this.detail = fault.detail;
    if (fault.constraint !== undefined) this.constraint = fault.constraint;
  }
}

export interface DatabaseThread {
  ask(question: Question): Promise<Answered>;
  /** End the thread; what is under way fails. */
  end(): Promise<void>;
}

/** Run the worker from the build, or from its source where this file runs from source. */
async function startWorker(options: WorkerOptions): Promise<Worker> {
  const isSource = import.meta.url.endsWith('.ts');
  const file = new URL(isSource ? './worker.ts' : './worker.js', import.meta.url);
  return new Worker(isSource ? programFromSource(file) : file, {
    workerData: { ...options, module: await libraryModule() } satisfies WorkerOptions & WorkerLibrary,
    ...(isSource && { execArgv: [] }),
  });
}

/** Start the database in a thread of its own; resolves when it takes queries. */
export async function startThread(options: WorkerOptions): Promise<DatabaseThread> {
  const worker = await startWorker(options);
  const waiting = new Map<number, Waiting>();
  let next = 1;
  let dead: Error | undefined;
  const fail = (error: Error): void => {
    dead ??= error;
    for (const { reject } of waiting.values()) reject(dead);
    waiting.clear();
  };
  worker.on('message', (reply: Reply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('fault' in reply) asked?.reject(new DatabaseError(reply.fault));
    else asked?.resolve(reply);
  });
  worker.on('error', (cause) => fail(unavailable('the embedded database has stopped', cause)));
  worker.on('exit', () => fail(unavailable('the embedded database is closed')));
  const reply = (id: number) =>
    new Promise<Answered>((resolve, reject) => {
      if (dead) reject(dead);
      else waiting.set(id, { resolve, reject });
    });
  await reply(0).catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });
  return {
    ask: (question) => {
      const id = next++;
      const answer = reply(id);
      worker.postMessage({ ...question, id });
      return answer;
    },
    end: async () => void (await worker.terminate()),
  };
}

/** Make a new database in a thread that ends afterwards, so that the memory this takes is given back. */
export async function initialise(folder: string): Promise<void> {
  const worker = await startWorker({ folder, initialise: true });
  let fault: DatabaseFault | undefined;
  worker.on('message', (reply: Reply) => {
    if ('fault' in reply) fault = reply.fault;
    void worker.terminate();
  });
  const code = await new Promise<number>((resolve, reject) => worker.once('exit', resolve).once('error', reject));
  if (fault) throw new DatabaseError(fault);
  if (code !== 0) throw new Error(`making the database ended with code ${code}`);
}

function unavailable(message: string, cause?: unknown): DomainError {
  return new DomainError('store-unavailable', message, [], cause === undefined ? {} : { cause });
}
