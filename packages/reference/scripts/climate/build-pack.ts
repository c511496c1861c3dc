/**
 * Write the climate pack.
 *
 *     node scripts/run.mjs packages/reference/scripts/climate/build-pack.ts <input directory>
 *
 * packages/reference/climate/README.md says what the input directory holds.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildClimatePack } from './pack.ts';

const dir = process.argv[2];
if (dir === undefined) throw new Error('say where the input files are: build-pack.ts <input directory>');
const bytes = buildClimatePack(dir);
writeFileSync(fileURLToPath(new URL('../../climate/fair-1.4.1.bin', import.meta.url)), bytes);
process.stderr.write(`fair-1.4.1.bin: ${bytes.length} bytes\n`);
