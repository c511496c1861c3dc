/**
 * Write packages/reference/network/thousand.json: the thousand as a network sums them. Minutes, not seconds: every city's
 * plan is optimised. To be run when a table, the library or the draft has changed; a test says so.
 *
 * node scripts/run.mjs scripts/thousand-data.ts
 */
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { readThousand } from '@thousand-cities/model';
import { loadReference } from '@thousand-cities/reference/node';
import { loadSolver } from '../packages/cli/src/solver.ts';
import { documentOf, type DocumentCity } from './thousand/document.ts';
import { figuresOf } from './thousand/figures.ts';

const reference = loadReference();
const solver = await loadSolver();
const started = performance.now();
const rows: DocumentCity[] = [];
for (const city of reference.gazetteer.thousand) {
  rows.push({ city, figures: await figuresOf(city, reference, solver) });
  process.stderr.write(`\r${rows.length} of ${reference.gazetteer.thousand.length} cities`);
}
const file = fileURLToPath(new URL('../packages/reference/network/thousand.json', import.meta.url));
const text = JSON.stringify(documentOf(rows, reference));
readThousand(text);
writeFileSync(file, `${text}\n`);
const seconds = Math.round((performance.now() - started) / 1000);
process.stderr.write(`\n${file}: ${text.length} characters in ${seconds} s\n`);
