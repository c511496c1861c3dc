/**
 * The thread's program where this runs from source (tests, scripts): a thread does not inherit the TypeScript loader, and to
 * register it in each costs half a second, so the source is compiled once for all threads of a process.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

interface Compiler {
  buildSync(options: object): { readonly outputFiles: readonly { readonly text: string }[] };
}

let compiled: URL | undefined;

/** The program as a `data:` URL, which a thread can be started from. */
export function workerFromSource(): URL {
  return (compiled ??= compile());
}

function compile(): URL {
  const require = createRequire(import.meta.url);
  // The compiler within `tsx`, which everything else is run from source with.
  const { buildSync } = createRequire(require.resolve('tsx/cli'))('esbuild') as Compiler;
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
  });
  // A `data:` URL lies in no folder to look for packages from.
  const library = dirname(require.resolve('@electric-sql/pglite'));
  const code = outputFiles[0]!.text.replaceAll(
    /(from\s*)"@electric-sql\/pglite(?:\/(nodefs))?"/g,
    (_, from: string, part?: string) =>
      from + JSON.stringify(pathToFileURL(join(library, part ? `fs/${part}.js` : 'index.js')).href),
  );
  return new URL(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
