/** Compile the climate kernel: packages/model/wasm/kernel.ts to a TypeScript file that holds the module in Base64. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const GENERATED = 'packages/model/src/climate/kernel-wasm-bytes.generated.ts';

/** The text of the generated file, from the source as it stands. Same source and compiler, same text. */
export async function kernelText(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'climate-kernel-'));
  const out = join(folder, 'kernel.wasm');
  const options = ['--runtime', 'stub', '--enable', 'simd', '-O3', '--noAssert', '--converge'];
  const source = 'packages/model/wasm/kernel.ts';
  // The compiler takes paths from where it stands, and will have no drive letters in them.
  const { error, stderr } = await asc.main([source, '--baseDir', root, '-o', relative(root, out), ...options]);
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const base64 = readFileSync(out).toString('base64');
  rmSync(folder, { recursive: true });
  return [
    '/** Compiled from packages/model/wasm/kernel.ts by `npm run climate:wasm`. Do not edit. */',
    'export const KERNEL_BASE64 =',
    `  '${base64}';`,
    '',
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = await kernelText();
  writeFileSync(join(root, GENERATED), text);
  process.stderr.write(`${GENERATED}: ${text.length} characters\n`);
}
