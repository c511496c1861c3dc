/**
 * Make the worked plans in `examples/` anew: `node scripts/run.mjs scripts/examples.ts`.
 *
 * Each file is exactly what its command line writes. The searches end by their gap, never by the clock, so that the same
 * program and reference set give the same bytes on any machine.
 */
import { fileURLToPath } from 'node:url';
import { main } from '../packages/cli/src/main.ts';

const folder = fileURLToPath(new URL('../examples/', import.meta.url));

/** Name of the file, and what follows `cities plan`. */
export const EXAMPLES: readonly (readonly [name: string, ...argv: string[]])[] = [
  ['semarang', 'Semarang', '--target', 'race-to-zero'],
  ['nairobi', 'Nairobi', '--target', 'carbon-budget'],
  ['hamburg', 'Hamburg', '--target', 'custom', '--cut', '80', '--by', '2040'],
];

/** Far more than any of them takes: the gap ends the search. */
const TIME_LIMIT = ['--time', '1800'];

for (const [name, ...argv] of EXAMPLES) {
  const exit = await main(['plan', ...argv, ...TIME_LIMIT, '-o', `${folder}${name}.plan.json`]);
  if (exit !== 0) process.exitCode = exit;
}
