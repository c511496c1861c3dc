/** The thread in which the embedded PostgreSQL runs, so that a long query does not stop the server from answering. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { parsers } from '../database/values.ts';
import { DURABLE_START, DurableFiles } from './durable-files.ts';
import type { DatabaseFault, Reply, Request, WorkerLibrary, WorkerOptions } from './messages.ts';
import { createStatements, type Statements } from './statements.ts';

const { folder, archive, initialise, module } = workerData as WorkerOptions & WorkerLibrary;
const port = parentPort!;
let flushes = 0;

const options: PGliteOptions = {
  parsers,
  pgliteWasmModule: module,
  ...(folder !== undefined && { fs: new DurableFiles(folder, () => flushes++), startParams: [...DURABLE_START] }),
  ...(archive !== undefined && { loadDataDir: tarOf(readFileSync(archive)) }),
};

try {
  const db = await PGlite.create(options);
  if (initialise) {
    await db.close();
    process.exit(0);
  }
  const statements = createStatements(db);
  port.on('message', (request: Request) => {
    void answer(db, statements, request).then((reply) => port.postMessage(reply));
  });
  port.postMessage({ id: 0, rows: [] } satisfies Reply);
} catch (error) {
  port.postMessage({ id: 0, fault: faultOf(error) } satisfies Reply);
}

/** PGlite asks for a `Blob` and reads all of it, which takes longer than the rest of unpacking: this one has its bytes at hand. */
function tarOf(bytes: Buffer<ArrayBuffer>): Blob {
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  return Object.assign(new Blob([], { type: 'application/x-tar' }), { arrayBuffer: () => Promise.resolve(whole) });
}

async function answer(db: PGlite, statements: Statements, request: Request): Promise<Reply> {
  const { id } = request;
  try {
    switch (request.kind) {
      case 'query': {
        statements.open(request.begin);
        const { rows, rowCount } = await statements.run(request.sql, request.parameters);
        return { id, rows, ...(rowCount !== undefined && { affected: rowCount }) };
      }
      case 'script':
        statements.open(request.begin);
        await statements.script(request.sql);
        return { id, rows: [] };
      case 'flushes':
        return { id, rows: [], flushes };
      case 'close':
        await db.close();
        return { id, rows: [] };
    }
  } catch (error) {
    return { id, fault: faultOf(error) };
  }
}

function faultOf(error: unknown): DatabaseFault {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, detail, constraint } = error as Partial<DatabaseFault>;
  return {
    message: error.message,
    ...(code !== undefined && { code }),
    ...(detail !== undefined && { detail }),
    ...(constraint !== undefined && { constraint }),
    ...(error.stack !== undefined && { stack: error.stack }),
  };
}
