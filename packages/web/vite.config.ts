/** Bundles the page to `dist/app`: hashed assets, catalogues for the server's shell, and precompressed twins. */
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
/** Where the page goes; `CITIES_PAGE` names another folder, for a build beside one that is being served. */
const outDir = process.env['CITIES_PAGE'] ?? join(here, 'dist/app');
const compressible = /\.(css|html|js|json|mjs|svg|wasm|txt)$/;

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** The server fills the page with words before any script runs, so the catalogues lie beside it. */
function catalogues(): Plugin {
  return {
    name: 'catalogues-beside-the-page',
    apply: 'build',
    closeBundle() {
      const from = join(here, 'src/messages');
      cpSync(from, join(outDir, 'messages'), { recursive: true });
    },
  };
}

/** Compress once, at build time, as hard as it goes. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    closeBundle() {
      for (const file of filesBelow(outDir)) {
        if (!compressible.test(file)) continue;
        const body = readFileSync(file);
        if (body.length < 1024) continue;
        const quality = body.length > 1_000_000 ? 6 : 11;
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
        );
        writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }));
      }
    },
  };
}

const modelSource = /packages[\\/]model[\\/]src/;

export default defineConfig({
  root: here,
  plugins: [react(), catalogues(), precompress()],
  resolve: { conditions: ['source', 'module', 'browser', 'import', 'default'] },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      checks: { pluginTimings: false },
      // The model is pure: a file of it that nobody uses leaves no trace.
      treeshake: { moduleSideEffects: (id: string) => !modelSource.test(id) },
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id: string) => !modelSource.test(id) },
      // The solver looks for Node's loader only in Node.
      external: ['node:module'],
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
