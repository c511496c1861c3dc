/**
 * What a thread runs where this program runs from source (tests, scripts). A thread does not inherit the TypeScript loader, and to
 * register it and load module by module costs a second in each; so its program is put into one text, once for each process.
 */
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

interface Compiler {
  buildSync(options: object): { readonly outputFiles: readonly { readonly text: string }[] };
}

const compiled = new Map<string, URL>();

/** The program that begins with a file of TypeScript, as a `data:` URL, which a thread can be started from. */
export function programFromSource(file: URL): URL {
  const program = compiled.get(file.href) ?? compile(file);
  compiled.set(file.href, program);
  return program;
}

function compile(file: URL): URL {
  // The compiler within `tsx`, which everything else is run from source with.
  const { buildSync } = createRequire(createRequire(import.meta.url).resolve('tsx/cli'))('esbuild') as Compiler;
  const folder = dirname(fileURLToPath(file));
  const { outputFiles } = buildSync({
    absWorkingDir: folder,
    entryPoints: [fileURLToPath(file)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['source'],
    // For packages that are CommonJS.
    banner: {
      js: `import { createRequire as requireOf } from 'node:module'; const require = requireOf('${file.href}');`,
    },
    logLevel: 'error',
  });
  // Where something goes wrong, its name is told and not the whole of it.
  const code = `${withAddresses(outputFiles[0]!.text, folder)}\n//# sourceURL=${file.href}`;
  return new URL(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

/** Each module keeps its address, which it finds files by: the compiler writes its path, from the folder, before it. */
function withAddresses(code: string, folder: string): string {
  let address = '';
  const lines = code.split('\n').map((line) => {
    const [, path] = /^\/\/ (.+\.[cm]?[jt]s)$/.exec(line) ?? [];
    if (path !== undefined) address = pathToFileURL(resolve(folder, path)).href;
    return line.replaceAll('import.meta.url', JSON.stringify(address));
  });
  return lines.join('\n');
}
