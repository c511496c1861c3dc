/** Start a worker from the build, or from its source where this file runs from source. */
import { Worker } from 'node:worker_threads';
import { programFromSource } from '@thousand-cities/store';

/** @param file without its ending */
export function startWorker({ file, memoryMb }: { readonly file: URL; readonly memoryMb: number }): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`${file.href}.js`), { resourceLimits });
  return new Worker(programFromSource(new URL(`${file.href}.ts`)), { execArgv: [], resourceLimits });
}
