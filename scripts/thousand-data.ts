/**
 * Write packages/reference/network/thousand.json: the thousand as a network sums them. Minutes, not seconds: every city's
 * plan is optimised. To be run when a table, the library or the draft has changed; a test says so.
 *
 * node scripts/run.mjs scripts/thousand-data.ts [--members]
 *
 * `--members` works only groups and stated targets out anew, and leaves the figures of the cities as they stand.
 */
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { readThousand, type ThousandData } from '@thousand-cities/model';
import { loadReference, loadThousandData } from '@thousand-cities/reference/node';
import { loadSolver } from '../packages/cli/src/solver.ts';
import { documentOf, type DocumentCity } from './thousand/document.ts';
import { figuresOf } from './thousand/figures.ts';
import { membersOf } from './thousand/members.ts';

const reference = loadReference();
const started = performance.now();

/** The stored document with what no city's figures are in worked out anew. */
function withMembers(): ThousandData {
  const { iso3, region, document } = membersOf(reference.gazetteer.thousand, reference);
  const stored = loadThousandData();
  return { ...stored, ...document, cities: { ...stored.cities, iso3, region } };
}

async function workedOut(): Promise<ThousandData> {
  const solver = await loadSolver();
  const rows: DocumentCity[] = [];
  for (const city of reference.gazetteer.thousand) {
    rows.push({ city, figures: await figuresOf(city, reference, solver) });
    process.stderr.write(`\r${rows.length} of ${reference.gazetteer.thousand.length} cities`);
  }
  return documentOf(rows, reference);
}

const data = process.argv.includes('--members') ? withMembers() : await workedOut();
const file = fileURLToPath(new URL('../packages/reference/network/thousand.json', import.meta.url));
const text = JSON.stringify(data);
readThousand(text);
writeFileSync(file, `${text}\n`);
const seconds = Math.round((performance.now() - started) / 1000);
process.stderr.write(`\n${file}: ${text.length} characters in ${seconds} s\n`);
