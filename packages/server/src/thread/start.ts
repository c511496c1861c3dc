/** Start a worker from the build, or from its source where this file runs from source. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** @param file without its ending */
export function startWorker({ file, memoryMb }: { readonly file: URL; readonly memoryMb: number }): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL(`${file.href}.js`), { resourceLimits });
  // A thread does not inherit the TypeScript loader. `require` finds its CommonJS face; the other lies beside it.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(/\.cjs$/, '.mjs');
  const source = JSON.stringify(`${file.href}.ts`);
  const start = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${source}); })`;
  return new Worker(start, { eval: true, execArgv: ['--conditions=source'], resourceLimits });
}
